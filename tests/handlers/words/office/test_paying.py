"""The list for invoices, in words."""

from decimal import Decimal

import pytest

from catalogue.registrations.payments import Invoice, invoices
from catalogue.registrations.tables import Payer
from handlers.words.office import paying as words
from tests.catalogue.registrations.test_payments import bill
from tests.factories import NOW
from tests.handlers.words.made_up import LT, event

COSTLY = event(price_eur=Decimal(40))


@pytest.mark.parametrize(
    ("payer", "facts", "said"),
    [
        (Payer.SCHOOL, {"school": "A & B", "contact": "a@b"}, "A &amp; B (a@b)"),
        (Payer.SCHOOL, {}, "pavadinimas nepasakytas"),
        (Payer.SELF, {}, "Ona 1"),
        (Payer.OTHER, {"school": "Fondas"}, "Fondas"),
        (None, {}, "nepasakyta, kas moka"),
    ],
)
def test_each_payer_has_a_name(payer: Payer | None, facts: dict[str, str], said: str) -> None:
    """Who pays alone by their own."""
    one = bill(1, payer, **facts)
    assert words.payer(LT, Invoice(payer, one.school, [one])) == said


def test_the_page_sums_up() -> None:
    """Many payers are cut; the sums are of all of them."""
    many = invoices(
        [bill(number, Payer.SCHOOL, f"M{number:02}", paid_at=NOW) for number in range(23)]
    )
    said = words.page(LT, COSTLY, many, now=NOW)
    assert "Mokėtina 920 €, apmokėta 920 €" in said
    assert "• M19: 1 žmogus, 40 €, apmokėta 40 €\nir dar 3 mokėtojai" in said
    assert words.invoice_line(LT, many[0]) == "• M00: 1 žmogus, 40 €, apmokėta 40 €"
    assert words.page(LT, COSTLY, [], now=NOW).endswith("Dalyvių dar nėra.")
    assert words.label(LT, bill(1, None, name="")) == "☐ be vardo · 40 €"
    assert "mokėti nėra už ką" in words.without_price(LT)
