"""What a report is counted from: events, who has a place and was there, and people's schools."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from catalogue.learning.tables import Presence
from catalogue.numbers.records import Held
from catalogue.registrations.tables import Payer, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An event that was announced; `shares` are academic hours by its meetings' numbers."""

    held: Held
    code: str
    title: str
    form: str
    starts_at: datetime
    ended_at: datetime
    is_off: bool
    payer: str
    project: str
    price: Decimal | None
    shares: Mapping[int, float]
    reported_at: datetime | None


class Taking(NamedTuple):
    """A registration, and who pays for it as far as that was said."""

    number: int
    event: int
    person: int
    state: State
    payer: Payer | None
    is_paid: bool


class Mark(NamedTuple):
    """What was said of one registration at one meeting."""

    registration: int
    session_id: int
    presence: Presence
    hours: float | None


class There(NamedTuple):
    """Somebody who came to an event, and how many academic hours they are known to have been."""

    event: int
    person: int
    payer: Payer | None
    hours: float


class Known(NamedTuple):
    """What somebody has told of where they work; either may be empty."""

    person: int
    school: str
    town: str


@dataclass(frozen=True, slots=True)
class Records:
    """All of it in packed pieces."""

    lines: list[bytes]
    takings: list[bytes]
    marks: list[bytes]
    known: list[bytes]
