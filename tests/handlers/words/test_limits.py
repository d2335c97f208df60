import pytest

from handlers.words.limits import formatted, length


@pytest.mark.parametrize(
    ("text", "letters"),
    [("", 0), ("ąž", 2), ("<b>a</b>&amp;b", 3), ('<a href="https://x">y</a>', 1), ("😀", 2)],
)
def test_letters_are_counted_as_telegram_does(text: str, letters: int) -> None:
    """Without the tags, in UTF-16."""
    assert length(text) == letters


def test_formatted_pieces_are_counted() -> None:
    """One within another, too; what is only written so is none."""
    assert formatted('<b>a <a href="https://x">b</a></b> <s>c</s> &lt;b&gt;') == 3
