"""What was made use of, as far as it may be told."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.practice.asking import AFTER
from catalogue.practice.tables import Round, Use, UseAsked
from catalogue.programme.spans import moments
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration
from catalogue.search.spans import Span

Counts = Mapping[Use, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventUse:
    """One round at one event: how many were asked, how many have answered, and what of it is told.

    `counts` None where nothing is told yet; otherwise they are of five answers at least.
    """

    event_id: int
    title: str
    starts_at: datetime
    round: Round
    asked: int
    answers: int
    counts: Counts | None


async def use(
    session: AsyncSession, *, span: Span, zone: ZoneInfo, centre_ids: Collection[int] | None
) -> list[EventUse]:
    """Each event and round whose turn came within the span, the earliest event first. `centre_ids`
    None is all of them.
    """
    turns = or_(
        *(
            and_(UseAsked.round == round_, *moments(Event.over_at, _earlier(span, after), zone))
            for round_, after in AFTER.items()
        )
    )
    within = [turns] if centre_ids is None else [turns, Event.centre_id.in_(centre_ids)]
    return await _counted(session, *within)


async def of_event(session: AsyncSession, event: Event) -> list[EventUse]:
    """The rounds in which it was asked of this one."""
    return await _counted(session, Event.id == event.id)


def in_all(found: Iterable[EventUse]) -> dict[Round, Counts]:
    """By round what is told of all of them together, where anything is."""
    together: dict[Round, Counter[Use]] = {}
    for one in found:
        if one.counts is not None:
            together.setdefault(one.round, Counter()).update(one.counts)
    return {
        round_: {use: together[round_][use] for use in Use}
        for round_ in Round
        if round_ in together
    }


def _earlier(span: Span, by: timedelta) -> Span:
    return Span(span.first and span.first - by, span.last and span.last - by)


async def _counted(session: AsyncSession, *within: ColumnElement[bool]) -> list[EventUse]:
    told = [func.count().filter(UseAsked.told, UseAsked.use == use) for use in Use]
    rows = await session.execute(
        select(
            Event.id,
            Event.title_lt,
            Event.title_en,
            Event.starts_at,
            UseAsked.round,
            func.count(),
            func.count(UseAsked.use),
            *told,
        )
        .join(Registration, Registration.id == UseAsked.registration_id)
        .join(Event, Event.id == Registration.event_id)
        .where(*within)
        .group_by(Event.id, Event.title_lt, Event.title_en, Event.starts_at, UseAsked.round)
        .order_by(Event.starts_at, Event.id)
    )
    found = [
        EventUse(
            event_id=number,
            title=title_lt or title_en,
            starts_at=starts_at,
            round=round_,
            asked=asked,
            answers=answers,
            counts=dict(zip(Use, counts, strict=True)) if any(counts) else None,
        )
        for number, title_lt, title_en, starts_at, round_, asked, answers, *counts in rows
    ]
    return sorted(
        found, key=lambda one: (one.starts_at, one.event_id, list(Round).index(one.round))
    )
