"""A seat passed on to a colleague by a link."""

from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.payments import costs
from catalogue.registrations.refusals import Hindrance, SeatNotPassed
from handlers.words import labels
from handlers.words.events import contact_line, essentials, title
from handlers.words.speech import Speech, _


def link_made(say: Speech, until: datetime, *, now: datetime) -> Markup:
    """To the giver, above the message that is to be forwarded."""
    ready = say(
        "The link for your colleague is ready: please forward the next message. The seat stays "
        "yours until your colleague accepts it."
    )
    rule = say(
        "The link works once, until {when}. If somebody comes to wait for a seat meanwhile, the "
        "queue goes first: the link stops working, and we tell you.",
        when=say.deadline(until, now=now),
    )
    return Markup("\n\n").join([ready, rule])


def to_forward(say: Speech, event: Event, link: str, until: datetime, *, now: datetime) -> Markup:
    """In the giver's own voice, so that it can be sent on as it is."""
    return Markup("\n\n").join(
        [
            say("I cannot come, so I offer you my seat:"),
            essentials(say, event, now=now),
            say(
                "To make it yours, open the link and press “{button}” (until {when}):\n{link}",
                button=say(labels.TAKE_SEAT),
                when=say.deadline(until, now=now),
                link=link,
            ),
        ]
    )


def link_is_out(say: Speech, event: Event, until: datetime, *, now: datetime) -> Markup:
    return say(
        "You have made a link for a colleague already (“{title}”); it works until {when}. I "
        "cannot show it a second time: if it is lost, make a new one, and the old one stops "
        "working.",
        title=title(say, event),
        when=say.deadline(until, now=now),
    )


def link_withdrawn(say: Speech, event: Event) -> Markup:
    return say(
        "The link does not work any more. The seat at “{title}” stays yours.",
        title=title(say, event),
    )


def queue_first(say: Speech, event: Event) -> Markup:
    return say(
        "Somebody waits for a seat at “{title}”, and the queue goes first, so a seat cannot be "
        "passed on to a colleague. If you cannot come, please cancel.",
        title=title(say, event),
    )


def offered(say: Speech, until: datetime, *, now: datetime) -> Markup:
    """Above the card, to the one who has opened the link."""
    return say(
        "A colleague offers you a seat at this event. It becomes yours when you press “{button}” "
        "(until {when}).",
        button=say(labels.TAKE_SEAT),
        when=say.deadline(until, now=now),
    )


def not_passed(say: Speech, refusal: SeatNotPassed) -> Markup:
    return say(
        _WHY[refusal.why],
        title=title(say, refusal.event),
        contact=contact_line(say, refusal.event),
    )


def passed_on(say: Speech, event: Event, *, now: datetime) -> Markup:
    """To the giver, when the colleague has accepted."""
    lines = [
        say("Your colleague has accepted your seat. Your registration: <b>Cancelled</b>"),
        essentials(say, event, now=now),
    ]
    if costs(event):
        lines.append(
            say(
                "If you have paid already, the payment does not pass on. {contact}",
                contact=contact_line(say, event),
            )
        )
    return Markup("\n\n").join([*lines, say("Thank you for not leaving the seat empty.")])


def link_over(say: Speech, event: Event) -> Markup:
    """To the giver, when somebody has come to wait."""
    return say(
        "Somebody has come to wait for a seat at “{title}”, and the queue goes first: the link "
        "that you made for a colleague does not work any more. The seat is still yours. If you "
        "cannot come, please cancel.",
        title=title(say, event),
    )


_WHY = {
    Hindrance.NO_SEAT: _("You have no confirmed seat at “{title}”, so there is none to pass on."),
    Hindrance.APPROVAL: _(
        "The organiser approves each registration for “{title}”, so a seat cannot be passed on "
        "by a link. {contact}"
    ),
    Hindrance.USED: _(
        "This link has been used: the seat at “{title}” has been passed on. A link works once."
    ),
    Hindrance.WITHDRAWN: _(
        "Your colleague has withdrawn this link, or made a newer one (“{title}”)."
    ),
    Hindrance.QUEUE: _(
        "Somebody has come to wait for a seat at “{title}” meanwhile, and the queue goes first, so "
        "this link does not work any more. Your colleague knows. You can join the queue too."
    ),
    Hindrance.EXPIRED: _(
        "The time of this link is over (“{title}”). Please ask your colleague for a new one."
    ),
    Hindrance.LEFT: _(
        "Your colleague no longer has the seat at “{title}” that this link was to pass on."
    ),
}
