"""What was said of an event, as far as it may be told."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, exists, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.spans import moments
from catalogue.programme.tables import Event
from catalogue.quality.comparing import Rated
from catalogue.quality.scores import LEAST, QUESTIONS, Scores, Summary, summary
from catalogue.quality.tables import Feedback, FeedbackAsked, FeedbackComment, FeedbackTold
from catalogue.quality.telling import counted
from catalogue.quality.times import OPEN_FOR
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
    """Of the events that end within the span, as reports have them. `centre_ids` None is all."""
    asked = moments(Event.over_at, span, zone)
    if centre_ids is not None:
        asked.append(Event.centre_id.in_(centre_ids))
    answers = await _told(session, *asked)
    every = [scores for of_event in answers.values() for scores in of_event]
    return Satisfaction(events=len(answers), summary=summary(every))


async def to_tell(session: AsyncSession, *, now: datetime) -> Sequence[int]:
    """Events of which there is something to see since a moment ago: staff have heard nothing."""
    has_any = exists().where(Feedback.event_id == Event.id, Feedback.told)
    heard = exists().where(FeedbackTold.event_id == Event.id, FeedbackTold.first_at.is_not(None))
    query = select(Event.id).where(
        Event.over_at <= now, Event.over_at > now - OPEN_FOR, has_any, not_(heard)
    )
    return (await session.scalars(query.order_by(Event.id))).all()


async def to_look_through(session: AsyncSession, *, now: datetime) -> Sequence[int]:
    """Events of which enough was said, and staff may not have heard everything yet: as time goes
    by, more of it may be told.
    """
    query = (
        select(Feedback.event_id)
        .join(Event, Event.id == Feedback.event_id)
        .outerjoin(FeedbackTold, FeedbackTold.event_id == Event.id)
        .where(FeedbackTold.final_at.is_(None), Event.over_at > now - _LATELY)
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


async def rated(
    session: AsyncSession,
    *,
    span: Span,
    zone: ZoneInfo,
    centre_ids: Collection[int] | None,
    event_ids: Collection[int] = (),
) -> list[Rated]:
    """The events that begin within the span, at these centres (None is all of them) or these alone,
    with what is told of them.
    """
    asked = moments(Event.starts_at, span, zone)
    if centre_ids is not None:
        asked.append(or_(Event.centre_id.in_(centre_ids), Event.id.in_(event_ids)))
    answers = await _told(session, *asked)
    events = await session.scalars(
        select(Event).where(Event.id.in_(answers)).order_by(Event.starts_at, Event.id)
    )
    return [
        Rated(
            number=event.id,
            day=event.starts_at.astimezone(zone).date(),
            form=event.form,
            field=event.priority_field,
            title=f"{event.title_lt} {event.title_en}".strip(),
            subjects=tuple(event.subjects),
            answers=tuple(answers[event.id]),
        )
        for event in events
    ]


async def _told(
    session: AsyncSession, *asked: ColumnElement[bool]
) -> Mapping[int, Sequence[Scores]]:
    """The answers that are told, by their event's number."""
    columns = [getattr(Feedback, name) for name in QUESTIONS]
    query = select(Feedback.event_id, *columns).join(Event, Event.id == Feedback.event_id)
    answers: defaultdict[int, list[Scores]] = defaultdict(list)
    for number, *scores in await session.execute(query.where(Feedback.told, *asked)):
        answers[number].append(tuple(scores))
    return answers
