"""Leaving when one no longer may by oneself: asking the organiser to be let go."""

from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event
from handlers.words.events import contact_line, essentials, title
from handlers.words.speech import Speech


def too_late(say: Speech, event: Event, *, now: datetime) -> Markup:
    """What is so, and what follows from asking, before anything is asked."""
    return Markup("\n\n").join(
        [
            say(
                "You could cancel “{title}” by yourself until {when}. Now the organiser decides "
                "about it, and you can ask.",
                title=title(say, event),
                when=say.deadline(event.leaving_until, now=now),
            ),
            meanwhile(say),
        ]
    )


def meanwhile(say: Speech) -> Markup:
    return say(
        "Until there is an answer, the seat stays yours. If there is none by the start, you count "
        "as registered."
    )


def ask_reason(say: Speech, event: Event) -> Markup:
    return say(
        "Why can you not come to “{title}”? Please write it in one message; only the organisers "
        "see it. You can also do without a reason.",
        title=title(say, event),
    )


def asked(say: Speech, event: Event) -> Markup:
    sent = say(
        "Your request has gone to the organiser (“{title}”). We write when there is an answer.",
        title=title(say, event),
    )
    return Markup("\n\n").join([sent, meanwhile(say)])


def still_asked(say: Speech, event: Event, asked_at: datetime, *, now: datetime) -> Markup:
    waits = say(
        "Your request to cancel “{title}” ({when}) still waits for the organiser’s answer.",
        title=title(say, event),
        when=say.deadline(asked_at, now=now),
    )
    return Markup("\n\n").join([waits, meanwhile(say)])


def taken_back(say: Speech, event: Event) -> Markup:
    return say(
        "The request is taken back. The seat at “{title}” stays yours.", title=title(say, event)
    )


def refused_before(say: Speech, event: Event) -> Markup:
    return say(
        "The organiser has answered already: they count on you at “{title}”. {contact}",
        title=title(say, event),
        contact=contact_line(say, event),
    )


def granted(say: Speech, event: Event, *, now: datetime) -> Markup:
    """What was decided, told to the one who asked."""
    return Markup("\n\n").join(
        [
            say("<b>Cancelled</b>\n\nThe organiser has let you go, as you asked:"),
            essentials(say, event, now=now),
        ]
    )


def refused(say: Speech, event: Event, *, now: datetime) -> Markup:
    return Markup("\n\n").join(
        [
            say("The organiser has not let you go: they count on you. The seat stays yours."),
            essentials(say, event, now=now),
            contact_line(say, event),
        ]
    )
