"""What has become of a registration without the person's doing."""

from bot.composing.making import Make

KINDS: dict[str, Make] = {}
