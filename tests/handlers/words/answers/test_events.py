import pytest

from catalogue.search.filters import Filters
from handlers.words.answers import events as words
from tests.factories import NOW
from tests.handlers.words.made_up import LT


@pytest.mark.parametrize(
    ("number", "lithuanian"),
    [(1, "Radau 1 renginį:"), (2, "Radau 2 renginius:"), (11, "Radau 11 renginių:"),
     (21, "Radau 21 renginį:")],
)  # fmt: skip
def test_how_many_were_found_is_good_lithuanian(number: int, lithuanian: str) -> None:
    """1 renginį, 2 renginius, 11 renginių."""
    assert words.found(LT, number, Filters(), [], now=NOW) == lithuanian


def test_what_differs_is_named_once() -> None:
    """Both ends of a span are one date to people."""
    told = words.nothing(LT, ("from", "to", "free", "max_price", "city"), ["1. Šis"])  # type: ignore[list-item]
    assert "Skiriasi: data, kaina, miestas" in told
