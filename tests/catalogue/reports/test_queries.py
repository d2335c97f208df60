"""Reading what a report is counted from."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.numbers.packing import unpacked
from catalogue.people.tables import PersonTrait, Trait
from catalogue.programme.tables import Status
from catalogue.registrations.tables import Payer, Payment, Registration, State
from catalogue.reports import queries
from catalogue.reports.counting import count
from catalogue.reports.queries import records
from catalogue.reports.records import Known, Records
from catalogue.search.spans import Span
from tests.factories import NOW, VILNIUS, a_centre, a_person, an_event, kept

OCTOBER = Span(date(2026, 10, 1), date(2026, 10, 31))
LATE = NOW.replace(month=10, day=31, hour=20)


async def fill(session: AsyncSession) -> int:
    """Two events of October, one of them begun in September and one cancelled, and all that is not
    of October; six people came to the first. Returns the centre.
    """
    centre = a_centre()
    long = an_event(centre=centre, starts=LATE - timedelta(days=40), hours=0, price_eur=Decimal(30))
    long.ends_at = long.sessions[0].ends_at = LATE
    long.hours = 8.0
    others = [
        an_event(centre=centre, starts=LATE, status=Status.CANCELLED, published_at=NOW),
        an_event(centre=centre, starts=LATE, status=Status.CANCELLED),
        an_event(centre=centre, starts=LATE, status=Status.DRAFT),
        an_event(centre=centre, starts=LATE, hours=6),
        an_event(centre=centre, starts=LATE.replace(day=1) - timedelta(days=2)),
        an_event(starts=LATE),
    ]
    people = [a_person() for _ in range(6)]
    await kept(session, long, *others, *people)
    own = [
        Registration(event_id=event.id, person_id=person.id, state=State.CONFIRMED, ticket=1,
                     joined_at=NOW, changed_at=NOW)
        for event in (long, *others) for person in people
    ]  # fmt: skip
    await kept(session, *own)
    await kept(
        session,
        *[
            Attendance(registration_id=one.id, session_id=long.sessions[0].id,
                       presence=Presence.PRESENT, source=Source.LIST, marked_at=NOW)
            for one in own if one.event_id == long.id
        ],
        Payment(registration_id=own[0].id, payer=Payer.SCHOOL, school="Saulės gimn.", paid_at=NOW),
        PersonTrait(person_id=people[1].id, kind=Trait.SCHOOL, value="Ąžuolo m-kla", key="a"),
        PersonTrait(person_id=people[1].id, kind=Trait.CITY, value="Utena", key="utena"),
        PersonTrait(person_id=people[2].id, kind=Trait.CITY, value="Kaunas", key="kaunas"),
    )  # fmt: skip
    return centre.id


async def test_of_one_centre_and_of_what_ends_within(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Events that were announced, with their attendance and payments, in as many pieces as it
    takes; schools are those of everybody.
    """
    monkeypatch.setattr(queries, "_AT_ONCE", 1)
    monkeypatch.setattr(queries, "_PEOPLE_AT_ONCE", 1)
    centre = await database.write(fill)

    async def read(session: Any) -> Records:
        return await records(session, centres=[centre], span=OCTOBER, zone=VILNIUS)

    async def read_all(session: Any) -> Records:
        return await records(session, centres=None, span=OCTOBER, zone=VILNIUS)

    found = await database.read(read)
    assert [len(pieces) for pieces in (found.lines, found.takings, found.marks)] == [2, 2, 2]
    figures = count(found, now=NOW).figures
    assert (figures.published, figures.held, figures.cancelled) == (2, 1, 1)
    assert (figures.registrations, figures.came, figures.hours) == (6, 6, 48.0)
    assert [(one.is_paid, one.payer) for one in unpacked(found.takings)][:2] == [
        (True, Payer.SCHOOL),
        (False, None),
    ]
    known: list[Known] = [*unpacked(found.known)]
    assert sorted((one.school, one.town) for one in known) == [
        ("", "Kaunas"),
        ("", "Utena"),
        ("Saulės gimn.", ""),
        ("Ąžuolo m-kla", ""),
    ]
    everywhere = count(await database.read(read_all), now=NOW).figures
    assert (everywhere.held, everywhere.unnoted) == (2, 1)
