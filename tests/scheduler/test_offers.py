from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from catalogue.database import Database
from catalogue.people.tables import Role, StaffMember
from catalogue.registrations.queue import move_up
from catalogue.registrations.tables import Registration, State
from scheduler.notices import notices
from scheduler.offers import offers
from scheduler.outbox import Outgoing, SendState
from tests.catalogue.registrations.test_queue import C, F, W, X, queued
from tests.factories import NOW, a_person, kept
from tests.scheduler.test_notices import rows
from tests.scheduler.watching import a_watch

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def offered(database: Database, **facts: Any) -> None:
    """The first of two who wait is offered the only seat, and the message stands in the outbox."""

    async def work(session: Any) -> None:
        event, _ = await queued(session, [X, W, W], **facts)
        await move_up(session, event=event, now=NOW)

    await database.write(work)
    await notices(a_watch(database)).work(NOW)


async def became(database: Database, state: SendState, sent_at: datetime | None = None) -> None:
    async def work(session: Any) -> None:
        await session.execute(
            update(Outgoing)
            .where(Outgoing.recipe_kind == "offered", Outgoing.state == SendState.WAITING)
            .values(state=state, sent_at=sent_at)
        )

    await database.write(work)


async def look(database: Database, now: datetime, *, owners: Any = ()) -> list[State]:
    """The states in order of ticket, after the clock has looked."""
    await offers(a_watch(database, owner_ids=frozenset(owners))).work(now)

    async def read(session: Any) -> list[State]:
        own = await session.scalars(select(Registration).order_by(Registration.ticket))
        return [one.state for one in own]

    return await database.read(read)


async def test_the_time_runs_from_the_delivery(database: Database) -> None:
    """A message that waits all night does not eat the time to answer; then the next is asked."""
    await offered(database)
    assert await look(database, NOW + 11 * HOUR) == [X, F, W]
    await became(database, SendState.SENT, NOW + 11 * HOUR)
    assert await look(database, NOW + 11 * HOUR) == [X, F, W]
    assert await look(database, NOW + 22 * HOUR) == [X, F, W]
    assert await look(database, NOW + 23 * HOUR) == [X, X, F]
    assert await look(database, NOW + 24 * HOUR) == [X, X, F]


@pytest.mark.parametrize(
    ("state", "states"),
    [
        (SendState.WAITING, [X, F, W]),
        (SendState.SENDING, [X, F, W]),
        (SendState.FAILED, [X, X, F]),
        (SendState.EXPIRED, [X, F, W]),
        (SendState.CANCELLED, [X, F, W]),
    ],
)
async def test_what_became_of_the_message(
    database: Database, state: SendState, states: list[State]
) -> None:
    """On its way it is waited for; refused it counts as no answer; dropped it is made anew."""
    await offered(database)
    await became(database, state)
    assert await look(database, NOW + HOUR) == states
    await notices(a_watch(database)).work(NOW + HOUR)
    again = {SendState.WAITING: 1, SendState.SENDING: 1}.get(state, 2)
    assert sum(row.recipe_kind == "offered" for row in await rows(database)) == again


async def test_a_message_that_is_nowhere_does_not_stall_the_queue(database: Database) -> None:
    """Where the outbox knows nothing of it, it did not get through."""
    await offered(database)

    async def work(session: Any) -> None:
        await session.execute(delete(Outgoing))

    await database.write(work)
    assert await look(database, NOW + HOUR) == [X, X, F]


async def test_a_queue_that_was_left_behind_moves_by_itself(database: Database) -> None:
    """Whatever freed a seat without a word, the next look finds it; not after the cut-off."""

    async def work(session: Any) -> None:
        await queued(session, [W, W], seats=1)
        await queued(session, [W], seats=1, starts=NOW + 12 * HOUR)
        await queued(session, [C, W], seats=1)

    await database.write(work)
    assert sorted(await look(database, NOW)) == sorted([F, W, W, C, W])


async def test_staff_are_told_once_of_each_number_of_empty_seats(database: Database) -> None:
    """The staff of the centre, of all centres, and the owners, each once; nobody while offers go
    on or when nobody waits.
    """

    async def work(session: Any) -> int:
        event, _ = await queued(session, [C, W], seats=2, starts=NOW + 24 * HOUR)
        await queued(session, [C], seats=2, starts=NOW + 13 * HOUR)
        other, _ = await queued(session, [X], seats=2)
        own, everywhere, elsewhere, owner = [a_person(telegram_id=n) for n in (1, 2, 3, 4)]
        await kept(session, own, everywhere, elsewhere, owner)
        member = {"role": Role.COORDINATOR, "since": NOW}
        await kept(
            session,
            StaffMember(person_id=own.id, centre_id=event.centre_id, **member),
            StaffMember(person_id=own.id, centre_id=None, **member),
            StaffMember(person_id=everywhere.id, centre_id=None, **member),
            StaffMember(person_id=elsewhere.id, centre_id=other.centre_id, **member),
        )
        return event.id

    event_id = await database.write(work)

    async def told(now: datetime) -> list[tuple[int | None, str | None]]:
        await look(database, now, owners=[4, 99])
        found = [row for row in await rows(database) if row.recipe_kind == "seats_empty"]
        return sorted((row.chat_id, row.recipe_key) for row in found)

    late = NOW + 13 * HOUR
    close = int((NOW + 12 * HOUR).timestamp())
    one = [(chat, f"{event_id}:{close}:1") for chat in (1, 2, 4)]
    assert await told(late) == one
    assert await told(late + HOUR) == one

    async def another(session: Any) -> None:
        holder = update(Registration).where(Registration.event_id == event_id)
        await session.execute(holder.where(Registration.ticket == 1).values(state=State.CANCELLED))

    await database.write(another)
    two = [(chat, f"{event_id}:{close}:2") for chat in (1, 2, 4)]
    assert await told(late + HOUR) == sorted(one + two)
