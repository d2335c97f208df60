"""Whom of the staff an event's news concern."""

from typing import Any

from catalogue.database import Database
from catalogue.people.tables import Role
from scheduler.colleagues import colleagues
from tests.factories import a_person, an_event, kept
from tests.handlers.office.people import membership
from tests.scheduler.watching import a_watch


async def test_each_who_decides_is_told_once(database: Database) -> None:
    """Coordinators and owners of the centre and of the house, who have a chat with us; neither the
    one at the door nor another centre's.
    """

    async def work(session: Any) -> bool:
        event, other = an_event(), an_event()
        people = [a_person() for _ in range(6)]
        await kept(session, event, other, *people)
        house, rita, door, away, _, forgotten = people
        forgotten.telegram_id = None
        await kept(
            session,
            membership(house, Role.OWNER, event.centre),
            membership(rita, Role.COORDINATOR, None),
            membership(rita, Role.OWNER, event.centre),
            membership(door, Role.DOOR, event.centre),
            membership(away, Role.OWNER, other.centre),
            membership(forgotten, Role.OWNER, event.centre),
        )
        watch = a_watch(database, owner_ids=frozenset({house.telegram_id or 0}))
        found = await colleagues(session, watch, event)
        return {one.id for one in found} == {house.id, rita.id} and len(found) == 2

    assert await database.write(work)
