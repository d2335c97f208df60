from datetime import timedelta
from typing import Any

import pytest

from catalogue.announcements.progress import Progress, Unreached
from catalogue.announcements.tables import AnnouncementState
from handlers.words.progress import (
    progress,
    unreached_comes,
    unreached_file,
    unreached_headings,
)
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT

SENDING, DONE = AnnouncementState.SENDING, AnnouncementState.DONE


def far(state: AnnouncementState, **facts: Any) -> Progress:
    plain: dict[str, Any] = {"is_over": False, "began": NOW - timedelta(minutes=2), "last_at": NOW}
    return Progress(state=state, **plain | facts)


def test_on_its_way() -> None:
    """Sent, left, not reached, and how long it will take."""
    said = progress(
        LT, far(SENDING, sent=20, left=31, later=1, unreachable=2), [], "<Sveiki>", now=NOW
    )
    assert said.splitlines() == [
        "<b>Skelbimas siunčiamas</b>",
        "<i>&lt;Sveiki&gt;</i>",
        "Išsiųsta: 20",
        "Liko: 31",
        "iš jų gaus savo laiku: 1",
        "Nepasiekta: 2",
        "Likęs laikas (spėjamas): 3 minutės",
    ]


def test_the_report() -> None:
    """How it ended, how long it took, and whom to call."""
    people = [
        Unreached(name="Ona Petraitienė", telephone="+37061234567"),
        Unreached(name="", telephone=""),
    ]
    over = far(DONE, is_over=True, sent=20, unreachable=2, failed=1, cancelled=3)
    assert progress(EN, over, people, "Good day", now=NOW).splitlines() == [
        "<b>The announcement has gone out</b>",
        "<i>Good day</i>",
        "Sent: 20",
        "Could not be reached: 2",
        "Failed: 1",
        "Not sent: 3",
        "Time taken: 2 minutes",
        "",
        "<b>Not reached:</b>",
        "• Ona Petraitienė, +37061234567",
        "• no name given yet, no telephone",
    ]


@pytest.mark.parametrize(
    ("state", "is_over", "heading"),
    [
        (AnnouncementState.PAUSED, False, "Skelbimas pristabdytas"),
        (AnnouncementState.STOPPED, False, "Skelbimas sustabdytas"),
        (AnnouncementState.STOPPED, True, "Skelbimas sustabdytas"),
        (DONE, True, "Skelbimas išsiųstas"),
    ],
)
def test_the_heading_says_how_it_stands(
    state: AnnouncementState, is_over: object, heading: str
) -> None:
    """One that was stopped has not gone out, even when it is over."""
    said = progress(LT, far(state, is_over=is_over), [], "", now=NOW)
    assert said.startswith(f"<b>{heading}</b>")


def test_the_list_as_a_file() -> None:
    """Its name, its headings and the words beside it."""
    assert unreached_file(LT) == "nepasiekti.xlsx"
    assert unreached_headings(EN) == ("First and last name", "Telephone")
    assert "25 people" in unreached_comes(EN, 25)
