"""The figures of a period beside those of the same period a year before."""

import enum
from dataclasses import dataclass

from catalogue.numbers.counting import Few
from catalogue.quality.queries import Satisfaction
from catalogue.reports.values import Figures

Told = int | float | Few | None


class Name(enum.StrEnum):
    """In the order in which they are told."""

    PUBLISHED = "published"
    HELD = "held"
    CANCELLED = "cancelled"
    UNNOTED = "unnoted"
    REGISTRATIONS = "registrations"
    CAME = "came"
    PEOPLE = "people"
    HOURS = "hours"
    SATISFACTION = "satisfaction"


@dataclass(frozen=True, slots=True)
class Change:
    """`difference` is None where one of the two is not told; `share` is of what was before, None
    where that was nothing.
    """

    difference: float | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Beside:
    """One figure of both."""

    name: Name
    now: Told
    before: Told

    @property
    def change(self) -> Change:
        return change(self.now, self.before)


def beside(
    now: Figures, before: Figures, *, satisfaction: Satisfaction, satisfaction_before: Satisfaction
) -> list[Beside]:
    """All of them."""
    told, earlier = _told(now, satisfaction), _told(before, satisfaction_before)
    return [Beside(name, told[name], earlier[name]) for name in Name]


def change(now: Told, before: Told) -> Change:
    """Of what few people are behind nothing is said."""
    if not isinstance(now, int | float) or not isinstance(before, int | float):
        return Change(None, None)
    difference = round(now - before, 2)
    return Change(difference, difference / before if before else None)


def _told(figures: Figures, satisfaction: Satisfaction) -> dict[Name, Told]:
    told: dict[Name, Told] = {
        name: getattr(figures, name) for name in Name if name is not Name.SATISFACTION
    }
    summary = satisfaction.summary
    told[Name.SATISFACTION] = summary.means["overall"] if summary else None
    return told
