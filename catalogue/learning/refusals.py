"""What cannot be said of attendance, nor written into the ledger of hours."""

from dataclasses import dataclass
from datetime import datetime

from catalogue.programme.tables import Event
from catalogue.refusals import NotAsAsked, Refusal


class NotAKind(NotAsAsked):
    """Something was written where one of the buttons was meant."""


class NotATitle(NotAsAsked):
    """Nothing, or more than a line holds."""


class NotADay(NotAsAsked):
    """No day at all, one that is still to come, or one too long ago."""


class NotHours(NotAsAsked):
    """No number, or not as many academic hours as one thing can have."""


class EntryGone(Refusal):
    """It was deleted meanwhile, or is somebody else's."""


class TooManyEntries(Refusal):
    """More than anybody can have learnt."""


class NotATarget(NotAsAsked):
    """No whole number, or not as many academic hours as a year can have."""


class MeetingGone(Refusal):
    """No such meeting any more."""


@dataclass(eq=False)
class NotHeld(Refusal):
    """The event is cancelled or was never published: nobody was there."""

    event: Event


@dataclass(eq=False)
class TooEarly(Refusal):
    """Nobody can be at a meeting before its door opens."""

    event: Event
    opens_at: datetime


@dataclass(eq=False)
class NotTakingPart(Refusal):
    """Only of those whose registration is confirmed it is said whether they came."""

    event: Event


class ReasonNeeded(Refusal):
    """What was said before is corrected only with a reason."""


class NotAReason(NotAsAsked):
    """Nothing, or more than a line holds."""


class NamesSomebody(NotAsAsked):
    """The journal is kept for ever, so its reasons name nobody."""


@dataclass(eq=False)
class NotPartOfMeeting(NotAsAsked):
    """No number, or more academic hours than the meeting counts."""

    most: float


@dataclass(eq=False)
class DoorsClosed(Refusal):
    """The meeting is over: no code is taken any more, only the list is ticked."""

    event: Event
