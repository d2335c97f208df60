"""Papers of an event, as its staff see them."""

from typing import Any

import pytest

from catalogue.centres.details import Detail
from catalogue.learning.holders import Holder, Outlook
from catalogue.programme.tables import Status
from handlers.words.office import certificates as words
from tests.bot.test_certificate_pages import a_paper
from tests.factories import NOW
from tests.handlers.words.made_up import LT, event


def holder(**facts: Any) -> Holder:
    plain: dict[str, Any] = {"registration_id": 1, "name": "Ona", "hours": None, "paper": None}
    return Holder(**plain | facts)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (holder(hours=6.0, paper=a_paper()), "1. Ona · 4,5 akad. val. · Nr. 2026-0017"),
        (holder(), "1. Ona · lankomumas nepažymėtas"),
        (holder(hours=0.0), "1. Ona · nedalyvavo"),
        (holder(hours=6.0, name=""), "1. be vardo · 6 akad. val."),
    ],
)
def test_a_line_of_the_list(one: Holder, told: str) -> None:
    """The paper, or why there is none."""
    assert words.line(LT, one, 1) == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "Pažymos bus išsiųstos savaime, kai pažymėsite"),
        ({"reported_at": NOW}, "Išduota 1 pažyma."),
        ({"certificate": False}, "Šio renginio pažymos neišduodamos."),
        ({"status": Status.CANCELLED}, "Renginys atšauktas"),
    ],
)
def test_how_the_event_stands(facts: dict[str, Any], told: str) -> None:
    """Whether there are any, and when they come."""
    found = [holder(hours=6.0, paper=a_paper())]
    assert told in words.page(LT, event(**facts), found, found, first=1)


def test_what_a_report_sets_off() -> None:
    """How many get one, and of how many nothing is known."""
    told = words.sure_to_report(LT, event(), Outlook(due=21, unsaid=2))
    assert told == (
        "Ar renginio „Vertinimas“ ataskaita pateikta?\nPažymą iš karto gaus 21 žmogus.\n"
        "2 žmonių lankomumas nepažymėtas: kol nepažymėsite, pažymų jie negaus."
    )
    told = words.sure_to_report(LT, event(), Outlook(due=0, unsaid=1))
    assert "Pažymų niekas negaus" in told


def test_what_stands_of_a_centre() -> None:
    """What was not entered is said to be so."""
    centre = event().centre
    centre.head_name = "Jonas Jonaitis"
    told = words.details(LT, centre)
    assert "Pasirašančiojo vardas ir pavardė: Jonas Jonaitis\n" in told
    assert "Įstaigos kodas: neįrašyta\n" in told
    assert "devyni" in words.not_so(LT, Detail.COMPANY_CODE)
    assert "120" in words.not_so(LT, Detail.HEAD_NAME)
