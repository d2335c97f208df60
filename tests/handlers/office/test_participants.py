"""The lists: whose, which part of them, and how much of it one may see."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.participants.queries import Part, everybody
from catalogue.people.refusals import RightNeeded, StaffOnly
from catalogue.people.tables import Person, Role
from catalogue.programme.tables import Event
from catalogue.registrations.refusals import EventGone
from handlers.office import participants
from handlers.office.callbacks.participants import Participants
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, W, queued
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, texts, written


async def the_list(talk: Talk, event: Event, **view: Any) -> Any:
    data = Participants(event=event.id, **view)
    return await participants.turn_page(pressed(data), data, talk)


async def an_event_with_people(session: AsyncSession, count: int = 3) -> Event:
    event, people = await queued(session, [C] * count + [W], seats=count, title_lt="Vertinimas")
    for number, person in enumerate(people):
        person.name, person.telephone = f"Ona Onaitė {'ABCDEFGHIJKLMNO'[number]}", "+37060000000"
    await session.flush()
    return event


async def test_a_list_is_by_parts_pages_and_words(session: AsyncSession) -> None:
    """Each part with its number; a word that was typed goes with the page, not with the list."""
    event = await an_event_with_people(session, 9)
    talk = await employed(session, Role.COORDINATOR, event.centre)
    said = await the_list(talk, event)
    assert texts(said)[0].split("\n")[2:6] == [
        "9/9 · eilėje 1 · 10:00 duomenys",
        "",
        "<b>Patvirtinti (9)</b>",
        "1. Ona Onaitė A",
    ]
    assert {"Daugiau", "Eilėje (1)", "Pridėti", "Excel", "Pasirašymo lapas", "Atnaujinti"} <= set(
        buttons(said)
    )
    assert "9. Ona Onaitė I" in texts(await the_list(talk, event, page=1))[0]
    assert "1. Ona Onaitė J" in texts(await the_list(talk, event, part=Part.WAITING))[0]
    found = await participants.find_people(written("onaite j"), talk)
    assert "1. Ona Onaitė J · Eilėje" in texts(found)[0]
    assert "<b>Rastas 1</b>: „onaite j“" in texts(found)[0]
    again = await the_list(talk, event, sought=True)
    assert "„onaite j“" in texts(again)[0]
    assert "<b>Patvirtinti (9)</b>" in texts(await the_list(talk, event))[0]
    assert "<b>Patvirtinti (9)</b>" in texts(await the_list(talk, event, sought=True))[0]
    none = await participants.find_people(written("zzz"), talk)
    assert "Nieko nerasta: „zzz“" in texts(none)[0]


@pytest.mark.parametrize("role", [Role.LECTURER, Role.DOOR])
async def test_names_and_states_are_all_that_a_list_needs(
    session: AsyncSession, role: Role
) -> None:
    """No telephone, no school, no button on a person, none to phone; others' lists not at all."""
    event = await an_event_with_people(session)
    other = await an_event_with_people(session)
    everyone = await everybody(session, event)
    assert everyone[0].telephone
    talk = await employed(session, role, event.centre, event=event)
    said = await the_list(talk, event)
    assert "1. Ona Onaitė A\n2. Ona Onaitė B" in texts(said)[0]
    assert "+370" not in texts(said)[0]
    assert buttons(said) == ["Eilėje (1)", "Lankomumas", "Atnaujinti", "Atgal"]
    assert "vardo ar pavardės dalį" in texts(said)[0]
    with pytest.raises(RightNeeded):
        await the_list(talk, other)
    with pytest.raises(EventGone):
        await participants.rolled(talk, 404)


async def test_a_teacher_sees_no_lists(session: AsyncSession, talk: Talk) -> None:
    """Whatever button they got hold of."""
    event = await an_event_with_people(session)
    with pytest.raises(StaffOnly):
        await the_list(talk, event)


async def test_whom_to_phone_stands_with_the_number(session: AsyncSession) -> None:
    """Who has no Telegram, or blocked us."""
    event = await an_event_with_people(session)
    first = (await everybody(session, event))[0]
    person = await session.get_one(Person, first.person_id)
    person.telegram_id = None
    await session.flush()
    talk = await employed(session, Role.COORDINATOR, event.centre)
    said = await the_list(talk, event, part=Part.TO_PHONE)
    assert "1. Ona Onaitė A · Registracija patvirtinta · +37060000000" in texts(said)[0]
