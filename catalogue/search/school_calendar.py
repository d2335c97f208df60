"""The pupils' holidays as the grammar of days needs them: those entered, else the usual rule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from catalogue.search import spans
from catalogue.search.normalise import fold
from catalogue.search.spans import Span

_CALLED = (
    ("christmas", re.compile("kaled|christmas")),
    ("spring", re.compile("pavasar|velyk|spring|easter")),
    ("autumn", re.compile("ruden|autumn")),
    ("winter", re.compile("ziem|winter")),
    ("summer", re.compile("vasar|summer")),
)
"""The names of holidays in what staff write, „Žiemos (Kalėdų) atostogos“ being Christmas."""

NAMES = tuple(name for name, _ in _CALLED)


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days without school under the name that staff gave them, both inclusive."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """What staff have entered; holidays they did not enter for a school year go by the rule."""

    entered: tuple[Holidays, ...] = ()

    def holidays(self, name: str, today: date) -> Span:
        """The holidays of that name, one of `NAMES`, that run or come next."""
        return next(one for one in self._of(name, today) if one.last and one.last >= today)

    def any_holidays(self, today: date) -> Span:
        """The holidays of whatever name that run or come next."""
        coming = (self.holidays(name, today) for name in NAMES)
        return min(coming, key=lambda one: one.first or date.max)

    def _of(self, name: str, today: date) -> Iterator[Span]:
        for shift in range(3):
            year = spans.school_year(today, shift)
            start = year.first or today
            own = [
                Span(one.first, one.last)
                for one in self.entered
                if spans.school_year(one.first) == year and _name_of(one.name) == name
            ]
            yield from sorted(own, key=lambda one: one.first or start) or [
                spans.holidays(name, start)
            ]


def _name_of(written: str) -> str | None:
    folded = fold(written)
    return next((name for name, called in _CALLED if called.search(folded)), None)


USUAL = SchoolCalendar()
"""Nothing entered: everything goes by the rule."""
