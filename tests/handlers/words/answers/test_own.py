from handlers.words.answers import own as words
from tests.handlers.words.made_up import LT


def test_a_long_title_fits_its_button() -> None:
    """Telegram cuts labels in the middle of a word."""
    assert len(words.cancel_label(LT, "ž" * 200)) == 60


def test_a_button_is_no_html() -> None:
    """It is shown as it stands."""
    assert words.cancel_label(LT, "Menas & muzika") == "Atsisakyti: Menas & muzika"
