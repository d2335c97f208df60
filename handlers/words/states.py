"""The four states a registration can be in, in their fixed words."""

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
