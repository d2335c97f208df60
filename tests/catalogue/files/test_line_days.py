"""The days with which a line of a plan begins."""

import pytest

from catalogue.files.line_days import Day, days_of, month_heading
from catalogue.programme.refused import WrongCell


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("GRUODIS", (12, None)),
        ("Gruodžio mėn.", (12, None)),
        ("2026 m. gruodis", (12, 2026)),
        ("*Gruodis 2026*", (12, 2026)),
        ("December", (12, None)),
        ("SAUSIS:", (1, None)),
        ("Gruodžio 5 d.", None),
        ("Gruodžio planas", None),
        ("2026", None),
    ],
)
def test_headings_of_months(line: str, expected: tuple[int, int | None] | None) -> None:
    """Alone on a line, in either language, with the year or without."""
    assert month_heading(line) == expected


@pytest.mark.parametrize(
    ("line", "month", "days", "rest"),
    [
        ("12-05 14:00 DI", None, [(12, 5)], "DI"),
        ("5 d. 14 val. DI", 12, [(12, 5)], "DI"),
        ("5–6 d. 9.00 DI", 12, [(12, 5), (12, 6)], "DI"),
        ("gruodžio 5 ir 7 d. 14:00 DI", None, [(12, 5), (12, 7)], "DI"),
        ("12-05–12-07 DI", None, [(12, 5), (12, 6), (12, 7)], "DI"),
        ("penktadienį, 12-04, DI", None, [(12, 4)], "DI"),
    ],
)
def test_days_and_what_is_left(
    line: str, month: int | None, days: list[tuple[int, int]], rest: str
) -> None:
    """Without a year, which stands elsewhere."""
    found = days_of(line, month=month)
    assert found is not None
    assert list(found.days) == [Day(m, d, None) for m, d in days]
    assert line[found.length :].strip(" ,") == rest


@pytest.mark.parametrize("line", ["5 d. 14 val. DI", "DI pamokoje", "14:00 DI", "", "25 Eur"])
def test_lines_that_begin_with_no_day(line: str) -> None:
    """A day alone needs a month from somewhere."""
    assert days_of(line, month=None) is None


def test_a_weekday_is_checked_where_the_year_is_known() -> None:
    """A plan that contradicts itself is not put right by us."""
    assert days_of("12-04, pn, DI", month=None, year=2026, strict=True) is not None
    assert days_of("12-04, št, DI", month=None, strict=True) is not None
    with pytest.raises(WrongCell):
        days_of("12-04, št, DI", month=None, year=2026, strict=True)
    assert Day(2, 9, 2026).text == "2026-02-09"
