"""New events a person asked to hear of."""

from bot.composing.making import Make

KINDS: dict[str, Make] = {}
