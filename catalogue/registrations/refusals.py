"""Why a registration or its cancelling is refused."""

import enum
from dataclasses import dataclass
from datetime import datetime

from catalogue.programme.tables import Event
from catalogue.refusals import Refusal
from catalogue.registrations.tables import Registration


class EventGone(Refusal):
    """No such event, or one that is not for teachers' eyes (a draft)."""


@dataclass(eq=False)
class EventCancelled(Refusal):
    event: Event


@dataclass(eq=False)
class EventStarted(Refusal):
    event: Event


@dataclass(eq=False)
class RegistrationClosed(Refusal):
    event: Event
    closed_at: datetime


@dataclass(eq=False)
class EventFull(Refusal):
    """Every seat is taken and the event keeps no waiting list."""

    event: Event


@dataclass(eq=False)
class AlreadyRegistered(Refusal):
    registration: Registration
    place: int | None


@dataclass(eq=False)
class Clash(Refusal):
    """At that time the person takes part in `others`; they may still say „register anyway“."""

    event: Event
    others: tuple[Event, ...]


@dataclass(eq=False)
class NotRegistered(Refusal):
    event: Event


@dataclass(eq=False)
class LeavingClosed(Refusal):
    event: Event
    until: datetime


@dataclass(eq=False)
class IntroductionNeeded(Refusal):
    """The first time one joins, a name and a consent come first."""

    event: Event
    name_missing: bool


class RegistrationGone(Refusal):
    """No such registration, or one of a person who has been forgotten since."""


@dataclass(eq=False)
class AddedAlready(Refusal):
    """Somebody of this name and this telephone or e-mail takes part in the event, or waits."""

    event: Event
    name: str


class Hindrance(enum.StrEnum):
    """Why a seat cannot be passed on, or is passed on no more."""

    NO_SEAT = "no seat"
    APPROVAL = "approval"
    USED = "used"
    WITHDRAWN = "withdrawn"
    QUEUE = "queue"
    EXPIRED = "expired"
    LEFT = "left"


@dataclass(eq=False)
class SeatNotPassed(Refusal):
    """The seat stays with whom it is."""

    event: Event
    why: Hindrance


@dataclass(eq=False)
class QueueFirst(Refusal):
    """Somebody waits for a seat, so none is passed on past them."""

    event: Event


class PassGone(Refusal):
    """There is no such link."""


class OwnPass(Refusal):
    """One cannot pass a seat to oneself."""


@dataclass(eq=False)
class LeaveRefused(Refusal):
    """The organiser was asked already, and did not let the person go."""

    event: Event
