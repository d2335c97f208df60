"""What stands on the page of an event at each stage, and what one press away."""

from datetime import timedelta
from typing import Any

import pytest

from catalogue.editing.stages import Stage
from catalogue.learning.marking import OPENS_BEFORE
from catalogue.programme.tables import Status
from handlers.office.event_buttons import (
    EVERY,
    FIRST,
    UNDER_WAY,
    Button,
    has,
    is_under_way,
    others,
    wanted,
)
from tests.factories import NOW, an_event

STARTS = NOW + timedelta(days=1)


@pytest.mark.parametrize("first", [*FIRST.values(), UNDER_WAY])
def test_every_button_stands_in_one_of_two_places(first: Any) -> None:
    """Nothing is lost by the fold, nothing is there twice, and the page itself is short."""
    on_page, rest = ([one for row in rows for one in row] for rows in (first, others(first)))
    assert sorted([*on_page, *rest], key=lambda one: one.value) == list(Button)
    assert len(on_page) <= 7


def test_what_cannot_be_undone_is_never_first() -> None:
    """To cancel or to delete takes a press more, and stands at the end there."""
    assert all(Button.CANCEL not in row for rows in FIRST.values() for row in rows)
    assert [row[0] for row in EVERY[-2:]] == [Button.CANCEL, Button.DELETE]


def test_a_queue_cut_off_is_what_is_wanted() -> None:
    """Whatever the stage."""
    assert not has(wanted(Stage.FULL, under_way=False, cut_off=False), Button.OFFERS)
    assert wanted(Stage.FULL, under_way=False, cut_off=True)[0] == (Button.OFFERS,)


@pytest.mark.parametrize(
    ("facts", "ahead", "is_on"),
    [
        ({}, OPENS_BEFORE + timedelta(minutes=1), False),
        ({}, OPENS_BEFORE, True),
        ({}, -timedelta(hours=2), True),
        ({}, -timedelta(hours=3), False),
        ({"status": Status.DRAFT}, -timedelta(hours=1), False),
        ({"status": Status.CANCELLED}, -timedelta(hours=1), False),
        ({"reported_at": STARTS}, -timedelta(hours=1), False),
    ],
)
def test_it_is_under_way_from_when_people_are_noted(
    facts: dict[str, Any], ahead: timedelta, *, is_on: bool
) -> None:
    """Until the last meeting is over, if it takes place at all."""
    plain: dict[str, Any] = {"starts": STARTS, "status": Status.PUBLISHED}
    event = an_event(**plain | facts)
    assert is_under_way(event, STARTS - ahead) is is_on
