"""Text as people type it, made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.normalise import LONGEST_TEXT, clean, fold, words


@given(st.text(max_size=50))
def test_folding_keeps_the_length(text: str) -> None:
    """Places in the folded text are places in the text as written."""
    assert len(fold(text)) == len(text)


@given(st.text(max_size=50))
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=3000))
def test_a_sentence_is_bounded(text: str) -> None:
    """However much is sent, a bounded sentence is read."""
    assert len(clean(text)) <= LONGEST_TEXT


def test_decomposed_letters_are_the_same_word() -> None:
    """A telephone that sends letters and marks apart is understood."""
    assert words(clean("u\u0306z\u030cdavinys")) == words(clean("u\u0306ždavinys"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ąžuolų 5-oji g.", ["azuolu", "5", "oji", "g"]),
        ("STEAM/DI", ["steam", "di"]),
        ("snake_case", ["snake", "case"]),
        ("𝐒𝐓𝐄𝐀𝐌", ["steam"]),
        ("🙂 …", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    """Words are letters and digits; all else stands between them."""
    assert words(text) == expected
