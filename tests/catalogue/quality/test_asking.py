"""Whom to write to after an event."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.programme.tables import Status
from catalogue.quality.asking import came, may_come, to_ask, to_remind
from catalogue.quality.tables import FeedbackAsked
from catalogue.registrations.tables import Registration, State
from tests.catalogue.quality.made_up import held
from tests.factories import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
THERE, LATE, AWAY, UNSAID = Presence.PRESENT, Presence.LATE, Presence.ABSENT, None
#: The event ended at this time.
END = NOW


def starts(hours: float = 3) -> datetime:
    return END - hours * HOUR


async def due(session: AsyncSession, now: datetime) -> list[tuple[int, bool]]:
    return [(one.registration.id, one.came) for one in await to_ask(session, now=now, limit=9)]


@pytest.mark.parametrize(
    ("presences", "after", "expected"),
    [
        ((THERE, LATE), HOUR - timedelta(seconds=1), []),
        ((THERE, LATE), HOUR, [True, True]),
        ((THERE, AWAY), HOUR, [True, False]),
        ((THERE, UNSAID), HOUR, [True]),
        ((THERE, UNSAID), DAY, [True, False]),
        ((UNSAID, UNSAID), DAY, []),
        ((AWAY, AWAY), DAY, []),
        ((THERE, AWAY), 3 * DAY, []),
        ((THERE, AWAY), 3 * DAY - HOUR, [True, False]),
    ],
)
async def test_when_and_whom(
    sqlite_database: Database,
    presences: tuple[Presence | None, ...],
    after: timedelta,
    expected: list[bool],
) -> None:
    """Those who came, an hour after the end; those who did not, only where others are known to
    have come, and a day later where nobody has noted anything of them.
    """

    async def work(session: AsyncSession) -> None:
        _, own = await held(session, *presences, starts=starts())
        numbers = [one.id for one in own]
        found = await due(session, END + after)
        assert found == list(zip(numbers, expected, strict=False))

    await sqlite_database.write(work)


@pytest.mark.parametrize(
    "change",
    [
        lambda event, _own, _person: setattr(event, "status", Status.CANCELLED),
        lambda _event, own, _person: setattr(own, "state", State.CANCELLED),
        lambda _event, _own, person: setattr(person, "wants_feedback", False),
        lambda _event, _own, person: setattr(person, "telegram_id", None),
        lambda _event, _own, person: setattr(person, "forgotten_at", NOW),
    ],
)
async def test_who_is_never_asked(sqlite_database: Database, change: Any) -> None:
    """At cancelled events nobody; nor who is out, wants no questions, or has no chat."""

    async def work(session: AsyncSession) -> None:
        event, (ona,) = await held(session, THERE, starts=starts())
        assert len(await due(session, END + HOUR)) == 1
        person = (await to_ask(session, now=END + HOUR, limit=9))[0].registration.person
        change(event, ona, person)
        await session.flush()
        assert await due(session, END + HOUR) == []

    await sqlite_database.write(work)


async def test_asked_once_and_reminded_once(database: Database) -> None:
    """One who was thought absent and turns out to have come is asked after all."""

    async def work(session: AsyncSession) -> None:
        _, own = await held(session, THERE, THERE, THERE, starts=starts())
        answered, silent, missed = own
        facts: dict[str, Any] = {"asked_at": END + HOUR}
        session.add_all(
            [
                FeedbackAsked(registration_id=answered.id, came=True, answered=True, **facts),
                FeedbackAsked(registration_id=silent.id, came=True, answered=False, **facts),
                FeedbackAsked(registration_id=missed.id, came=False, answered=False, **facts),
            ]
        )
        await session.flush()
        assert await due(session, END + 2 * HOUR) == [(missed.id, True)]
        for when, expected in (
            (2 * DAY, []),
            (2 * DAY + HOUR, [silent.id]),
            (7 * DAY - HOUR, [silent.id]),
            (7 * DAY, []),
        ):
            assert await _reminded(session, END + when) == expected
        for _, asked in await to_remind(session, now=END + 3 * DAY, limit=9):
            asked.reminded_at = END + 3 * DAY
        await session.flush()
        assert await _reminded(session, END + 3 * DAY) == []
        assert await came(session, await session.get_one(Registration, silent.id))

    await database.write(work)


async def test_who_may_still_answer(database: Database) -> None:
    """Those who came; for three days also those of whom nobody has noted anything; none when it is
    over.
    """

    async def work(session: AsyncSession) -> None:
        event, (first, _, _, _) = await held(session, THERE, LATE, AWAY, UNSAID, starts=starts())
        session.add(FeedbackAsked(registration_id=first.id, came=True, answered=True, asked_at=END))
        await session.flush()
        for after, expected in ((HOUR, 2), (3 * DAY, 1), (7 * DAY, 0)):
            assert await may_come(session, event, now=END + after) == expected

    await database.write(work)


async def _reminded(session: AsyncSession, now: datetime) -> list[int]:
    return [own.id for own, _ in await to_remind(session, now=now, limit=9)]
