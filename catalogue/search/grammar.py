"""What the rules of the grammar of days are made of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from catalogue.search import spans
from catalogue.search.spans import Span


@dataclass(frozen=True, slots=True)
class Moment:
    """The local day of asking; `past` reads what is not dated as the last one."""

    today: date
    past: bool = False


Meaning = Span | tuple[int, ...] | None
"""A range, weekdays said as a habit, or nothing after all."""

Rule = Callable[[re.Match[str], Moment], Meaning]
Rules = list[tuple[re.Pattern[str], Rule]]


def rule_of(rules: Rules) -> Callable[[str], Callable[[Rule], Rule]]:
    """A decorator that keeps a rule under its pattern, whole words only."""

    def with_pattern(pattern: str) -> Callable[[Rule], Rule]:
        def keep(rule: Rule) -> Rule:
            rules.append((re.compile(rf"\b(?:{pattern})(?!\w)"), rule))
            return rule

        return keep

    return with_pattern


def later(today: date, count: int, unit: str) -> date:
    """The day so many days, weeks or months on; a short month ends it."""
    if unit.startswith("d"):
        return today + timedelta(days=count)
    if unit.startswith(("s", "w")):
        return today + timedelta(weeks=count)
    whole = spans.month(today.year, today.month + count)
    if whole.first is None or whole.last is None:
        raise AssertionError("a month has its days")
    return min(whole.first.replace(day=1) + timedelta(days=today.day - 1), whole.last)
