"""Those who wait for one thing: when they are enough it becomes a draft, and they choose its day.

Who waits is whoever asked to hear of it and has not been told of anything yet, so there is no list
of them beside what they asked for. A gathering lasts to the end of the school year.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, distinct, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.demand.days import OfferedDay
from catalogue.demand.refusals import GatheringOver
from catalogue.demand.tables import Gathering, GatheringDay, GatheringVoice
from catalogue.demand.wishes import most_said
from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed
from catalogue.people.rights import Realm
from catalogue.people.tables import Person
from catalogue.programme.revisions import locked_revision
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from catalogue.subscriptions.tables import Subscription, SubscriptionHit

#: Where those who wait know no centre.
USUAL = 12
#: Between which staff choose: fewer than five might be recognised.
CHOICES = (5, 8, 10, 12, 15, 20, 25, 30)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many wait for a theme, how many there must be, and for which centre that holds."""

    people: int
    needed: int
    centre_id: int | None = None

    @property
    def is_reached(self) -> bool:
        return self.people >= self.needed


@dataclass(frozen=True, slots=True)
class Counted:
    """What was answered of the days; `suits` are how many each suits, by its number."""

    asked: int
    answered: int
    none_suits: int
    suits: Counter[int]


async def waiting(session: AsyncSession, theme: str) -> Sequence[Subscription]:
    """What is open and was never answered, the oldest first; somebody may have asked twice."""
    query = select(Subscription).where(Subscription.theme == theme, *_waits())
    return (await session.scalars(query.order_by(Subscription.id))).all()


async def progress(session: AsyncSession, theme: str) -> Progress:
    """The centre is the one whose events most of those who wait have been to; the only one where
    there is no other.
    """
    own = select(Subscription.person_id).where(Subscription.theme == theme, *_waits())
    people = await session.scalar(
        select(func.count(distinct(Subscription.person_id))).where(
            Subscription.theme == theme, *_waits()
        )
    )
    known = (
        select(Event.centre_id)
        .join(Registration, Registration.event_id == Event.id)
        .where(Registration.person_id.in_(own), Registration.state != State.CANCELLED)
        .group_by(Event.centre_id)
        .order_by(func.count(distinct(Registration.person_id)).desc(), Event.centre_id)
        .limit(1)
    )
    number = await session.scalar(known)
    if number is None:
        every = (await session.scalars(select(Centre.id).limit(2))).all()
        number = every[0] if len(every) == 1 else None
    centre = await session.get(Centre, number) if number is not None else None
    return Progress(people or 0, centre.gather_at if centre else USUAL, number)


async def reached(session: AsyncSession, *, year: int) -> list[str]:
    """Themes for which enough wait, and that have no gathering yet."""
    least = min(USUAL, await session.scalar(select(func.min(Centre.gather_at))) or USUAL)
    gathered = select(Gathering.theme).where(_is_current(year))
    people = func.count(distinct(Subscription.person_id))
    query = (
        select(Subscription.theme)
        .where(Subscription.theme != "", Subscription.theme.not_in(gathered), *_waits())
        .group_by(Subscription.theme)
        .having(people >= least)
        .order_by(Subscription.theme)
    )
    enough_anywhere = (await session.scalars(query)).all()
    return [
        theme for theme in enough_anywhere if theme and (await progress(session, theme)).is_reached
    ]


async def draft(session: AsyncSession, theme: str, *, year: int, now: datetime) -> Gathering | None:
    """The draft, once for however many look at the same moment; None where it is there already, or
    where fewer wait by now. Whoever changes the programme comes one after another.
    """
    await locked_revision(session)
    if await session.scalar(
        select(Gathering.id).where(Gathering.theme == theme, _is_current(year)).limit(1)
    ):
        return None
    reached = await progress(session, theme)
    if not reached.is_reached:
        return None
    before = select(func.count()).select_from(Gathering)
    number = await session.scalar(before.where(Gathering.theme == theme, Gathering.year == year))
    made = Gathering(
        theme=theme,
        words=_words(theme, await waiting(session, theme)),
        year=year,
        number=(number or 0) + 1,
        centre_id=reached.centre_id,
        needed=reached.needed,
        drafted_at=now,
    )
    session.add(made)
    await session.flush()
    journal.note(
        session,
        Deed.GATHERED,
        by=None,
        now=now,
        centre_id=made.centre_id,
        words=made.words,
        people=reached.people,
    )
    return made


async def held(session: AsyncSession, number: int) -> Gathering:
    """Locked to the end of the transaction. Raises GatheringOver where it is no more."""
    found = await session.get(Gathering, number, with_for_update=True, populate_existing=True)
    if found is None or found.dropped_at is not None:
        raise GatheringOver
    return found


async def of_theme(session: AsyncSession, theme: str, *, year: int) -> Gathering | None:
    query = select(Gathering).where(Gathering.theme == theme, _is_current(year))
    return (await session.scalars(query)).first()


async def open_ones(session: AsyncSession, realm: Realm, *, year: int) -> Sequence[Gathering]:
    """Those of the realm and those of no centre yet, of which no event was published."""
    query = select(Gathering).where(_is_current(year), Gathering.dropped_at.is_(None))
    if realm.centres is not None:
        own = Gathering.centre_id.in_(realm.centres)
        query = query.where(or_(own, Gathering.centre_id.is_(None)))
    return (await session.scalars(query.order_by(Gathering.drafted_at, Gathering.id))).all()


async def days_of(session: AsyncSession, gathering: Gathering) -> Sequence[GatheringDay]:
    query = select(GatheringDay).where(GatheringDay.gathering_id == gathering.id)
    return (await session.scalars(query.order_by(GatheringDay.starts_at, GatheringDay.id))).all()


async def offer(
    session: AsyncSession, gathering: Gathering, days: Sequence[OfferedDay], *, now: datetime
) -> None:
    """All who wait are asked from now on; where other days were offered, they are asked anew.

    Raises GatheringOver once a day is chosen.
    """
    if gathering.event_id is not None:
        raise GatheringOver
    for table in (GatheringDay, GatheringVoice):
        await session.execute(delete(table).where(table.gathering_id == gathering.id))
    session.add_all(GatheringDay(gathering_id=gathering.id, **day._asdict()) for day in days)
    gathering.asked_at = now
    await session.flush()


async def asking(session: AsyncSession, *, year: int) -> Sequence[Gathering]:
    """Those whose days may be answered."""
    query = select(Gathering).where(
        _is_current(year),
        Gathering.asked_at.is_not(None),
        Gathering.event_id.is_(None),
        Gathering.dropped_at.is_(None),
    )
    return (await session.scalars(query.order_by(Gathering.id))).all()


async def to_ask(session: AsyncSession, gathering: Gathering, *, limit: int) -> Sequence[Person]:
    """Who waits and was not asked yet; also whoever has joined those who wait since."""
    asked = select(GatheringVoice.person_id).where(GatheringVoice.gathering_id == gathering.id)
    own = select(Subscription.person_id).where(Subscription.theme == gathering.theme, *_waits())
    query = select(Person).where(
        Person.id.in_(own),
        Person.id.not_in(asked),
        Person.telegram_id.is_not(None),
        Person.unreachable_since.is_(None),
    )
    return (await session.scalars(query.order_by(Person.id).limit(limit))).all()


async def answer(
    session: AsyncSession, gathering: Gathering, person: Person, day: int | None
) -> GatheringVoice:
    """A day that suits, or no longer; without one: none of them does. Whoever takes the last one
    back has not answered; a day that is offered no more changes nothing. Raises GatheringOver once
    the day is chosen.
    """
    voice = await session.get(GatheringVoice, (gathering.id, person.id))
    if voice is None or not is_open(gathering):
        raise GatheringOver
    if day is None:
        voice.days = None if voice.days == [] else []
    elif day in {one.id for one in await days_of(session, gathering)}:
        chosen = set(voice.days or ()) ^ {day}
        voice.days = sorted(chosen) or None
    await session.flush()
    return voice


async def counted(session: AsyncSession, gathering: Gathering) -> Counted:
    """Of those who still wait."""
    own = select(Subscription.person_id).where(Subscription.theme == gathering.theme, *_waits())
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


def is_open(gathering: Gathering) -> bool:
    """Whether the days may still be answered."""
    return (
        gathering.asked_at is not None
        and gathering.event_id is None
        and gathering.dropped_at is None
        and gathering.told_at is None
    )


def drop(gathering: Gathering, *, now: datetime) -> None:
    """Until the end of the school year those who wait make no draft of it again."""
    gathering.dropped_at = gathering.dropped_at or now


def _waits() -> tuple[ColumnElement[bool], ...]:
    answered = select(SubscriptionHit.id).where(SubscriptionHit.subscription_id == Subscription.id)
    return Subscription.ended_at.is_(None), ~answered.exists()


def _is_current(year: int) -> ColumnElement[bool]:
    """Of this school year, and nobody was told of an event for it yet."""
    return and_(Gathering.year == year, Gathering.told_at.is_(None))


def _words(theme: str, waiting: Sequence[Subscription]) -> str:
    said = [one.wanted.get("filters", {}).get("topic") or one.words for one in waiting]
    return most_said(Counter(said), theme)
