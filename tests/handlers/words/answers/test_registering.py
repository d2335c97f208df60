from datetime import timedelta
from typing import Any

import pytest

from catalogue.programme.tables import Status
from catalogue.registrations.queries import Standing
from catalogue.registrations.tables import State
from handlers.words.answers import registering as words
from tests.factories import NOW
from tests.handlers.words import made_up
from tests.handlers.words.made_up import EN, LT

FULL = Standing(free=0, waiting=0)
FREE = Standing(free=3, waiting=0)


@pytest.mark.parametrize(
    ("facts", "standing", "says"),
    [
        ({"status": Status.CANCELLED}, FREE, "<b>Renginys atšauktas.</b>"),
        ({"registration_closes": NOW - timedelta(days=1)}, FREE, "Registracija baigėsi: "),
        ({}, FREE, "„Registruotis“"),
        ({}, FULL, "„Stoti į eilę“"),
        ({"waiting_list": False}, FULL, "Visos vietos užimtos, o eilės nėra."),
    ],
)
def test_the_way_in_is_told_as_things_stand(
    facts: dict[str, Any], standing: Standing, says: str
) -> None:
    """A button is named only where the card has it."""
    event = made_up.event(seats=3, **facts)
    assert says in words.to_register(LT, event, standing, now=NOW)


def test_one_who_is_in_learns_their_state() -> None:
    """Nobody is sent to join twice, even where every seat is taken."""
    own = made_up.registration(State.CONFIRMED)
    standing = Standing(free=0, waiting=0, own=own)
    told = words.to_register(EN, made_up.event(seats=1), standing, now=NOW)
    assert told == "You are registered already. <b>Registration confirmed</b>"
