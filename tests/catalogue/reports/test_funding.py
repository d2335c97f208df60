"""The seven sources, as staff write them."""

import pytest

from catalogue.registrations.tables import Payer
from catalogue.reports.funding import OF_PAYER, Source, sources


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Moksleivio krepšelio lėšos", {Source.BASKET}),
        ("mokymo lėšos", {Source.BASKET}),
        ("asmeninės pedagogų įmokos", {Source.PERSONAL}),
        ("Dalyvių lėšos", {Source.PERSONAL}),
        ("apmoka siunčianti įstaiga", {Source.INSTITUTIONS}),
        ("mokyklos lėšomis", {Source.INSTITUTIONS}),
        ("Švietimo ministerijos konkursas", {Source.COMPETITIONS}),
        ("Kultūros rėmimo fondo lėšos", {Source.COMPETITIONS}),
        ("savivaldybės tikslinės lėšos", {Source.MUNICIPAL}),
        ("Rėmėjų parama", {Source.SPONSORS}),
        ("ES projekto lėšos", {Source.PROJECTS}),
        ("Erasmus+", {Source.PROJECTS}),
        ("savivaldybės ir rėmėjų lėšos", {Source.MUNICIPAL, Source.SPONSORS}),
        ("iš kažkur", set()),
        ("", set()),
    ],
)
def test_a_source_is_known_in_other_words(written: str, found: set[Source]) -> None:
    """In every case and without the letters of the alphabet; several may be named."""
    assert sources(written) == found


def test_whoever_pays_has_a_source() -> None:
    """Each of those a person may name."""
    assert set(OF_PAYER) == set(Payer)
