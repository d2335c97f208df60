"""Days as moments, where a query compares them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement
from sqlalchemy.orm import QueryableAttribute

from catalogue.search.spans import Span


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The beginning of a local day."""
    return datetime.combine(day, time.min, tzinfo=zone)


def moments(
    column: QueryableAttribute[datetime] | QueryableAttribute[datetime | None],
    span: Span,
    zone: ZoneInfo,
) -> list[ColumnElement[bool]]:
    """The column within the local days of the span."""
    asked: list[ColumnElement[bool]] = []
    if span.first is not None:
        asked.append(column >= midnight(span.first, zone))
    if span.last is not None:
        asked.append(column < midnight(span.last + timedelta(days=1), zone))
    return asked
