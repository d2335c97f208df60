from datetime import timedelta
from decimal import Decimal
from typing import Any

from aiogram.methods import AnswerCallbackQuery
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.queue import move_up
from catalogue.registrations.tables import State
from handlers import offers
from handlers.callbacks.seats import AtOnce, Offer
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, W, X, queued
from tests.factories import NOW
from tests.handlers.talking import a_talk, buttons, each, pressed, rewritten, state_of, texts

HOUR = timedelta(hours=1)


async def waiting(session: AsyncSession, *states: State, **facts: Any) -> tuple[Event, Talk]:
    """An event three days ahead, and the last of its people at the telephone."""
    event, people = await queued(session, list(states), title_lt="Vertinimas", **facts)
    await move_up(session, event=event, now=NOW)
    return event, at_telephone(session, people[-1])


def at_telephone(session: AsyncSession, person: Person) -> Talk:
    return a_talk(session, person)


async def answer(talk: Talk, event: Event, *, ticket: int = 2, accept: bool = True) -> Any:
    data = Offer(event=event.id, ticket=ticket, accept=accept)
    return await offers.answer(pressed(data), data, talk)


async def test_taking_the_seat_is_a_confirmation(session: AsyncSession) -> None:
    """In the place of the offer, with what one may do next; a second press shows the card."""
    event, talk = await waiting(session, X, W)
    said = await answer(talk, event)
    assert rewritten(said) == [77]
    assert texts(said)[0].startswith("<b>Registracija patvirtinta</b>\n\n<b>Vertinimas</b>")
    assert buttons(said) == ["Kalendorius", "Dalintis", "Reikia pritaikymo", "Atsisakyti"]
    again = await answer(talk, event)
    assert buttons(again)[:2] == ["Atsisakyti", "Siunčiu kolegę"]
    assert await state_of(talk, event) is C


async def test_taking_a_seat_that_costs_asks_who_pays(session: AsyncSession) -> None:
    """Now that there is a place to be paid for."""
    event, talk = await waiting(session, X, W, price_eur=Decimal(40))
    said = await answer(talk, event)
    assert "Kaina – 40 €. Kas mokės?" in texts(said)[0]
    assert buttons(said)[:3] == ["Mokykla", "Pats / pati", "Kitas"]


async def test_letting_it_go_is_thanked_for(session: AsyncSession) -> None:
    """And is for good: the button of the old offer leads to the queue, not to the seat."""
    event, talk = await waiting(session, X, W)
    said = await answer(talk, event, accept=False)
    assert texts(said) == [
        "Ačiū, kad pranešėte. Vietą renginyje „Vertinimas“ pasiūlysime kitam eilėje."
    ]
    assert buttons(said) == ["Atidaryti"]
    late = await answer(talk, event)
    assert "Laikas atsakyti baigėsi" in texts(late)[0]
    assert buttons(late) == ["Vėl stoti į eilę"]
    assert await state_of(talk, event) is X


async def test_at_once_shows_on_the_card(session: AsyncSession) -> None:
    """A short note says what was noted; where a seat is free already, it is theirs."""
    event, talk = await waiting(session, C, W)
    for wanted, label in ((True, "✓ Priimsiu vietą iš karto"), (False, "Priimsiu vietą iš karto")):
        data = AtOnce(event=event.id, wanted=wanted)
        note, card = each(await offers.at_once(pressed(data), data, talk))
        assert isinstance(note, AnswerCallbackQuery)
        assert note.text
        assert buttons(card)[0] == label
    event.seats = 2
    data = AtOnce(event=event.id, wanted=True)
    _, card = each(await offers.at_once(pressed(data), data, talk))
    assert "Registracija patvirtinta" in texts(card)[0]
