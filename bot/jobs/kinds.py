"""Which kind of job is done by whom."""

from collections.abc import Mapping

from bot.jobs import (
    certificates,
    demand,
    exporting,
    hours,
    intake,
    needs,
    numbers,
    participants,
    plans,
    practice,
    quality,
    reports,
    rolls,
)
from bot.jobs.means import Make, Means
from scheduler.jobs import Do

#: How each kind of job is done.
KINDS: dict[str, Make] = {
    **exporting.KINDS,
    **intake.KINDS,
    **participants.KINDS,
    **plans.KINDS,
    **numbers.KINDS,
    **reports.KINDS,
    **needs.KINDS,
    **rolls.KINDS,
    **hours.KINDS,
    **certificates.KINDS,
    **demand.KINDS,
    **practice.KINDS,
    **quality.KINDS,
}


def doers(means: Means) -> Mapping[str, Do]:
    """For the clock: every kind, with what it works with."""
    return {kind: make(means) for kind, make in KINDS.items()}
