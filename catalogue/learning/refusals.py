"""What cannot be said of attendance, nor written into the ledger of hours."""

from dataclasses import dataclass
from datetime import datetime

from catalogue.programme.tables import Event
from catalogue.refusals import Refusal


class NotAKind(Refusal):
    """Something was written where one of the buttons was meant."""


class NotATitle(Refusal):
    """Nothing, or more than a line holds."""


class NotADay(Refusal):
    """No day at all, one that is still to come, or one too long ago."""


class NotHours(Refusal):
    """No number, or not as many academic hours as one thing can have."""


class EntryGone(Refusal):
    """It was deleted meanwhile, or is somebody else's."""


class TooManyEntries(Refusal):
    """More than anybody can have learnt."""


class NotATarget(Refusal):
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


@dataclass(eq=False)
class ReasonNeeded(Refusal):
    """What was said before is corrected only with a reason."""


@dataclass(eq=False)
class NotAReason(Refusal):
    """Nothing, or more than a line holds."""


@dataclass(eq=False)
class NamesSomebody(Refusal):
    """The journal is kept for ever, so its reasons name nobody."""


@dataclass(eq=False)
class NotPartOfMeeting(Refusal):
    """No number, or more academic hours than the meeting counts."""

    most: float


@dataclass(eq=False)
class DoorsClosed(Refusal):
    """The meeting is over: no code is taken any more, only the list is ticked."""

    event: Event
