"""People without Telegram, by the same rules as all."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.participants import adding
from catalogue.participants.pasted import Pasted
from catalogue.people.tables import Person, PersonTrait
from catalogue.registrations.queue import move_up
from catalogue.registrations.refusals import AddedAlready, EventFull, EventStarted
from catalogue.registrations.tables import State
from tests.catalogue.participants.test_queries import listed
from tests.catalogue.registrations.test_queue import C, P, queued, states_of
from tests.factories import NOW

ONA = Pasted("Elena Elenaitė", "Akmenės gimnazija", "ona@pastas.lt", "+37060000000")


async def test_they_get_what_anyone_would_get(database: Database) -> None:
    """A seat, or the end of the queue, past the end of registration too; and what comes free is
    given without asking, for nobody could ask.
    """

    async def work(session: Any) -> None:
        facts = {"seats": 2, "registration_closes": NOW - timedelta(hours=1)}
        event, people = await queued(session, [C], **facts)
        rasa = people[0]
        first = await adding.add(session, event=event, given=ONA, by=rasa, now=NOW)
        rita = Pasted("Rita Ritaitė")
        second = await adding.add(session, event=event, given=rita, by=rasa, now=NOW)
        assert (first.place, second.place) == (None, 1)
        person = await session.get_one(Person, first.registration.person_id)
        assert (person.telegram_id, person.email, person.vouched_by, person.consented_at) == (
            *(None, "ona@pastas.lt", rasa.id),
            NOW,
        )
        assert (await session.scalars(select(PersonTrait))).one().value == "Akmenės gimnazija"
        event.seats = 3
        await move_up(session, event=event, now=NOW)
        assert await states_of(session, event) == [C, C, C]

    await database.write(work)


async def test_whoever_adds_approves(database: Database) -> None:
    """Where the event needs approval they are in; where it has started or is full, they are not."""

    async def work(session: Any) -> None:
        event, people = await queued(session, [P], seats=2, needs_approval=True)
        joined = await adding.add(session, event=event, given=ONA, by=people[0], now=NOW)
        assert joined.registration.state is State.CONFIRMED
        event.waiting_list = False
        rita = Pasted("Rita Ritaitė")
        with pytest.raises(EventFull):
            await adding.add(session, event=event, given=rita, by=people[0], now=NOW)
        with pytest.raises(EventStarted):
            await adding.add(session, event=event, given=rita, by=people[0], now=event.starts_at)
        with pytest.raises(AddedAlready):
            await adding.add(session, event=event, given=ONA, by=people[0], now=NOW)

    await database.write(work)


NAMESAKES = [
    ({"telephone": "+37060000000"}, True),
    ({"email": "ona@pastas.lt", "telephone": "+37069999999"}, True),
    ({"email": "kita@pastas.lt"}, False),
    ({}, True),
    ({"school": "akmenes gimnazija"}, True),
    ({"school": "Kauno gimnazija"}, False),
    ({"name": "Jonas Jonaitis", "telephone": "+37060000000"}, False),
    ({"state": State.CANCELLED}, False),
]


@pytest.mark.parametrize(("facts", "is_same"), NAMESAKES)
def test_namesakes_are_told_apart(facts: dict[str, Any], is_same: bool) -> None:  # noqa: FBT001 -- a table
    """By a telephone or an e-mail, else by the school; who has left may be added again."""
    there = listed(**{"name": "Elena Elenaite", "school": ""} | facts)
    assert adding.is_there([there], ONA) is is_same
