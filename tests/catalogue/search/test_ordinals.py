"""Numbers of events in a list, as people say them."""

import pytest

from catalogue.search.ordinals import without_ordinal


@pytest.mark.parametrize(
    ("folded", "expected"),
    [
        ("2", (2, "")),
        ("2.", (2, "")),
        ("2-as", (2, "")),
        ("nr. 2", (2, "")),
        ("# 12", (12, "")),
        ("antra", (2, "")),
        ("noriu i trecia", (3, "noriu i")),
        ("desimtasis", (10, "")),
        ("the second one", (2, "the")),
        ("1st", (1, "")),
    ],
)
def test_a_number_and_the_rest(folded: str, expected: tuple[int, str]) -> None:
    """In words or figures, in both languages."""
    assert without_ordinal(folded) == expected


@pytest.mark.parametrize(
    "folded", ["", "etika", "0", "1 ir 2", "2026", "10:30", "2,5", "e-2", "antradienis", "a2"]
)
def test_other_numbers_are_none(folded: str) -> None:
    """Years, times, codes, weekdays and two at once name no place in a list."""
    assert without_ordinal(folded) is None
