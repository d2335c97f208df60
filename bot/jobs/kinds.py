"""Which kind of job is done by whom."""

from collections.abc import Mapping

from bot.jobs.tools import Make, Tools
from scheduler.jobs import Do

#: How each kind of job is done.
KINDS: dict[str, Make] = {}


def doers(tools: Tools) -> Mapping[str, Do]:
    """For the clock: every kind, with what it works with."""
    return {kind: make(tools) for kind, make in KINDS.items()}
