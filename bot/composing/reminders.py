"""Reminders, as things stand when they go out."""

from bot.composing.making import Make

KINDS: dict[str, Make] = {}
