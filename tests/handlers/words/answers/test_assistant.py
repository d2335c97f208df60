import pytest

from handlers.words import menu
from handlers.words.answers import assistant as words
from handlers.words.speech import Speech
from tests.handlers.words.made_up import EN, LT


@pytest.mark.parametrize("say", [LT, EN], ids=["lt", "en"])
def test_what_is_not_understood_gets_something_to_try(say: Speech) -> None:
    """Every example question, each on a line of its own."""
    told = words.unknown(say).splitlines()
    assert [line.removeprefix("• ") for line in told[1:]] == [
        f"<i>{example}</i>" for example in menu.examples(say)
    ]


@pytest.mark.parametrize(
    ("say", "shows", "deletes"), [(LT, "/mano_duomenys", "/istrinti"), (EN, "/my_data", "/forget")]
)
def test_privacy_names_the_commands(say: Speech, shows: str, deletes: str) -> None:
    """Telegram makes links of them, so that one tap shows the data or asks to delete them."""
    assert {shows, deletes} <= {word.strip(".:;,") for word in words.privacy(say).split()}
