"""Why the last message came, and how to stop its kind."""

from bot.composing.making import Make

KINDS: dict[str, Make] = {}
