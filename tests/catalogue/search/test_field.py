"""The words of the field of education."""

import pytest

from catalogue.search.field import is_of_the_field


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("robotika", True),
        ("robotikos", True),
        ("gabiais", True),
        ("dramblys", False),
        ("telephone", False),
        ("kursai", False),
        ("seminaras", False),
    ],
)
def test_words_of_themes_are_known_in_any_form(word: str, known: bool) -> None:
    """A theme of the field is one however it is declined; the world and the trade are not."""
    assert is_of_the_field(word) is known
