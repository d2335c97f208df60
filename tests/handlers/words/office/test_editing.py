"""Fields of an event in words."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from catalogue.programme.refusals import NotUnderstood
from catalogue.programme.refused import Reason
from catalogue.programme.tables import Mode
from handlers.words.office import editing as words
from tests.factories import NOW, an_event
from tests.handlers.words.made_up import EN, LT


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("price_eur", Decimal(25), "25 €"),
        ("seats", None, "nenurodyta"),
        ("seats", 0, "0"),
        ("hours", 1.5, "1,5"),
        ("waiting_list", False, "ne"),
        ("mode", Mode.ONLINE, "nuotoliu"),
        ("audience", ["logopedai", "psichologai"], "logopedai, psichologai"),
        ("registration_closes", NOW + timedelta(days=1), "lapkričio 23 d., pr 10:00"),
        ("form", "seminaras", "seminaras"),
    ],
)
def test_values_read_as_people_write_them(name: str, value: Any, expected: str) -> None:
    """Nothing is shown as the machine keeps it."""
    assert words.shown_as(LT, name, value, now=NOW) == expected
    assert len(words.label(LT, name, value, is_changed=True, now=NOW)) <= words.LONGEST_LABEL


def test_a_refusal_says_the_field_and_why() -> None:
    """As a report of an import does, in either language."""
    refusal = NotUnderstood("seats", Reason.NOT_A_NUMBER, {"written": "<daug>"})
    assert "Vietų skaičius" in words.not_understood(LT, refusal)
    assert "&lt;daug&gt;" in words.not_understood(EN, refusal)
    other = NotUnderstood("", Reason.MISSING, {})
    assert "required" in words.not_understood(EN, other)


def test_choices_speak_the_language_of_the_person() -> None:
    """What a file says with a word."""
    assert [words.choice(EN, "mode", "online"), words.choice(LT, "certificate", "taip")] == [
        "online", "taip",
    ]  # fmt: skip
    assert words.choice(EN, "form", "seminaras") == "seminar"
    assert words.choice(LT, "language", "en") == "anglų"
    assert words.label(LT, "language", "lt", is_changed=False, now=NOW) == "Kalba: lietuvių"
    assert words.shown_as(EN, "language", "esperanto", now=NOW) == "esperanto"


def test_every_question_shows_what_stands_there() -> None:
    """So that nobody types it anew."""
    event = an_event(title_lt="Vertinimas", seats=5)
    for name in words.NAMES:
        assert "Vertinimas" in words.ask(LT, event, name, None, now=NOW)
