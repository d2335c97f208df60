"""The words of the field of education."""

import pytest

from catalogue.search.field import is_of_the_field


@pytest.mark.parametrize("word", ["robotika", "robotikos", "gabiais", "autizmu"])
def test_words_of_themes_are_known_in_any_form(word: str) -> None:
    """A theme of the field is one however it is declined."""
    assert is_of_the_field(word)


@pytest.mark.parametrize("word", ["dramblys", "telephone", "kursai", "seminaras"])
def test_the_world_and_the_trade_are_not_of_the_field(word: str) -> None:
    """What nobody teaches teachers is no theme, and neither is a word for any event."""
    assert not is_of_the_field(word)
