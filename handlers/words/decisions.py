"""What the organiser has decided about a registration, told to the person."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.tables import State
from handlers.words.events import centre_name, contact_line, essentials, title
from handlers.words.registrations import joined
from handlers.words.speech import Speech


def approved(say: Speech, event: Event, *, usual: Iterable[timedelta], now: datetime) -> Markup:
    news = say("Good news: the organiser has approved your registration.")
    return _confirmed(say, news, event, usual, now)


def seat_given(say: Speech, event: Event, *, usual: Iterable[timedelta], now: datetime) -> Markup:
    news = say("Good news: the organiser has given you a seat.")
    return _confirmed(say, news, event, usual, now)


def rejected(say: Speech, event: Event) -> Markup:
    news = say(
        "Unfortunately, the organiser has not approved your registration for “{title}”.",
        title=title(say, event),
    )
    return Markup("\n\n").join([news, contact_line(say, event)])


def taken_off(say: Speech, event: Event, *, now: datetime) -> Markup:
    news = say("<b>Cancelled</b>\n\nThe organiser has cancelled your registration:")
    return Markup("\n\n").join([news, essentials(say, event, now=now), contact_line(say, event)])


def letter(say: Speech, event: Event, author: str, text: str, *, now: datetime) -> Markup:
    """From one of the centre's staff about an event; how to answer is told below."""
    about = {"title": title(say, event), "when": say.brief(event.starts_at, now=now)}
    centre = centre_name(say, event.centre)
    return Markup("\n\n").join(
        [
            say(
                "<b>{name}</b>, {centre}, writes to you about “{title}” ({when}):",
                name=author,
                centre=centre,
                **about,
            )
            if author
            else say(
                "<b>{centre}</b> writes to you about “{title}” ({when}):", centre=centre, **about
            ),
            Markup("{}").format(text),
            contact_line(say, event),
        ]
    )


def _confirmed(
    say: Speech, news: Markup, event: Event, usual: Iterable[timedelta], now: datetime
) -> Markup:
    state = joined(say, event, State.CONFIRMED, None, usual=usual, now=now)
    return Markup("\n\n").join([news, state])
