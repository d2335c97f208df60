from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import StaffOnly
from catalogue.people.rights import Right
from catalogue.people.tables import Role
from handlers.office import inviting, lecturers
from handlers.office.callbacks.staff import Lecturers
from handlers.talk import Talk
from tests.factories import an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, each, pressed, texts


async def press(talk: Talk, **facts: Any) -> Any:
    data = Lecturers(**facts)
    return await lecturers.lecturers(pressed(data), data, talk)


async def test_a_lecturer_comes_and_goes_on_the_page_of_the_event(
    session: AsyncSession, talk: Talk
) -> None:
    """Invited with a press; let go with a press and a yes, and their menu follows."""
    event = an_event(title_lt="Vertinimas")
    await kept(session, event)
    rita = await employed(session, Role.COORDINATOR, event.centre)
    said = await press(rita, event=event.id)
    assert "Dar nė vieno" in texts(said)[0]
    assert buttons(said) == ["Pakviesti lektorių", "Atgal"]
    link = await press(rita, event=event.id, invite=True)
    await inviting.accept_invitation(talk, texts(link)[0].partition("?start=st_")[2])
    said = await press(rita, event=event.id)
    assert texts(said) == ["<b>Lektoriai</b>: „Vertinimas“\n• Ona Petraitienė"]
    assert buttons(said)[0] == "Pašalinti: Ona Petraitienė"
    asked = await press(rita, event=event.id, drop=talk.person.id)
    assert buttons(asked) == ["Taip, pašalinti", "Nereikia"]
    assert await talk.may(Right.ROLL, event)
    done = await press(rita, event=event.id, drop=talk.person.id, sure=True)
    assert "Dar nė vieno" in texts(done)[0]
    assert len(each(done)) == 2
    assert not await talk.is_staff()
    again = await press(rita, event=event.id, drop=talk.person.id, sure=True)
    assert "Dar nė vieno" in texts(again)[0]


async def test_only_who_keeps_the_programme_names_a_lecturer(session: AsyncSession) -> None:
    """Of this centre; not the lecturer themselves, nor the one at the door."""
    event, other = an_event(), an_event()
    await kept(session, event, other)
    people = [
        await employed(session, Role.LECTURER, event.centre, event=event),
        await employed(session, Role.DOOR, event.centre),
        await employed(session, Role.OWNER, other.centre),
    ]
    for who in people:
        with pytest.raises(StaffOnly):
            await press(who, event=event.id, invite=True)
