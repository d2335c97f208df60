"""Pasted, looked at, added with one press."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.participants.queries import everybody
from catalogue.people.tables import Role
from catalogue.programme.tables import Event
from handlers.browsing import mark
from handlers.office import adding
from handlers.office.callbacks.participants import AddPeople
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, queued
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, texts, written

TWO = "Elena Elenaitė, e@p.lt\nRita Ritaitė, Gimnazija\nMokykla"


async def given(session: AsyncSession, **facts: Any) -> tuple[Talk, Event]:
    event, _ = await queued(session, [C], **{"seats": 2} | facts)
    talk = await employed(session, Role.COORDINATOR, event.centre)
    await adding.ask(pressed(), AddPeople(event=event.id), talk)
    return talk, event


async def add(talk: Talk, event: Event, lines: str) -> Any:
    return await adding.add(pressed(), AddPeople(event=event.id, mark=mark(lines)), talk)


async def test_several_lines_are_several_people(session: AsyncSession) -> None:
    """Each by themselves: who is not understood is left out, who finds no seat waits."""
    talk, event = await given(session)
    shown = await adding.pasted(written(TWO), talk)
    assert "1. <b>Elena Elenaitė</b>\ne@p.lt" in texts(shown)[0]
    assert "3. <b>vardo neradau</b>\nMokykla\nŠią eilutę praleidžiu" in texts(shown)[0]
    assert buttons(shown) == ["Žmonės sutinka (2)", "Nereikia"]
    told = await add(talk, event, TWO)
    assert texts(told)[0].split("\n")[:2] == [
        "✓ Elena Elenaitė: Registracija patvirtinta",
        "✓ Rita Ritaitė: Eilėje (1-a vieta)",
    ]
    assert len(await everybody(session, event)) == 3
    again = await add(talk, event, TWO)
    assert "Ką pridėti prie" in texts(again)[0]


async def test_who_is_there_is_not_added_twice(session: AsyncSession) -> None:
    """Said before the press; the same line twice adds one, and says why not two."""
    talk, event = await given(session, seats=9)
    await adding.pasted(written("Elena Elenaitė"), talk)
    await add(talk, event, "Elena Elenaitė")
    await adding.ask(pressed(), AddPeople(event=event.id), talk)
    shown = await adding.pasted(written("Elena Elenaitė"), talk)
    assert "jau yra sąraše" in texts(shown)[0]
    assert buttons(shown) == ["Nereikia"]
    twice = "Rita Ritaitė\nRita Ritaitė"
    await adding.pasted(written(twice), talk)
    told = await add(talk, event, twice)
    assert "✕ Rita Ritaitė: Rita Ritaitė jau yra" in texts(told)[0]


async def test_too_much_at_once_is_said(session: AsyncSession) -> None:
    """And one alone is asked about as one."""
    talk, _ = await given(session, seats=None)
    shown = await adding.pasted(written("\n".join(["Elena Elenaitė"] * 60)), talk)
    assert "tik pirmąsias 50 eilučių" in texts(shown)[0]
    shown = await adding.pasted(written("Elena Elenaitė"), talk)
    assert buttons(shown) == ["Žmogus sutinka", "Nereikia"]
