"""Expressions of days put together to one range: a day within a week, from one to another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from catalogue.search import spans
from catalogue.search.doubts import DoubtKind
from catalogue.search.grammar import Meant, Moment, Rule, Said
from catalogue.search.spans import Span

_DAY = timedelta(days=1)
_SOON = timedelta(days=29)
"""After a feast: within thirty days."""

_OWN = frozenset({"day_month", "week_of_month"})
"""What stays doubtful within another expression, too."""


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """The words from one place to another that a rule reads, and the word that links them.

    `meant` is what it says on the day of asking. `link` is from, since, to, before, after, between
    or and, and `begins` where it stands; `part` is the part of the range that is meant.
    """

    first: int
    last: int
    rule: Rule
    said: Said
    meant: Meant
    begins: int
    link: str = ""
    part: str = ""


Clause: TypeAlias = tuple[Expression, ...]
"""Expressions that say one range together: „kitą savaitę, penktadienį“."""

Doubtful: TypeAlias = tuple[Expression, DoubtKind]


@dataclass(frozen=True, slots=True)
class Range:
    """What a clause means."""

    meant: Meant
    weekdays: tuple[int, ...] = ()
    doubts: tuple[Doubtful, ...] = ()

    @property
    def span(self) -> Span | None:
        """Its days."""
        return self.meant.span

    def on(self, span: Span | None) -> "Range":
        """The same with other days."""
        return replace(self, meant=replace(self.meant, span=span))


class Reader:
    """Reads clauses from a day of asking; `turned` is the one expression read the other way."""

    def __init__(self, moment: Moment, turned: Expression | None = None) -> None:
        self._moment = moment
        self._turned = turned

    def together(self, clauses: Sequence[Clause]) -> Range:
        """All clauses as one range."""
        whole = Range(Meant())
        before: tuple[Clause, Range] | None = None
        for clause in clauses:
            one = self.clause(clause, self._moment)
            joined = self._joined(whole, before, clause, one) if one.span else whole
            weekdays = tuple(sorted({*whole.weekdays, *one.weekdays, *joined.weekdays}))
            whole = Range(joined.meant, weekdays, joined.doubts)
            before = (clause, one) if one.span else before
        return whole

    def _joined(
        self, whole: Range, before: tuple[Clause, Range] | None, clause: Clause, one: Range
    ) -> Range:
        """The range so far with one more clause: its end, one of two, or what narrows it."""
        link = clause[0].link
        if before is None or whole.span is None:
            return self._opened(clause, one)
        between = link == "and" and before[0][0].link == "between"
        if link == "to" or between:
            return self._from_to(whole, before, clause, one)
        if link == "and":
            return _either(whole, before[1], one)
        inner = self.clause(clause, replace(self._moment, today=self._start(whole.span)))
        opened = self._opened(clause, inner)
        return Range(
            Meant(span=_overlap(whole.span, opened.span) or whole.span),
            doubts=(*whole.doubts, *opened.doubts),
        )

    def _start(self, span: Span) -> date:
        return max(span.first or self._moment.today, self._moment.today)

    def _from_to(
        self, whole: Range, before: tuple[Clause, Range], clause: Clause, end: Range
    ) -> Range:
        """The end of a weekday comes after the start; the start of a date may be behind us."""
        start, up_to = whole.span, end.span
        if start and start.first and up_to and up_to.last and start.first > up_to.last:
            latest = up_to.last
            if end.meant.habit or not before[1].meant.floats:
                up_to = self.clause(clause, replace(self._moment, today=start.first)).span
            else:
                back = replace(self._moment, today=latest, past=True)
                start = self.clause(before[0], back).span
        if start is None or up_to is None:
            return whole
        last = up_to.first - _DAY if end.meant.soon and up_to.first else up_to.last
        if start.first and last and start.first > last:
            return whole
        doubts = (one for one in (*before[1].doubts, *end.doubts) if one[1] != "day_month")
        return Range(Meant(span=Span(start.first, last)), doubts=tuple(doubts))

    def _opened(self, clause: Clause, one: Range) -> Range:
        """The range that the word before a clause makes of it: from, until, after."""
        link, span, today = clause[0].link, one.span, self._moment.today
        looks_back = self._moment.past and link != "since"
        if span is None or span.first is None or span.last is None or looks_back:
            return one
        if link in {"from", "since"} and not one.meant.ranged:
            return one.on(Span(span.first, None))
        if link == "between" and one.meant.soon:
            return one.on(Span(span.first + _DAY, None))
        if link in {"to", "before"}:
            return self._until(clause, one, today)
        if link == "after":
            return self._after(clause, one)
        return one

    def _until(self, clause: Clause, one: Range, today: date) -> Range:
        """Until a day includes it; until a month, a week or a feast is before it."""
        first, last = spans.ends(one.span or Span(None, None))
        up_to, before = Span(today, last), Span(today, first - _DAY)
        if last < today:
            return one
        if first <= today or not (one.meant.whole or clause[0].link == "before"):
            return one.on(up_to)
        doubtful = one.meant.whole and not one.meant.soon and clause[0].link == "to"
        return self._doubted(clause, one, "until" if doubtful else None, before, up_to)

    def _after(self, clause: Clause, one: Range) -> Range:
        """Any time after; of a feast that could be only soon after."""
        _, last = spans.ends(one.span or Span(None, None))
        if not one.meant.soon:
            return one.on(Span(last + _DAY, None))
        if one.meant.floats:
            earlier = self.clause(clause, replace(self._moment, today=self._moment.today - _SOON))
            if earlier.span and earlier.span.last and earlier.span.last < self._moment.today:
                last = earlier.span.last
        soon, ever = Span(last + _DAY, last + _DAY + _SOON), Span(last + _DAY, None)
        return self._doubted(clause, one, "after", ever, soon)

    def _doubted(
        self, clause: Clause, one: Range, kind: DoubtKind | None, usual: Span, other: Span
    ) -> Range:
        """One of the two, and that it could be the other where nothing else is doubtful."""
        if kind is None or one.doubts:
            return one.on(usual)
        span = other if self._turned in clause else usual
        return replace(one.on(span), doubts=((clause[-1], kind),))

    def clause(self, clause: Clause, moment: Moment) -> Range:
        """What the expressions of a clause mean together: each within the wider ones."""
        read = [(one, self._read(one, moment)) for one in clause]
        weekdays = {day for _, meant in read for day in meant.weekdays}
        ranges = [pair for pair in read if pair[1].span]
        if not ranges:
            return Range(Meant(), tuple(weekdays))
        ranges.sort(key=lambda pair: (pair[1].floats, -_length(pair[1].span), bool(pair[1].habit)))
        expression, meant = ranges[0]
        found = Range(meant, tuple(weekdays), _doubts(expression, meant))
        for expression, meant in ranges[1:]:
            found = self._within(found, expression, meant, moment)
        return found

    def _read(self, expression: Expression, moment: Moment) -> Meant:
        """What an expression means by itself, or the part of it that is said."""
        meant = self._whole(expression, moment)
        if not expression.part or meant.span is None:
            return meant
        span = spans.part_of(meant.span, expression.part)
        if meant.floats and not moment.past and span.last and span.last < moment.today:
            later = replace(moment, today=spans.ends(meant.span)[1] + _DAY)
            again = self._whole(expression, later)
            span = spans.part_of(again.span, expression.part) if again.span else span
        other = spans.part_of(meant.other, expression.part) if meant.other else None
        return replace(meant, span=span, other=other, whole=False, soon=False)

    def _whole(self, expression: Expression, moment: Moment) -> Meant:
        """What its rule reads on that day; the other way where it is turned."""
        meant: Meant | None = expression.meant
        if moment is not self._moment:
            meant = expression.rule(expression.said, moment)
        if meant and meant.other and expression is self._turned:
            return replace(meant, span=meant.other)
        return meant or Meant()

    def _within(self, outer: Range, expression: Expression, meant: Meant, moment: Moment) -> Range:
        whole = outer.span
        if whole is None or meant.span is None:
            return outer
        if meant.habit and _length(whole) > 7:
            return replace(outer, weekdays=(*outer.weekdays, *meant.habit))
        if len(meant.habit) == 1 and _length(whole) == 1:
            return self._on_weekday(outer, expression, meant.habit[0])
        if meant.floats and (inner := self._inside(whole, expression, moment)):
            return Range(inner, outer.weekdays, (*outer.doubts, *_doubts(expression, inner, _OWN)))
        if both := _overlap(whole, meant.span):
            return outer.on(both)
        return (
            Range(meant, outer.weekdays, _doubts(expression, meant))
            if meant.floats
            else _hull(outer, meant)
        )

    def _inside(self, whole: Span, expression: Expression, moment: Moment) -> Meant | None:
        """The expression read from the beginning of a range, where it falls into it."""
        first, last = spans.ends(whole)
        for today in (max(first, moment.today), first):
            inner = self._read(expression, replace(moment, today=min(today, last), past=False))
            if (
                inner.span
                and first <= (inner.span.first or date.min)
                and (inner.span.last or date.max) <= last
            ):
                over = (inner.span.last or last) < moment.today <= last
                return None if over and not moment.past else inner
        return None

    def _on_weekday(self, outer: Range, expression: Expression, weekday: int) -> Range:
        """A date with its weekday; where they do not fit, the nearest such weekday is the doubt."""
        day, _ = spans.ends(outer.span or Span(None, None))
        apart = (weekday - day.isoweekday() + 3) % 7 - 3
        if not apart:
            return outer
        near = day + timedelta(days=apart)
        if near < self._moment.today:
            near += timedelta(days=7)
        span = spans.day(near) if expression is self._turned else outer.span
        return replace(outer.on(span), doubts=((expression, "weekday"),))


def _doubts(
    expression: Expression, meant: Meant, kinds: frozenset[str] | None = None
) -> tuple[Doubtful, ...]:
    if meant.doubt and (kinds is None or meant.doubt in kinds):
        return ((expression, meant.doubt),)
    return ()


def _length(span: Span | None) -> int:
    if span is None or span.first is None or span.last is None:
        return 0
    return (span.last - span.first).days + 1


def _overlap(one: Span, other: Span | None) -> Span | None:
    if other is None:
        return None
    first = max(filter(None, (one.first, other.first)), default=None)
    last = min(filter(None, (one.last, other.last)), default=None)
    return None if first and last and first > last else Span(first, last)


def _hull(outer: Range, meant: Meant) -> Range:
    """From the first day of the one to the last of the other."""
    one, other = outer.span or Span(None, None), meant.span or Span(None, None)
    first = (
        None if None in (one.first, other.first) else min(filter(None, (one.first, other.first)))
    )
    last = None if None in (one.last, other.last) else max(filter(None, (one.last, other.last)))
    return replace(outer, meant=Meant(span=Span(first, last)))


def _either(whole: Range, before: Range, one: Range) -> Range:
    """One or the other: all days between; of weekdays with others between them only those."""
    hull = _hull(whole, one.meant)
    days = {*before.meant.habit, *one.meant.habit, *whole.weekdays}
    if not (before.meant.habit and one.meant.habit) or _length(hull.span) <= len(days):
        return hull
    return replace(hull, weekdays=tuple(sorted(days)))
