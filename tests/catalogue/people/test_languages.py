import pytest

from catalogue.people.languages import language_of
from tests.factories import a_person


@pytest.mark.parametrize(
    ("chosen", "client", "spoken"),
    [
        (None, "lt", "lt"), (None, "en", "en"), (None, "en-GB", "en"), (None, "LT", "lt"),
        (None, "ru", "en"), (None, "pt-br", "en"), (None, "", "lt"),
        ("lt", "en", "lt"), ("en", "lt", "en"), ("xx", "en", "en"), ("", "lt", "lt"),
    ],
)  # fmt: skip
def test_language_of(chosen: str | None, client: str, spoken: str) -> None:
    """What was chosen, else what Telegram speaks, else English; the default only for silence."""
    person = a_person(language=chosen, client_language=client)
    assert language_of(person, default="lt") == spoken
