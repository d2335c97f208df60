"""What the organiser has decided, in words."""

import pytest

from handlers.words import decisions as words
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event


@pytest.mark.parametrize(
    ("say", "said"),
    [
        (
            LT,
            (
                "<b>Rasa Rasaitė</b> (Švietimo centras) rašo Jums dėl renginio „Vertinimas“ "
                "(gruodžio 2 d., tr 10:00):\n\nLabas &amp; ate\n\n"
                "Prašau kreiptis į organizatorių: r@c.lt"
            ),
        ),
        (
            EN,
            (
                "<b>Rasa Rasaitė</b>, Švietimo centras, writes to you about “Assessment” "
                "(Wed 2 Dec, 10:00):\n\nLabas &amp; ate\n\nPlease write to the organiser: r@c.lt"
            ),
        ),
    ],
)
def test_a_letter_says_from_whom_and_of_what(say: Speech, said: str) -> None:
    """And how to answer; what was written stays as it is."""
    assert (
        words.letter(say, event(contact="r@c.lt"), "Rasa Rasaitė", "Labas & ate", now=NOW) == said
    )


def test_a_letter_of_one_without_a_name_is_of_the_centre() -> None:
    """Owners of the house may have given none."""
    said = words.letter(LT, event(), "", "Labas", now=NOW)
    assert said.startswith("<b>Švietimo centras</b> rašo Jums dėl renginio „Vertinimas“")


def test_decisions_begin_with_the_news() -> None:
    """And what was given is said as after joining."""
    for worded, news in ((words.approved, "patvirtino"), (words.seat_given, "skyrė Jums vietą")):
        said = worded(LT, event(), usual=(), now=NOW)
        assert news in said.split("\n")[0]
        assert "<b>Registracija patvirtinta</b>" in said
    assert words.rejected(LT, event(contact="r@c.lt")).endswith("organizatorių: r@c.lt")
    assert words.taken_off(LT, event(), now=NOW).startswith("<b>Atšaukta</b>")
