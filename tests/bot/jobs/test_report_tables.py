"""What stands in the tables of a report."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.jobs.report_tables import COLUMNS, Account, exact, tables
from catalogue.demand.wishes import Wish
from catalogue.practice.tables import Round, Use
from catalogue.programme.tables import Mode
from catalogue.quality.queries import Satisfaction
from catalogue.quality.scores import summary
from catalogue.registrations.tables import Payer
from catalogue.reports.periods import Kind, Period
from catalogue.reports.records import Known
from catalogue.reports.trend import beside
from tests.catalogue.reports.made_up import a_line, counted, marks, takings
from tests.factories import NOW
from tests.handlers.words.made_up import LT

NOBODY = Satisfaction(events=0, summary=None)


def an_account(*, empty: bool = False, **facts: Any) -> Account:
    """Of two events: six came to one of a project, eight to the other, of twelve and two euros a
    half; a year before there was none.
    """
    lines = [
        a_line(1, project="Tyrėjai", mode=Mode.ONLINE, price=Decimal("2.50"),
               reported_at=NOW, funding="rėmėjai"),
        a_line(2, project="Tyrėjai", price=Decimal(12), audience=("logopedai",),
               starts_at=NOW - timedelta(days=40)),
    ]  # fmt: skip
    taken = [*takings(1, range(6), payer=Payer.SELF), *takings(2, range(10, 18))]
    noted = [*marks(1, range(6)), *marks(2, range(10, 18))]
    known = [Known(one, "Kauno Saulės gimnazija", "") for one in range(6)]
    report = counted([]) if empty else counted(lines, taken, noted, known)
    liked = NOBODY if empty else Satisfaction(events=1, summary=summary([(5, 4, 5, 4, 5)] * 6))
    plain: dict[str, Any] = {
        "period": Period(Kind.MONTH, 2026 * 12 + 9),
        "whose": "Kauno centras",
        "now": NOW,
        "until": None,
        "report": report,
        "figures": beside(report.figures, counted([]).figures,
                          satisfaction=liked, satisfaction_before=NOBODY),
        "liked": liked,
        "liked_before": NOBODY,
        "use": {} if empty else {Round.SIX_WEEKS: {Use.REGULARLY: 5, Use.TRIED: 0}},
        "wishes": [] if empty else [Wish("joga", {}, 7, 0)],
    }  # fmt: skip
    return Account(**plain | facts)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("forms", [("Seminaras", 2, 2, 0)]),
        ("modes", [("Nuotolinis", 1, 1, 0), ("Kontaktinis", 1, 1, 0)]),
        ("audience", [("Logopedai", 1, 8, 8, 32), ("Nenurodyta", 1, 6, 6, 24)]),
        ("fields", [("Nenurodyta", 2, 14, 14, 56)]),
        ("bills", [
            ("Nepasakyta kas, apmokėjimas nepažymėtas", 1, 8, 8, 96),
            ("Pats dalyvis, apmokėjimas nepažymėtas", 1, 6, 6, 15),
        ]),
        ("projects", [("Tyrėjai", 2, 14, 14, 56)]),
        ("lines", [
            ("Tyrėjai", "Renginys 2", "E-2", date(2026, 10, 13), date(2026, 11, 21), 8, 8, 32,
             None),
            ("Tyrėjai", "Renginys 1", "E-1", date(2026, 11, 21), date(2026, 11, 21), 6, 6, 24,
             date(2026, 11, 22)),
        ]),
        ("use", [
            ("Taikau nuolat", "Po šešių savaičių", 5), ("Išbandžiau", "Po šešių savaičių", 0),
        ]),
        ("wishes", [("Joga", 7, None)]),
        ("reached", [("Kauno m.", 1)]),
        ("unreached", []),
    ],
)  # fmt: skip
def test_every_table_has_its_rows(name: str, rows: list[Any]) -> None:
    """Numbers are numbers, days are days."""
    assert tables(LT, an_account())[name] == rows


def test_funding_by_its_seven_sources() -> None:
    """A project is one of them, whatever else is named."""
    assert tables(LT, an_account())["funding"] == [
        ("Projektai", 2, 14, 14, 56),
        ("Rėmėjų lėšos", 1, 6, 6, 24),
    ]


def test_the_figures_beside_a_year_before() -> None:
    """A mean has two places; what is not known is an empty cell."""
    rows = {row[0]: row[1:] for row in tables(LT, an_account())["figures"]}
    assert rows["Surengta renginių"] == (2, 0, 2, None)
    assert rows["Bendras įvertinimas (1–5)"] == (Decimal("5.0"), None, None, None)
    liked = tables(LT, an_account())["satisfaction"]
    assert liked[:2] == [("Turinys", 5, None), ("Lektorius", 4, None)]


def test_few_stand_in_no_table() -> None:
    """Those of an event of few are in the last line of the project, with the next smallest."""
    lines = [a_line(number, project="Tyrėjai") for number in (1, 2, 3)]
    taken, noted = [], []
    for event, people in ((1, range(9)), (2, range(20, 22)), (3, range(30, 36))):
        taken += takings(event, people)
        noted += marks(event, people)
    account = replace(an_account(), report=counted(lines, taken, noted))
    rows = tables(LT, account)["lines"]
    assert [(row[1], row[5]) for row in rows] == [
        ("Renginys 1", 9), ("Renginys 2", None), ("Renginys 3", None), ("Kita", 8),
    ]  # fmt: skip


def test_columns_go_with_their_rows() -> None:
    """As many headings as cells; an empty period has its figures alone."""
    for account in (an_account(), an_account(empty=True)):
        every = tables(LT, account)
        assert set(every) == set(COLUMNS)
        assert all(len(row) == len(COLUMNS[name]) for name, rows in every.items() for row in rows)
    assert [name for name, rows in every.items() if rows] == ["figures"]


@pytest.mark.parametrize(("number", "cell"), [(2 / 3, "0.67"), (4.0, "4.0"), (0.1 + 0.2, "0.3")])
def test_hours_are_cut_to_two_places(number: float, cell: str) -> None:
    """As they are shown."""
    assert exact(number) == Decimal(cell)
