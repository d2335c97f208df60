"""Those who wait, as staff are told of them."""

from collections import Counter
from datetime import timedelta

import pytest

from catalogue.centres.tables import Centre
from catalogue.demand.days import OfferedDay
from catalogue.demand.polls import Counted
from catalogue.demand.tables import Gathering, GatheringDay
from catalogue.numbers.groups import Group, Other
from handlers.words.office import gathering as words
from handlers.words.speech import Speech
from tests.factories import NOW, VILNIUS

LT = Speech("lt", VILNIUS)
ONE = Gathering(words="streso <b>")
DAY = GatheringDay(id=7, starts_at=NOW + timedelta(days=1), place="Kaunas")
COUNTED = Counted(asked=12, answered=9, none_suits=1, suits=Counter({7: 8}))
UNSAID = [Group(Other.UNSAID, 0, 12, 12)]


def test_a_page_before_and_after_the_question() -> None:
    """Groups where anybody told theirs; counts by day once they are asked."""
    towns = [Group("Kaunas", 0, 7, 7), Group(Other.OTHERS, 0, 5, 5)]
    before = words.page(LT, ONE, [], COUNTED, 12, groups=UNSAID, towns=towns, now=NOW)
    assert "<b>Streso &lt;b&gt;</b>" in before
    assert "Miestai: Kaunas 7; Kita 5" in before
    assert "Grupės" not in before
    asked = Gathering(words="joga", asked_at=NOW)
    after = words.page(LT, asked, [DAY], COUNTED, 12, groups=[], towns=[], now=NOW)
    assert "Atsakė 9 iš 12 paklaustų" in after
    assert "Kaunas: <b>8</b>" in after
    assert words.choose_label(LT, DAY, COUNTED, now=NOW).endswith("Kaunas · 8")


@pytest.mark.parametrize(
    ("suits", "answered", "told"),
    [
        (
            {7: 8},
            9,
            ("atsakymų laikas baigėsi", "Atsakė 9 iš 12", "Kaunas: <b>8</b>", "Paspauskite dieną"),
        ),
        ({7: 8}, 12, ("atsakė visi", "Atsakė 12 iš 12", "Paspauskite dieną")),
        ({}, 3, ("Atsakė 3 iš 12", "niekam netinka")),
        ({}, 0, ("Paklausiau 12 žmonių, dar niekas neatsakė.", "Galite dar palaukti")),
    ],
)
def test_how_it_stands(suits: dict[int, int], answered: int, told: tuple[str, ...]) -> None:
    """Few, many, all or nobody: what to press next."""
    found = Counted(asked=12, answered=answered, none_suits=0, suits=Counter(suits))
    text = words.result(LT, ONE, [DAY] if suits else [], found, now=NOW)
    assert [one for one in told if one not in text] == []


def test_the_time_to_answer() -> None:
    """Until when, then that it is over; and that no day is left to choose."""
    asked = Gathering(words="joga", asked_at=NOW, answers_until=NOW + timedelta(hours=1))
    shown = [
        words.page(LT, asked, [DAY], COUNTED, 12, groups=[], towns=[], now=NOW + some)
        for some in (timedelta(0), timedelta(hours=1), timedelta(days=2))
    ]
    assert "Atsakymų laukiu iki lapkričio 22 d. 11:00" in shown[0]
    assert "kas vėluoja, atsakyti dar gali" in shown[1]
    assert "Visos šios dienos jau praėjo" in shown[2]


def test_what_is_asked_of_staff() -> None:
    """In Lithuanian, with what they wrote escaped and the numbers in their cases."""
    offered = OfferedDay(DAY.starts_at, None, None, "Kaunas <1>")
    assert "Kaunas &lt;1&gt;" in words.preview(LT, ONE, [offered], 12, until=NOW, now=NOW)
    assert words.ask_label(LT, 21) == "Klausti 21 žmogaus"
    assert "laukia 12 žmonių" in words.drafted(LT, ONE, 12)
    assert words.label(LT, ONE, 12) == "Laukia datos: streso <b> · 12"
    assert "iki 10" in words.ask_days(LT, ONE).lower()
    assert "&lt;x&gt;" in words.not_days(LT, "<x>", 10)
    assert "iki 10" in words.not_days(LT, "", 10)
    centre = Centre(name="Utenos centras", gather_at=8)
    only = words.gather_at(LT, centre, is_only=True)
    assert "Utenos centras" in only
    assert only.endswith("Dabar 8.")
    assert "reikia 12" in words.gather_at(LT, centre, is_only=False)
    assert "Klausiu" in words.offered(LT)
    assert "Kurio centro" in words.which_centre(LT)
    assert "Kuriame centre" in words.gather_at_where(LT)
    assert "atidėta" in words.dropped(LT, ONE)
