"""Whose an event of a file is."""

import pytest

from catalogue.centres.queries import nameless_centre
from catalogue.intake.whose import Reach, centre_of
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.programme.refused import Reason, WrongCell
from tests.factories import a_centre

KAUNAS = a_centre(id=1, name="Kauno centras", other_names=["KPKC"])
VILNIUS = a_centre(id=2, name="Vilniaus centras", other_names=[])
NAMELESS = nameless_centre()
NAMELESS.id = 3
PRESENT = [KAUNAS, VILNIUS, NAMELESS]
OF_KAUNAS = Reach(realm=Realm(frozenset({1})), founds=False)
OF_TWO = Reach(realm=Realm(frozenset({1, 2})), founds=False)
OF_ALL = Reach(realm=EVERYWHERE, founds=False)
OWNER = Reach(realm=EVERYWHERE, founds=True)


@pytest.mark.parametrize(
    ("organiser", "reach", "whose"),
    [
        ("Kauno centras", OF_KAUNAS, "Kauno centras"),
        ("kpkc", OF_KAUNAS, "Kauno centras"),
        ("", OF_KAUNAS, "Kauno centras"),
        ("Vilniaus centras", OF_KAUNAS, Reason.OTHER_CENTRE),
        ("Klaipėdos centras", OF_KAUNAS, Reason.UNKNOWN_CENTRE),
        ("", OF_TWO, Reason.NO_CENTRE),
        ("Vilniaus centras", OF_TWO, "Vilniaus centras"),
        ("", OF_ALL, NAMELESS.name),
        ("Klaipėdos centras", OF_ALL, Reason.UNKNOWN_CENTRE),
        ("Vilniaus centras", OWNER, "Vilniaus centras"),
        ("Klaipėdos centras", OWNER, None),
        ("", OWNER, NAMELESS.name),
    ],
)
def test_the_centre_of_a_row(organiser: str, reach: Reach, whose: str | Reason | None) -> None:
    """One's own, or a plain reason; only an owner of the house makes new ones."""
    if isinstance(whose, Reason):
        with pytest.raises(WrongCell) as wrong:
            centre_of(organiser, PRESENT, reach)
        assert wrong.value.reason is whose
    else:
        centre = centre_of(organiser, PRESENT, reach)
        assert (centre and centre.name) == whose


def test_the_first_nameless_event_makes_its_centre() -> None:
    """Only by an owner of the house."""
    assert centre_of("", [KAUNAS, VILNIUS], OWNER) is None
    with pytest.raises(WrongCell) as wrong:
        centre_of("", [KAUNAS, VILNIUS], OF_ALL)
    assert wrong.value.reason is Reason.NO_CENTRE
