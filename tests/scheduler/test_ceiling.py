from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler.ceiling import when
from scheduler.outbox import Outgoing, Priority, SendState
from tests.factories import NOW, a_person, kept

SENT, WAITING = SendState.SENT, SendState.WAITING


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def a_row(chat_id: int, *, sent: float | None = None, **facts: Any) -> Outgoing:
    plain: dict[str, Any] = {
        "chat_id": chat_id,
        "method": "sendMessage",
        "priority": Priority.ANNOUNCEMENT,
        "state": WAITING if sent is None else SENT,
        "sent_at": None if sent is None else ago(sent),
        "created_at": ago(20),
        "put_at": ago(20),
    }
    return Outgoing(**plain | facts)


@pytest.mark.parametrize(
    ("ceiling", "rows", "next_one"),
    [
        (None, [{"sent": 1}, {"sent": 0.5}], NOW),
        (0, [], None),
        (1, [], NOW),
        (1, [{"sent": 6}], NOW + timedelta(days=1)),
        (1, [{"sent": 7}], NOW),
        (1, [{"sent": 6}, {"sent": 2}], NOW + timedelta(days=5)),
        (2, [{"sent": 6}, {"sent": 2}], NOW + timedelta(days=1)),
        (2, [{"sent": 6}], NOW),
        (1, [{}], NOW + timedelta(days=7)),
        (1, [{"state": SendState.HELD}], NOW + timedelta(days=7)),
        (1, [{"state": SendState.CANCELLED}, {"state": SendState.FAILED}], NOW),
        (1, [{"sent": 1, "priority": Priority.REMINDER}], NOW),
        (1, [{"sent": 1, "priority": Priority.ANSWER}, {"priority": Priority.URGENT}], NOW),
        (1, [{"sent": 1, "method": "editMessageText"}], NOW),
    ],
)
async def test_when_the_next_may_go(
    database: Database, ceiling: int | None, rows: list[Any], next_one: datetime | None
) -> None:
    """So many within seven days; what waits counts, reminders, edits and failures do not."""

    async def work(session: AsyncSession) -> dict[int, datetime | None]:
        ona = a_person(telegram_id=7, weekly_ceiling=ceiling)
        other = a_person(telegram_id=8)
        await kept(session, ona, other, *(a_row(7, **facts) for facts in rows), a_row(8, sent=1))
        found = await when(session, [ona, other], now=NOW)
        assert found.pop(other.id) == NOW
        return found

    assert list((await database.write(work)).values()) == [next_one]
