"""Means beside each other."""

from datetime import date
from typing import Any

import pytest

from catalogue.numbers.groups import Label, Other
from catalogue.quality.comparing import By, Rated, compared, in_all, themes
from catalogue.search.spans import Span

GOOD, POOR = (5, 5, 5, 5, 5), (2, 2, 2, 2, 2)


def rated(number: int, *answers: tuple[int, ...], **facts: Any) -> Rated:
    plain: dict[str, Any] = {
        "day": date(2026, 10, 5),
        "form": "seminaras",
        "field": "Įtraukusis ugdymas",
        "title": "Renginys",
        "subjects": (),
    }
    return Rated(number=number, answers=answers or (GOOD,) * 5, **plain | facts)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (By.FORM, [("Seminaras", 2, 12, 4.0), ("paskaita", 1, 5, 5.0), (Other.UNSAID, 1, 5, 5.0)]),
        (By.MONTH, [("2026-10", 3, 17, 4.3), ("2027-02", 1, 5, 5.0)]),
        (By.TERM, [("2026-09", 3, 17, 4.3), ("2027-02", 1, 5, 5.0)]),
    ],
)
def test_lines_in_their_order(by: By, expected: list[Any]) -> None:
    """Spellings of one form are one; what was not said is last; times are in order. The mean is of
    answers and not of events.
    """
    found = [
        rated(1, *[GOOD] * 5, form="Seminaras"),
        rated(2, *[GOOD] * 3, *[POOR] * 4, form="Seminaras"),
        rated(3, form="paskaita", day=date(2027, 2, 1)),
        rated(4, form=" "),
    ]
    lines = compared(found, by)
    told = [(plain(one.label), one.events, one.summary) for one in lines]
    assert [
        (label, events, summary.answers, round(summary.means["overall"], 1))
        for label, events, summary in told
    ] == expected


def plain(label: Label) -> object:
    """A time by its first month."""
    return f"{label.first:%Y-%m}" if isinstance(label, Span) else label


def test_an_event_of_two_themes_is_in_both() -> None:
    """By whatever name the title has for them; one without any is told last."""
    found = [
        rated(1, title="Įtraukties ugdymas ir formuojamojo vertinimo pradmenys"),
        rated(2, title="Inclusive education"),
        rated(3, title="Renginys"),
    ]
    lines = {one.label: one.events for one in compared(found, By.THEME)}
    assert lines["įtraukusis ugdymas"] == 2
    assert lines["formuojamasis vertinimas"] == 1
    assert lines[Other.UNSAID] == 1


@pytest.mark.parametrize(
    ("title", "subjects", "expected"),
    [
        ("Dirbtinio intelekto pamokos", (), "dirbtinis intelektas"),
        ("Renginys", ("matematika",), "matematika"),
        ("Renginys", (), Other.UNSAID),
    ],
)
def test_themes(title: str, subjects: tuple[str, ...], expected: Label) -> None:
    """What the house has words for, in the title or among the subjects."""
    assert expected in themes(title, subjects)


def test_of_nothing_there_is_nothing() -> None:
    """Neither all together nor a line."""
    assert in_all([]) is None
    assert compared([], By.FORM) == []
