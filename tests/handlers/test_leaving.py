"""Leaving after the limit, as the teacher sees it."""

from datetime import timedelta
from typing import Any

from catalogue.registrations.leaving import request_of
from catalogue.registrations.rules import registration_of
from catalogue.registrations.tables import LeaveRequest, State
from handlers import cards, leaving
from handlers.callbacks.programme import OpenEvent
from handlers.callbacks.seats import AskToLeave, LeaveStep
from handlers.forms import Form
from handlers.talk import Talk
from tests.factories import NOW
from tests.handlers.talking import (
    a_talk,
    buttons,
    join,
    leave,
    pressed,
    put,
    rewritten,
    state_of,
    texts,
    written,
)

ASK, SEND, BACK = "Prašyti leidimo atsisakyti", "Siunčiu kolegę", "Atsiimti prašymą"


async def late(talk: Talk, **facts: Any) -> tuple[Talk, Any]:
    """One who has a seat, an hour after one could give it up oneself."""
    event = await put(talk, **{"cancel_until": NOW + timedelta(hours=1)} | facts)
    await join(talk, event)
    return a_talk(talk.session, talk.person, now=NOW + timedelta(hours=2)), event


async def asked(talk: Talk, event: Any) -> LeaveRequest | None:
    own = await registration_of(talk.session, event_id=event.id, person_id=talk.person.id)
    return await request_of(talk.session, own) if own else None


async def test_after_the_limit_it_is_said_what_can_be_done(talk: Talk) -> None:
    """Whatever button it was, also one that was to be sure; nothing is asked of anybody yet."""
    talk, event = await late(talk)
    for sure in (False, True):
        said = await leave(talk, event, sure=sure)
        assert "savarankiškai atsisakyti buvo galima iki lapkričio 22 d. 11:00" in texts(said)[0]
        assert "liksite tarp užsiregistravusiųjų" in texts(said)[0]
        assert buttons(said) == [ASK, SEND, "Palikti"]
    assert await state_of(talk, event) is State.CONFIRMED
    assert await asked(talk, event) is None


async def test_a_reason_may_be_told(talk: Talk) -> None:
    """In one message; what was asked is shown when one presses again."""
    talk, event = await late(talk)
    data = AskToLeave(event=event.id)
    said = await leaving.ask_reason(pressed(data), data, talk)
    assert buttons(said) == ["Be priežasties", "Nereikia"]
    assert await talk.state.get_state() == Form.leave_reason.state
    said = await leaving.reason_given(written("Susirgo vaikas"), talk)
    assert "prašymas perduotas organizatoriui" in texts(said)[0]
    request = await asked(talk, event)
    assert request is not None
    assert request.reason == "Susirgo vaikas"
    assert await talk.state.get_state() is None
    card = await cards.open_event(pressed(), OpenEvent(event=event.id), talk)
    assert "<b>Registracija patvirtinta</b>\nPrašote leisti atsisakyti – laukiama" in texts(card)[0]
    assert buttons(card)[:2] == [BACK, SEND]
    again = await leave(talk, event, sure=False)
    assert "dar laukia organizatoriaus atsakymo" in texts(again)[0]
    assert buttons(again) == [BACK, SEND]


async def test_it_can_be_asked_without_a_reason_and_taken_back(talk: Talk) -> None:
    """The second press on taking back shows how things stand."""
    talk, event = await late(talk)
    data = AskToLeave(event=event.id, step=LeaveStep.SEND)
    said = await leaving.without_reason(pressed(data), data, talk)
    assert rewritten(said) == [77]
    assert buttons(said) == [BACK]
    data = AskToLeave(event=event.id, step=LeaveStep.TAKE_BACK)
    said = await leaving.take_back(pressed(data), data, talk)
    assert texts(said) == ["Prašymas atsiimtas. Vieta renginyje „Vertinimas“ lieka Jūsų."]
    assert await asked(talk, event) is None
    assert "Atsisakyti" in buttons(await leaving.take_back(pressed(data), data, talk))


async def test_one_who_was_not_let_go_is_shown_the_organiser(talk: Talk) -> None:
    """And a colleague may still come instead, where a seat can be passed on."""
    talk, event = await late(talk, contact="rasa@centras.lt")
    data = AskToLeave(event=event.id, step=LeaveStep.SEND)
    await leaving.without_reason(pressed(data), data, talk)
    request = await asked(talk, event)
    assert request is not None
    request.granted = False
    said = await leave(talk, event, sure=False)
    assert "Organizatorius jau atsakė" in texts(said)[0]
    assert "rasa@centras.lt" in texts(said)[0]
    assert buttons(said) == [SEND, "Atidaryti"]
    event.needs_approval = True
    assert buttons(await leave(talk, event, sure=False)) == ["Atidaryti"]


async def test_one_who_is_out_sees_the_card(talk: Talk) -> None:
    """An older button of one whose seat has gone meanwhile."""
    event = await put(talk)
    data = AskToLeave(event=event.id)
    assert "Registruotis" in buttons(await leaving.ask_reason(pressed(data), data, talk))
