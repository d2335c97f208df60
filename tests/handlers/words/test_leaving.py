"""Asking to be let go, in words."""

from datetime import timedelta

import pytest

from handlers.words import leaving as words
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event

LATE = event(cancel_until=NOW - timedelta(hours=1), contact="rasa@centras.lt")


@pytest.mark.parametrize(
    ("say", "meanwhile"),
    [
        (LT, "Jei jo nebus iki pradžios, liksite tarp užsiregistravusiųjų."),
        (EN, "If there is none by the start, you count as registered."),
    ],
    ids=["lt", "en"],
)
def test_what_follows_is_said_before_and_after(say: Speech, meanwhile: str) -> None:
    """When the limit is met, when it is asked, and when one comes to look."""
    for said in (
        words.too_late(say, LATE, now=NOW),
        words.asked(say, LATE),
        words.still_asked(say, LATE, NOW, now=NOW),
    ):
        assert said.endswith(meanwhile)


def test_the_answer_is_told_with_the_event() -> None:
    """Let go is one of the four states; who is not let go hears whom to turn to."""
    assert words.granted(LT, LATE, now=NOW).startswith("<b>Atšaukta</b>\n\nOrganizatorius leido")
    refused = words.refused(LT, LATE, now=NOW)
    assert "Vieta lieka Jūsų." in refused
    assert "rasa@centras.lt" in refused
