"""Rules of days: near ones, dates, days of a month, weekdays."""

import re
from dataclasses import replace
from datetime import date, timedelta

from catalogue.search import spans
from catalogue.search.grammar import Meant, Moment, Rules, Said
from catalogue.search.spans import Span

DATE_RULES = Rules()
_rule = DATE_RULES

MONTH = "(?:month|month_in|month_short)"
NOT_COUNTED = "(?! (?: (?:dash|to|up_to) number )? (?:hour|counted|am|pm|days|year) )"
_NUMBER = f"number {NOT_COUNTED}"
_JOINED = f"(?: d? (?:comma|and|or|dash|to|up_to) {_NUMBER} )*"
_IN_WORDS = "(?: tens ordinal | ordinal | tens )"
OF_MONTH = f"(?: {MONTH} month_unit? | (?:this|next|coming)? month_unit )"
WHICH = "(?:this|next|coming|past|last|far)"
_WEEKDAY = "(?:weekday|weekday_short)"


_NATIONAL = frozenset(
    {(1, 1), (1, 13), (2, 16), (3, 11), (5, 1), (6, 14), (7, 6), (8, 23), (9, 1), (11, 1)}
)
"""„Vasario 16-osios“ is a theme; the ninth of December is not."""


def one_day(found: date | None, *, floats: bool = False) -> Meant | None:
    """A day that is said; none when the calendar has no such day."""
    return Meant(span=spans.day(found), floats=floats) if found else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_in_year(month: int, day: int, moment: Moment) -> date | None:
    """The day of a bare month and day; 29 February waits for a year that has one."""
    step = -1 if moment.past else 1
    for year in range(moment.today.year, moment.today.year + 9 * step, step):
        found = _valid(year, month, day)
        if found and (found <= moment.today if moment.past else found >= moment.today):
            return found
    return None


@_rule("near", "near_morning", "near_evening")
def _near(said: Said, moment: Moment) -> Meant:
    part = next((one.kind[5:] for one in said.words if one.kind[4:5] == "_"), None)
    shift = timedelta(days=said.number("near") if "near" in said else 0)
    return Meant(span=spans.day(moment.today + shift), part_of_day=part)


@_rule("date")
def _written_day(said: Said, _: Moment) -> Meant | None:
    one, two, three = map(int, re.findall(r"\d+", said.text("date")))
    return one_day(_valid(one, two, three) if one > 31 else _valid(three, two, one))


@_rule("month_date")
def _written_month(said: Said, _: Moment) -> Meant:
    year, month = map(int, re.findall(r"\d+", said.text("month_date")))
    return Meant(span=spans.month(year, month), whole=True)


@_rule(f"month_or_day {NOT_COUNTED}")
def _month_and_day(said: Said, moment: Moment) -> Meant | None:
    """12.05 is the fifth of December, as Lithuanians write it, or perhaps the twelfth of May."""
    written = said.text("month_or_day")
    one, two = int(written[:2]), int(written[3:])
    usual = _day_in_year(one, two, moment)
    foreign = None if "-" in written else _day_in_year(two, one, moment)
    meant = one_day(usual or foreign, floats=True)
    return meant.doubted("day_month", spans.day(foreign)) if meant and foreign else meant


@_rule(
    f"{MONTH} month_unit? {_NUMBER} {_JOINED} (?:d|day_gen)?",
    f"{MONTH} month_unit? month_or_day {NOT_COUNTED} d?",
    "the? month_or_day d? of? (?:month|month_short)",
    f"the? {_NUMBER} {_JOINED} d? of? (?:month|month_short)",
)
def _days_of_month(said: Said, moment: Moment) -> Meant | None:
    """Of several days the range from the first to the last, which may have begun already."""
    month = said.number("month", "month_in", "month_short")
    numbers = _days_said(said)
    last = _day_in_year(month, numbers[-1], moment)
    first = _valid(last.year, month, numbers[0]) if last else None
    if last is None:  # 30 February: the month is what is left of it
        return Meant(span=spans.month(moment.today.year + (month < moment.today.month), month))
    if first is None or first > last:
        return one_day(last, floats=True)
    of_a_feast = (month, *numbers) in _NATIONAL and said.text("number").endswith("osios")
    return Meant(span=Span(first, last), floats=True, ranged=first < last, linked=of_a_feast)


def _days_said(said: Said) -> list[int]:
    """The numbers of days; two with a dash may look like a month and a day: „sausio 11-15 d.“."""
    written = (one.text for one in said.words if one.kind in {"number", "month_or_day"})
    return [int(digits) for one in written for digits in re.findall(r"\d+", one)]


@_rule(f"{MONTH} month_unit? {_IN_WORDS} d?", "the? ordinal of (?:month|month_short)")
def _day_in_words(said: Said, moment: Moment) -> Meant | None:
    if "d" in said and said.text("d") == "dienomis":
        return None
    day = sum(said.numbers("tens", "ordinal"))
    return one_day(
        _day_in_year(said.number("month", "month_in", "month_short"), day, moment), floats=True
    )


@_rule(
    f"(?: ordinal|final ) (?: {MONTH}|month_unit ) d",
    f"the? (?: ordinal|final|last ) (?: d|days ) of the? (?: {MONTH}|month_unit )",
    f"{MONTH} (?: ordinal|final ) d",
)
def _day_in_order(said: Said, moment: Moment) -> Meant | None:
    """The first or the last day of a month; several of them are its first or its last ten."""
    month = next(iter(said.numbers("month", "month_in", "month_short")), None)
    ordinal = None if said.has("final", "last") else said.number("ordinal")
    several = "days" in said or said.text("d") == "dienomis"
    for shift in range(13):
        whole = spans.month(moment.today.year, moment.today.month + shift)
        first, last = spans.ends(whole)
        found = spans.day(first + timedelta(days=ordinal - 1) if ordinal else last)
        if several:
            found = spans.part_of_month(whole, "start" if ordinal else "end")
        if month in {None, first.month} and spans.ends(found)[1] >= moment.today:
            return Meant(span=found, floats=True)
    return None


@_rule(
    f"number {_JOINED} d",
    "month_or_day d",
    "(?<= in|from|to|before|after|up_to|between|weekday ) the number"
    "(?! counted|week|half|event|events|month_unit|other|theme )",
)
def _bare_day(said: Said, moment: Moment) -> Meant | None:
    """Days of this month, or of the first later one that has them."""
    numbers = _days_said(said)
    if said.words[-2].end == said.words[-1].start:
        return None  # 3D is no day
    if "d" not in said and not said.text("number").endswith(("st", "nd", "rd", "th")):
        return None
    for shift in range(14):
        whole, _ = spans.ends(spans.month(moment.today.year, moment.today.month + shift))
        first = _valid(whole.year, whole.month, numbers[0])
        last = _valid(whole.year, whole.month, numbers[-1])
        if first and last and first <= last and last >= moment.today:
            return Meant(span=Span(first, last), floats=True, ranged=first < last)
    return None


@_rule(
    f"(?:{_WEEKDAY}|weekend) (?= (?:daytime_of|daytime_when)? events )",
    "in one weekday",
    "(?<= one ) weekday (?= daytime_of? event )",
)
def _habit_of_events(said: Said, _: Moment) -> Meant:
    """Saturday seminars, or a Saturday seminar, are of any Saturday; the seminar is on the next."""
    return Meant(
        weekdays=(6, 7) if "weekend" in said else _digits(said.number("weekday", "weekday_short"))
    )


@_rule(
    f"(?: {WHICH} ) {_WEEKDAY}",
    "weekday",
    "(?<= i|in|from|to|before|after|between|not|dash|and|or|up_to ) weekday_short",
    "weekday_short (?= daytime|daytime_of|dash|number )",
    "weekday_short (?= and (?:weekday|weekday_short) )",
)
def _weekday(said: Said, moment: Moment) -> Meant:
    weekday = said.number("weekday", "weekday_short")
    coming = moment.today + timedelta(days=(weekday - moment.today.isoweekday()) % 7)
    week = timedelta(days=7)
    if said.has("past", "last") or (moment.past and not said.has("this", "next")):
        behind = coming - week if coming > moment.today or said.has("past", "last") else coming
        return Meant(span=spans.day(behind), habit=(weekday,), floats=said.is_bare)
    if said.has("next", "far"):
        return _next_weekday(weekday, coming, moment, weeks=2 if "far" in said else 1)
    if "coming" in said:
        return Meant(span=spans.day(coming if coming > moment.today else coming + week))
    bare = Meant(span=spans.day(coming))
    if "this" not in said:
        bare = replace(bare, floats=True, habit=(weekday,))
    return bare.doubted("today", spans.day(coming + week)) if coming == moment.today else bare


def _next_weekday(weekday: int, coming: date, moment: Moment, *, weeks: int) -> Meant:
    """That of the next calendar week; before it comes this week's, which may be meant too.

    On a Sunday the next week begins tomorrow, and the week after it may be meant.
    """
    monday = moment.today - timedelta(days=moment.today.isoweekday() - 1)
    found = monday + timedelta(days=weekday - 1, weeks=weeks)
    meant = Meant(span=spans.day(found))
    if moment.today < coming < found:
        return meant.doubted("next", spans.day(coming))
    if moment.today.isoweekday() == 7 and weekday < 7:
        return meant.doubted("next", spans.day(found + timedelta(days=7)))
    return meant


@_rule(
    "(?<= suits ) weekday (?: (?:and|or|comma ) weekday )*",
    "(?<= suits only ) weekday (?: (?:and|or|comma ) weekday )*",
    "weekday (?: (?:and|or|comma ) weekday )* (?= other? suits )",
)
def _habit_that_suits(said: Said, _: Moment) -> Meant | None:
    """In the nominative it is any such day: „tinka antradienis“."""
    if not all(one.text.endswith("is") for one in said.words if one.kind == "weekday"):
        return None
    return Meant(weekdays=tuple(said.numbers("weekday")))


@_rule(f"(?<! next|this|coming|from|between ) {_WEEKDAY} (?: comma {_WEEKDAY} )* or {_WEEKDAY}")
def _any_of_weekdays(said: Said, _: Moment) -> Meant:
    """„Antradienį arba ketvirtadienį“, of no week that is said: any such day does."""
    return Meant(weekdays=tuple(said.numbers("weekday", "weekday_short")))


@_rule("weekdays", "every ordinal? (?:weekday|weekday_short|weekdays)")
def _habit(said: Said, _: Moment) -> Meant:
    return Meant(weekdays=_digits(said.number("weekdays", "weekday", "weekday_short")))


@_rule("from? weekdays (?:dash|to|up_to) weekdays")
def _habits(said: Said, _: Moment) -> Meant | None:
    """From one weekday to another, every week."""
    first, last = (_digits(number) for number in said.numbers("weekdays"))
    if first[0] > last[-1]:
        return None
    return Meant(weekdays=tuple(range(first[0], last[-1] + 1)))


def _digits(weekdays: int) -> tuple[int, ...]:
    """Weekdays as the calendar writes them: 67 is the weekend."""
    return tuple(map(int, str(weekdays)))


@_rule(
    f"(?: ordinal|final|number ) {OF_MONTH} (?: weekday|weekend )",
    f"{OF_MONTH} (?: ordinal|final|number ) (?: weekday|weekend )",
    f"the? (?: ordinal|final|last ) (?: weekday|weekend ) (?: of|in ) the? {OF_MONTH}",
    "(?: ordinal|final ) (?: weekday|weekend )",
)
def _weekday_of_month(said: Said, moment: Moment) -> Meant | None:
    number = -1 if said.has("final", "last") else said.number("ordinal", "number")
    weekday = said.number("weekday") if "weekday" in said else 6
    month = next(iter(said.numbers("month", "month_in", "month_short")), None)
    for shift in range(said.has("next", "coming"), 25):
        whole = spans.month(moment.today.year, moment.today.month + shift)
        found = spans.weekday_of(whole, weekday, number)
        right = month is None or spans.ends(whole)[0].month == month
        if right and found and spans.ends(found)[0] >= moment.today:
            first, _ = spans.ends(found)
            return Meant(
                span=found if weekday < 6 or "weekday" in said else spans.weekend(first),
                floats=True,
            )
    return None
