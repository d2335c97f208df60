import pytest

from handlers.words.limits import length


@pytest.mark.parametrize(
    ("text", "letters"),
    [("", 0), ("ąž", 2), ("<b>a</b>&amp;b", 3), ('<a href="https://x">y</a>', 1), ("😀", 2)],
)
def test_letters_are_counted_as_telegram_does(text: str, letters: int) -> None:
    """Without the tags, in UTF-16."""
    assert length(text) == letters
