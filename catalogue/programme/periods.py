"""Parts of the plan by time, as they are handed out."""

import enum
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.tables import Event
from catalogue.search.spans import Span, month, school_year


class Period(enum.StrEnum):
    """Counted from the day on which it is asked for."""

    THIS_MONTH = "m"
    NEXT_MONTH = "n"
    SCHOOL_YEAR = "y"
    ALL = "a"


def span_of(period: Period, today: date) -> Span:
    if period is Period.SCHOOL_YEAR:
        return school_year(today)
    if period is Period.ALL:
        return Span(None, None)
    return month(today.year, today.month + (period is Period.NEXT_MONTH))


async def portion(
    session: AsyncSession,
    span: Span,
    centres: Collection[int] | None,
    *,
    zone: ZoneInfo,
    first: int,
    most: int,
) -> Sequence[Event]:
    """Some events of which a day is within the span, past, draft and cancelled too, in order of
    time. `centres` None is all.
    """
    query = select(Event).order_by(Event.starts_at, Event.centre_id, Event.code)
    if centres is not None:
        query = query.where(Event.centre_id.in_(centres))
    if span.first is not None:
        query = query.where(
            func.coalesce(Event.ends_at, Event.starts_at) >= _midnight(span.first, zone)
        )
    if span.last is not None:
        query = query.where(Event.starts_at < _midnight(span.last + timedelta(days=1), zone))
    return (await session.scalars(query.offset(first).limit(most))).all()


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone)
