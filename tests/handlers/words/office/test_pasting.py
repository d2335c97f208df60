"""A pasted plan in words."""

from handlers.words.office import pasting as words
from tests.handlers.words.made_up import EN, LT


def test_what_is_missing_is_asked_once() -> None:
    """The year, the centre, and a name in the place of a file's."""
    assert "Kurių metų" in words.which_year(LT)
    assert "Of which centre" in words.whose(EN)
    assert words.name(LT) == "įklijuotas planas"
