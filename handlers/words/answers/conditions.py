"""The conditions of a question as they were understood."""

from datetime import date, datetime, timedelta

from babel import dates

from catalogue.search.filters import Filters
from catalogue.search.questions import Question
from handlers.words.events import form_name
from handlers.words.speech import Speech, _


def conditions(say: Speech, question: Question, *, now: datetime) -> str:
    """All that was understood, no HTML yet, e.g. „gruodis · Kaunas · nemokama“; may be empty.

    The theme stands among other conditions; alone it would only repeat what was written.
    """
    told = named(say, question, now=now)
    if tuple(told) == ("topic",):
        return ""
    return " · ".join(told.values())


def named(say: Speech, question: Question, *, now: datetime) -> dict[str, str]:
    """Each condition in words under its name, as `follow_ups.removable` has them."""
    said = _filters(say, question.filters, now)
    if question.filters.exclude:
        for name, words in _filters(say, question.filters.exclude, now).items():
            said[f"not.{name}"] = say("not: {conditions}", conditions=words).unescape()
    return said


def span(say: Speech, first: date | None, last: date | None, *, now: datetime) -> str:
    """Days in a few words: a day, a month, a range; empty where both ends are open."""
    if first and last:
        after = last + timedelta(days=1)
        if first == last:
            return say.day(first, now=now)
        if first.day == 1 and after.day == 1 and (last - first).days < 31:
            is_this_year = first.year == say.local(now).year
            return say.month_alone(first) if is_this_year else say.month(first)
        return say.days(first, last, now=now)
    if first:
        return str(say("from {day}", day=say.plain_day(first, now=now)))
    return str(say("until {day}", day=say.plain_day(last, now=now))) if last else ""


def _filters(say: Speech, filters: Filters, now: datetime) -> dict[str, str]:
    limit, hours = filters.max_price, filters.min_hours
    topic = filters.topic
    told = {
        "topic": say("“{words}”", words=topic).unescape() if topic else None,
        "from": span(say, filters.first, filters.last, now=now),
        "weekday": ", ".join(_weekday(say, number) for number in filters.weekday),
        "part_of_day": _value(say, filters.part_of_day),
        "mode": _value(say, filters.mode),
        "language": _value(say, filters.language),
        "city": filters.city,
        "free": say("free of charge") if filters.free else None,
        "max_price": None if limit is None else say("up to {price}", price=say.euros(limit)),
        "audience": filters.audience,
        "form": form_name(say, filters.form) if filters.form else None,
        "organiser": filters.organiser,
        "min_hours": say("at least {hours} academic h", hours=say.number(hours))
        if hours is not None
        else None,
    }
    return {name: str(words) for name, words in told.items() if words}


def _value(say: Speech, value: str | None) -> str:
    return str(say(NAMES[value])) if value in NAMES else value or ""


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
    "ru": _("in Russian"),
}
