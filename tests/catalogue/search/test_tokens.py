"""A sentence in pieces of known kinds."""

import pytest

from catalogue.search.tokens import tokens


@pytest.mark.parametrize(
    ("folded", "kinds"),
    [
        ("gruodzio 5 d.", ["month", "number", "d"]),
        ("gruodzio 5-aja", ["month", "number"]),
        ("2026-12-05", ["date"]),
        ("2026-2027 m. m.", ["years", "school_year"]),
        ("2027-03", ["month_date"]),
        ("12.05", ["month_or_day"]),
        ("17.30", ["dot_time"]),
        ("17:30", ["time"]),
        ("10-12 klasiu", ["month_or_day", "counted"]),
        ("pirm. ir pirm", ["weekday", "and", "weekday_short"]),
        ("dar kita savaite", ["far", "week"]),
        ("po pietu po", ["daytime", "after"]),
        ("tomorrow's", ["near"]),
        ("s.m. s. savaite", ["this_year", "this", "week"]),
        ("a2 5x etika", ["other", "other", "other"]),
    ],
)
def test_kinds(folded: str, kinds: list[str]) -> None:
    """Words that say something together are one piece; the rest of the language is other."""
    assert [one.kind for one in tokens(folded)] == kinds


def test_places_and_values() -> None:
    """Each piece knows where it stands and what it says."""
    month, day = tokens("etika gruodzio 5-aja")[1:]
    assert (month.value, month.start, month.end) == (12, 6, 14)
    assert (day.value, day.text) == (5, "5-aja")
