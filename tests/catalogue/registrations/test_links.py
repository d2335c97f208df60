from typing import Any

from sqlalchemy import select

from catalogue.database import Database
from catalogue.registrations import links, passing, rules
from catalogue.registrations.links import was_passed_on
from catalogue.registrations.tables import Ending, NoticeKind, Registration, SeatPass
from tests.catalogue.registrations.test_queue import C, X, noted, queued
from tests.factories import NOW, a_person, kept


async def test_whoever_comes_to_wait_ends_every_open_link(database: Database) -> None:
    """Those who made them are told; one withdrawn before is told of nothing."""

    async def work(session: Any) -> None:
        event, people = await queued(session, [C, C, X], seats=2)
        for person in people[:2]:
            await passing.make(session, event_id=event.id, person=person, now=NOW)
        await passing.withdraw(session, event_id=event.id, person=people[1], now=NOW)
        rita = a_person()
        await kept(session, rita)
        joined = await rules.join(session, event_id=event.id, person=rita, now=NOW)
        assert joined.place == 1
        made = (await session.scalars(select(SeatPass).order_by(SeatPass.id))).all()
        assert [one.ending for one in made] == [Ending.QUEUE, Ending.WITHDRAWN]
        assert await noted(session) == [(1, NoticeKind.LINK_OVER)]

    await database.write(work)


async def test_whoever_gets_a_seat_ends_no_link(database: Database) -> None:
    """Where seats are free nobody waits, and the link goes on working."""

    async def work(session: Any) -> None:
        event, people = await queued(session, [C, X], seats=2)
        await passing.make(session, event_id=event.id, person=people[0], now=NOW)
        await rules.join(session, event_id=event.id, person=people[1], now=NOW)
        own = await session.get_one(Registration, 1)
        assert await links.open_link(session, own, now=NOW) is not None

    await database.write(work)


async def test_who_passed_it_on_to_whom_is_known_until_they_come_back(database: Database) -> None:
    """For the list of the staff; one who joins again has simply joined."""

    async def work(session: Any) -> None:
        event, people = await queued(session, [C, X], seats=2)
        made = await passing.make(session, event_id=event.id, person=people[0], now=NOW)
        taken = await passing.take(session, secret=made.secret, person=people[1], now=NOW)
        giver = await session.get_one(Registration, 1)
        assert await links.passed_to(session, giver) is people[1]
        assert await links.passed_by(session, taken.registration) is people[0]
        assert await links.passed_by(session, giver) is None
        ended = select(Registration.id).where(was_passed_on())
        assert (await session.scalars(ended)).all() == [giver.id]
        await rules.join(session, event_id=event.id, person=people[0], now=NOW)
        assert await links.passed_to(session, giver) is None
        assert (await session.scalars(ended)).all() == []

    await database.write(work)
