"""Parts of the plan by time, as they are handed out."""

import enum
from collections.abc import Collection, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.spans import moments
from catalogue.programme.tables import Event
from catalogue.search.spans import Span, month, school_year

#: Of a plan: by time.
IN_ORDER = (Event.starts_at, Event.centre_id, Event.code)


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
    query = select(Event).where(*within(span, zone)).order_by(*IN_ORDER)
    if centres is not None:
        query = query.where(Event.centre_id.in_(centres))
    return (await session.scalars(query.offset(first).limit(most))).all()


def within(span: Span, zone: ZoneInfo) -> list[ColumnElement[bool]]:
    """Of an event: one of its days is in the span."""
    return [
        *moments(Event.over_at, Span(span.first, None), zone),
        *moments(Event.starts_at, Span(None, span.last), zone),
    ]
