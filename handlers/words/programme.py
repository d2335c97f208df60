"""The programme in words: a month's page and its filters."""

from collections.abc import Mapping
from datetime import date, datetime

from markupsafe import Markup

from catalogue.finding.browsing import Month, Wanted
from catalogue.programme.tables import Mode
from handlers.words import labels
from handlers.words.events import line
from handlers.words.speech import Speech, capitalised


def month(
    say: Speech,
    found: Month,
    wanted: Wanted,
    free: Mapping[int, int | None],
    *,
    first: int,
    now: datetime,
) -> Markup:
    name = capitalised(say.month(found.first_day))
    heading = say.n(
        "<b>{month}</b> · {n} event", "<b>{month}</b> · {n} events", found.total, month=name
    )
    if filters_line := in_words(say, wanted):
        heading += Markup("\n{}").format(filters_line)
    lines = [
        line(say, number, event, free[event.id], now=now)
        for number, event in enumerate(found.events, start=first)
    ]
    return Markup("\n\n").join([heading, *lines])


def in_words(say: Speech, wanted: Wanted) -> str:
    """The chosen filters, e.g. „Nuotoliu · Nemokami · Kaunas“; empty where there are none."""
    modes = {Mode.ONLINE: labels.ONLINE, Mode.ONSITE: labels.ONSITE}
    chosen = [
        str(say(modes[wanted.mode])) if wanted.mode in modes else "",
        str(say(labels.FREE)) if wanted.free else "",
        str(say(labels.FREE_SEATS)) if wanted.seats else "",
        wanted.city,
        wanted.audience,
    ]
    return " · ".join(part for part in chosen if part)


def filters(say: Speech, wanted: Wanted) -> Markup:
    chosen = in_words(say, wanted)
    if not chosen:
        return say("<b>Filters</b>\nPress what matters to you, then “Show the events”.")
    return say("<b>Filters</b>\nChosen: {filters}", filters=chosen)


def choose_city(say: Speech) -> Markup:
    return say("In which town?")


def choose_audience(say: Speech) -> Markup:
    return say("For whom?")


def nothing_matches(say: Speech, wanted: Wanted) -> Markup:
    chosen = in_words(say, wanted)
    if not chosen:
        return say("The programme has no coming events yet. Please look in again later.")
    return say("No coming event matches: {filters}. Try fewer filters.", filters=chosen)


def month_label(say: Speech, day: date, *, back: bool) -> str:
    name = capitalised(say.month_alone(day))
    return f"‹ {name}" if back else f"{name} ›"


def page_label(say: Speech, page: int, step: int) -> str:
    number = page + 1 + step
    return str(say("‹ page {n}", n=number) if step < 0 else say("page {n} ›", n=number))
