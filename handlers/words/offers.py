"""A seat that is offered, taken, let go, or gone."""

from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.tables import State
from handlers.words.events import essentials, title
from handlers.words.speech import Speech
from handlers.words.states import state_line


def offered(say: Speech, event: Event, until: datetime, *, now: datetime) -> Markup:
    lines = [
        say("A seat has come free, and you are the first in the queue. Will you take it?"),
        Markup(""),
        essentials(say, event, now=now),
        Markup(""),
        say(
            "Please answer by <b>{when}</b>. Without an answer the seat goes to the next in the "
            "queue.",
            when=say.deadline(until, now=now),
        ),
    ]
    return Markup("\n").join(lines)


def over(say: Speech, event: Event, *, now: datetime) -> Markup:
    """The time to answer has run out."""
    lines = [
        say("The time to answer has run out, and the seat goes to the next in the queue."),
        Markup(""),
        essentials(say, event, now=now),
        Markup(""),
        say("If you would still like to come, you can join the queue again."),
    ]
    return Markup("\n").join(lines)


def taken_back(say: Speech, event: Event, place: int | None, *, now: datetime) -> Markup:
    """There is no seat to offer any more, and it is not the person's doing."""
    lines = [
        say("The seat we offered is not there any more: the organiser has changed the event."),
        Markup("<b>{}</b>").format(state_line(say, State.WAITING, place)),
        Markup(""),
        essentials(say, event, now=now),
        Markup(""),
        say("You have kept your place in the queue, and we write as soon as a seat comes free."),
    ]
    return Markup("\n").join(lines)


def declined(say: Speech, event: Event) -> Markup:
    return say(
        "Thank you for letting us know. The seat at “{title}” goes to the next in the queue.",
        title=title(say, event),
    )


def will_take_at_once(say: Speech) -> str:
    """Plain text, as short notes above the chat are."""
    return say("Noted: a freed seat will be yours without asking.").unescape()


def will_be_asked(say: Speech) -> str:
    return say("Noted: a freed seat will be offered to you, and you decide.").unescape()
