"""Somebody is not in the list: written down with a line and a press."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import NotAName
from catalogue.people.tables import Role
from handlers.forms import Form
from handlers.office import attendance, walk_ins
from handlers.office.callbacks.attendance import FoundOnRoll, Roll, WalkIn
from handlers.talk import Talk
from tests.catalogue.learning.roll import registered
from tests.catalogue.registrations.test_queue import W
from tests.factories import NOW
from tests.handlers.office.people import employed
from tests.handlers.office.test_attendance import listed, press, rita
from tests.handlers.talking import buttons, data, pressed, texts, written


async def walks(talk: Talk, reply: Any, label: str) -> Any:
    kind = WalkIn.unpack(data(reply, label))
    return await (walk_ins.add if kind.mark else walk_ins.ask)(pressed(), kind, talk)


async def test_a_name_and_a_press(session: AsyncSession) -> None:
    """At the door too; a warning where all seats are taken, and then they stand at the end."""
    _, event = await rita(session, seats=2)
    talk = await employed(session, Role.DOOR, event.centre)
    asked = await walks(talk, await listed(talk, event), "Atvyko be")
    assert "be registracijos" in texts(asked)[0]
    assert buttons(asked) == ["Atgal"]
    with pytest.raises(NotAName):
        await walk_ins.written(written("gimnazija"), talk)
    shown = await walk_ins.written(written("Jonas Jonaitis\nAkmenės gimnazija"), talk)
    assert texts(shown)[0].startswith("<b>Jonas Jonaitis</b>\nAkmenės gimnazija\n")
    assert "Visos vietos užimtos (2): šis žmogus būtų virš jų." in texts(shown)[0]
    reply = await walks(talk, shown, "Sutinka")
    assert "✓ Pažymėta, kad atvyko: Jonas Jonaitis" in texts(reply)[0]
    assert "Be registracijos, sąrašo gale: 1" in texts(reply)[0]
    assert "✓ Jonas Jonaitis · be reg." in buttons(reply)
    again = await walk_ins.add(pressed(), WalkIn.unpack(data(shown, "Sutinka")), talk)
    assert "Jonas" not in texts(again)[0]


async def test_who_was_looked_for_in_vain_need_not_be_written_twice(session: AsyncSession) -> None:
    """The words are taken for the name where they can be one; else it is asked for."""
    talk, event = await rita(session)
    await listed(talk, event)
    found = await attendance.find(written("Jonas Jonaitis"), talk)
    assert "Sąraše nerasta: „Jonas Jonaitis“." in texts(found)[0]
    assert buttons(found) == ["Atvyko be registracijos", "Visas sąrašas"]
    assert "<b>Jonas Jonaitis</b>" in texts(await walks(talk, found, "Atvyko be"))[0]
    await listed(talk, event)
    found = await attendance.find(written("9"), talk)
    assert buttons(await walks(talk, found, "Atvyko be")) == ["Atgal"]


async def test_who_is_in_the_list_is_shown_there(session: AsyncSession) -> None:
    """With what may be said of them; of one who waits it is told before the press."""
    talk, event = await rita(session)
    await registered(session, event, W, name="Jonas Jonaitis")
    await walks(talk, await listed(talk, event), "Atvyko be")
    there = await walk_ins.written(written("Ona Aaitė"), talk)
    assert texts(there)[0].startswith("Šis žmogus jau yra sąraše:\n\n<b>Ona Aaitė</b>")
    await walks(talk, await listed(talk, event), "Atvyko be")
    waits = await walk_ins.written(written("Jonas Jonaitis"), talk)
    assert "Apie šį žmogų sąraše parašyta: Eilėje." in texts(waits)[0]
    reply = await walks(talk, waits, "Skirti vietą")
    assert "✓ Jonas Jonaitis" in buttons(reply)


async def test_once_reported_nobody_is_written_down(session: AsyncSession) -> None:
    """The button is gone."""
    talk, event = await rita(session)
    event.reported_at = NOW
    assert "Atvyko be registracijos" not in buttons(await listed(talk, event))


async def test_people_are_looked_for_on_the_list(session: AsyncSession) -> None:
    """A tick stays among those who were found; the whole list is a press away."""
    talk, event = await rita(session, people=12)
    reply = await listed(talk, event)
    assert "vardo ar pavardės dalį" in texts(reply)[0]
    found = await attendance.find(written("ona"), talk)
    assert "<b>Rasta 12</b>: „ona“" in texts(found)[0]
    turned = await attendance.turn_found(
        pressed(), FoundOnRoll(meeting=event.sessions[0].id, page=1), talk
    )
    assert buttons(turned)[0] == "☐ Ona Iaitė"
    found = await attendance.find(written("baite"), talk)
    assert buttons(found)[:2] == ["☐ Ona Baitė", "⋯"]
    ticked = await press(talk, found, "☐ Ona B")
    assert "Atvyko 1 iš 12" in texts(ticked)[0]
    assert buttons(ticked) == ["✓ Ona Baitė", "⋯", "Atvyko be registracijos", "Visas sąrašas"]
    assert await talk.state.get_state() == Form.roll
    await talk.state.clear()  # as any press that is none of the form's
    assert data(ticked, "Visas") == Roll(event=event.id, meeting=event.sessions[0].id).pack()
    assert len(buttons(await press(talk, ticked, "Visas"))) > 10
