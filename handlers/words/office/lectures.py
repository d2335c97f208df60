"""The coming events of a lecturer, or of the one at the door."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.tables import State
from handlers.words.events import shortened, title, where_short
from handlers.words.speech import Speech

Counts = Mapping[tuple[int, State], int]


def page(
    say: Speech,
    heading: Markup,
    events: Sequence[Event],
    counts: Counts,
    *,
    first: int,
    now: datetime,
) -> Markup:
    lines = [Markup("<b>{}</b>").format(heading)]
    if not events:
        lines.append(say("There are no coming events here."))
    for number, event in enumerate(events, start=first):
        facts = [say.brief(event.starts_at, now=now), where_short(say, event)]
        lines += [
            Markup(""),
            Markup("{}. <b>{}</b>").format(number, shortened(title(say, event), 160)),
            Markup("{}").format(" · ".join(fact for fact in facts if fact)),
            _numbers(say, event, counts),
        ]
    return Markup("\n").join(lines)


def _numbers(say: Speech, event: Event, counts: Counts) -> Markup:
    """Who is confirmed, of how many, and who waits where anybody does."""
    confirmed = counts.get((event.id, State.CONFIRMED), 0)
    waiting = counts.get((event.id, State.WAITING), 0)
    told = (
        say("Confirmed: {n}", n=confirmed)
        if event.seats is None
        else say("Confirmed: {n} of {seats}", n=confirmed, seats=event.seats)
    )
    if not waiting:
        return told
    return Markup(" · ").join([told, say("Waiting: {n}", n=waiting)])
