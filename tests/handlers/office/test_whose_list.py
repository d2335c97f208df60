"""Finding the list, or the person: by the words of an event, a name, a school."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.filters import CommandObject
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people import traits
from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role, Trait
from catalogue.programme.tables import Event
from handlers.office import whose_list
from handlers.office.callbacks.participants import EndedLists, FoundPeople, WhoseList
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, W, X, queued
from tests.factories import NOW, an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, texts, written
from tests.handlers.talking import data as carried


async def command(talk: Talk, words: str | None = None) -> Any:
    given = CommandObject(command="dalyviai", args=words)
    return await whose_list.show(written(f"/dalyviai {words or ''}"), given, talk)


async def with_people(session: AsyncSession, **facts: object) -> Event:
    event, people = await queued(session, [C, W, X], seats=1, **facts)
    names = ("Ona Petraitienė", "Petras Petraitis", "Aušra Žukaitė")
    for person, name in zip(people, names, strict=True):
        person.name = name
        await traits.add(session, person, Trait.SCHOOL, "Akmenės gimnazija")
    await session.flush()
    return event


async def test_events_of_ones_centre_are_found_by_words(session: AsyncSession) -> None:
    """The next first, eight a page; what is typed is looked for among them, in any form."""
    event = await with_people(session, title_lt="Vertinimas")
    for number in range(9):
        starts = NOW + timedelta(days=20 + number)
        await kept(session, an_event(centre=event.centre, starts=starts, title_lt="Robotika"))
    await kept(session, an_event(title_lt="Vertinimas kitur"))
    talk = await employed(session, Role.COORDINATOR, event.centre)
    said = await command(talk)
    assert (
        "1. <b>Vertinimas</b>\nlapkričio 25 d., tr 10:00 · Kaunas\n1/1 · eilėje 1" in texts(said)[0]
    )
    assert buttons(said)[-2:] == ["Daugiau", "Pasibaigę renginiai"]
    found = await whose_list.find(written("vertinimo"), talk)
    assert "Ieškota: „vertinimo“" in texts(found)[0]
    assert buttons(found) == ["1. Vertinimas", "Visas sąrašas"]
    found = await command(talk, "robotikos")
    assert buttons(found)[-2:] == ["Daugiau", "Visas sąrašas"]
    data = WhoseList(page=1, sought=True)
    turned = await whose_list.turn_events(pressed(data), data, talk)
    assert "9. <b>Robotika</b>" in texts(turned)[0]


async def test_people_are_found_by_name_and_by_school(session: AsyncSession) -> None:
    """In any event of the centre, with what became of each; of what found nobody it is told."""
    event = await with_people(session, title_lt="Vertinimas")
    talk = await employed(session, Role.COORDINATOR, event.centre)
    found = await command(talk, "petrait")
    assert texts(found)[0].split("\n")[:6] == [
        "Ieškota: „petrait“",
        "<b>Rasta sąrašuose: 2</b>",
        "",
        "1. <b>Ona Petraitienė</b> · Akmenės gimnazija",
        "Vertinimas · lapkričio 25 d., tr 10:00",
        "Registracija patvirtinta",
    ]
    assert buttons(found) == ["1. Ona Petraitienė", "2. Petras Petraitis", "Visas sąrašas"]
    assert "Rasta sąrašuose: 3" in texts(await whose_list.find(written("akmenės"), talk))[0]
    none = await command(talk, "keramika")
    assert "Tokio renginio ir tokio žmogaus Jūsų sąrašuose nėra." in texts(none)[0]
    assert "pavardės pradžią" in texts(none)[0]
    assert buttons(none) == ["Visas sąrašas"]


async def test_people_stand_behind_a_button_where_events_answer_too(session: AsyncSession) -> None:
    """The words are kept for it; without them there is the list of events."""
    event = await with_people(session, title_lt="Petraitienės dirbtuvės")
    talk = await employed(session, Role.COORDINATOR, event.centre)
    found = await command(talk, "petraitienė")
    assert buttons(found) == ["1. Petraitienės dirbtuvės", "Žmonės: 1", "Visas sąrašas"]
    data = FoundPeople()
    people = await whose_list.turn_people(pressed(data), data, talk)
    assert buttons(people) == ["1. Ona Petraitienė", "Visas sąrašas"]
    await talk.state.set_state(None)
    again = await whose_list.turn_people(pressed(data), data, talk)
    assert texts(again)[0].startswith("<b>Dalyviai</b>")


async def test_at_the_door_people_are_found_by_name_alone(session: AsyncSession) -> None:
    """Nothing of schools, and the way leads to the list; other centres' people not at all."""
    event = await with_people(session, title_lt="Vertinimas")
    await with_people(session, title_lt="Kitur")
    talk = await employed(session, Role.DOOR, event.centre)
    found = await command(talk, "petraitienė")
    assert "1. <b>Ona Petraitienė</b>\nVertinimas" in texts(found)[0]
    assert "gimnazija" not in texts(found)[0]
    assert carried(found, "1. Ona Petraitienė") == f"pl:{event.id}:c:0:0"
    assert "nėra" in texts(await command(talk, "akmenės"))[0]


async def test_lists_of_what_is_over_stay_at_hand(session: AsyncSession) -> None:
    """The latest first, for the one at the door too; what is to come is a press away."""
    first = an_event(starts=NOW - timedelta(days=9), title_lt="Seniau")
    later = an_event(starts=NOW - timedelta(days=1), title_lt="Vakar", centre=first.centre)
    await kept(session, first, later)
    talk = await employed(session, Role.DOOR, first.centre)
    data = EndedLists()
    said = await whose_list.turn_ended(pressed(data), data, talk)
    assert texts(said)[0].startswith("<b>Pasibaigę renginiai</b>")
    assert buttons(said) == ["1. Vakar", "2. Seniau", "Būsimi renginiai"]
    elsewhere = an_event()
    await kept(session, elsewhere)
    nobody = await employed(session, Role.DOOR, elsewhere.centre)
    assert "Tokių dar nėra." in texts(await whose_list.turn_ended(pressed(data), data, nobody))[0]


async def test_a_teacher_finds_nobody(session: AsyncSession, talk: Talk) -> None:
    """Whatever they write behind the command."""
    with pytest.raises(StaffOnly):
        await command(talk, "petraitienė")
