"""Rules of weeks, weekends and months, and of so much time from now."""

from datetime import date, timedelta

from catalogue.search import spans
from catalogue.search.date_rules import MONTH, OF_MONTH, WHICH
from catalogue.search.grammar import Meant, Moment, Rules, Said, later
from catalogue.search.spans import Span

PERIOD_RULES = Rules()
_rule = PERIOD_RULES

_COUNT = "(?:count|number|one)"
_SOME = "(?:days|d|day_gen|week|weeks|month_unit|months_unit)"
_SEVERAL = "(?: week|weeks|d|days )"
_OF_PART = "(?<= part of )"


def _unit(said: Said) -> str:
    if said.has("days", "d", "day_gen"):
        return "day"
    return "week" if said.has("week", "weeks", "fortnight") else "month"


@_rule(
    f"per the? (?:coming|next)? {_COUNT} {_SOME}",
    f"(?:coming|next) {_COUNT} {_SOME}",
    f"per? {_COUNT} (?:coming|next) {_SOME}",
    f"{_COUNT} {_SOME} year",
    f"{_COUNT} {_SOME} meanwhile",
    "(?<! times ) per (?:coming|one)? (?:days|d|week|month_unit)",
    "per the next (?:week|month_unit)",
    "per the? (?:one|coming|next)? fortnight",
    "in? the? (?:coming|next) fortnight",
)
def _within(said: Said, moment: Moment) -> Meant | None:
    count = said.number("count", "number") * (2 if "fortnight" in said else 1)
    if "year" in said and said.text("year") != "metu":
        return None
    counted = said.has("count", "number", "one", "fortnight")
    if "next" in said and not counted and said.text("per") != "within":
        return None
    if "coming" in said and not said.has("count", "number", "one"):
        count = 7 if "days" in said else count
    return Meant(span=Span(moment.today, later(moment.today, count, _unit(said))))


@_rule("(?:coming|next) (?:days|weeks|months_unit)", "(?:coming|this) d", "soon")
def _soon(said: Said, moment: Moment) -> Meant:
    """The coming days are a week, the coming weeks three, the coming months two."""
    count = {"day": 7, "week": 3, "month": 2}[_unit(said)] if "soon" not in said else 1
    return Meant(span=Span(moment.today, later(moment.today, count, _unit(said))))


@_rule(
    f"(?:uz|after) {_COUNT}? {_SOME}",
    f"in {_COUNT} {_SOME}",
    f"{_COUNT} {_SOME} from now",
    "(?:in|uz|after) one? fortnight",
)
def _after_some(said: Said, moment: Moment) -> Meant | None:
    """In so many weeks or months is the week that the day falls in."""
    bare = not said.has("count", "number", "one")
    if bare and (said.text("in" if "in" in said else "uz" if "uz" in said else "after") == "after"):
        return None
    count = said.number("count", "number") * (2 if "fortnight" in said else 1)
    target = later(moment.today, count, _unit(said))
    return Meant(span=spans.day(target) if _unit(said) == "day" else spans.week(target))


@_rule(f"{_COUNT} {_SOME} ago", f"before {_COUNT}? (?:days|week|month_unit|months_unit)")
def _ago(said: Said, moment: Moment) -> Meant | None:
    if "before" in said and said.text("before") != "pries":
        return None
    target = later(moment.today, -said.number("count", "number"), _unit(said))
    return Meant(span=spans.day(target) if _unit(said) == "day" else spans.week(target))


@_rule(
    f"{WHICH} week",
    "the? week after_next",
    "week (?= part )",
    "(?<= part ) week",
    "(?<= part dash ) week",
    f"{_OF_PART} the? week",
)
def _week(said: Said, moment: Moment) -> Meant:
    shift = 2 if said.has("far", "after_next") else 1 if said.has("next", "coming") else 0
    if said.has("past", "last"):
        shift = -1
    meant = Meant(
        span=spans.week(moment.today, shift),
        whole=True,
        floats=said.is_bare,
    )
    if "next" in said and moment.today.isoweekday() == 7:
        return meant.doubted("week", spans.week(moment.today, 2))
    return meant


@_rule(f"{WHICH}? weekend", "the? weekend after_next")
def _weekend(said: Said, moment: Moment) -> Meant:
    """On Saturday the one that runs; on Sunday it is over for who does not say „this“."""
    this, coming, far = (spans.weekend(moment.today, shift) for shift in range(3))
    weekday = moment.today.isoweekday()
    by_word = (
        (("past", "last"), spans.weekend(moment.today, -1), None),
        (("far", "after_next"), far, None),
        (("next",), coming, far if weekday == 7 else this if weekday < 6 else None),
        (("this",), this, coming if weekday == 7 else None),
        (("coming",), coming if weekday > 5 else this, None),
    )
    for words, span, other in by_word:
        if said.has(*words):
            return Meant(span=span, whole=True).doubted("weekend", other)
    meant, other = (coming, this) if weekday == 7 else (this, coming if weekday == 6 else None)
    bare = Meant(span=meant, whole=True, floats=True, habit=(6, 7))
    return bare.doubted("weekend", other)


@_rule(
    f"(?: ordinal|final|number ) {OF_MONTH} week",
    f"{OF_MONTH} (?: ordinal|final|number ) week",
    f"the? (?: ordinal|final|last ) week (?: of|in )? the? {OF_MONTH}",
    "(?<! already ) (?: ordinal|final ) week",
)
def _week_of_month(said: Said, moment: Moment) -> Meant | None:
    number = None if said.has("final", "last") else said.number("ordinal", "number")
    month = next(iter(said.numbers("month", "month_in", "month_short")), None)
    if len(said.words) == 2 and said.text("week") not in {"savaite", "savaiteje", "sav"}:
        return None
    for shift in range(said.has("next", "coming"), 25):
        whole = spans.month(moment.today.year, moment.today.month + shift)
        found = _nth_week(whole, number)
        right = month is None or spans.ends(whole)[0].month == month
        if right and found and spans.ends(found)[1] >= moment.today:
            meant = Meant(span=found, whole=True, floats=True)
            if month is None and "month_unit" not in said and number:
                return meant.doubted("week_of_month", spans.week(moment.today, number))
            return meant.doubted("week_of_month", _whole_week(whole, number))
    return None


@_rule(
    f"the? (?: ordinal|final|last ) count {OF_MONTH} {_SEVERAL}",
    f"the? (?: ordinal|final|last ) count {_SEVERAL} of the? {OF_MONTH}",
)
def _some_of_month(said: Said, moment: Moment) -> Meant | None:
    """The first two weeks of a month, or its last ten days."""
    month = next(iter(said.numbers("month", "month_in", "month_short")), None)
    length = timedelta(days=said.number("count") * (1 if said.has("days", "d") else 7) - 1)
    at_end = said.has("final", "last")
    if not at_end and said.number("ordinal") != 1:
        return None
    for shift in range(said.has("next", "coming"), 14):
        first, last = spans.ends(spans.month(moment.today.year, moment.today.month + shift))
        found = Span(last - length, last) if at_end else Span(first, first + length)
        if month in {None, first.month} and spans.ends(found)[1] >= moment.today:
            return Meant(span=found, floats=True)
    return None


def _nth_week(whole: Span, number: int | None) -> Span | None:
    weeks = spans.weeks_of(whole)
    if number is None:
        return weeks[-1]
    return weeks[number - 1] if number <= len(weeks) else None


def _whole_week(whole: Span, number: int | None) -> Span | None:
    """The so many-th week from the first Monday, for a month that begins on Tuesday to Thursday."""
    first, _ = spans.ends(whole)
    if number is None or first.isoweekday() not in {2, 3, 4}:
        return None
    return spans.week(first, number)


@_rule(f"{WHICH} month_unit", "month_unit (?= part|ordinal|number )", f"{_OF_PART} the? month_unit")
def _month(said: Said, moment: Moment) -> Meant:
    shift = 1 if said.has("next", "coming") else 2 if "far" in said else 0
    if said.has("past", "last"):
        shift = -1
    whole = spans.month(moment.today.year, moment.today.month + shift)
    return Meant(span=whole, whole=True, floats=said.is_bare)


@_rule(
    f"{WHICH}? (?: month|month_in ) month_unit?",
    f"{WHICH} month_short month_unit?",
    "month_short month_unit",
    "(?<= in|i|from|to|before|after|between|per|of|dash|up_to ) month_short",
    "(?<= part ) month_short",
    "(?<= comma|dash|counted|other ) month_short $",
    "month_short (?= part|dash part|year_number )",
    "kova month_unit? (?! against|before|uz )",
)
def _named_month(said: Said, moment: Moment) -> Meant:
    number = said.number("month", "month_in", "month_short", "kova")
    if moment.past or said.has("past", "last"):
        year = moment.today.year - (number > moment.today.month)
        return Meant(span=spans.month(year, number), whole=True, floats=True)
    coming = spans.month(moment.today.year + (number < moment.today.month), number)
    if "next" in said:
        after = spans.month(spans.ends(coming)[0].year + 1, number)
        return next_one(coming, after, moment.today)
    return Meant(span=coming, whole=True, floats=True)


def next_one(coming: Span, after: Span, today: date) -> Meant:
    """Of what comes once a year „the next“: the one after this year's, if that is near.

    What runs already is not the next; what comes only in another year, or far away, is.
    """
    first, _ = spans.ends(coming)
    if first <= today:
        return Meant(span=after, whole=True)
    if first.year > today.year or first - today > timedelta(days=183):
        return Meant(span=coming, whole=True)
    return Meant(span=after, whole=True).doubted("next", coming)


@_rule(
    f"ordinal {MONTH} half",
    f"{MONTH} ordinal half",
    f"the? ordinal half of the? {MONTH}",
)
def _half_of_month(said: Said, moment: Moment) -> Meant:
    number = said.number("month", "month_in", "month_short")
    year = moment.today.year + (number < moment.today.month)
    found = spans.half_of(spans.month(year, number), said.number("ordinal"))
    if spans.ends(found)[1] < moment.today:
        found = spans.half_of(spans.month(year + 1, number), said.number("ordinal"))
    return Meant(span=found, floats=True)


@_rule("part", "the? ordinal half", "the? week of (?= the? (?:number|month|month_short|date) )")
def _part(said: Said, _: Moment) -> Meant | None:
    """A part of the range beside it."""
    if "part" in said:
        return Meant(part=said.name("part"))
    if "week" in said:
        return Meant(part="week")
    number = said.number("ordinal")
    return Meant(part=spans.HALVES[number - 1]) if number in {1, 2} else None


@_rule("every (?: week|month_unit|d|year )", "already ordinal (?: week|month_unit|d )", "now")
def _every(_: Said, __: Moment) -> Meant:
    """Every week, for the second week, or now: no filter, and no theme."""
    return Meant()
