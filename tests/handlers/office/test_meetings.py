"""Staff edit the meetings of an event."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.refusals import NotUnderstood
from catalogue.programme.tables import Event
from handlers.office import editing, meetings, years
from handlers.office.callbacks.programme import Edit, EditEvent, EditMeeting, Meet, OfYear
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, queued
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, pressed, texts, written


async def press(talk: Talk, event: Event, deed: Meet, number: int = 0, **more: Any) -> Any:
    data = EditMeeting(event=event.id, deed=deed, number=number, **more)
    does = {Meet.LIST: meetings.show, Meet.ADD: meetings.add}.get(deed, meetings.one)
    return await does(pressed(data), data, talk)


async def test_a_programme_of_modules(session: AsyncSession) -> None:
    """Meetings are added line by line, get a module, hours and a place, and one goes."""
    owner = await an_owner_of_the_house(session)
    event, _ = await queued(session, [C], title_lt="Programa")
    await press(owner, event, Meet.ADD)
    lines = "gruodžio 5 d. 14:00–16:30\n12-12 14:00–16:30"
    assert buttons(await meetings.written(written(lines), owner)) == ["2026", "2027"]
    data = OfYear(year=2026)
    listed = await years.of_year(pressed(data), data, owner)
    assert buttons(listed)[:3] == ["1. 11-25 10:00", "2. 12-05 14:00", "3. 12-12 14:00"]
    opened = await press(owner, event, Meet.OPEN, 1)
    assert buttons(opened) == ["Laikas", "Miestas", "Vieta", "Nuoroda", "Modulis",
                               "Akad. valandos", "Pašalinti", "Atgal"]  # fmt: skip
    for deed, text in ((Meet.TITLE, "Vertinimas"), (Meet.HOURS, "8"), (Meet.PLACE, "Biblioteka")):
        await press(owner, event, deed, 1)
        await meetings.written(written(text), owner)
    listed = await press(owner, event, Meet.REMOVE, 2)
    assert "gruodžio 5 d., šeštadienis, 14:00–16:30, Biblioteka, Vertinimas, 8" in texts(listed)[0]
    save = EditEvent(event=event.id, deed=Edit.SAVE)
    await editing.save(pressed(save), save, owner)
    assert [(one.title, one.hours, one.place) for one in event.sessions] == [
        ("", None, ""),
        ("Vertinimas", 8, "Biblioteka"),
    ]


async def test_what_cannot_be_a_time_is_asked_again(session: AsyncSession) -> None:
    """And the only meeting has no button to remove it."""
    owner = await an_owner_of_the_house(session)
    event, _ = await queued(session, [])
    assert "Pašalinti" not in buttons(await press(owner, event, Meet.OPEN))
    await press(owner, event, Meet.WHEN)
    with pytest.raises(NotUnderstood):
        await meetings.written(written("kada nors"), owner)
    moved = await meetings.written(written("2026-12-01 10:00–12:00"), owner)
    assert "gruodžio 1 d." in texts(moved)[0]
    emptied = await press(owner, event, Meet.LINK, empty=True)
    assert "gruodžio 1 d." in texts(emptied)[0]
