"""What could have been meant otherwise: an ambiguity that is said, not hidden."""

from dataclasses import dataclass
from typing import Literal

from catalogue.search.spans import Span

DoubtKind = Literal[
    "next",  # „kitą penktadienį“: next week's, or the one that comes first
    "today",  # „penktadienį“ on a Friday: today, or a week from now
    "weekend",  # „savaitgalį“ on a weekend: the one that runs, or the coming one
    "week",  # „kitą savaitę“ on a Sunday: from tomorrow, or the week after
    "week_of_month",  # „pirmą gruodžio savaitę“: with its first days, or the first whole one
    "after",  # „po Naujųjų“: any time after, or soon after
    "until",  # „iki gruodžio“: up to it, or to its end
    "day_month",  # „12.05“: 5 December, or 12 May
    "weekday",  # „penktadienį, gruodžio 5 d.“, when that is a Saturday
    "half_year",  # „antras pusmetis“: of the school year, or of the calendar
    "holidays",  # „žiemos atostogos“: in February, or at Christmas
]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words as written that may mean other days.

    `meant` and `other` are the whole range of the sentence, read this way and the other way: the
    other question is the same one with the other range in its filters.
    """

    kind: DoubtKind
    said: str
    meant: Span
    other: Span
