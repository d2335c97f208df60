"""Who pays, in words."""

from decimal import Decimal

import pytest

from catalogue.registrations.tables import Payer, Payment
from handlers.words import paying as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event


@pytest.mark.parametrize(
    ("payment", "said"),
    [
        (None, "<b>Moka:</b> dar nepasakyta"),
        (Payment(payer=None, school="", contact=""), "<b>Moka:</b> dar nepasakyta"),
        (Payment(payer=Payer.SELF, school="", contact=""), "<b>Moka:</b> pats žmogus"),
        (
            Payment(payer=Payer.SCHOOL, school="A & B", contact="a@b.lt"),
            "<b>Moka:</b> mokykla, A &amp; B, a@b.lt",
        ),
    ],
)
def test_one_line_says_who_pays(payment: Payment | None, said: str) -> None:
    """With what is known of them."""
    assert words.payer_line(LT, payment) == said


def test_questions_and_what_was_noted() -> None:
    """The price is said; nobody has to answer now."""
    costly = event(price_eur=Decimal(40))
    school = Payment(payer=Payer.SCHOOL, school="Gimnazija", contact="", paid_at=NOW)
    assert words.asked(EN, costly) == (
        "The price is 40 €. Who will pay? You can tell later too. If the school pays, its invoice "
        "names you and the event."
    )
    assert "Jei moka mokykla, jai skirtoje sąskaitoje bus Jūsų vardas" in words.question(
        LT, costly, None
    )
    assert words.question(LT, costly, school).endswith("Žinome, kad apmokėta. Ačiū!")
    assert words.self_noted(LT).startswith("Užrašyta: mokėsite Jūs.")
    assert "Įsiminsime" in words.ask_school(LT)
    assert words.ask_other(LT).startswith("Kas mokės?")
    assert words.ask_contact(LT, school).startswith("Užrašyta, mokės: Gimnazija.")
    assert words.all_noted(LT, school).endswith("<b>Moka:</b> mokykla, Gimnazija")
