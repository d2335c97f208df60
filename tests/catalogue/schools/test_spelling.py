"""Ways to write a school: the same one, another one, or one that staff have to look at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.schools.spelling import Likeness, School, compare, is_placed, read

SAME, UNSURE, OTHER = Likeness.SAME, Likeness.UNSURE, Likeness.OTHER

#: A name, and the town of one's work where it was told.
Written = tuple[str, str]

TABLE: list[tuple[Written, Written, Likeness]] = [
    # One school in many spellings.
    (("Kauno „Saulės“ gimnazija", ""), ("Saulės gimnazija", "Kaunas"), SAME),
    (("Kauno Saulės gimnazija", ""), ("KAUNO SAULES GIMNAZIJA", "Kaunas"), SAME),
    (("Kauno „Saulės“ gimnazija", ""), ("Gimnazija „Saulė“, Kaunas", ""), SAME),
    (("Vilniaus jėzuitų gimnazija", ""), ("Vilniaus Jėzuitų gimn.", "Vilnius"), SAME),
    (("Jėzuitų gimnazija, Vilnius", ""), ("Vilniaus m. Jėzuitų gimnazija", ""), SAME),
    (("VšĮ Vilniaus jėzuitų gimnazija", ""), ("Vilniaus jėzuitų gimnazija", ""), SAME),
    (("Vilniaus S. Daukanto gimnazija", ""), ("Simono Daukanto gimnazija", "Vilnius"), SAME),
    (("Klaipėdos lopšelis-darželis „Saulutė“", ""), ("L/d Saulutė", "Klaipėda"), SAME),
    (("Klaipėdos lopšelis-darželis „Saulutė“", ""), ("„Saulutės“ darželis", "Klaipėda"), SAME),
    (("Šiaulių 15-oji mokykla", ""), ("15 m-kla", "Šiauliai"), SAME),
    (("Alytaus Dzūkijos pagrindinė mokykla", ""), ("Dzūkijos pagr. m-kla", "Alytus"), SAME),
    (("Alytaus PRC", ""), ("Alytaus profesinio rengimo centras", ""), SAME),
    (("Kauno r. Garliavos Jonučių gimnazija", ""), ("Jonučių gimnazija", "Garliava"), SAME),
    (("Kauno r. Garliavos Jonučių gimnazija", "Kaunas"), ("Garliavos Jonučių gimn.", ""), SAME),
    (("Kauno r. Babtų gimnazija", ""), ("Kauno rajono Babtų gimnazija", "Kaunas"), SAME),
    (("Babtų gimnazija", "Babtai"), ("Kauno r. Babtų gimnazija", "Babtai"), SAME),
    (("Naujosios Akmenės Ramučių gimnazija", ""), ("Ramučių gimn.", "Naujoji Akmenė"), SAME),
    (("Kauno Jono ir Petro Vileišių mokykla", ""), ("J. ir P. Vileišių m-kla", "Kaunas"), SAME),
    (("Kruopių mokykla", "Akmenės r."), ("Akmenės rajono Kruopių mokykla", "Akmenė"), SAME),
    (("gimnazija", "Birštonas"), ("Birštono gimnazija", ""), SAME),
    (("Akmenės gimnazija", ""), ("Akmenes gimn.", "Akmenė"), SAME),
    # Two schools of one name in two towns, or of two kinds.
    (("Kauno „Saulės“ gimnazija", ""), ("Vilniaus Saulės gimnazija", ""), OTHER),
    (("Saulės gimnazija", "Kaunas"), ("Saulės gimnazija", "Šiauliai"), OTHER),
    (("Vilniaus Simono Daukanto gimnazija", ""), ("S. Daukanto progimnazija", "Vilnius"), OTHER),
    (("Kauno „Saulės“ gimnazija", ""), ("Kauno „Saulutės“ lopšelis-darželis", ""), OTHER),
    (("Šiaulių 15-oji mokykla", ""), ("Šiaulių 16-oji mokykla", ""), OTHER),
    (("Akmenės gimnazija", ""), ("Naujosios Akmenės gimnazija", ""), OTHER),
    (("Kauno r. Babtų gimnazija", ""), ("Vilniaus r. Babtų gimnazija", ""), OTHER),
    (("Vilniaus Žemynos gimnazija", ""), ("Vilniaus Salininkų gimnazija", ""), OTHER),
    (("Vilniaus A. Vienuolio progimnazija", ""), ("Vilniaus A. Kulviečio progimnazija", ""), OTHER),
    (("Kauno Ąžuolo gimnazija", ""), ("Klaipėdos „Ąžuolyno“ gimnazija", ""), OTHER),
    (("Kauno 15-oji mokykla", ""), ("Kauno mokykla", ""), OTHER),
    (("Akmenės gimnazija", ""), ("Papilės Simono Daukanto gimnazija", ""), OTHER),
    (("Akmenės gimnazija", ""), ("Akmenės r. Ventos gimnazija", ""), OTHER),
    (("Kruopių mokykla", "Akmenės r."), ("Kruopių mokykla", "Kauno r."), OTHER),
    # Somebody has to say.
    (("Saulės gimnazija", ""), ("Saulės gimnazija", ""), UNSURE),
    (("Saulės gimnazija", ""), ("Kauno „Saulės“ gimnazija", ""), UNSURE),
    (("Kauno „Saulės“ gimnazija", "Šiauliai"), ("Kauno „Saulės“ gimnazija", ""), UNSURE),
    (("Kauno Saulės", ""), ("Kauno „Saulės“ gimnazija", ""), UNSURE),
    (("Kauno Saulės mokykla", ""), ("Kauno „Saulės“ gimnazija", ""), UNSURE),
    (("Kauno Saulės vidurinė", ""), ("Kauno „Saulės“ gimnazija", ""), UNSURE),
    (("Kauno Saulelės gimnazija", ""), ("Kauno „Saulutės“ gimnazija", ""), OTHER),
    (("Vilniaus Daukanto gimnazija", ""), ("Vilniaus Simono Daukanto gimnazija", ""), UNSURE),
    (("Vilniaus Simono Daukonto gimnazija", ""), ("Vilniaus S. Daukanto gimnazija", ""), UNSURE),
    (("Kauno Vyties gimnazija", ""), ("Kauno Vytės gimnazija", ""), UNSURE),
    (("Kauno gimnazija", ""), ("Kauno gimnazija", ""), UNSURE),
    (("Kauno gimnazija", ""), ("Kauno „Saulės“ gimnazija", ""), UNSURE),
    (("Babtų gimnazija", "Kaunas"), ("Kauno r. Babtų gimnazija", ""), UNSURE),
    (("Jonučių gimnazija", "Kaunas"), ("Kauno r. Garliavos Jonučių gimnazija", ""), UNSURE),
    (("Mokykla", ""), ("Mokykla", ""), UNSURE),
    (("Akmenės r. Ventos gimnazija", ""), ("Ventos gimnazija", "Venta"), UNSURE),
    (("Ventos gimnazija", ""), ("Ventos gimnazija", "Venta"), UNSURE),
    (("Akmenės mokykla", ""), ("mokykla", "Akmenė"), UNSURE),
]


@pytest.mark.parametrize(("one", "other", "likeness"), TABLE)
def test_hard_pairs(one: Written, other: Written, likeness: Likeness) -> None:
    """The same from either side."""
    assert compare(read(*one), read(*other)) is likeness
    assert compare(read(*other), read(*one)) is likeness


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        (("Saulės gimnazija", ""), False),
        (("Saulės gimnazija", "Kaunas"), True),
        (("Kauno „Saulės“ gimnazija", ""), True),
        (("Kauno r. Babtų gimnazija", ""), True),
        (("Kauno „Saulės“ gimnazija", "Šiauliai"), False),
    ],
)
def test_whether_a_place_is_known(written: Written, *, placed: bool) -> None:
    """In the name or beside it, if the two do not contradict each other."""
    assert is_placed(read(*written)) is placed


@given(st.sampled_from(TABLE), st.sampled_from(["Kaunas", "Šiauliai", "Klaipėda"]))
def test_another_town_is_another_school(row: tuple[Written, Written, Likeness], town: str) -> None:
    """Whatever a school of Vilnius is called, one of these words elsewhere is not taken for it."""
    name = " ".join(read(row[0][0]).words)
    here, there = read(f"{name} gimnazija", "Vilnius"), read(f"{name} gimnazija", town)
    assert compare(here, there) is not Likeness.SAME


@given(st.text(max_size=60), st.text(max_size=30))
def test_anything_may_be_written(name: str, city: str) -> None:
    """It is read, and is never another school than itself."""
    school: School = read(name, city)
    assert compare(school, school) is not Likeness.OTHER
