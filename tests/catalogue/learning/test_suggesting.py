"""What fits the hours that are missing."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.learning.suggesting import is_known, suggested
from catalogue.people import traits
from catalogue.people.tables import Person, Trait
from catalogue.programme.revisions import stamp
from catalogue.programme.tables import Mode
from catalogue.registrations.rules import join
from catalogue.search.index import Index
from tests.factories import NOW, VILNIUS, a_person, an_event, kept


async def put(
    session: AsyncSession, code: str, days: int, counts: float | None, **facts: Any
) -> int:
    event = an_event(code=code, title_lt=code, starts=NOW + timedelta(days=days), **facts)
    event.hours = counts
    await kept(session, event)
    await stamp(session, event)
    return event.id


async def codes(session: AsyncSession, person: Person, missing: float, most: int = 9) -> list[str]:
    index = await Finder(Index()).index(session)
    found = await suggested(
        session, person, missing=missing, index=index, now=NOW, zone=VILNIUS, limit=most
    )
    return [event.code for event in found]


async def test_for_whom_it_is_where_it_is_and_how_long(sqlite_database: Database) -> None:
    """Of one's subject first, near or online, with free seats; what has more hours than are
    missing comes after the others, what says no hours never.
    """

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        maths: dict[str, Any] = {"audience": ["matematikos mokytojai"], "subjects": ["matematika"]}
        own = await put(session, "OWN", 3, 4, **maths)
        await put(session, "LONG", 4, 40, **maths)
        await put(session, "SHORT", 5, 4, **maths)
        await put(session, "AFAR", 6, 6, **maths, mode=Mode.ONLINE, city="")
        await put(session, "ELSEWHERE", 7, 6, **maths, city="Telšiai")
        await put(session, "FULL", 8, 6, **maths, seats=0)
        await put(session, "NO-HOURS", 9, None, **maths)
        await put(session, "MUSIC", 2, 6, audience=["muzikos mokytojai"], subjects=["muzika"])
        for kind, value in ((Trait.SUBJECT, "matematika"), (Trait.CITY, "Kaunas")):
            await traits.add(session, ona, kind, value)
        await join(session, event_id=own, person=ona, now=NOW)
        assert await codes(session, ona, missing=12) == ["SHORT", "AFAR", "LONG"]
        assert await codes(session, ona, missing=5, most=2) == ["SHORT", "LONG"]

    await sqlite_database.write(work)


async def test_by_ones_group(sqlite_database: Database) -> None:
    """Also where no subject was told."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        await put(session, "LOGO", 4, 4, audience=["logopedai"])
        await put(session, "MUSIC", 2, 6, audience=["muzikos mokytojai"])
        assert await codes(session, ona, missing=12) == ["MUSIC", "LOGO"]
        assert not await is_known(session, ona)
        await traits.add(session, ona, Trait.GROUP, "logopedai")
        assert await is_known(session, ona)
        assert await codes(session, ona, missing=12) == ["LOGO"]

    await sqlite_database.write(work)


async def test_only_of_this_school_year(sqlite_database: Database) -> None:
    """What ends in September fills no gap of the year that ends with August."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        last_of_august = (datetime(2027, 8, 31, 12, tzinfo=VILNIUS) - NOW).days
        await put(session, "AUGUST", last_of_august, 4)
        await put(session, "SEPTEMBER", last_of_august + 1, 4)
        assert await codes(session, ona, missing=12) == ["AUGUST"]

    await sqlite_database.write(work)
