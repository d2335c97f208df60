"""What is refused to those who keep the programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from catalogue.programme.refused import Reason, Value
from catalogue.programme.tables import Event
from catalogue.refusals import NotAsAsked, Refusal


@dataclass(eq=False)
class NotHolidays(NotAsAsked):
    """A name and one or two days are needed, the last not before the first, within 120 days."""

    written: str


@dataclass(eq=False)
class NotAField(NotAsAsked):
    """A name, and the day from which on a priority field holds, perhaps with the last one."""

    written: str


@dataclass(eq=False)
class StageOver(Refusal):
    """The event has gone on, or was never there, where this could be done."""

    event: Event


@dataclass(eq=False)
class EventInUse(Refusal):
    """Somebody has registered for it, or a lecturer, a question or a file belongs to it."""

    event: Event


@dataclass(eq=False)
class MeetingMarked(Refusal):
    """It is known who was at this meeting: it can be neither taken out nor put on another day."""

    event: Event
    starts_at: datetime


@dataclass(eq=False)
class NotUnderstood(NotAsAsked):
    """What was written for a field cannot be taken, as a cell of a file would not be."""

    field: str
    reason: Reason
    values: Mapping[str, Value]
