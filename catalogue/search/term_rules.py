"""Rules for years, terms, pupils' holidays and feasts."""

import re
from datetime import date, timedelta

from catalogue.search import spans
from catalogue.search.grammar import Meaning, Moment, Rules, rule_of
from catalogue.search.spans import Span

TERM_RULES: Rules = []
_rule = rule_of(TERM_RULES)


@_rule(
    r"(?:(si(?:ais|uos\w+|u)|sitais|this)|(kit(?:ais|u)|next)|praeit\w+|last)\s+"
    r"(?:(mokslo|school|academic)\s+)?(?:met(?:ais|u|us)|years?)|siemet|kitamet|pernai"
)
def _year(match: re.Match[str], moment: Moment) -> Meaning:
    word = match[0]
    next_one = bool(match[2]) or word == "kitamet"
    shift = 1 if next_one else 0 if match[1] or word == "siemet" else -1
    if match[3]:
        return spans.school_year(moment.today, shift)
    year = moment.today.year + shift
    return Span(date(year, 1, 1), date(year, 12, 31))


@_rule(
    r"(pirm|antr|i{1,2}\b|1|2|first|second)\w*[\s-]*(?:pusmet\w+|semestr\w+|half.year|semester|term)"
)
def _half_year(match: re.Match[str], moment: Moment) -> Meaning:
    return spans.half_year(1 if match[1] in {"pirm", "i", "1", "first"} else 2, moment.today)


@_rule(
    r"(?:(rudens|autumn)|(kaledu|kalediniu|christmas)|(ziemos|winter)|(pavasario|velyku|spring|easter)"
    r"|(vasaros|summer))\s+(?:mokiniu\s+)?(?:atostog\w+|holidays?|break|vacation)"
)
def _holidays(match: re.Match[str], moment: Moment) -> Meaning:
    names = ("autumn", "christmas", "winter", "spring", "summer")
    return spans.holidays(names[(match.lastindex or 1) - 1], moment.today)


@_rule(
    r"(po|after|iki|pries|before|until|by|per|at|during)\s+(?:sv\s+)?"
    r"(?:(nauj\w+(?:\s+met\w+)?|new year'?s?)|(kaled\w+|christmas)|(velyk\w+|easter))"
)
def _feast(match: re.Match[str], moment: Moment) -> Meaning:
    feast = _feast_day(match, moment.today)
    if match[1] in {"po", "after"}:
        return Span(feast + timedelta(days=1), feast + timedelta(days=30))
    if match[1] in {"per", "at", "during"}:
        return Span(feast, feast + timedelta(days=1))
    return Span(moment.today, feast - timedelta(days=1))


def _feast_day(match: re.Match[str], today: date) -> date:
    for year in (today.year, today.year + 1):
        if match[2]:
            found = date(year, 1, 1)
        else:
            found = date(year, 12, 25) if match[3] else spans.easter(year)
        if found >= today:
            return found
    raise AssertionError("feasts come every year")
