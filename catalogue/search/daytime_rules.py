"""Rules of the parts of a day, in words and by the clock."""

import re

from catalogue.search import spans
from catalogue.search.date_rules import NOT_COUNTED
from catalogue.search.grammar import Meant, Moment, Rules, Said

DAYTIME_RULES = Rules()
_rule = DAYTIME_RULES

_LINK = "(?: from|to|after|before|in )"
_TIME = "(?: number|time|dot_time|month_or_day )"
_WEEKDAY = "(?: weekday|weekday_short )"
_HOUR = "(?: count|clock )"
_EARLIEST = 7
"""No event begins earlier: five is five in the afternoon."""

_DAY = "near|weekday|weekdays|weekday_short|weekend|number|d|date|month_or_day|next|this"


@_rule("(?: daytime|daytimes ) (?! theme )")
def _daytime(said: Said, _: Moment) -> Meant:
    return Meant(part_of_day=said.name("daytime", "daytimes"))


@_rule("daytime_when (?= other? other? suits )")
def _suits(said: Said, _: Moment) -> Meant:
    """Mornings in the nominative are a time only where they suit, or do not."""
    return Meant(part_of_day=said.name("daytime_when"))


@_rule(f"(?<! to|dash ) {_WEEKDAY} (?: (?: and|or|comma ) {_WEEKDAY} )* daytimes")
def _every_evening(said: Said, _: Moment) -> Meant:
    """Friday evenings, „penktadienio vakarais“, are those of any Friday."""
    weekdays = said.numbers("weekday", "weekday_short")
    return Meant(weekdays=tuple(weekdays), part_of_day=said.name("daytimes"))


@_rule(
    f"(?<= {_DAY} ) daytime_of",
    "daytime_of (?= event|events )",
    "every daytime_of",
    "(?<= own ) daytime_of",
    "(?<= comma ) daytime_of (?= comma|$ )",
    "(?<= weekday ) daytime_when (?= events )",
)
def _daytime_of(said: Said, _: Moment) -> Meant:
    """A noun that is a time beside a day or an event, or listed, and a theme anywhere else."""
    return Meant(part_of_day=said.name("daytime_of", "daytime_when"))


@_rule("this daytime_of", "the? daytime_of of d")
def _this_daytime(said: Said, moment: Moment) -> Meant:
    return Meant(span=spans.day(moment.today), part_of_day=said.name("daytime_of"))


@_rule(
    f"{_LINK}? {_TIME} hour (?: daytime_of|daytime )? (?! event|events )",
    f"(?<= near|weekday|d|number|date ) {_LINK}? {_TIME} hour",
    f"(?: from|after|before|in ) {_TIME} hour (?: daytime_of|daytime )?",
    f"{_LINK}? {_TIME} (?: am|pm )",
    "(?<= near|weekday|d|number|date ) dot_time",
    f"(?<= near|weekday|weekday_short ) in number {NOT_COUNTED}",
    f"{_LINK} dot_time (?! counted|other )",
    f"{_LINK}? time (?! counted )",
    f"between {_TIME} and {_TIME} (?: hour|am|pm )",
    f"{_LINK}? number daytime_of",
    f"{_LINK}? {_TIME} hour? (?: dash|to|up_to ) {_TIME} (?: hour|am|pm )",
    f"{_LINK}? (?: time|dot_time ) (?: dash|to|up_to ) (?: time|dot_time ) hour?",
)
def _clock(said: Said, _: Moment) -> Meant | None:
    """By the hour it begins, or of what is to be over before the hour."""
    digits = re.match(r"\d+", next(one.text for one in said.words if one.text[:1].isdigit()))
    hour = int(digits[0]) if digits else 24
    named = next(iter(said.values("daytime", "daytime_of")), "")
    if hour < _EARLIEST and said.text(said.words[0].kind) == "iki" and "hour" in said:
        return Meant()  # up to two hours long
    late = "pm" in said or named in {"afternoon", "evening"}
    if hour < 12 and (late or (hour < _EARLIEST and "am" not in said and named != "morning")):
        hour += 12
    if hour > 23:
        return None
    return Meant(
        part_of_day=_part_before(hour) if said.words[0].kind in {"to", "before"} else part_at(hour)
    )


@_rule(f"{_LINK}? ordinal hour (?: daytime_of|daytime )", f"{_LINK} ordinal daytime_of")
def _hour_in_words(said: Said, _: Moment) -> Meant:
    """The fifth hour of the evening; up to it is before the evening."""
    named = said.name("daytime_of", "daytime")
    return Meant(part_of_day="afternoon" if named == "evening" and "to" in said else named)


@_rule(
    f"(?: from|between ) {_HOUR} (?: to|up_to|and ) (?: {_HOUR}|number )"
    "(?! counted|year|years|d|days|week )",
    f"(?: from|after ) {_HOUR} hour",
)
def _clock_in_words(said: Said, _: Moment) -> Meant:
    """„Nuo devynių iki dvylikos“: by the hour it begins."""
    hour = said.number("count", "clock")
    return Meant(part_of_day=part_at(hour + 12 if hour < _EARLIEST else hour))


@_rule("(?: from|after|before ) ordinal hour")
def _hour_alone(said: Said, _: Moment) -> Meant:
    """After the fifth: of what has lessons in the morning."""
    hour = said.number("ordinal")
    return Meant(part_of_day=part_at(hour + 12 if hour < _EARLIEST else hour))


def part_at(hour: int) -> str:
    """The part of the day that an hour is in; after four it is evening, for who has lessons."""
    if hour < 12:
        return "morning"
    return "afternoon" if hour < 16 else "evening"


def _part_before(hour: int) -> str:
    return "morning" if hour <= 13 else "afternoon"
