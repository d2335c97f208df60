"""The list of who came: pages, a press for each, a person's page, reasons."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.attendance import presence_of
from catalogue.learning.refusals import NamesSomebody, NotPartOfMeeting
from catalogue.learning.tables import Attendance, Presence
from catalogue.people.tables import Role
from catalogue.programme.tables import Event, Session
from handlers.forms import Form
from handlers.office import attendance, managing
from handlers.office.callbacks.attendance import (
    AllCame,
    OnRoll,
    PartOfHours,
    ReadyReason,
    Roll,
    Tick,
)
from handlers.office.callbacks.staff import Manage
from handlers.talk import Talk
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW
from tests.handlers.office.people import employed
from tests.handlers.talking import a_talk, buttons, data, pressed, rewritten, texts, written


async def rita(session: AsyncSession, people: int = 2, **facts: Any) -> tuple[Talk, Event]:
    """Before an event that goes on, with people named A, B, C …"""
    event = await an_open_event(session, title_lt="Vertinimas", **facts)
    for number in range(people):
        await registered(session, event, name=f"Ona {'ABCDEFGHIJKLMNO'[number]}aitė")
    return await employed(session, Role.COORDINATOR, event.centre), event


async def press(talk: Talk, reply: Any, label: str) -> Any:
    """What the button with these words does."""
    packed = data(reply, label)
    kinds: dict[str, tuple[type[Any], Any]] = {
        "la": (Roll, attendance.show),
        "lt": (Tick, attendance.tick),
        "lk": (OnRoll, attendance.one),
        "lz": (PartOfHours, attendance.hours_chosen),
        "lv": (AllCame, attendance.all_came),
        "lr": (ReadyReason, attendance.reason_chosen),
    }
    kind, handler = kinds[packed.partition(":")[0]]
    return await handler(pressed(), kind.unpack(packed), talk)


async def listed(talk: Talk, event: Event, **view: Any) -> Any:
    return await attendance.show(pressed(), Roll(event=event.id, **view), talk)


async def said(talk: Talk, event: Event) -> list[tuple[Presence, float | None]]:
    marks: list[Attendance] = [
        one for own in (await presence_of(talk.session, event)).values() for one in own
    ]
    return [(one.presence, one.hours) for one in marks]


async def test_eight_a_page(session: AsyncSession) -> None:
    """In place, with how many came; the press stays on its page."""
    talk, event = await rita(session, people=10)
    reply = await listed(talk, event, page=1)
    assert "Atvyko 0 iš 10" in texts(reply)[0]
    assert "Puslapis 2 iš 2" in texts(reply)[0]
    assert buttons(reply)[:5] == ["☐ Ona Iaitė", "⋯", "☐ Ona Jaitė", "⋯", "◀"]
    reply = await press(talk, reply, "☐ Ona J")
    assert rewritten(reply) == [77]
    assert buttons(reply)[2] == "✓ Ona Jaitė"
    reply = await press(talk, reply, "✓ Ona J")
    assert buttons(reply)[2] == "✗ Ona Jaitė"
    assert "Atvyko 0 iš 10" in texts(reply)[0]


async def test_which_meeting(session: AsyncSession) -> None:
    """Of several that of today stands first, with how many came."""
    day = timedelta(days=1)
    meetings = [
        Session(starts_at=NOW + number * day, ends_at=NOW + number * day + timedelta(hours=2))
        for number in (-1, 0, 1)
    ]
    talk, event = await rita(session, sessions=meetings)
    reply = await listed(talk, event)
    assert [one.partition(" · ")[0] for one in buttons(reply)[:3]] == [
        "lapkričio 22 d., sk 10:00",
        "lapkričio 21 d., št 10:00",
        "lapkričio 23 d., pr 10:00",
    ]
    reply = await press(talk, reply, "lapkričio 23")
    assert {"Kodas prie durų", "Visi dalyvavo"}.isdisjoint(buttons(reply))


async def test_too_early_is_said_on_the_list(session: AsyncSession) -> None:
    """Whatever is pressed, also a button from before the event was moved: nothing is noted."""
    talk, event = await rita(session)
    event.sessions[0].starts_at = NOW + timedelta(hours=2)
    meeting = event.sessions[0].id
    reply = await listed(talk, event)
    assert "Visi dalyvavo" not in buttons(reply)
    opened = await press(talk, reply, "⋯")
    for told in (
        reply,
        await press(talk, reply, "☐ Ona A"),
        await press(talk, opened, "Vėlavo"),
        await press(talk, opened, "Dalis valandų"),
        await attendance.all_came(pressed(), AllCame(meeting=meeting, sure=True), talk),
    ):
        assert "galima žymėti nuo lapkričio 22 d. 11:30" in texts(told)[0]
        assert rewritten(told) == [77]
    assert not await said(talk, event)


async def test_a_persons_page(session: AsyncSession) -> None:
    """Late, left early, absent, and hours of a part, each with who said it."""
    talk, event = await rita(session, people=1)
    reply = await press(talk, await listed(talk, event), "⋯")
    assert "Dar nepažymėta" in texts(reply)[0]
    for label, told in (("Vėlavo", "Vėlavo"), ("Išėjo", "Išėjo anksčiau"), ("✗", "Nedalyvavo")):
        reply = await press(talk, reply, label)
        assert f"<b>{told}</b>\npažymėjo darbuotojai · Rita Ritaitė" in texts(reply)[0]
    await press(talk, reply, "Dalis valandų")
    with pytest.raises(NotPartOfMeeting):
        await attendance.hours_written(written("daug"), talk)
    reply = await attendance.hours_written(written("2,5"), talk)
    assert "<b>Dalyvavo, 2,5 akad. val.</b>" in texts(reply)[0]
    assert await said(talk, event) == [(Presence.PRESENT, 2.5)]


async def test_who_was_there_for_a_part_has_the_hours_in_one_press(session: AsyncSession) -> None:
    """All hours count until another number is pressed, and the page says so."""
    talk, event = await rita(session, people=1)
    reply = await press(talk, await press(talk, await listed(talk, event), "⋯"), "Vėlavo")
    assert "Skaičiuojamos visos 4 akad. val." in texts(reply)[0]
    assert [one for one in buttons(reply) if one.isdecimal()] == ["3", "2", "1"]
    reply = await press(talk, reply, "2")
    assert "<b>Vėlavo, 2 akad. val.</b>" in texts(reply)[0]
    assert "Skaičiuojamos visos" not in texts(reply)[0]
    assert await said(talk, event) == [(Presence.LATE, 2)]
    reply = await press(talk, reply, "✓ Dalyvavo")
    assert not any(one.isdecimal() for one in buttons(reply))


async def test_everybody_came(session: AsyncSession) -> None:
    """Asked about once; after that there is nobody left to be asked about."""
    talk, event = await rita(session)
    reply = await press(talk, await listed(talk, event), "Visi dalyvavo")
    assert "Dar nepažymėti 2 žmonės" in texts(reply)[0]
    assert await said(talk, event) == []
    reply = await press(talk, reply, "Taip, visi")
    assert "Atvyko 2 iš 2" in texts(reply)[0]
    assert "Visi dalyvavo" not in buttons(reply)


async def test_a_correction(session: AsyncSession) -> None:
    """The next day a press asks why; a reason that names the person is asked for once more."""
    talk, event = await rita(session, people=1)
    await press(talk, await listed(talk, event), "☐ Ona A")
    later = a_talk(session, talk.person, now=NOW + timedelta(days=1))
    reply = await press(later, await listed(later, event), "✓ Ona A")
    assert "Kodėl taisote?" in texts(reply)[0]
    assert await said(talk, event) == [(Presence.PRESENT, None)]
    with pytest.raises(NamesSomebody):
        await attendance.reason_written(written("Onos nebuvo"), later)
    reply = await press(later, reply, "Pažymėta per klaidą")
    assert "<b>Nedalyvavo</b>" in texts(reply)[0]
    assert await later.state.get_state() == Form.roll
    assert texts(await attendance.reason_too_late(pressed(), later))


async def test_a_button_of_another_time(session: AsyncSession) -> None:
    """A reason that is not in the list any more opens the beginning."""
    talk, _ = await rita(session)
    await talk.state.set_state(Form.roll_reason)
    reply = await attendance.reason_chosen(pressed(), ReadyReason(number=99), talk)
    assert buttons(reply)


async def test_the_event_tells_how_many_came(session: AsyncSession) -> None:
    """From half an hour before it begins."""
    talk, event = await rita(session)
    await press(talk, await listed(talk, event), "☐ Ona A")
    page = await managing.manage(pressed(), Manage(event=event.id), talk)
    assert "Atvyko 1 iš 2" in texts(page)[0]
    assert "Lankomumas" in buttons(page)
    earlier = a_talk(session, talk.person, now=NOW - timedelta(hours=1))
    page = await managing.manage(pressed(), Manage(event=event.id), earlier)
    assert "Atvyko" not in texts(page)[0]
