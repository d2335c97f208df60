"""Whether a notice still holds when it goes out."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.making import Making
from bot.composing.noted import lost, noted
from catalogue.database import Database
from catalogue.programme.tables import Status
from catalogue.registrations.tables import NoticeKind
from handlers.words.speech import Speech
from tests.bot.composing.test_notices import Change, Told, change
from tests.catalogue.registrations.test_queue import DAY, HOUR, C, X
from tests.factories import NOW, VILNIUS
from tests.handlers.talking import a_house

LOST: list[tuple[str, Change, timedelta, bool]] = [
    ("as it was noted", change(), 0 * HOUR, True),
    ("come back since", change(state=C), 0 * HOUR, False),
    ("come back, and left by themselves", change(changed_at=NOW + HOUR), 2 * HOUR, False),
    ("the event is off", change(status=Status.CANCELLED), 0 * HOUR, False),
    ("it has begun", change(), 4 * DAY, False),
]


@pytest.mark.parametrize("row", LOST, ids=[row[0] for row in LOST])
async def test_a_loss_is_told_as_long_as_it_is_one(
    database: Database, row: tuple[str, Change, timedelta, bool]
) -> None:
    """Of the event, while it is to come and the registration has stayed as it ended."""
    _, later, after, is_lost = row

    async def work(session: AsyncSession) -> None:
        told = await Told(session).set_up(NoticeKind.REJECTED, X)
        later(told)
        await session.flush()
        making = Making(
            session=session, say=Speech("lt", VILNIUS), now=NOW + after, house=a_house()
        )
        key = str(told.notice.id)
        assert await noted(key, making) == (told.notice, told.own, told.event)
        assert await lost(key, making) is (told.event if is_lost else None)

    await database.write(work)
