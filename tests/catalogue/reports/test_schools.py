"""Schools as they are counted."""

import pytest

from catalogue.heads.schools import read
from catalogue.reports.schools import municipality, united


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


def test_one_school_however_it_is_written() -> None:
    """Only where that is sure; another kind, another town or no town at all is another school."""
    ways = [
        read("Kauno Saulės gimnazija"),
        read("Saulės gimn.", "Kaunas"),
        read("Kauno Saulės progimnazija"),
        read("Saulės gimnazija", "Utena"),
        read("Saulės gimnazija"),
        read("Saulės gimnazija"),
    ]
    assert [ways.index(united(ways)[one]) for one in ways] == [0, 0, 2, 3, 4, 4]
