"""Numbers as pictures and sheets."""

from datetime import date, timedelta
from typing import Any

from bot.jobs import number_pages as pages
from catalogue.demand.wishes import Wish
from catalogue.numbers.counting import Few, Figures, Fill, Numbers
from catalogue.numbers.groups import Group, Other
from catalogue.numbers.labels import Table
from catalogue.search.spans import week
from handlers.words.speech import Speech
from tests.factories import NOW, VILNIUS

LT, EN = Speech("lt", VILNIUS), Speech("en", VILNIUS)
FIGURES = Figures(events=3, registrations=17, people=Few(), full=0.5, left_late=0, waiting=5)
TOWNS = [Group("Kaunas", 2, 12, 9), Group(Other.OTHERS, 1, 5, None)]
WEEKS = [Group(week(date(2026, 11, 2) + timedelta(weeks=n)), 1, 5 + n, 5) for n in range(15)]


def numbers(**facts: Any) -> Numbers:
    tables = dict.fromkeys(Table, TOWNS) | {Table.WEEKS: WEEKS}
    plain: dict[str, Any] = {
        "figures": FIGURES,
        "fills": {Fill.FULL: 2, Fill.UNLIMITED: 1},
        "largest": {},
        "tables": tables,
    }
    return Numbers(**plain | facts)


def test_a_picture_of_a_table() -> None:
    """The others in grey, with what they are below; the period within."""
    chart = pages.table_chart(LT, Table.TOWNS, TOWNS, under="2026–2027 m. m.", now=NOW)
    assert chart is not None
    assert (chart.title, chart.under) == ("Registracijos pagal miestus", "2026–2027 m. m.")
    assert [(bar.label, bar.told, bar.colour) for bar in chart.bars] == [
        ("Kaunas", "12", "main"),
        ("Kita", "5", "rest"),
    ]
    assert chart.note.startswith("Kita – visos mažesnės grupės.")


def test_nothing_is_no_picture() -> None:
    """Neither of no groups, nor of groups of nobody."""
    assert pages.table_chart(LT, Table.WEEKS, [], under="", now=NOW) is None
    nobody = [Group("Kaunas", 1, 0, 0)]
    assert pages.table_chart(LT, Table.TOWNS, nobody, under="", now=NOW) is None
    assert pages.fills_chart(LT, numbers(fills={}), under="") is None


def test_how_full_events_are() -> None:
    """The fullest first; those without a number of seats in grey."""
    chart = pages.fills_chart(LT, numbers(), under="")
    assert chart is not None
    assert [(bar.label, bar.value, bar.colour) for bar in chart.bars] == [
        ("Visos vietos užimtos", 2, "main"),
        ("Vietų skaičius neribotas", 1, "rest"),
    ]


def test_a_sheet_for_each_table() -> None:
    """Headings in the person's language, real numbers and dates, what few are told as few."""
    wishes = [Wish("robotika", {}, 7, 0)]
    found = pages.sheets(LT, numbers(), FIGURES, wishes, under="2026–2027 m. m.", now=NOW)
    by_name = {one.name: one for one in found}
    assert list(by_name) == [
        "Trumpai",
        "Pagal savaites",
        "Pagal grupes",
        "Pagal miestus",
        "Pagal prioritetines sritis",
        "Pagal finansavimą",
        "Užpildymas",
        "Nepatenkinti norai",
    ]
    brief = by_name["Trumpai"]
    assert brief.above[0] == "2026–2027 m. m."
    assert "mažiau nei 5 žmonės, nerodomos" in brief.above[1]
    assert brief.headings == ["Rodiklis", "Reikšmė", "Prieš metus"]
    assert [row[1] for row in brief.rows] == [3, 17, "mažiau nei 5", 0.5, 0, 5]
    assert by_name["Pagal miestus"].rows == [("Kaunas", 2, 12, 9), ("Kita", 1, 5, None)]
    first = by_name["Pagal savaites"].rows[0]
    assert first == ("Lapkričio 2–8 d.", date(2026, 11, 2), date(2026, 11, 8), 5, 5)
    assert len(by_name["Pagal savaites"].rows) == len(WEEKS)
    assert by_name["Nepatenkinti norai"].rows == [("Robotika", 7, None)]
    alone = pages.sheets(EN, numbers(), None, [], under="", now=NOW)[0]
    assert alone.headings == ["Figure", "Value"]
