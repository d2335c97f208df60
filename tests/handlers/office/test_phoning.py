"""Whom to telephone, ticked one by one."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.participants.queries import Part
from catalogue.people.tables import Role
from handlers.office import participants, phoning
from handlers.office.callbacks.participants import Participants, Phoned
from tests.catalogue.registrations.test_queue import C, queued
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, data, pressed, texts

UNDO = "Vis dėlto nepaskambinta"


async def test_a_tick_takes_off_the_list_and_can_be_taken_back(session: AsyncSession) -> None:
    """Each name has a tick beside it; above what is left stands the way back."""
    event, people = await queued(session, [C, C, C], seats=5)
    for person, name in zip(people, ("Ona Onaitė", "Rita Ritaitė", "Eglė Eglaitė"), strict=True):
        person.name = name
    people[0].telegram_id = people[1].telegram_id = None
    talk = await employed(session, Role.COORDINATOR, event.centre)
    view = Participants(event=event.id, part=Part.TO_PHONE)
    said = await participants.turn_page(pressed(view), view, talk)
    assert buttons(said)[:4] == ["1. Ona Onaitė", "✓ Paskambinta", "2. Rita Ritaitė",
                                 "✓ Paskambinta"]  # fmt: skip

    async def tick(carried: str) -> Any:
        read = Phoned.unpack(carried)
        return await phoning.tick(pressed(read), read, talk)

    done = await tick(data(said, "✓ Paskambinta"))
    assert texts(done)[0].startswith("✓ Paskambinta: Ona Onaitė\n\n")
    assert "Kam skambinti (1)" in texts(done)[0]
    assert buttons(done)[:3] == [UNDO, "1. Rita Ritaitė", "✓ Paskambinta"]
    assert "nepasiekia" in texts(done)[0]
    last = await tick(data(done, "✓ Paskambinta"))
    assert "Kam skambinti (0)" in texts(last)[0]
    assert "nepasiekia" not in texts(last)[0]
    await tick(data(last, UNDO))
    again = await tick(data(done, UNDO))
    assert "Kam skambinti (2)" in texts(again)[0]
    assert UNDO not in buttons(again)
