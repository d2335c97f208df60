"""A report as a paper."""

from dataclasses import replace
from typing import Any

from bot.drawing.charts import Chart
from bot.drawing.reports import Table, Text
from bot.jobs.report_pages import page
from catalogue.numbers.groups import Group, Other
from catalogue.practice.tables import Round, Use
from catalogue.reports.values import Grouped, Schools
from tests.bot.jobs.test_report_tables import an_account
from tests.handlers.words.made_up import LT


def charts(**facts: Any) -> dict[str, Chart]:
    parts = page(LT, an_account(**facts)).parts
    return {part.title: part for part in parts if isinstance(part, Chart)}


def test_it_says_of_what_it_is() -> None:
    """The time, the centre, the moment; tables and pictures from the same values as the sheets."""
    paper = page(LT, an_account())
    assert (paper.title, paper.organiser) == ("Ataskaita: 2026 m. spalis", "Kauno centras")
    assert paper.note == "Parengta 2026-11-22 10:00"
    tables = {part.heading: part.rows for part in paper.parts if isinstance(part, Table)}
    assert list(tables) == [
        "Trumpai", "Renginiai pagal formą", "Renginiai pagal būdą", "Kas moka", "Projektai",
    ]  # fmt: skip
    assert tables["Trumpai"][1] == ["Surengta renginių", "2", "0", "+2", "–"]
    assert tables["Kas moka"][1][1:] == ["1", "6", "6", "15"]
    assert isinstance(paper.parts[-1], Text)


def test_hours_as_bars() -> None:
    """With how many came beside them."""
    bars = charts()["Išklausytos akademinės valandos pagal tikslinę grupę"].bars
    assert [(bar.label, bar.value, bar.told) for bar in bars] == [
        ("Logopedai", 32.0, "32 / 8"),
        ("Nenurodyta", 24.0, "24 / 6"),
    ]


def test_the_most_hours_come_first_and_the_others_last() -> None:
    """Whoever many came to for an hour stands below those who were there for days."""
    groups = [Group("A", 1, 20, 20, 20.0), Group("B", 1, 5, 5, 80.0), Group("C", 1, 0, 0),
              Group(Other.OTHERS, 9, 60, 60, 99.0)]  # fmt: skip
    account = an_account()
    report = replace(account.report, fields=Grouped(groups, groups))
    bars = charts(report=report)["Išklausytos akademinės valandos pagal prioritetinę sritį"].bars
    assert [(bar.label, bar.colour) for bar in bars] == [
        ("B", "main"), ("A", "main"), ("Kita", "rest"),
    ]  # fmt: skip


def test_means_are_measured_by_the_whole_scale() -> None:
    """And answers by all of them; each time of asking has its own picture."""
    liked = charts()["Dalyvių atsiliepimai (vidurkiai, 1–5)"]
    assert (liked.whole, liked.bars[1].told) == (5, "4,0")
    use = {one: {Use.REGULARLY: 6, Use.TRIED: 3, Use.NOT_YET: 1} for one in Round}
    parts = page(LT, an_account(use=use)).parts
    asked = [
        one for one in parts if isinstance(one, Chart) and one.title == "Kas panaudota praktikoje"
    ]
    assert [(one.under, one.whole) for one in asked] == [
        ("Po šešių savaičių", 10),
        ("Po pusės metų", 10),
    ]


def test_of_many_municipalities_the_smaller_ones_are_together() -> None:
    """No more lines than a picture holds, and none is lost."""
    account = an_account()
    places = [Schools(f"{n} r.", 20 - n) for n in range(12)]
    reach = replace(account.report.reach, unreached=174, unreached_in=places)
    found = charts(report=replace(account.report, reach=reach))
    bars = found["Žinomos nepasiektos mokyklos pagal savivaldybę"].bars
    assert len(bars) == 10
    assert (bars[-1].label, bars[-1].value) == ("Kita", 11 + 10 + 9)


def test_where_there_is_nothing_it_says_so() -> None:
    """Every picture has its heading and a sentence."""
    found = charts(empty=True)
    assert len(found) == 7
    assert not any(chart.bars for chart in found.values())
    assert all(chart.note or chart.under for chart in found.values())
