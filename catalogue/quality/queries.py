"""What was said of an event, as far as it may be told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.numbers.spans import moments
from catalogue.programme.tables import Event
from catalogue.quality.scores import LEAST, QUESTIONS, Summary, summary
from catalogue.quality.tables import Feedback, FeedbackAsked, FeedbackComment, FeedbackTold
from catalogue.quality.telling import counted
from catalogue.registrations.tables import Registration
from catalogue.search.spans import Span

#: An event that ended longer ago is no news.
_LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """How many were asked and how many have answered; the rest is of those answers that are told.

    `comments` stand in an order that tells nothing, and always the same one.
    """

    asked: int
    answers: int
    summary: Summary | None
    comments: Sequence[str]


async def results(session: AsyncSession, event: Event) -> Results:
    columns = [getattr(Feedback, name) for name in QUESTIONS]
    query = select(*columns).where(Feedback.event_id == event.id, Feedback.told)
    answers, _ = await counted(session, event)
    return Results(
        asked=await _asked(session, event),
        answers=answers,
        summary=summary([tuple(row) for row in await session.execute(query)]),
        comments=await _comments(session, event),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """What is told of the events of a time: of how many of them, and all their answers together."""

    events: int
    summary: Summary | None


async def satisfaction(
    session: AsyncSession, *, span: Span, zone: ZoneInfo, centre_ids: Collection[int] | None
) -> Satisfaction:
    """Of the events that begin within the span. `centre_ids` None is all of them."""
    columns = [getattr(Feedback, name) for name in QUESTIONS]
    query = (
        select(Feedback.event_id, *columns)
        .join(Event, Event.id == Feedback.event_id)
        .where(Feedback.told, *moments(Event.starts_at, span, zone))
    )
    if centre_ids is not None:
        query = query.where(Event.centre_id.in_(centre_ids))
    rows = [tuple(row) for row in await session.execute(query)]
    return Satisfaction(
        events=len({number for number, *_ in rows}),
        summary=summary([tuple(scores) for _, *scores in rows]),
    )


async def to_tell(session: AsyncSession, *, now: datetime) -> Sequence[int]:
    """Events of which there is something to see, and staff may not have heard everything yet."""
    query = (
        select(Feedback.event_id)
        .join(Event, Event.id == Feedback.event_id)
        .outerjoin(FeedbackTold, FeedbackTold.event_id == Event.id)
        .where(
            FeedbackTold.final_at.is_(None),
            func.coalesce(Event.ends_at, Event.starts_at) > now - _LATELY,
        )
        .group_by(Feedback.event_id)
        .having(func.count() >= LEAST)
        .order_by(Feedback.event_id)
    )
    return (await session.scalars(query)).all()


async def _asked(session: AsyncSession, event: Event) -> int:
    query = (
        select(func.count())
        .select_from(FeedbackAsked)
        .join(Registration, Registration.id == FeedbackAsked.registration_id)
        .where(Registration.event_id == event.id, FeedbackAsked.came)
    )
    return await session.scalar(query) or 0


async def _comments(session: AsyncSession, event: Event) -> Sequence[str]:
    query = select(FeedbackComment.comment).where(
        FeedbackComment.event_id == event.id, FeedbackComment.told
    )
    return (await session.scalars(query.order_by(FeedbackComment.key))).all()
