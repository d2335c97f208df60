"""Days that staff offer, and the draft that comes of the one chosen."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.demand import days
from catalogue.demand.refusals import NotDays
from catalogue.demand.tables import Gathering, GatheringDay
from catalogue.editing.removing import delete_draft
from catalogue.programme.tables import Event, Mode, Status
from tests.factories import NOW, VILNIUS, a_centre, kept


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VILNIUS)


@pytest.mark.parametrize(
    ("line", "starts", "ends", "mode", "place"),
    [
        ("2026-12-05 14:00–16:00; Kaunas", "2026-12-05T14", "2026-12-05T16", "onsite", "Kaunas"),
        ("12-08 15:00; nuotoliu", "2026-12-08T15:00", None, "online", ""),
        ("01-12 10:00", "2027-01-12T10:00", None, None, ""),
        ("gruodžio 5 d. 14:00-15:30", "2026-12-05T14:00", "2026-12-05T15:30", None, ""),
        ("2026-12-05 14:00; Utena, Upės 1", "2026-12-05T14", None, "onsite", "Utena, Upės 1"),
        ("2026-12-05 14:00; mišriai", "2026-12-05T14:00", None, "hybrid", ""),
    ],
)  # fmt: skip
def test_a_day_is_read(
    line: str, starts: str, ends: str | None, mode: str | None, place: str
) -> None:
    """With its hours, after a semicolon how one takes part or where; without a year the next."""
    (one,) = days.read(line, now=NOW, zone=VILNIUS)
    assert one == (at(starts), ends and at(ends), mode and Mode(mode), place)


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("kada nors", "kada nors"),
        ("2026-12-05", "2026-12-05"),
        ("2026-11-20 10:00", "2026-11-20 10:00"),
        ("2026-12-05 14:00\nrytoj", "rytoj"),
        ("2026-12-05 16:00–14:00", "2026-12-05 16:00–14:00"),
        (" \n ", ""),
        ("\n".join(f"2026-12-{day:02} 10:00" for day in range(1, 12)), ""),
    ],
)
def test_what_is_no_day_is_told(written: str, line: str) -> None:
    """The line that cannot be read or has been; nothing, and more than ten."""
    with pytest.raises(NotDays) as refused:
        days.read(written, now=NOW, zone=VILNIUS)
    assert (refused.value.line, refused.value.most) == (line, 10)


def test_a_day_said_twice_is_one() -> None:
    """In order of time."""
    lines = "2026-12-07 10:00\n2026-12-05 14:00\n2026-12-07 10:00; Kaunas"
    found = days.read(lines, now=NOW, zone=VILNIUS)
    assert [(one.starts_at, one.place) for one in found] == [
        (at("2026-12-05T14:00"), ""),
        (at("2026-12-07T10:00"), "Kaunas"),
    ]


async def test_the_chosen_day_makes_a_draft(sqlite_database: Database) -> None:
    """With the words of most as its title and the town known; once it is deleted they wait on."""

    async def choose(session: AsyncSession) -> Event:
        centre = a_centre(name="Utenos centras")
        facts: dict[str, Any] = {"year": 2026, "number": 1, "needed": 12, "drafted_at": NOW}
        one = Gathering(theme="=stresas", words="streso valdymas", asked_at=NOW, **facts)
        await kept(session, centre, one)
        day = GatheringDay(
            gathering_id=one.id,
            starts_at=at("2026-12-05T14:00"),
            ends_at=None,
            mode=Mode.ONSITE,
            place="Utenoje, Aušros g. 1",
        )
        await kept(session, day)
        event = await days.made(session, one, day, centre=centre, now=NOW, zone=VILNIUS)
        assert (one.event_id, one.centre_id) == (event.id, centre.id)
        return event

    async def delete(session: AsyncSession) -> int | None:
        await delete_draft(session, await session.get_one(Event, event.id))
        session.expire_all()
        return (await session.get_one(Gathering, 1)).event_id

    event = await sqlite_database.write(choose)
    assert (event.title_lt, event.status, event.mode) == (
        "Streso valdymas",
        Status.DRAFT,
        Mode.ONSITE,
    )
    assert (event.city, event.place, event.starts_at) == (
        "Utena",
        "Aušros g. 1",
        at("2026-12-05T14:00"),
    )
    assert await sqlite_database.write(delete) is None
