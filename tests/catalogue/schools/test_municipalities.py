"""Where a school is."""

import pytest

from catalogue.schools.municipalities import municipality
from catalogue.schools.spelling import read


@pytest.mark.parametrize(
    ("school", "town", "place"),
    [
        ("Kauno Jono Jablonskio gimnazija", "", "Kauno m."),
        ("Kauno r. Garliavos Jonučių gimnazija", "", "Kauno r."),
        ("Kauno rajono mokykla", "", "Kauno r."),
        ("Jonučių gimnazija", "Garliava", "Kauno r."),
        ("Naujosios Akmenės Ramučių gimnazija", "", "Akmenės r."),
        ("Akmenės rajono Ventos gimnazija", "", "Akmenės r."),
        ("Šakių „Žiburio“ gimnazija", "", "Šakių r."),
        ("Plungės r. Salantų gimnazija", "", "Plungės r."),
        ("„Saulės“ gimnazija", "Biržai", "Biržų r."),
        ("„Saulės“ gimnazija", "", None),
        ("„Saulės“ gimnazija", "Ryga", None),
    ],
)
def test_the_municipality_of_a_school(school: str, town: str, place: str | None) -> None:
    """As its name says, else where its people say they work; a district is not its city."""
    assert municipality(read(school, town)) == place
