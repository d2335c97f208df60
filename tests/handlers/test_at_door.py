"""What one who stands at the door is told, and a seat for them."""

from typing import Any

import pytest

from catalogue.learning.arriving import Arrival, Outcome
from handlers import at_door
from handlers.talk import Talk
from tests.catalogue.learning.roll import an_open_event
from tests.factories import a_person, kept
from tests.handlers.talking import a_talk, buttons, each, texts


@pytest.mark.parametrize(
    ("outcome", "facts", "labels"),
    [
        (Outcome.MARKED, {}, ["Atidaryti"]),
        (Outcome.NOT_CONFIRMED, {}, ["Atidaryti"]),
        (Outcome.UNREGISTERED, {"has_seat": True}, ["Registruotis", "Atidaryti"]),
        (Outcome.UNREGISTERED, {}, ["Atidaryti"]),
        (Outcome.OFF, {}, ["Renginiai", "Mano renginiai", "Klausti"]),
    ],
)
async def test_the_next_step(
    talk: Talk, outcome: Outcome, facts: dict[str, Any], labels: list[str]
) -> None:
    """It is always a button."""
    event = await an_open_event(talk.session, title_lt="Vertinimas")
    arrival = Arrival(outcome=outcome, event=event, meeting=event.sessions[0], **facts)
    reply = at_door.told(talk, arrival)
    assert "Vertinimas" in texts(each(reply))[0]
    assert buttons(each(reply)) == labels


async def test_a_seat(talk: Talk) -> None:
    """Given while there is one; a meeting that is no more opens the beginning."""
    event = await an_open_event(talk.session, seats=1)
    number = event.sessions[0].id
    other = a_person()
    await kept(talk.session, other)
    told = [await at_door.seat(one, number) for one in (talk, a_talk(talk.session, other))]
    assert "pažymėta, kad dalyvaujate" in texts(told)[0]
    assert "laisvos vietos, kurią galėčiau skirti, nėra" in texts(told)[1]
    assert buttons([await at_door.seat(talk, 999_999)])
