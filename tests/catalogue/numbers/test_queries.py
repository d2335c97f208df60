"""Reading what is counted."""

import pickle
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.numbers import queries
from catalogue.numbers.counting import count
from catalogue.numbers.labels import Table
from catalogue.numbers.queries import Records, records
from catalogue.programme.tables import Mode, Status
from catalogue.registrations import passing, rules
from catalogue.registrations.tables import Registration, State
from catalogue.search.spans import Span
from tests.catalogue.registrations.test_queue import queued
from tests.factories import NOW, VILNIUS, a_centre, a_person, an_event, kept

WEEK = timedelta(days=7)
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))


async def fill(session: AsyncSession) -> int:
    """Six at an event of November, and nobody who matters at all the others; returns the centre."""
    centre = a_centre()
    start = NOW.replace(month=11, day=30, hour=20)
    event = an_event(centre=centre, starts=start, city="Kaunas", seats=12)
    other = an_event(centre=centre, starts=start - timedelta(days=2), mode=Mode.ONLINE, city="")
    not_counted = [
        an_event(centre=centre, starts=start + timedelta(hours=5)),
        an_event(centre=centre, starts=start, status=Status.CANCELLED),
        an_event(centre=centre, starts=start, status=Status.DRAFT),
        an_event(starts=start),
    ]
    people = [a_person() for _ in range(6)]
    await kept(session, event, other, *not_counted, *people)
    for one in (event, *not_counted):
        await kept(session, *[_in(one.id, person.id) for person in people])
    return centre.id


def _in(event: int, person: int) -> Registration:
    return Registration(
        event_id=event,
        person_id=person,
        state=State.CONFIRMED,
        ticket=1,
        joined_at=NOW,
        changed_at=NOW,
    )


async def test_of_one_centre_and_its_days(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Published events that begin on these local days, in as many pieces as it takes."""
    monkeypatch.setattr(queries, "_AT_ONCE", 1)
    centre = await database.write(fill)

    async def read(session: Any) -> Records:
        return await records(session, centres=[centre], span=NOVEMBER, zone=VILNIUS)

    async def read_all(session: Any) -> Records:
        return await records(session, centres=None, span=Span(None, None), zone=VILNIUS)

    found = await database.read(read)
    assert (len(found.events), len(found.entries)) == (2, 2)
    counted = count(found.events, found.entries, zone=VILNIUS)
    assert (counted.figures.events, counted.figures.people) == (2, 6)
    assert [one.registrations for one in counted.tables[Table.TOWNS]] == [6, 0]
    every = await database.read(read_all)
    assert count(every.events, every.entries, zone=VILNIUS).figures.registrations == 18


async def test_a_seat_passed_on_is_known_from_one_left(database: Database) -> None:
    """Both registrations are cancelled; only one of them left a seat empty."""

    async def work(session: Any) -> list[tuple[State, bool]]:
        event, people = await queued(session, [State.CONFIRMED] * 2, seats=2, starts=NOW + WEEK)
        rita = a_person()
        await kept(session, rita)
        made = await passing.make(session, event_id=event.id, person=people[0], now=NOW)
        await passing.take(session, secret=made.secret, person=rita, now=NOW)
        await rules.leave(session, event_id=event.id, person=people[1], now=NOW)
        found = await records(session, centres=[event.centre_id], span=NOVEMBER, zone=VILNIUS)
        (entries,) = (pickle.loads(piece) for piece in found.entries)  # noqa: S301 -- our own
        return sorted((one.state, one.passed_on) for one in entries)

    assert await database.write(work) == [
        (State.CANCELLED, False),
        (State.CANCELLED, True),
        (State.CONFIRMED, False),
    ]
