from datetime import date
from typing import Any

import pytest

from catalogue.finding.browsing import Month, Wanted
from catalogue.programme.tables import Mode
from handlers.words import programme as words
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event

ALL = Wanted(mode=Mode.ONLINE, free=True, seats=True, city="Kaunas", audience="logopedai")


def a_month(total: int, count: int = 1) -> Month:
    return Month(
        first_day=date(2026, 12, 1),
        page=0,
        events=tuple(event(id=number) for number in range(count)),
        total=total,
        before=None,
        after=None,
    )


@pytest.mark.parametrize(
    ("say", "total", "heading"),
    [
        (LT, 1, "<b>2026 m. gruodis</b> · 1 renginys"),
        (LT, 8, "<b>2026 m. gruodis</b> · 8 renginiai"),
        (LT, 12, "<b>2026 m. gruodis</b> · 12 renginių"),
        (LT, 21, "<b>2026 m. gruodis</b> · 21 renginys"),
        (EN, 1, "<b>December 2026</b> · 1 event"),
        (EN, 21, "<b>December 2026</b> · 21 events"),
    ],
)
def test_month_counts(say: Speech, total: int, heading: str) -> None:
    """The heading counts the whole month, not the page."""
    said = words.month(say, a_month(total), Wanted(), {0: None}, first=1, now=NOW)
    assert said.split("\n")[0] == heading


def test_month_says_the_filters_and_goes_on_counting() -> None:
    """The numbers of a later page go on from the first, and what is full says so."""
    said = words.month(LT, a_month(9, 2), ALL, {0: 0, 1: 2}, first=7, now=NOW).split("\n")
    assert said[1] == "Nuotoliu · Nemokami · Yra laisvų vietų · Kaunas · logopedai"
    assert said[3] == "7. <b>Vertinimas</b>"
    assert said[4].endswith("vietų nebėra")
    assert said[6] == "8. <b>Vertinimas</b>"
    assert said[7].endswith("liko 2 vietos")


@pytest.mark.parametrize(
    ("facts", "lithuanian", "english"),
    [
        ({}, "", ""),
        ({"mode": Mode.ONSITE}, "Vietoje", "On site"),
        ({"mode": Mode.HYBRID}, "", ""),
        ({"free": True, "city": "Kaunas"}, "Nemokami · Kaunas", "Free of charge · Kaunas"),
    ],
)
def test_in_words(facts: dict[str, Any], lithuanian: str, english: str) -> None:
    """The chosen filters on one line; nothing where none is chosen."""
    assert words.in_words(LT, Wanted(**facts)) == lithuanian
    assert words.in_words(EN, Wanted(**facts)) == english


def test_filters_and_nothing_found() -> None:
    """What was chosen is repeated, so that one sees what to let go."""
    wanted = Wanted(city="<Kaunas>")
    assert words.filters(LT, Wanted()).split("\n")[1] == (
        "Pažymėkite, kas Jums svarbu, ir spauskite „Rodyti renginius“."
    )
    assert words.filters(LT, wanted) == "<b>Filtrai</b>\nPasirinkta: &lt;Kaunas&gt;"
    assert words.nothing_matches(LT, wanted) == (
        "Tokių būsimų renginių nėra: &lt;Kaunas&gt;. Pabandykite su mažiau filtrų."
    )
    assert words.nothing_matches(LT, Wanted()) == (
        "Būsimų renginių programoje dar nėra. Užsukite vėliau."
    )
    assert [words.choose_city(LT), words.choose_audience(LT)] == [
        "Kuriame mieste?",
        "Kam skirti renginiai?",
    ]


def test_labels_of_the_ways_on() -> None:
    """Months by name, pages by number, each with its arrow on the side it leads to."""
    january = date(2027, 1, 1)
    assert words.month_label(LT, january, back=True) == "‹ Sausis"
    assert words.month_label(EN, january, back=False) == "January ›"
    assert words.page_label(LT, 1, -1) == "‹ 1 psl."
    assert words.page_label(LT, 1, +1) == "3 psl. ›"
