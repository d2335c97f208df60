"""An event of last year, as it would be in the coming one."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.programme.holidays import Days
from catalogue.programme.tables import Event
from catalogue.registrations.queries import Standing
from handlers.words.events import card
from handlers.words.office.holidays import name_of
from handlers.words.speech import Speech

MET_SHOWN = 5


def preview(
    say: Speech, copy: Event, met: Sequence[tuple[datetime, Days]], *, now: datetime
) -> Markup:
    """The card, and below it which meetings fall into holidays; nothing is made yet."""
    lines = [
        say("<b>A copy on the same weekdays</b>"),
        Markup(""),
        card(say, copy, Standing(free=copy.seats, waiting=0), now=now),
    ]
    if met:
        lines.append(Markup(""))
    lines += [
        say(
            "Mind that {day} falls into days without school: {name}.",
            day=say.plain_day(say.local(moment).date(), now=now),
            name=name_of(say, days.name),
        )
        for moment, days in met[:MET_SHOWN]
    ]
    return Markup("\n").join(lines)


def last_year(say: Speech, count: int) -> Markup:
    if not count:
        return say("There were no events within the last year.")
    return say("<b>Last year's events</b>\nPress the one that you want to hold again.")
