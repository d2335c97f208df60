"""The four states a registration can be in, in their fixed words."""

from datetime import datetime

from markupsafe import Markup

from catalogue.registrations.tables import State
from handlers.words.speech import Speech


def state_line(say: Speech, state: State, place: int | None) -> Markup:
    """`place` counts from 1 and belongs to one who waits; it may be left unsaid."""
    if state is State.CONFIRMED:
        return say("Registration confirmed")
    if state is State.PENDING:
        return say("Awaiting approval")
    if state is State.CANCELLED:
        return say("Cancelled")
    if place is None:
        return say("On the waiting list")
    return say("On the waiting list (place {place})", place=say.nth(place))


def state_after(say: Speech, state: State, *, was_there: bool | None) -> Markup:
    """What has become of it, once the event is over; None where nobody has noted who came."""
    if state is State.CANCELLED:
        return state_line(say, state, None)
    if state is State.PENDING:
        return say("your registration was never approved")
    if state is not State.CONFIRMED:
        return say("no seat came free for you")
    if was_there is None:
        return say("you were registered")
    return say("you took part") if was_there else say("you are noted as absent")


def offer_line(say: Speech, until: datetime | None, *, now: datetime) -> Markup:
    """Beside the state of one who has been offered a seat; the time is known once it was told."""
    if until is None:
        return say("A seat is offered to you.")
    return say("A seat is offered to you until {when}.", when=say.deadline(until, now=now))
