"""Announcements: how far they have come, and what became of them."""

from bot.composing.making import Make

KINDS: dict[str, Make] = {}
