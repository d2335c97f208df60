"""Numbers in words."""

from datetime import date

import pytest

from catalogue.demand.wishes import Wish
from catalogue.numbers.counting import Few, Figures, Fill
from catalogue.numbers.groups import Label, Other
from catalogue.numbers.labels import Table
from catalogue.numbers.periods import Period
from catalogue.search.spans import Span
from handlers.words.office import numbers as words
from handlers.words.speech import Speech
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import EN, LT

FIGURES = Figures(
    events=12, registrations=4000, people=1240, full=0.666, left_late=Few(), waiting=0
)


def test_the_figures_stand_beside_those_of_a_year_ago() -> None:
    """Few are told as few; thousands are apart as the language has them."""
    before = Figures(events=9, registrations=Few(), people=Few(), full=None, left_late=5, waiting=0)
    lines = words.summary(LT, "2026–2027 m. m.", FIGURES, before).split("\n")
    assert [line.replace("\N{NO-BREAK SPACE}", "_") for line in lines[:8]] == [
        "<b>Skaičiai</b> · 2026–2027 m. m.",
        "",
        "Renginiai: <b>12</b> (prieš metus: 9)",
        "Registracijos: <b>4_000</b> (prieš metus: mažiau nei 5)",
        "Žmonės: <b>1_240</b> (prieš metus: mažiau nei 5)",
        "Vidutinis užpildymas: <b>67_%</b> (prieš metus: –)",
        "Atsisakė per vėlai: <b>mažiau nei 5</b> (prieš metus: 5)",
        "Laukia eilėje: <b>0</b> (prieš metus: 0)",
    ]
    assert "Registrations: <b>4,000</b>\n" in words.summary(EN, "2026–2027", FIGURES, None)


@pytest.mark.parametrize(
    ("period", "today", "name"),
    [
        (Period.MONTH, date(2026, 11, 22), "2026 m. lapkritis"),
        (Period.TERM, date(2026, 11, 22), "2026–2027 m. m. I pusmetis"),
        (Period.TERM, date(2027, 3, 1), "2026–2027 m. m. II pusmetis"),
        (Period.LAST_YEAR, date(2026, 11, 22), "2025–2026 m. m."),
        (Period.ALL, date(2026, 11, 22), "Visas laikas"),
    ],
)
def test_a_time_has_its_name(period: Period, today: date, name: str) -> None:
    """As teachers call it."""
    assert words.period_name(LT, period, today=today) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("pradinių klasių mokytojai", "Pradinių klasių mokytojai"),
        (Span(date(2026, 11, 16), date(2026, 11, 22)), "Lapkričio 16–22 d."),
        (Other.ONLINE, "Nuotoliu"),
        (Other.UNSAID, "Nenurodyta"),
        (Other.OTHERS, "Kita"),
    ],
)
def test_a_group_has_its_name(label: Label, name: str) -> None:
    """What was written begins with a capital; the rest is said in the person's language."""
    assert words.label(LT, label, now=NOW) == name


@pytest.mark.parametrize(
    ("wish", "told", "size"),
    [
        (Wish("robotika", {}, 21, 0), "Robotika", "21 žmogus"),
        (Wish("joga", {}, 0, 12), "Joga", "12 kartų"),
        (Wish("", {"city": "Zarasai", "free": True}, 6, 9), "Zarasai · nemokama", "6 žmonės"),
    ],
)
def test_a_wish_says_what_is_counted(wish: Wish, told: str, size: str) -> None:
    """People where they are known, else times."""
    assert (words.wish(LT, wish, now=NOW), words.wish_size(LT, wish)) == (told, size)


def test_whose_numbers_they_are() -> None:
    """Of one centre by its name."""
    kaunas, vilnius = a_centre(name="Kauno centras"), a_centre()
    assert words.of_whom(LT, [kaunas]) == "Kauno centras"
    assert words.of_whom(LT, [kaunas, vilnius]) == "Visi Jūsų centrai"
    assert words.of_whom(LT, None) == "Visi centrai"


@pytest.mark.parametrize("say", [LT, EN], ids=["lt", "en"])
def test_everything_has_words(say: Speech) -> None:
    """Each table, share and column; what is said of small groups names the number."""
    assert {*words.TITLES, *words.CAPTIONS} == set(Table)
    assert len({words.fill(say, fill) for fill in Fill}) == len(Fill)
    assert len({*words.sheet_names(say).values()}) == 8
    assert all(words.column(say, name) for name in words.COLUMNS)
    assert "5" in words.explained(say)[0]
    assert "&" not in "".join(words.explained(say))
    for note in (words.rule(say), words.others_note(say), words.nothing(say, "T", "U")):
        assert "5" in note
