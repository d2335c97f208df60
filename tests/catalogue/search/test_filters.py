"""Filters as they are written down."""

from datetime import date
from decimal import Decimal

from catalogue.search.filters import Filters


def test_only_what_was_said_is_written() -> None:
    """Filters have their names of the contract, and plain values."""
    filters = Filters(
        first=date(2026, 12, 1),
        weekday=(1, 3),
        free=True,
        max_price=Decimal("20.50"),
        min_hours=8.0,
        exclude=Filters(last=date(2026, 12, 31), city="Vilnius"),
    )
    assert filters.as_json() == {
        "from": "2026-12-01",
        "weekday": [1, 3],
        "free": True,
        "max_price": 20.5,
        "min_hours": 8,
        "not": {"to": "2026-12-31", "city": "Vilnius"},
    }


def test_a_price_of_nothing_is_said() -> None:
    """Up to 0 EUR is a filter, and a whole sum has no decimals."""
    assert Filters(max_price=Decimal("0.00")).as_json() == {"max_price": 0}


def test_a_theme_narrows_by_words_and_not_by_filters() -> None:
    """A topic and the fact asked for are no filters, though the sentence said something."""
    filters = Filters(topic="etika", fact="price")
    assert filters.said() == ()
    assert filters
    assert not Filters()
    assert Filters(first=date(2026, 12, 1), topic="etika").said() == ("from",)


def test_what_is_written_is_read_again() -> None:
    """Filters survive being kept as JSON, with their days and sums."""
    filters = Filters(
        first=date(2026, 12, 1),
        last=date(2026, 12, 31),
        weekday=(1, 3),
        max_price=Decimal("20.5"),
        min_hours=8.0,
        topic="etika",
        exclude=Filters(mode="online"),
    )
    assert Filters.from_json(filters.as_json()) == filters
    assert Filters.from_json({"colour": "red"}) == Filters()
