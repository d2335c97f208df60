"""Reports in words."""

from decimal import Decimal

import pytest

from catalogue.numbers.counting import Few
from catalogue.reports.periods import Kind, Period
from catalogue.reports.trend import Beside, Name, Told
from handlers.words.office import reports as words
from handlers.words.speech import Speech
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import EN, LT

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("say", "period", "name", "file"),
    [
        (LT, Period(Kind.MONTH, 2026 * 12 + 9), "2026 m. spalis", "ataskaita-2026-10"),
        (LT, Period(Kind.QUARTER, 2026 * 4 + 2), "2026 m. III ketvirtis", "ataskaita-2026-III"),
        (LT, Period(Kind.QUARTER, 2026 * 4 + 3), "2026 m. IV ketvirtis", "ataskaita-2026-IV"),
        (LT, Period(Kind.SCHOOL_YEAR, 2025), "2025–2026 m. m.", "ataskaita-2025-2026"),
        (LT, Period(Kind.YEAR, 2025), "2025 metai", "ataskaita-2025"),
        (EN, Period(Kind.QUARTER, 2026 * 4), "Quarter I of 2026", "report-2026-I"),
    ],
)
def test_a_period_has_its_name(say: Speech, period: Period, name: str, file: str) -> None:
    """As it is called, on a button, above the report and in the name of a file."""
    assert words.period_name(say, period) == name
    assert (words.turn(say, period, -1), words.turn(say, period, 1)) == (f"◀ {name}", f"{name} ▶")
    assert words.title(say, period).endswith(f": {name}")
    assert words.file_name(say, period) == file


@pytest.mark.parametrize(
    ("name", "now", "before", "row"),
    [
        (Name.HELD, 12, 10, ["12", "10", "+2", f"+20{SPACE}%"]),
        (Name.HELD, 9, 12, ["9", "12", "−3", f"−25{SPACE}%"]),
        (Name.HELD, 4, 0, ["4", "0", "+4", "–"]),
        (Name.CAME, 1200, 1200, [f"1{SPACE}200", f"1{SPACE}200", "0", f"0{SPACE}%"]),
        (Name.CAME, Few(), 7, ["mažiau nei 5", "7", "–", "–"]),
        (Name.REGISTRATIONS, None, 7, ["–", "7", "–", "–"]),
        (Name.HOURS, 1204.5, 1000.25, [f"1{SPACE}204,5", f"1{SPACE}000,25", "+204,25",
                                       f"+20{SPACE}%"]),
        (Name.SATISFACTION, 4.56, 4.31, ["4,6", "4,3", "+0,2", f"+6{SPACE}%"]),
    ],
)  # fmt: skip
def test_a_figure_beside_that_of_a_year_before(
    name: Name, now: Told, before: Told, row: list[str]
) -> None:
    """How much it is, was, has changed; nothing is said of few people, and no share of nothing."""
    assert words.row(LT, Beside(name, now, before))[1:] == row


def test_the_figures_in_brief() -> None:
    """Short enough for a telephone."""
    figures = [Beside(name, 12, 10 if name is Name.HELD else 0) for name in Name]
    told = words.brief(LT, Period(Kind.YEAR, 2025), "Kauno <centras>", figures)
    lines = told.replace(SPACE, " ").split("\n")
    assert lines[:5] == [
        "<b>Ataskaita</b> · 2025 metai",
        "Kauno &lt;centras&gt;",
        "",
        "Surengta renginių: <b>12</b> (10, +20 %)",
        "Atšaukta renginių: <b>12</b> (0)",
    ]
    assert len(lines) == 12


def test_whose_it_is_and_when_it_was_made() -> None:
    """Every centre by its name, and the local minute."""
    centres = [a_centre(name="Kauno centras"), a_centre(name="Vilniaus centras")]
    assert words.whose(LT, centres) == "Kauno centras; Vilniaus centras"
    assert words.whose(LT, None) == "Visi centrai"
    assert words.made(LT, NOW) == "Parengta 2026-11-22 10:00"
    period = Period(Kind.YEAR, 2025)
    assert words.caption(LT, period, "Kauno centras") == "Ataskaita: 2025 metai · Kauno centras"
    assert len(words.caption(LT, period, "Centras; " * 200)) < 500


@pytest.mark.parametrize("say", [LT, EN], ids=["lt", "en"])
def test_everything_has_words(say: Speech) -> None:
    """Every kind of period and every figure."""
    assert (set(words.KINDS), set(words.FIGURES)) == (set(Kind), set(Name))
    whole = words.offer(say, Period(Kind.YEAR, 2025), "X", is_whole=True, today=NOW.date())
    running = words.offer(say, Period(Kind.YEAR, 2026), "X", is_whole=False, today=NOW.date())
    assert running.count("\n") == whole.count("\n") + 1
    assert words.making(say)
    assert words.taken(say, {"period": "y", "number": 2025}).endswith(
        words.period_name(say, Period(Kind.YEAR, 2025))
    )


def test_money_and_hours_have_two_places_or_none() -> None:
    """As in the workbook."""
    told = [words.exact(LT, Decimal(one)) for one in ("12636.50", "804", "0.25")]
    assert told == [f"12{SPACE}636,50", "804", "0,25"]
