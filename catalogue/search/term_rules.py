"""Rules of years, terms, seasons, pupils' holidays and feasts."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from catalogue.search import spans
from catalogue.search.date_rules import WHICH
from catalogue.search.grammar import Meant, Moment, Rules, Said, later
from catalogue.search.period_rules import next_one
from catalogue.search.spans import Span

TERM_RULES = Rules()
_rule = TERM_RULES

_BESIDE = "month|month_in|month_short|number|d|season|season_of|comma|part|holidays|feast|half_year"
_WHICH_YEAR = "(?: year_number year? | (?:this|next|coming) year | this_year | next_year )"
_NTH = "(?: ordinal|number|i )"
_FAR = 3
"""No event is more years ahead: a strategy for 2030 is a theme."""


def _year_said(said: Said, today: date) -> int | None:
    """The calendar year that is said with something else."""
    if "year_number" in said:
        return int(said.text("year_number"))
    if said.has("this", "next", "coming", "this_year", "next_year"):
        return today.year + said.has("next", "coming", "next_year")
    return None


def _calendar_year(year: int, *, floats: bool = False) -> Meant:
    return Meant(span=Span(date(year, 1, 1), date(year, 12, 31)), whole=True, floats=floats)


@_rule(
    "year_number year",
    f"(?<= in|i|from|to|up_to|before|after|of|{_BESIDE} ) year_number",
    f"year_number (?= {_BESIDE}|ordinal )",
)
def _year_in_figures(said: Said, moment: Moment) -> Meant | None:
    year = int(said.text("year_number"))
    return _calendar_year(year) if year <= moment.today.year + _FAR else None


@_rule(f"{WHICH} (?:year|years)", "this_year|next_year|last_year", "in the feast")
def _which_year(said: Said, moment: Moment) -> Meant | None:
    """In the new year, too, which is no feast then."""
    if "feast" in said and said.name("feast") != "new_year":
        return None
    shift = said.has("next", "coming", "next_year", "feast") - said.has("past", "last", "last_year")
    return _calendar_year(moment.today.year + shift)


@_rule("year (?= part )", "(?<= part of ) the? year")
def _running_year(_: Said, moment: Moment) -> Meant:
    return _calendar_year(moment.today.year, floats=True)


@_rule(
    f"{WHICH} school_year",
    "school_year (?= part )",
    "(?<= from|to|before|after|in|of ) the? school_year",
)
def _school_year(said: Said, moment: Moment) -> Meant:
    shift = said.has("next", "coming") - said.has("past", "last")
    span = spans.school_year(moment.today, shift)
    return Meant(span=span, whole=True, floats=said.is_bare)


@_rule("years (?:school_year|year)?")
def _years(said: Said, _: Moment) -> Meant | None:
    """Two years that follow each other are a school year; a number of years is none."""
    written = [int(year) for year in re.findall(r"\d{4}", said.text("years"))]
    if len(written) != 2:
        return None
    first, second = written
    if first + 1 == second:
        return Meant(span=spans.school_year(date(first, 9, 1)), whole=True)
    if first > second:
        return None
    return Meant(span=Span(date(first, 1, 1), date(second, 12, 31)))


@_rule(
    f"the? {_NTH} half_year",
    f"{_WHICH_YEAR} {_NTH} half_year",
    f"the? {_NTH} half_year of year_number",
)
def _half_year(said: Said, moment: Moment) -> Meant | None:
    """Of the school year; with a calendar year said, of that one."""
    number = said.number("ordinal", "number")
    if number not in {1, 2}:
        return None
    year = _year_said(said, moment.today)
    if year:
        of_school = spans.half_year(number, date(year, 9 if number == 1 else 2, 1))
        return Meant(span=spans.calendar_half(number, year), whole=True).doubted(
            "half_year", of_school
        )
    this = spans.calendar_half(number, moment.today.year)
    if spans.ends(this)[1] < moment.today:
        this = spans.calendar_half(number, moment.today.year + 1)
    return Meant(span=spans.half_year(number, moment.today), whole=True).doubted("half_year", this)


@_rule(
    "(?: this|next|coming ) (?: half_year|trimester|quarter )",
    "(?: half_year|trimester|quarter ) (?= part )",
    "(?<= part of ) the? (?: half_year|trimester|quarter )",
    "(?<= part ) (?: half_year|trimester|quarter )",
    "per (?: trimester|quarter )",
)
def _term(said: Said, moment: Moment) -> Meant:
    """The one that runs, or the next one that begins."""
    coming = _terms_of(said, moment.today)
    found = min(coming, key=_first)
    if said.has("next", "coming"):
        found = min(
            _terms_of(said, spans.ends(found)[1] + timedelta(days=1)),
            key=_first,
        )
    return Meant(span=found, whole=True, floats=said.is_bare)


@_rule("(?: per|uz|after ) half_year")
def _half_a_year(said: Said, moment: Moment) -> Meant:
    """Half a year from now; within it could be within the one that runs."""
    target = later(moment.today, 6, "month")
    if "per" not in said:
        return Meant(span=spans.month(target.year, target.month))
    running = min((spans.half_year(number, moment.today) for number in (1, 2)), key=_first)
    return Meant(span=Span(moment.today, target)).doubted("half_year", running)


@_rule("the? season_of half_year")
def _half_by_season(said: Said, moment: Moment) -> Meant | None:
    number = {9: 1, 3: 2}.get(said.number("season_of"))
    return Meant(span=spans.half_year(number, moment.today), whole=True) if number else None


def _first(span: Span) -> date:
    return span.first or date.max


def _terms_of(said: Said, today: date) -> list[Span]:
    if "half_year" in said:
        return [spans.half_year(number, today) for number in (1, 2)]
    if "trimester" in said:
        return [spans.trimester(number, today) for number in (1, 2, 3)]
    return [spans.quarter((today.month + 2) // 3, today.year)]


@_rule(
    f"{_WHICH_YEAR}? {_NTH} year? (?: trimester|quarter )",
    f"the? {_NTH} (?: trimester|quarter ) (?: of year_number )?",
    f"{_NTH} {_WHICH_YEAR} (?: trimester|quarter )",
    f"quarter_nth (?: of? the? {_WHICH_YEAR} )?",
)
def _nth_term(said: Said, moment: Moment) -> Meant | None:
    number = said.number("ordinal", "number", "quarter_nth")
    year = _year_said(said, moment.today)
    if "trimester" in said:
        return (
            Meant(span=spans.trimester(number, moment.today), whole=True, floats=True)
            if number < 4
            else None
        )
    if number > 4:
        return None
    found = spans.quarter(number, year or moment.today.year)
    if year is None and spans.ends(found)[1] < moment.today:
        found = spans.quarter(number, moment.today.year + 1)
    return Meant(span=found, whole=True)


@_rule(
    "(?<! about ) per? season (?! against )",
    f"{WHICH} (?: season|season_of )",
    "(?<= in|from|to|before|after|between|of|part|year|up_to ) the? season_of",
    "(?<= per the ) season_of",
    "season_of (?= part|year_number|event|events )",
    "(?<= comma|dash ) season_of (?= comma|$ )",
    "^ season_of (?= comma )",
)
def _season(said: Said, moment: Moment) -> Meant:
    first_month = said.number("season", "season_of")
    coming = spans.season(first_month, moment.today)
    if moment.past or said.has("past", "last"):
        back = spans.season(first_month, moment.today, -1)
        return Meant(
            span=back if spans.ends(coming)[0] > moment.today else coming, whole=True, floats=True
        )
    if "next" in said:
        return next_one(coming, spans.season(first_month, moment.today, 1), moment.today)
    return Meant(span=coming, whole=True, floats=True)


_OF_SEASON = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_OF_FEAST = {"christmas": "christmas", "easter": "spring", "new_year": "christmas"}


@_rule(
    "the? (?: season_of|season|feast|feast_only ) (?: pupils|school )? holidays year? week?",
    "(?: pupils|school ) (?: season_of|season|feast|feast_only ) holidays year? week?",
    "(?: pupils|school )? holidays year",
    "(?<= per|to|before|after|from|of|in ) the? (?: pupils|school|coming|next )? holidays",
)
def _holidays(said: Said, moment: Moment) -> Meant | None:
    school = moment.school
    if said.has("season", "season_of"):
        name = _OF_SEASON[said.number("season", "season_of")]
    elif said.has("feast", "feast_only"):
        name = _OF_FEAST.get(said.name("feast", "feast_only"), "")
    else:
        found = school.any_holidays(moment.today)
        return Meant(span=found, whole=True, soon=True, floats=True)
    if not name:
        return None
    meant = Meant(span=school.holidays(name, moment.today), whole=True, soon=True, floats=True)
    if name == "winter":
        return meant.doubted("holidays", school.holidays("christmas", moment.today))
    return meant


@_rule("(?: per|in ) the? advent", "advent (?: year|meanwhile )")
def _advent(_: Said, moment: Moment) -> Meant:
    """From the fourth Sunday before Christmas up to its eve."""
    for year in (moment.today.year, moment.today.year + 1):
        eve = date(year, 12, 24)
        if eve >= moment.today:
            break
    return Meant(span=Span(eve - timedelta(days=21 + eve.isoweekday() % 7), eve), whole=True)


@_rule("ordinal week after the? (?: (?: season_of|feast|feast_only ) holidays | holidays | feast )")
def _week_after(said: Said, moment: Moment) -> Meant | None:
    """The so many-th week that begins after holidays or a feast."""
    beside = Said(
        [one for one in said.words if one.kind in {"season_of", "feast", "feast_only", "holidays"}]
    )
    meant = _holidays(beside, moment) if "holidays" in said else _feast(beside, moment)
    if meant is None or meant.span is None:
        return None
    return Meant(span=spans.week(spans.ends(meant.span)[1], said.number("ordinal")))


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


FEASTS: dict[str, Callable[[int], date]] = {
    "new_year": _fixed(1, 1),
    "shrove": lambda year: spans.easter(year) - timedelta(days=47),
    "easter": spans.easter,
    "kings": _fixed(1, 6),
    "mothers": lambda year: spans.ends(
        spans.weekday_of(spans.month(year, 5), 7, 1) or spans.day(date.max)
    )[0],
    "midsummer": _fixed(6, 24),
    "september": _fixed(9, 1),
    "teachers": _fixed(10, 5),
    "souls": _fixed(11, 2),
    "christmas_eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
}
"""The days of feasts in a year."""

_ON = frozenset({"ant", "at"})
"""Before a feast: „on Mother's Day“ may be a theme."""

_SECOND_DAY = frozenset({"christmas", "easter"})


@_rule("feast", "per the? feast (?! holidays )", "feast (?: year|meanwhile )", "in feast")
def _feast(said: Said, moment: Moment) -> Meant:
    """A day; over a feast that has two both; only in company of a word that makes it a time."""
    name = said.name("feast")
    days = (FEASTS[name](year) for year in range(moment.today.year, moment.today.year + 2))
    found = next(day for day in days if day >= moment.today)
    on_it = said.has("per", "year", "meanwhile") or ("in" in said and said.text("in") in _ON)
    if not on_it:
        return Meant(span=spans.day(found), whole=True, soon=True, linked=True, floats=True)
    last = found + timedelta(days=1) if name in _SECOND_DAY else found
    first = found - timedelta(days=1) if name == "souls" else found
    return Meant(span=Span(first, last), floats=True)
