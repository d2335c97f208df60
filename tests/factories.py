"""Made-up centres, events and people, with only what a test cares about said at the call."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Mode, Session

VILNIUS = ZoneInfo("Europe/Vilnius")
NOW = datetime.fromisoformat("2026-11-22T10:00:00+02:00")
_numbers = count(1)


def a_centre(**facts: Any) -> Centre:
    number = next(_numbers)
    return Centre(**{"slug": f"centras-{number}", "name": f"Centras {number}"} | facts)


def an_event(
    *, starts: datetime = NOW + timedelta(days=10), hours: float = 3, **facts: Any
) -> Event:
    """One meeting of so many hours; `sessions` says otherwise."""
    number = next(_numbers)
    ends = starts + timedelta(hours=hours)
    plain: dict[str, Any] = {
        "centre": a_centre(),
        "code": f"E-{number}",
        "title_lt": f"Renginys {number}",
        "starts_at": starts,
        "ends_at": ends,
        "mode": Mode.ONSITE,
        "city": "Kaunas",
        "revision": number,
        "sessions": [Session(starts_at=starts, ends_at=ends)],
    }
    return Event(**plain | facts)


def a_person(*, introduced: bool = True, **facts: Any) -> Person:
    number = next(_numbers)
    plain = {
        "telegram_id": 1000 + number,
        "name": f"Ona Petraitienė {'I' * (number % 5)}".strip() if introduced else "",
        "consented_at": NOW if introduced else None,
        "met_at": NOW,
        "client_language": "",
        "quiet_from": 21 * 60,
        "quiet_until": 7 * 60 + 30,
    }
    return Person(**plain | facts)


async def kept(session: AsyncSession, *things: Any) -> None:
    """In the database, with their numbers."""
    session.add_all(things)
    await session.flush()
