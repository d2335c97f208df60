from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event as events
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.finding import browsing
from catalogue.finding.browsing import Month, Wanted
from catalogue.programme.queries import upcoming
from catalogue.programme.tables import Event, Mode, Status
from catalogue.registrations import rules
from tests.factories import NOW, a_person, an_event, kept

VILNIUS = ZoneInfo("Europe/Vilnius")


def vilnius(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VILNIUS)


async def _put(database: Database, *events: Event) -> None:
    await database.write(lambda session: kept(session, *events))


async def _month(
    database: Database,
    first_day: date | None = None,
    *,
    page: int = 0,
    now: datetime = NOW,
    **wanted: Any,
) -> Month | None:
    async def look(session: AsyncSession) -> Month | None:
        return await browsing.month(
            session,
            wanted=Wanted(**wanted),
            first_day=first_day,
            page=page,
            per_page=3,
            now=now,
            timezone=VILNIUS,
        )

    return await database.read(look)


async def _codes(database: Database, **wanted: Any) -> list[str]:
    found = await _month(database, **wanted)
    return [event.code for event in found.events] if found else []


def summary(found: Month | None) -> tuple[Any, ...]:
    """The month, its codes, and the months around it."""
    assert found is not None
    codes = "".join(event.code for event in found.events)
    return found.first_day, codes, found.total, found.before, found.after


async def test_months_across_a_new_year(database: Database) -> None:
    """The nearest months that have something, however far, and nothing is beyond the edges."""
    december, march, january = date(2026, 12, 1), date(2027, 3, 1), date(2028, 1, 1)
    await _put(
        database,
        an_event(code="A", starts=vilnius(2026, 12, 31, 23, 59)),
        an_event(code="B", starts=vilnius(2027, 3, 1, 0, 0)),
        an_event(code="C", starts=vilnius(2028, 1, 1, 0, 0)),
    )
    first = await _month(database)
    assert summary(first) == (december, "A", 1, None, march)
    assert summary(await _month(database, march)) == (march, "B", 1, december, january)
    assert summary(await _month(database, january)) == (january, "C", 1, march, None)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (None, date(2026, 12, 1)),
        (date(2026, 1, 1), date(2026, 12, 1)),
        (date(2027, 1, 1), date(2027, 2, 1)),
        (date(2027, 2, 1), date(2027, 2, 1)),
        (date(2030, 1, 1), date(2026, 12, 1)),
    ],
)
async def test_an_empty_month_leads_on(database: Database, asked: date | None, shown: date) -> None:
    """A month without events becomes the nearest later one, else the first there is."""
    await _put(
        database,
        an_event(starts=vilnius(2026, 12, 5, 10)),
        an_event(starts=vilnius(2027, 2, 5, 10)),
    )
    found = await _month(database, asked)
    assert found is not None
    assert found.first_day == shown


async def test_months_are_of_the_wall_clock(database: Database) -> None:
    """Half past midnight on 1 April in Vilnius is still March in UTC, and counts as April."""
    await _put(
        database,
        an_event(code="M", starts=datetime(2027, 3, 31, 20, 30, tzinfo=UTC)),
        an_event(code="A", starts=datetime(2027, 3, 31, 21, 30, tzinfo=UTC)),
        an_event(code="O", starts=datetime(2027, 10, 31, 21, 59, tzinfo=UTC)),
        an_event(code="N", starts=datetime(2027, 10, 31, 22, 0, tzinfo=UTC)),
    )
    months = [date(2027, number, 1) for number in (3, 4, 10, 11)]
    assert [summary(await _month(database, month))[:3] for month in months] == [
        (months[0], "M", 1),
        (months[1], "A", 1),
        (months[2], "O", 1),
        (months[3], "N", 1),
    ]


async def test_pages_of_a_full_month(database: Database) -> None:
    """In order of time and then of entry; nothing twice, nothing missed, the last page short."""
    same = vilnius(2026, 12, 5, 10)
    await _put(
        database, *[an_event(code=str(n), starts=same + timedelta(days=n // 3)) for n in range(8)]
    )
    found = [await _month(database, page=page) for page in range(3)]
    assert [summary(one)[1:3] for one in found] == [("012", 8), ("345", 8), ("67", 8)]
    assert [one.page for one in found if one] == [0, 1, 2]


@pytest.mark.parametrize(("page", "shown"), [(3, 2), (99, 2), (2, 2)])
async def test_a_page_that_is_gone_is_the_last(database: Database, page: int, shown: int) -> None:
    """When a month has become shorter since the button was made, nobody sees an empty page."""
    await _put(database, *[an_event(starts=vilnius(2026, 12, 5, 10)) for _ in range(7)])
    found = await _month(database, page=page)
    assert found is not None
    assert (found.page, len(found.events)) == (shown, 1)


async def test_only_what_is_published_and_to_come(database: Database) -> None:
    """Drafts, cancelled and started events are no programme; the very moment is started."""
    soon = NOW + timedelta(minutes=1)
    await _put(
        database,
        an_event(code="yes", starts=soon),
        an_event(code="now", starts=NOW),
        an_event(code="draft", starts=soon, status=Status.DRAFT),
        an_event(code="off", starts=soon, status=Status.CANCELLED),
    )
    assert await _codes(database) == ["yes"]
    assert await database.read(lambda session: browsing.count(session, now=NOW)) == 1
    assert await _month(database, now=soon) is None


@pytest.fixture
async def varied(database: Database) -> Database:
    """Online and free; on site in Kaunas and full; hybrid in Kaunas for two groups; unknown."""
    start = NOW + timedelta(days=20)
    online = an_event(code="online", starts=start, mode=Mode.ONLINE, city="", price_eur=Decimal(0))
    full = an_event(
        code="full", starts=start, seats=1, price_eur=Decimal(25), audience=["šokių mokytojai"]
    )
    hybrid = an_event(
        code="hybrid",
        starts=start,
        mode=Mode.HYBRID,
        seats=2,
        audience=["logopedai", 'pradinių klasių "A" mokytojai, 50%'],
    )
    unknown = an_event(code="unknown", starts=start + timedelta(1), mode=None, city="Šiauliai")

    async def fill(session: AsyncSession) -> None:
        people = [a_person() for _ in range(3)]
        await kept(session, online, full, hybrid, unknown, *people)
        for person, event in zip(people, (full, full, hybrid), strict=True):
            await rules.join(session, event_id=event.id, person=person, now=NOW)

    await database.write(fill)
    return database


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({}, ["online", "full", "hybrid"]),
        ({"mode": Mode.ONLINE}, ["online", "hybrid"]),
        ({"mode": Mode.ONSITE}, ["full", "hybrid"]),
        ({"free": True}, ["online"]),
        ({"seats": True}, ["online", "hybrid", "unknown"]),
        ({"city": "Kaunas"}, ["full", "hybrid"]),
        ({"city": "Šiauliai"}, ["unknown"]),
        ({"audience": "logopedai"}, ["hybrid"]),
        ({"audience": "šokių mokytojai"}, ["full"]),
        ({"audience": 'pradinių klasių "A" mokytojai, 50%'}, ["hybrid"]),
        ({"audience": "mokytojai"}, []),
        ({"audience": "%"}, []),
        ({"city": "Kaunas", "seats": True, "mode": Mode.ONSITE}, ["hybrid"]),
        ({"city": "Kaunas", "free": True}, []),
    ],
)
async def test_filters(varied: Database, wanted: dict[str, Any], codes: list[str]) -> None:
    """Each narrows, together they narrow more; a part of a group's name is not the group."""
    assert await _codes(varied, **wanted) == codes


async def test_cities_and_audiences(database: Database) -> None:
    """The most frequent first, then by letter; only of what is to come."""
    await _put(
        database,
        *[an_event(city=city) for city in ("Vilnius", "Kaunas", "Vilnius", "", "Alytus")],
        an_event(city="Vilnius", audience=["b", "a"]),
        an_event(city="Kaunas", audience=["b"]),
        an_event(city="Past", audience=["past"], starts=NOW),
        an_event(city="Draft", audience=["draft"], status=Status.DRAFT),
    )
    cities = await database.read(lambda session: browsing.cities(session, now=NOW))
    assert cities == ["Vilnius", "Kaunas", "Alytus"]
    groups = await database.read(lambda session: browsing.audiences(session, now=NOW))
    assert groups == ["b", "a"]


async def test_coming_is_the_soonest(database: Database) -> None:
    """So many as were asked for, in order of time."""
    await _put(
        database,
        *[an_event(code=f"D{day}", starts=NOW + timedelta(days=day)) for day in (3, 1, 2, 0)],
    )
    found = await database.read(lambda session: upcoming(session, now=NOW, limit=2))
    assert [event.code for event in found] == ["D1", "D2"]


async def test_events_of_keeps_the_order_and_leaves_out_what_is_gone(database: Database) -> None:
    """As the ranking gave them."""
    made = [an_event(code=code) for code in "abc"]
    await _put(database, *made)
    ids = [made[2].id, 999_999, made[0].id]
    found = await database.read(lambda session: browsing.events_of(session, ids))
    assert [event.code for event in found] == ["c", "a"]


async def test_events_of_reads_nothing_twice(sqlite_database: Database) -> None:
    """An answer looks at the same events again and again."""
    made = [an_event(code=code) for code in "abc"]
    await _put(sqlite_database, *made)
    asked: list[str] = []

    def note(*facts: Any) -> None:
        asked.append(facts[2])

    async def look(session: AsyncSession) -> tuple[int, int]:
        first = await browsing.events_of(session, [made[0].id, made[1].id])
        before = len(asked)
        again = await browsing.events_of(session, [made[1].id, made[0].id])
        assert again == first[::-1]
        held = len(asked) - before
        await browsing.events_of(session, [made[0].id, made[2].id])
        return held, len(asked) - before

    reader = sqlite_database._reader.sync_engine
    events.listen(reader, "before_cursor_execute", note)
    held, with_another = await sqlite_database.read(look)
    events.remove(reader, "before_cursor_execute", note)
    assert held == 0 < with_another


@pytest.mark.parametrize(
    ("status", "seen"),
    [(Status.PUBLISHED, True), (Status.CANCELLED, True), (Status.DRAFT, False)],
)
async def test_event_seen(database: Database, status: Status, seen: bool) -> None:  # noqa: FBT001 -- a table
    """A draft is not for teachers' eyes; that an event was cancelled is."""
    made = an_event(status=status)
    await _put(database, made)
    found = await database.read(lambda session: browsing.event_seen(session, made.id))
    assert (found is not None) is seen
    assert await database.read(lambda session: browsing.event_seen(session, 999_999)) is None


async def test_many_events(database: Database) -> None:
    """Half a year of 300 events is walked month by month without losing one."""
    await _put(
        database, *[an_event(starts=NOW + timedelta(hours=14 * number)) for number in range(1, 301)]
    )
    seen, day = 0, None
    while True:
        found = await _month(database, day)
        assert found is not None
        seen += found.total
        if found.after is None:
            break
        day = found.after
    assert seen == 300
