"""The grammar of days: each rule reads one expression as a range or as a habit of weekdays."""

import re
from datetime import date, timedelta

from catalogue.search import spans
from catalogue.search.calendar_words import (
    MONTHS,
    NEXT,
    NUMBER,
    NUMBERS,
    SEASONS,
    THIS,
    WEEKDAYS,
)
from catalogue.search.grammar import Meaning, Moment, Rules, later, rule_of
from catalogue.search.spans import Span

RULES: Rules = []
_rule = rule_of(RULES)

_MONTH = "(?:" + "|".join(MONTHS) + ")"
_MONTH_OF = tuple(re.compile(rf"(?:{one})$") for one in MONTHS)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:20\d\d)"
_D = r"(?:\s*(?:d|dien\w*)\b\.?)?"
_PARTS = {
    "start": r"pradzi\w+|pradzioje|beginning|start|early",
    "middle": r"vidur\w+|middle|mid",
    "end": r"pabaig\w+|gale|end|late",
}
_PART = "(?:" + "|".join(_PARTS.values()) + ")"


def _part_in(text: str) -> str:
    return next(name for name, words in _PARTS.items() if re.search(words, text))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text]


def _month_number(text: str) -> int:
    return next(at for at, words in enumerate(_MONTH_OF, 1) if words.match(text))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of(month: int, moment: Moment) -> int:
    """The year of a bare month: this one or the next, or the last one when looking back."""
    if moment.past:
        return moment.today.year - (month > moment.today.month)
    return moment.today.year + (month < moment.today.month)


def _day_in_year(month: int, day: int, moment: Moment) -> date | None:
    """The day of a bare month and day; 29 February waits for a year that has one."""
    step = -1 if moment.past else 1
    for year in range(moment.today.year, moment.today.year + 9 * step, step):
        found = _valid(year, month, day)
        if found and (found <= moment.today if moment.past else found >= moment.today):
            return found
    return None


@_rule(rf"({_YEAR})\s?[-./]\s?(0?[1-9]|1[0-2])\s?[-./]\s?({_DAY}){_D}")
def _iso_day(match: re.Match[str], _: Moment) -> Meaning:
    found = _valid(int(match[1]), int(match[2]), int(match[3]))
    return spans.day(found) if found else None


@_rule(rf"({_DAY})[./](0?[1-9]|1[0-2])[./]({_YEAR})")
def _day_month_year(match: re.Match[str], _: Moment) -> Meaning:
    found = _valid(int(match[3]), int(match[2]), int(match[1]))
    return spans.day(found) if found else None


@_rule(rf"({_YEAR})[-.](0[1-9]|1[0-2])")
def _iso_month(match: re.Match[str], _: Moment) -> Meaning:
    return spans.month(int(match[1]), int(match[2]))


@_rule(
    rf"(?:nuo|from)\s+({_MONTH})\s+({_DAY}){_D}\s*(?:iki|to|till|until)\s+({_DAY}){_D}(?!\s*val)"
)
def _from_day_to_day(match: re.Match[str], moment: Moment) -> Meaning:
    return _days_of_month(match[1], match[2], match[3], None, moment)


@_rule(
    rf"(?:({_YEAR})\s*(?:m\.?|metu)?\s*|(?:s\.?\s?m\.?\s*))?({_MONTH})\s*(?:men(?:esio)?\.?\s*)?"
    rf"({_DAY})(?:st|nd|rd|th)?{_D}(?:\s*(?:[-–—]|iki|ir|to|and)\s*({_DAY})(?:st|nd|rd|th)?)?"
    rf"{_D}(?:,?\s*({_YEAR}))?(?!\s*(?:val|:\d|eur|€|ak))"
)
def _month_and_days(match: re.Match[str], moment: Moment) -> Meaning:
    return _days_of_month(match[2], match[3], match[4], match[1] or match[5], moment)


@_rule(
    rf"({_DAY})(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to)\s*({_DAY})(?:st|nd|rd|th)?)?\s*(?:d\.?\s*)?"
    rf"(?:of\s+)?({_MONTH})(?:,?\s*({_YEAR}))?"
)
def _days_and_month(match: re.Match[str], moment: Moment) -> Meaning:
    return _days_of_month(match[3], match[1], match[2], match[4], moment)


def _days_of_month(
    month: str, first: str, last: str | None, year: str | None, moment: Moment
) -> Meaning:
    number = _month_number(month)
    start = (
        _valid(int(year), number, int(first)) if year else _day_in_year(number, int(first), moment)
    )
    if start is None:
        return None
    end = _valid(start.year, number, int(last)) if last else start
    return Span(start, end) if end and end >= start else spans.day(start)


@_rule(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
def _month_dash_day(match: re.Match[str], moment: Moment) -> Meaning:
    found = _day_in_year(int(match[1]), int(match[2]), moment)
    return spans.day(found) if found else None


@_rule(
    rf"(?:({_YEAR})\s*(?:m\.?|metu)?\s*)?({_MONTH})\s*(?:men\w*\.?\s+)?({_PART})"
    rf"|({_PART})[\s-]*(?:of\s+)?({_MONTH})(?:\s+({_YEAR}))?"
)
def _part_of_named_month(match: re.Match[str], moment: Moment) -> Meaning:
    number = _month_number(match[2] or match[5])
    part = _part_in(match[3] or match[4])
    year = match[1] or match[6]
    whole = spans.month(int(year) if year else _year_of(number, moment), number)
    found = spans.part_of_month(whole, part)
    if year is None and not moment.past and found.last and found.last < moment.today:
        return spans.part_of_month(spans.month(moment.today.year + 1, number), part)
    return found


@_rule(rf"(?:({THIS}|{NEXT})\s+)?(?:menesio\s+({_PART})|({_PART})\s+of\s+(?:the\s+)?month)")
def _part_of_this_month(match: re.Match[str], moment: Moment) -> Meaning:
    next_one = bool(match[1]) and re.match(NEXT, match[1]) is not None
    whole = spans.month(moment.today.year, moment.today.month + next_one)
    return spans.part_of_month(whole, _part_in(match[2] or match[3]))


@_rule(rf"(?:({THIS}|{NEXT})\s+)?savaites\s+({_PART})|({_PART})\s+of\s+(?:the\s+|({NEXT})\s+)?week")
def _part_of_week(match: re.Match[str], moment: Moment) -> Meaning:
    word = match[1] or match[4] or ""
    whole = spans.week(moment.today, int(re.match(NEXT, word) is not None))
    return spans.part_of_week(whole, _part_in(match[2] or match[3]))


@_rule(
    rf"(?:per|within|in the next|for the next|over the next|next|artimiaus\w+|per artimiaus\w+)"
    rf"\s+({NUMBER})\s+(dien\w*|savait\w*|menes\w*|days?|weeks?|months?)"
)
def _within(match: re.Match[str], moment: Moment) -> Meaning:
    return Span(moment.today, later(moment.today, _number(match[1]), match[2]))


@_rule(r"(?:per|within a|artimiausi\w+)\s+(dien\w+|savait\w+|menes\w+|day|week|month)")
def _within_one(match: re.Match[str], moment: Moment) -> Meaning:
    return Span(moment.today, later(moment.today, 1, match[1]))


@_rule(
    rf"(?:po|uz|in|after)\s+(?:({NUMBER})\s+)?(dienos|dienu|savaites|savaiciu|menesio|menesiu"
    r"|days?|weeks?|months?)(?:\s+time)?"
)
def _after_some(match: re.Match[str], moment: Moment) -> Meaning:
    if match[1] is None and match[2] in {"day", "days", "week", "weeks", "month", "months"}:
        return None
    target = later(moment.today, _number(match[1]) if match[1] else 1, match[2])
    if match[2].startswith("d"):
        return spans.day(target)
    return spans.week(target)


@_rule(
    r"uzporyt|day after tomorrow|poryt(?:dien\w*)?|ryt(?:oj(?:aus)?)?|rytdien\w*|tomorrow'?s?"
    r"|siandien\w*|sivakar|siryt|tonight|todays?|vakar(?!e|a|i|o|u)|yesterday"
)
def _near_day(match: re.Match[str], moment: Moment) -> Meaning:
    word = match[0]
    shifts = (("uzporyt", 3), ("day", 2), ("poryt", 2), ("ryt", 1), ("tomorrow", 1))
    shift = next((days for start, days in shifts if word.startswith(start)), 0)
    if word in {"vakar", "yesterday"}:
        shift = -1
    return spans.day(moment.today + timedelta(days=shift))


@_rule(
    rf"(?:({THIS})|(dar\s+)?({NEXT})|on|at|the)?\s*(?:the\s+)?(?:savaitgal(?:i|io|yje|is|y|iui)|weekend)"
)
def _weekend(match: re.Match[str], moment: Moment) -> Meaning:
    return spans.weekend(moment.today, 1 if match[3] else 0)


@_rule(r"savaitgali(?:ais|us|ai|u)|weekends")
def _weekends(_: re.Match[str], __: Moment) -> Meaning:
    return (6, 7)


@_rule(r"(?:darbo dien(?:omis|a|as)|siokiadien\w+|weekdays?|working days?)")
def _working_days(_: re.Match[str], __: Moment) -> Meaning:
    return (1, 2, 3, 4, 5)


@_rule(rf"(?:({THIS})|(dar\s+)?({NEXT})|(praeit\w+|last))\s+(?:savait(?:e|es|eje|ei)|week)")
def _week(match: re.Match[str], moment: Moment) -> Meaning:
    shift = -1 if match[4] else 2 if match[2] else 1 if match[3] else 0
    return spans.week(moment.today, shift)


@_rule(rf"(?:({THIS})|({NEXT})|(praeit\w+|last))\s+(?:men(?:uo|esi|esio|esy|esyje)?\b\.?|month)")
def _month(match: re.Match[str], moment: Moment) -> Meaning:
    shift = -1 if match[3] else 1 if match[2] else 0
    return spans.month(moment.today.year, moment.today.month + shift)


@_rule(
    rf"(?:({_YEAR})\s*(?:m\.?|metu)?\s*)?"
    rf"(?:({NEXT}|{THIS})\s+(?:metu\s+)?|siu metu\s+|kitu metu\s+)?"
    rf"({_MONTH})(?:\s*men(?:esi|esio|uo|esy)?\b\.?)?(?:,?\s*({_YEAR}))?"
)
def _named_month(match: re.Match[str], moment: Moment) -> Meaning:
    if match[3] in {"may", "jan", "mar"} and not re.search(r"20\d\d", match[0]):
        before = f" {match.string[: match.start()].rstrip()}"
        if not before.endswith((" in", " of", " by", " until", " from", " this", " next")):
            return None
    number = _month_number(match[3])
    year = match[1] or match[4]
    return spans.month(int(year) if year else _year_of(number, moment), number)


@_rule(rf"({_DAY})\s*(?:d\.|d\b|dien(?:a|os)\b)")
def _bare_day(match: re.Match[str], moment: Moment) -> Meaning:
    """The day of this month, or of the first later one that has it."""
    for shift in range(14):
        whole = spans.month(moment.today.year, moment.today.month + shift)
        if whole.first is None:
            continue
        found = _valid(whole.first.year, whole.first.month, int(match[1]))
        if found and found >= moment.today:
            return spans.day(found)
    return None


for _words, _first in SEASONS:

    def _season(_: re.Match[str], moment: Moment, first: int = _first) -> Meaning:
        return spans.season(first, moment.today)

    _rule(rf"(?:({THIS}|{NEXT})\s+)?(?:{_words})")(_season)


for _at, _names in enumerate(WEEKDAYS, 1):
    _lithuanian, _english = _names.split("|")

    def _habit(_: re.Match[str], __: Moment, weekday: int = _at) -> Meaning:
        return (weekday,)

    def _weekday(match: re.Match[str], moment: Moment, weekday: int = _at) -> Meaning:
        today = moment.today
        if match[2]:
            monday = today - timedelta(days=today.weekday())
            return spans.day(monday + timedelta(days=6 + weekday))
        ahead = (weekday - today.isoweekday()) % 7
        return spans.day(
            today - timedelta(days=7 - ahead) if moment.past else today + timedelta(ahead)
        )

    _rule(rf"{_lithuanian}i(?:ais|us|ams|uose|ai|u)|{_english.rstrip('s?')}s")(_habit)
    _rule(
        rf"(?:({THIS})\s+|({NEXT})\s+|on\s+)?(?:{_lithuanian}(?:i|is|io|iui|yje|y)"
        rf"|{_english.rstrip('s?')})"
    )(_weekday)
