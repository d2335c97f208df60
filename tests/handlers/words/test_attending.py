"""What becomes of a code, in words."""

from datetime import timedelta

import pytest

from catalogue.learning.arriving import Arrival, Outcome
from handlers.words.attending import not_now, says_here, scanned, typed
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event

MADE = event(starts=NOW)


def arrival(outcome: Outcome, *, has_seat: bool = False) -> Arrival:
    return Arrival(outcome=outcome, event=MADE, meeting=MADE.sessions[0], has_seat=has_seat)


@pytest.mark.parametrize(
    ("found", "hours", "lt", "en"),
    [
        (arrival(Outcome.MARKED), 0, "Ačiū, pažymėta, kad dalyvaujate", "you are marked as"),
        (arrival(Outcome.MARKED_BEFORE), 0, "Jau pažymėta", "You are marked already"),
        (arrival(Outcome.NOT_NOW), 30, "jau baigėsi", "is over"),
        (arrival(Outcome.NOT_NOW), -9, "žymimas nuo lapkričio 22 d. 09:30", "recorded from"),
        (arrival(Outcome.OFF), 0, "organizatorius atšaukė", "has been cancelled"),
        (arrival(Outcome.NOT_CONFIRMED), 0, "dar nepatvirtino", "has not been confirmed"),
        (arrival(Outcome.UNREGISTERED, has_seat=True), 0, "laisva vieta yra", "there is a seat"),
        (arrival(Outcome.UNREGISTERED), 0, "vietos, kurią galėčiau skirti, nėra", "no seat"),
        (Arrival(outcome=Outcome.WRONG), 0, "keičiasi kas minutę", "changes every minute"),
    ],
)
def test_after_scanning(found: Arrival, hours: int, lt: str, en: str) -> None:
    """How it stands and what to do, in both languages."""
    now = NOW + timedelta(hours=hours)
    assert lt in scanned(LT, found, now=now)
    assert en in scanned(EN, found, now=now)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0.2, "po 1 minutės"), (1, "po 1 minutės"), (4.1, "po 5 minučių"), (10, "po 10 minučių")],
)
def test_how_long_to_wait(minutes: float, told: str) -> None:
    """Whole minutes, never too few."""
    found = Arrival(outcome=Outcome.TOO_OFTEN, again_at=NOW + timedelta(minutes=minutes))
    assert told in typed(LT, found, now=NOW)


def test_after_typing() -> None:
    """Wrong letters are asked for again; right ones are thanked for."""
    assert "keičiasi kas penkias minutes" in typed(LT, Arrival(outcome=Outcome.WRONG), now=NOW)
    assert "Ačiū" in typed(LT, arrival(Outcome.MARKED), now=NOW)
    assert "nevyksta" in not_now(LT)


@pytest.mark.parametrize(
    ("text", "is_it"),
    [("Aš čia!", True), ("as jau cia", True), ("I’m here", True), ("aš čia dirbu", False)],
)
def test_saying_that_one_is_there(text: str, *, is_it: bool) -> None:
    """Whoever sees no button writes it."""
    assert says_here(text) is is_it
