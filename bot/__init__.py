"""What runs: it is put together here from the other packages, and talks with the world."""

from bot.late_types import build_late

build_late()
