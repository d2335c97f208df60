"""The conditions of a question as they were understood."""

from datetime import date, datetime, timedelta

from babel import dates

from catalogue.search.filters import Filters
from handlers.words.events import form_name
from handlers.words.speech import Speech, _


def conditions(say: Speech, filters: Filters, *, now: datetime) -> str:
    """The filters as understood, no HTML yet, e.g. „gruodis · Kaunas · nemokama“; may be empty."""
    said = [
        _span(say, filters.first, filters.last, now),
        ", ".join(_weekday(say, number) for number in filters.weekday),
        *[
            str(say(NAMES[value]))
            for value in (filters.part_of_day, filters.mode, filters.language)
            if value in NAMES
        ],
        filters.city or "",
        str(say("free of charge")) if filters.free else "",
        str(say("up to {price}", price=say.euros(filters.max_price))) if filters.max_price else "",
        filters.audience or "",
        form_name(say, filters.form) if filters.form else "",
        filters.organiser or "",
        str(say("at least {hours} academic h", hours=say.number(filters.min_hours)))
        if filters.min_hours
        else "",
    ]
    if filters.exclude and (excluded := conditions(say, filters.exclude, now=now)):
        said.append(say("not: {conditions}", conditions=excluded).unescape())
    return " · ".join(filter(None, said))


def _span(say: Speech, first: date | None, last: date | None, now: datetime) -> str:
    if first and last:
        after = last + timedelta(days=1)
        if first == last:
            return say.day(first, now=now)
        if first.day == 1 and after.day == 1 and (last - first).days < 31:
            return say.month(first)
        return f"{say.day(first, now=now)} – {say.day(last, now=now)}"
    if first:
        return str(say("from: {day}", day=say.day(first, now=now)))
    return str(say("until: {day}", day=say.day(last, now=now))) if last else ""


def _weekday(say: Speech, number: int) -> str:
    names = dates.get_day_names("wide", locale="en_GB" if say.language == "en" else say.language)
    return str(names[number - 1])


#: Values of filters, as they stand in a list of conditions.
NAMES = {
    "morning": _("in the morning"),
    "afternoon": _("in the afternoon"),
    "evening": _("in the evening"),
    "online": _("online"),
    "onsite": _("on site"),
    "hybrid": _("on site or online"),
    "lt": _("in Lithuanian"),
    "en": _("in English"),
}
