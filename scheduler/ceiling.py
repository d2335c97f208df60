"""The ceiling a person sets on what comes unasked: announcements and digests within seven days."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from scheduler.outbox import Outgoing, Priority, SendState

WEEK = timedelta(days=7)
_STILL_TO_GO = (SendState.WAITING, SendState.HELD, SendState.SENDING)


async def when(
    session: AsyncSession, people: Iterable[Person], *, now: datetime
) -> dict[int, datetime | None]:
    """From when on the next announcement or digest may go to each, by the person's row id.

    `now` where the ceiling is not reached or there is none, else the moment at which enough of the
    last ones are seven days old; None where a person wants none at all. What still waits in the
    outbox counts as going now. A person's own reminders and notices do not count. One query.
    """
    asked = list(people)
    bounded = {one.telegram_id for one in asked if one.weekly_ceiling and one.telegram_id}
    spent = await _spent(session, bounded, now=now) if bounded else {}
    return {one.id: _next(one, spent.get(one.telegram_id, []), now=now) for one in asked}


def _next(person: Person, spent: list[datetime], *, now: datetime) -> datetime | None:
    if person.weekly_ceiling is None:
        return now
    if person.weekly_ceiling == 0:
        return None
    over = len(spent) - person.weekly_ceiling
    return now if over < 0 else max(now, sorted(spent)[over] + WEEK)


async def _spent(
    session: AsyncSession, chats: set[int], *, now: datetime
) -> dict[int | None, list[datetime]]:
    """When each of those that count went or goes out, by chat; edits are no new messages."""
    rows = await session.execute(
        select(Outgoing.chat_id, Outgoing.state, Outgoing.sent_at).where(
            Outgoing.chat_id.in_(chats),
            Outgoing.priority == Priority.ANNOUNCEMENT,
            Outgoing.method.not_like("edit%"),
            Outgoing.state.in_((*_STILL_TO_GO, SendState.SENT)),
        )
    )
    spent: dict[int | None, list[datetime]] = defaultdict(list)
    for chat_id, state, sent_at in rows:
        spent[chat_id].append(sent_at if state is SendState.SENT and sent_at else now)
    return spent
