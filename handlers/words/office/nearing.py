"""Events that come near with few registered, told to those who can do something about it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.participants.nearing import Nearing
from handlers.words.events import shortened, title
from handlers.words.speech import Speech

SHOWN = 8
TITLE_LENGTH = 160


def few(say: Speech, found: Sequence[Nearing], *, now: datetime) -> Markup:
    """Of one event, or of several in a numbered list."""
    if len(found) == 1:
        heading = say("<b>The event is near, and few have registered</b>")
        return Markup("\n\n").join([heading, _event(say, found[0], now=now)])
    heading = say.n(
        "<b>{n} event is near, and few have registered</b>",
        "<b>{n} events are near, and few have registered</b>",
        len(found),
    )
    lines = [
        Markup("{}. {}").format(number, _event(say, one, now=now))
        for number, one in enumerate(found[:SHOWN], start=1)
    ]
    if rest := len(found) - len(lines):
        lines.append(say.n("and {n} more", "and {n} more", rest))
    return Markup("\n\n").join([heading, *lines])


def _event(say: Speech, one: Nearing, *, now: datetime) -> Markup:
    event = one.event
    registered = (
        say.n("{n} registered of {all}", "{n} registered of {all}", one.registered, all=event.seats)
        if one.registered
        else say("nobody has registered; seats: {all}", all=event.seats)
    )
    name = shortened(title(say, event), TITLE_LENGTH)
    when = say.brief(event.starts_at, now=now)
    return Markup("<b>{}</b>\n{} · {}").format(name, when, registered)
