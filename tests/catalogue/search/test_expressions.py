"""Expressions of days put together to one range."""

from datetime import date

import pytest

from catalogue.search import spans
from catalogue.search.expressions import Clause, Expression, Reader
from catalogue.search.grammar import Meant, Moment, Said
from catalogue.search.spans import Span

TUESDAY = date(2026, 11, 24)


def said(meant: Meant, link: str = "", part: str = "") -> Expression:
    """An expression that means this on every day."""
    return Expression(0, 1, lambda _said, _moment: meant, Said(()), meant, 0, link, part)


def weekday(number: int, link: str = "") -> Expression:
    """The first such weekday from a day on."""

    def rule(_: Said, moment: Moment) -> Meant:
        days = spans.weekday_of(Span(moment.today, date.max), number, 1)
        return Meant(span=days, floats=True, habit=(number,))

    return Expression(0, 1, rule, Said(()), rule(Said(()), Moment(TUESDAY)), 0, link)


WEEK = Meant(span=spans.week(TUESDAY, 1), whole=True)
MONTH = Meant(span=spans.month(2027, 1), whole=True)


@pytest.mark.parametrize(
    ("clauses", "span", "weekdays"),
    [
        ([(said(WEEK), weekday(5))], spans.day(date(2026, 12, 4)), ()),
        ([(weekday(5), said(WEEK))], spans.day(date(2026, 12, 4)), ()),
        ([(said(MONTH), weekday(5))], MONTH.span, (5,)),
        (
            [(weekday(1, "from"),), (weekday(3, "to"),)],
            Span(date(2026, 11, 30), date(2026, 12, 2)),
            (),
        ),
        ([(weekday(1),), (weekday(2, "and"),)], Span(TUESDAY, date(2026, 11, 30)), (1, 2)),
        ([(said(MONTH, "to"),)], Span(TUESDAY, date(2026, 12, 31)), ()),
        ([(said(MONTH, "after"),)], Span(date(2027, 2, 1), None), ()),
        ([(said(MONTH, part="end"),)], Span(date(2027, 1, 21), date(2027, 1, 31)), ()),
        ([(said(MONTH),), (said(WEEK, "and"),)], Span(date(2026, 11, 30), date(2027, 1, 31)), ()),
    ],
)
def test_together(clauses: list[Clause], span: Span, weekdays: tuple[int, ...]) -> None:
    """A day is read within its week, an end after its start, a habit beside a range."""
    found = Reader(Moment(TUESDAY)).together(clauses)
    assert (found.span, found.weekdays) == (span, weekdays)


def test_the_other_way() -> None:
    """Until a month is up to it; turned, it is to its end."""
    until = said(MONTH, "to")
    assert Reader(Moment(TUESDAY)).together([(until,)]).doubts == ((until, "until"),)
    turned = Reader(Moment(TUESDAY), turned=until).together([(until,)])
    assert turned.span == Span(TUESDAY, date(2027, 1, 31))
