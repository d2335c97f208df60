"""Which of the days offered suits those who wait: whom to ask, to remind, and what they said.

There is a time to answer in; after it staff hear once how it stands. Until they have chosen a day
everybody may still answer.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand.days import OfferedDay
from catalogue.demand.gatherings import is_current, is_waiting
from catalogue.demand.refusals import GatheringOver
from catalogue.demand.tables import Gathering, GatheringDay, GatheringVoice
from catalogue.people.tables import Person
from catalogue.subscriptions.tables import Subscription

#: In which to answer, unless the first day comes sooner.
LONGEST = timedelta(days=7)
#: So much later where staff wait on.
LONGER = timedelta(days=3)
#: Before the end whoever has not answered is reminded, if they have had as long before that.
REMIND_BEFORE = timedelta(days=1)
#: So long after the last of all has answered nobody is likely to change anything.
SETTLED = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Counted:
    """What was answered of the days; `suits` are how many each suits, by its number."""

    asked: int
    answered: int
    none_suits: int
    suits: Counter[int]


def time_to_answer(
    days: Sequence[OfferedDay | GatheringDay], *, now: datetime, longest: timedelta = LONGEST
) -> datetime:
    """Until when: half of the time to the first coming day is left to prepare it."""
    first = min(day.starts_at for day in days if day.starts_at > now)
    return (now + min(longest, (first - now) / 2)).replace(second=0, microsecond=0)


async def days_of(session: AsyncSession, gathering: Gathering) -> Sequence[GatheringDay]:
    query = select(GatheringDay).where(GatheringDay.gathering_id == gathering.id)
    return (await session.scalars(query.order_by(GatheringDay.starts_at, GatheringDay.id))).all()


async def offer(
    session: AsyncSession, gathering: Gathering, days: Sequence[OfferedDay], *, now: datetime
) -> None:
    """All who wait are asked from now on, and have some time to answer; where other days were
    offered, they are asked anew.

    Raises GatheringOver once a day is chosen.
    """
    if gathering.event_id is not None:
        raise GatheringOver
    for table in (GatheringDay, GatheringVoice):
        await session.execute(delete(table).where(table.gathering_id == gathering.id))
    session.add_all(GatheringDay(gathering_id=gathering.id, **day._asdict()) for day in days)
    gathering.asked_at, gathering.result_told_at = now, None
    gathering.answers_until = time_to_answer(days, now=now)
    await session.flush()


async def wait_on(session: AsyncSession, gathering: Gathering, *, now: datetime) -> None:
    """Staff hear of it anew some days later. Raises GatheringOver where no day is to come any more,
    or one is chosen.
    """
    days = [day for day in await days_of(session, gathering) if day.starts_at > now]
    if not days or not is_open(gathering):
        raise GatheringOver
    gathering.answers_until = time_to_answer(days, now=now, longest=LONGER)
    gathering.result_told_at = None
    await session.flush()


async def asking(session: AsyncSession, *, year: int, now: datetime) -> Sequence[Gathering]:
    """Those whose days may be answered: one of them is still to come."""
    query = select(Gathering).where(
        is_current(year),
        Gathering.asked_at.is_not(None),
        Gathering.event_id.is_(None),
        Gathering.dropped_at.is_(None),
        exists().where(GatheringDay.gathering_id == Gathering.id, GatheringDay.starts_at > now),
    )
    return (await session.scalars(query.order_by(Gathering.id))).all()


async def to_ask(session: AsyncSession, gathering: Gathering, *, limit: int) -> Sequence[Person]:
    """Who waits and was not asked yet; also whoever has joined those who wait since."""
    asked = select(GatheringVoice.person_id).where(GatheringVoice.gathering_id == gathering.id)
    query = _reached(gathering).where(Person.id.not_in(asked))
    return (await session.scalars(query.order_by(Person.id).limit(limit))).all()


async def to_remind(
    session: AsyncSession, gathering: Gathering, *, now: datetime, limit: int
) -> Sequence[Person]:
    """Who has not answered, once, shortly before the time is over; not whoever was asked lately."""
    until = gathering.answers_until
    if until is None or not until - REMIND_BEFORE <= now < until:
        return []
    silent = select(GatheringVoice.person_id).where(
        GatheringVoice.gathering_id == gathering.id,
        GatheringVoice.days.is_(None),
        GatheringVoice.reminded_at.is_(None),
        GatheringVoice.asked_at <= until - 2 * REMIND_BEFORE,
    )
    query = _reached(gathering).where(Person.id.in_(silent))
    return (await session.scalars(query.order_by(Person.id).limit(limit))).all()


async def is_result_due(session: AsyncSession, gathering: Gathering, *, now: datetime) -> bool:
    """Whether staff are to hear how it stands: the time is over, or everybody has answered. Not
    where nobody who was asked waits any more, for instance since another event was published.
    """
    if gathering.answers_until is None or gathering.result_told_at is not None:
        return False
    found = await counted(session, gathering)
    if gathering.answers_until <= now or not found.asked:
        return found.asked > 0
    if found.answered < found.asked or await to_ask(session, gathering, limit=1):
        return False
    later = exists().where(
        GatheringVoice.gathering_id == gathering.id, GatheringVoice.answered_at > now - SETTLED
    )
    return not await session.scalar(select(later))


async def answer(
    session: AsyncSession,
    gathering: Gathering,
    person: Person,
    day: int | None,
    *,
    now: datetime,
) -> GatheringVoice:
    """A day that suits, or no longer; without one: none of them does. Whoever takes the last one
    back has not answered; a day that has come or is offered no more changes nothing. Raises
    GatheringOver once the day is chosen.
    """
    voice = await session.get(GatheringVoice, (gathering.id, person.id))
    if voice is None or not is_open(gathering):
        raise GatheringOver
    coming = {one.id for one in await days_of(session, gathering) if one.starts_at > now}
    if day is None:
        voice.days = None if voice.days == [] else []
    elif day in coming:
        chosen = set(voice.days or ()) ^ {day}
        voice.days = sorted(chosen) or None
    voice.answered_at = now
    await session.flush()
    return voice


async def counted(session: AsyncSession, gathering: Gathering) -> Counted:
    """Of those who still wait."""
    own = select(Subscription.person_id).where(Subscription.theme == gathering.theme, *is_waiting())
    rows = await session.scalars(
        select(GatheringVoice).where(
            GatheringVoice.gathering_id == gathering.id, GatheringVoice.person_id.in_(own)
        )
    )
    answers = [one.days for one in rows]
    said = [days for days in answers if days is not None]
    return Counted(
        asked=len(answers),
        answered=len(said),
        none_suits=said.count([]),
        suits=Counter(day for days in said for day in days),
    )


def best(days: Sequence[GatheringDay], counted: Counted, *, now: datetime) -> list[GatheringDay]:
    """Those to come that suit anybody, first the one that suits most."""
    coming = (day for day in days if day.starts_at > now and counted.suits[day.id])
    return sorted(coming, key=lambda day: (-counted.suits[day.id], day.starts_at))


def is_open(gathering: Gathering) -> bool:
    """Whether the days may still be answered."""
    return (
        gathering.asked_at is not None
        and gathering.event_id is None
        and gathering.dropped_at is None
        and gathering.told_at is None
    )


def _reached(gathering: Gathering) -> Select[Person]:
    """Whoever waits and can be written to."""
    own = select(Subscription.person_id).where(Subscription.theme == gathering.theme, *is_waiting())
    return select(Person).where(
        Person.id.in_(own), Person.telegram_id.is_not(None), Person.unreachable_since.is_(None)
    )
