"""Who is in a segment: how many, a few by name, and all of them a page at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, not_, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.segments import OF_WORK, Block, Kind, Segment
from catalogue.people.languages import LANGUAGES
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.plans.tables import PlanFollower
from catalogue.programme.tables import Event, Session
from catalogue.registrations.queue import IN_QUEUE, TAKES_PART
from catalogue.registrations.tables import Registration, State
from catalogue.search.normalise import fold, words
from catalogue.search.stems import stem
from catalogue.subscriptions.tables import Subscription, SubscriptionHit

SAMPLE = 5

#: The states of those who are asked for; who was offered a seat still waits for their answer.
_STATES = {
    Kind.REGISTERED: TAKES_PART,
    Kind.WAITING: IN_QUEUE,
    Kind.ATTENDED: (State.CONFIRMED,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How many people it would reach now and how many not; of the first, `nameless` are those who
    gave no name, and `names` a few who did. `is_everyone` is that nobody is left out.
    """

    people: int
    unreachable: int
    nameless: int
    names: tuple[str, ...]
    is_everyone: bool


async def reach(
    session: AsyncSession, segment: Segment, *, now: datetime, default_language: str
) -> Reach:
    inside = await _inside(session, segment, now=now, default_language=default_language)
    reachable = Person.unreachable_since.is_(None)
    people, unreachable, nameless = (
        await session.execute(
            select(
                func.count().filter(reachable),
                func.count().filter(not_(reachable)),
                func.count().filter(reachable, Person.name == ""),
            ).where(inside)
        )
    ).one()
    names = await session.scalars(
        select(Person.name)
        .where(inside, reachable, Person.name != "")
        .order_by(Person.id)
        .limit(SAMPLE)
    )
    left_out = select(Person.id).where(_open_to(segment), reachable, not_(inside)).limit(1)
    return Reach(
        people=people,
        unreachable=unreachable,
        nameless=nameless,
        names=tuple(names),
        is_everyone=people > 0 and await session.scalar(left_out) is None,
    )


async def page(
    session: AsyncSession,
    segment: Segment,
    *,
    after: int,
    limit: int,
    now: datetime,
    default_language: str,
    with_ceiling: bool = False,
) -> Sequence[Person]:
    """Those of the segment whose row ids come after this one, in their order; unreachable too.

    `with_ceiling` leaves out those who have set none.
    """
    inside = await _inside(session, segment, now=now, default_language=default_language)
    query = select(Person).where(inside, Person.id > after).order_by(Person.id).limit(limit)
    if with_ceiling:
        query = query.where(Person.weekly_ceiling.is_not(None))
    return (await session.scalars(query)).all()


async def topics(session: AsyncSession) -> list[str]:
    """What people have asked to hear of, the most asked first."""
    rows = await session.execute(
        select(Subscription.words, func.count())
        .where(Subscription.ended_at.is_(None))
        .group_by(Subscription.words)
        .order_by(func.count().desc(), Subscription.words)
    )
    return [topic for topic, _ in rows]


def speaks(language: str, *, default_language: str) -> ColumnElement[bool]:
    """The same as `language_of` says, asked of the database."""
    spoken = func.lower(Person.client_language)
    said = {one: or_(spoken == one, spoken.like(f"{one}-%")) for one in LANGUAGES}
    by_client = said[language]
    if language == "en":  # of a Telegram that speaks none of ours
        others = [way for one, way in said.items() if one != "en"]
        by_client = and_(spoken != "", *(not_(way) for way in others))
    if language == default_language:
        by_client = or_(by_client, spoken == "")
    chosen = func.coalesce(Person.language, "")
    return or_(chosen == language, and_(chosen.not_in(LANGUAGES), by_client))


async def _inside(
    session: AsyncSession, segment: Segment, *, now: datetime, default_language: str
) -> ColumnElement[bool]:
    conditions = [_open_to(segment)]
    for block in segment.blocks:
        holds = await _holds(session, block, now=now, default_language=default_language)
        conditions.append(not_(holds) if block.negated else holds)
    return and_(*conditions)


def _open_to(segment: Segment) -> ColumnElement[bool]:
    """Who can be written to by these centres, and has not said that they want no such news."""
    there = and_(Person.telegram_id.is_not(None), Person.forgotten_at.is_(None))
    if segment.centres is not None:
        there = and_(there, _of_centres(segment.centres))
    if segment.is_of_an_own_event:
        return there
    wants_some = func.coalesce(Person.weekly_ceiling, 1) != 0
    return and_(there, Person.wants_announcements.is_(true()), wants_some)


def _of_centres(centres: Collection[int]) -> ColumnElement[bool]:
    """Whom the centres know: who has ever registered for an event of theirs, has asked to hear of
    something and an event of theirs answered, or follows their plan. So nobody hears from a centre
    of which they have never heard.
    """
    theirs = select(Event.id).where(Event.centre_id.in_(centres))
    registered = exists().where(
        Registration.person_id == Person.id, Registration.event_id.in_(theirs)
    )
    subscribed = exists().where(
        Subscription.person_id == Person.id,
        Subscription.ended_at.is_(None),
        SubscriptionHit.subscription_id == Subscription.id,
        SubscriptionHit.event_id.in_(theirs),
    )
    follows = exists().where(
        PlanFollower.person_id == Person.id,
        or_(PlanFollower.centre_id.is_(None), PlanFollower.centre_id.in_(centres)),
    )
    return or_(registered, subscribed, follows)


async def _holds(
    session: AsyncSession, block: Block, *, now: datetime, default_language: str
) -> ColumnElement[bool]:
    if block.kind is Kind.LANGUAGE:
        return speaks(block.value, default_language=default_language)
    if block.kind is Kind.TOPIC:
        return await _hears_of(session, block.value)
    if block.kind in OF_WORK:
        return exists().where(
            PersonTrait.person_id == Person.id,
            PersonTrait.kind == Trait(block.kind.value),
            PersonTrait.key == fold(block.value),
        )
    takes_part = exists().where(
        Registration.person_id == Person.id,
        Registration.event_id == block.event_id,
        Registration.state.in_(_STATES[block.kind]),
    )
    if block.kind is not Kind.ATTENDED:
        return takes_part
    goes_on = exists().where(Session.event_id == block.event_id, Session.ends_at > now)
    return and_(takes_part, not_(goes_on))


async def _hears_of(session: AsyncSession, topic: str) -> ColumnElement[bool]:
    """Those who asked for something with all these words in it, in whatever form and order.

    The databases know no stems, so the different wishes are compared here.
    """
    asked = set(map(stem, words(topic)))
    fitting = [
        wish for wish in await topics(session) if asked and asked <= set(map(stem, words(wish)))
    ]
    return exists().where(
        Subscription.person_id == Person.id,
        Subscription.ended_at.is_(None),
        Subscription.words.in_(fitting),
    )
