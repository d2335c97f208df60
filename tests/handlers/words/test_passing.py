"""A seat passed on, in words."""

from datetime import timedelta
from decimal import Decimal

import pytest

from catalogue.registrations.refusals import Hindrance, SeatNotPassed
from handlers.words import passing as words
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event

UNTIL = NOW + timedelta(days=2)


@pytest.mark.parametrize("say", [LT, EN], ids=["lt", "en"])
@pytest.mark.parametrize("why", Hindrance)
def test_every_hindrance_names_the_event(say: Speech, why: Hindrance) -> None:
    """So that one with several links knows which it was; a title is escaped."""
    made = event(title_lt="<Vertinimas>", title_en="<Vertinimas>", contact="rasa@centras.lt")
    said = words.not_passed(say, SeatNotPassed(made, why))
    assert "&lt;Vertinimas&gt;" in said
    assert ("rasa@centras.lt" in said) is (why is Hindrance.APPROVAL)


def test_what_is_forwarded_says_all_that_a_colleague_needs() -> None:
    """What, when, where, what to press, until when, and the link as it is."""
    link = "https://t.me/kvieslys_bot?start=ps_a-b_c"
    said = words.to_forward(EN, event(), link, UNTIL, now=NOW)
    for part in ("Assessment", "Kaunas", "press “Accept the seat”", "Tuesday 24 November", link):
        assert part in said


def test_the_giver_hears_what_the_rule_is() -> None:
    """Whose seat it is meanwhile, how long the link works, and that the queue goes first."""
    said = words.link_made(LT, UNTIL, now=NOW)
    assert "Kol vietos niekas nepriėmė, ji lieka Jūsų." in said
    assert "iki lapkričio 24 d. 10:00" in said
    assert "pirmenybė – laukiantiems" in said


@pytest.mark.parametrize(("price", "is_said"), [(Decimal(40), True), (Decimal(0), False)])
def test_money_is_spoken_of_where_there_is_any(price: Decimal, is_said: bool) -> None:  # noqa: FBT001 -- a table
    """What was paid stays with who paid it."""
    said = words.passed_on(LT, event(price_eur=price), now=NOW)
    assert said.startswith("Jūsų vieta priimta")
    assert ("Jei jau sumokėjote, mokėjimas kartu su vieta neperduodamas." in said) is is_said
