"""What the rules of days stand on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.grammar import Meant, Moment, Rules, Said, compiled, later, letters_of
from catalogue.search.spans import Span
from catalogue.search.tokens import tokens

SUNDAY = date(2026, 11, 22)
DAY, OTHER = Span(SUNDAY, SUNDAY), Span(SUNDAY, None)


@pytest.mark.parametrize(
    ("today", "count", "unit", "expected"),
    [
        (SUNDAY, 3, "day", date(2026, 11, 25)),
        (SUNDAY, 2, "week", date(2026, 12, 6)),
        (SUNDAY, 1, "month", date(2026, 12, 22)),
        (date(2026, 12, 31), 2, "month", date(2027, 2, 28)),
        (date(2028, 1, 31), 1, "month", date(2028, 2, 29)),
        (SUNDAY, -1, "month", date(2026, 10, 22)),
    ],
)
def test_later(today: date, count: int, unit: str, expected: date) -> None:
    """A month on from the last day of January is the last of February."""
    assert later(today, count, unit) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_on_are_in_their_month(today: date, count: int) -> None:
    """So many months on is never in the month after."""
    found = later(today, count, "month")
    assert (found.year * 12 + found.month) - (today.year * 12 + today.month) == count
    assert found.day <= today.day


def test_the_longest_rule_is_first() -> None:
    """A month with its day before the month alone; a kind nobody knows is a mistake."""
    rules = Rules()

    @rules("month", "month number d?")
    def _month(said: Said, _: Moment) -> Meant | None:
        return Meant() if "number" in said else None

    words = tokens("etika gruodzio 5 d.")
    place, found = Rules(rules).find(letters_of(words)) or (0, [])
    read = [(end, bool(rule(Said(words[place:end]), Moment(SUNDAY)))) for end, rule in found]
    assert (place, read) == (1, [(4, True), (2, False)])
    assert Rules(rules).find(letters_of(words), 2) is None
    with pytest.raises(KeyError):
        compiled("moth")


def test_what_was_said() -> None:
    """Its kinds, values and texts; one where no number is said."""
    said = Said(tokens("antra gruodzio savaite"))
    assert said.has("week", "day")
    assert said.number("ordinal") == 2
    assert said.numbers("month", "ordinal") == [2, 12]
    assert said.number("count") == 1
    assert said.text("month") == "gruodzio"
    assert Said(tokens("velykas")).name("feast") == "easter"


def test_the_same_range_is_no_doubt() -> None:
    """Only another range can be meant otherwise."""
    assert Meant(span=DAY).doubted("next", DAY).doubt is None
    assert Meant(span=DAY).doubted("next", None).doubt is None
    assert Meant(span=DAY).doubted("next", OTHER) == Meant(span=DAY, doubt="next", other=OTHER)
