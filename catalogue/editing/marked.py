"""Meetings of which it is known who was there: they stay, whatever becomes of the plan."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing.changes import Plan, meetings
from catalogue.learning.tables import Attendance
from catalogue.programme.tables import Session

#: Moved by so much it is another meeting, to which nobody has been yet.
ANOTHER_MEETING = timedelta(days=1)
_AT_ONCE = 500


async def marked_meetings(
    session: AsyncSession, event_ids: Sequence[int]
) -> Mapping[int, Collection[int]]:
    """Their numbers, by the event's; an event without any is not in it."""
    found: dict[int, set[int]] = defaultdict(set)
    for start in range(0, len(event_ids), _AT_ONCE):
        rows = await session.execute(
            select(Session.event_id, Session.id)
            .join(Attendance, Attendance.session_id == Session.id)
            .where(Session.event_id.in_(event_ids[start : start + _AT_ONCE]))
            .distinct()
        )
        for event_id, number in rows:
            found[event_id].add(number)
    return dict(found)


def lost(before: Plan, after: Plan, marked: Collection[int]) -> datetime | None:
    """The start of the first marked meeting that would be no more, or become another one."""
    now_at = {one.id: one.starts_at for one in meetings(after)}
    for one in meetings(before):
        moved_to = now_at.get(one.id)
        is_gone = moved_to is None or abs(moved_to - one.starts_at) >= ANOTHER_MEETING
        if one.id in marked and is_gone:
            return one.starts_at
    return None
