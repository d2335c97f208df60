"""Who follows which plans, and what each is told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.people.tables import Person
from catalogue.plans.entries import Change, changes_of_json
from catalogue.plans.tables import PlanFollower, PlanNews
from catalogue.programme import tables as programme
from catalogue.registrations.tables import Notice, Registration


@dataclass(frozen=True, slots=True)
class Told:
    """What became different in a centre's plan."""

    centre: Centre
    changes: tuple[Change, ...]


async def follow(
    session: AsyncSession, person: Person, centre_id: int | None, *, now: datetime
) -> bool:
    """Whether it is new; no centre is all of them, and takes the place of single ones."""
    own = await following(session, person)
    if any(one.centre_id in {None, centre_id} for one in own):
        return False
    if centre_id is None:
        await forget(session, person)
    session.add(PlanFollower(person_id=person.id, centre_id=centre_id, since=now))
    await session.flush()
    return True


async def stop(session: AsyncSession, person: Person, centre_id: int | None) -> bool:
    """Whether they did follow it."""
    own = [one for one in await following(session, person) if one.centre_id == centre_id]
    for one in own:
        await session.delete(one)
    await session.flush()
    return bool(own)


async def forget(session: AsyncSession, person: Person) -> None:
    """They follow nothing any more."""
    await session.execute(delete(PlanFollower).where(PlanFollower.person_id == person.id))


async def following(session: AsyncSession, person: Person) -> Sequence[PlanFollower]:
    """In the order in which they began."""
    own = select(PlanFollower).where(PlanFollower.person_id == person.id)
    return (await session.scalars(own.order_by(PlanFollower.id))).all()


async def followed(
    session: AsyncSession, person: Person
) -> Sequence[tuple[PlanFollower, Centre | None]]:
    """The same with the centres."""
    rows = await session.execute(
        select(PlanFollower, Centre)
        .outerjoin(Centre, Centre.id == PlanFollower.centre_id)
        .where(PlanFollower.person_id == person.id)
        .order_by(PlanFollower.id)
    )
    return [(one, centre) for one, centre in rows]


async def how_many(session: AsyncSession, centre_id: int) -> int:
    """Who can be reached."""
    query = select(func.count(Person.id)).where(*_reached([centre_id]))
    return await session.scalar(query) or 0


async def page(
    session: AsyncSession, centre_ids: Collection[int], *, after: int, limit: int
) -> Sequence[Person]:
    """Those who follow any of the centres and can be reached, in order of their row id."""
    query = select(Person).where(*_reached(centre_ids), Person.id > after)
    return (await session.scalars(query.order_by(Person.id).limit(limit))).all()


async def told_to(session: AsyncSession, person: Person, day: date, *, now: datetime) -> list[Told]:
    """What is told to them of that morning, by the centres that they follow at this moment.

    Without what they were told of their own events by notices, and what is over meanwhile.
    """
    centres = {one.centre_id for one in await following(session, person)}
    query = (
        select(PlanNews, Centre)
        .join(Centre, Centre.id == PlanNews.centre_id)
        .where(PlanNews.day == day)
        .order_by(Centre.name, Centre.id)
    )
    if None not in centres:  # of many centres the changes are long to read
        query = query.where(PlanNews.centre_id.in_(centres))
    told = []
    for news, centre in (await session.execute(query)).all():
        made = [one for one in changes_of_json(news.changes) if not one.is_over(now)]
        heard = await _heard(session, person, [one.event_id for one in made], since=news.since)
        rest = [one.beside_notice() if one.event_id in heard else one for one in made]
        told.append(Told(centre, tuple(one for one in rest if one is not None)))
    return [one for one in told if one.changes]


async def _heard(
    session: AsyncSession, person: Person, event_ids: Collection[int], *, since: datetime
) -> set[int]:
    """The events whose changes since then they have been told of as their own."""
    change = programme.Change
    query = (
        select(change.event_id)
        .join(Notice, Notice.change_id == change.id)
        .join(Registration, Registration.id == Notice.registration_id)
        .where(
            Registration.person_id == person.id,
            change.event_id.in_(event_ids),
            change.made_at >= since,
        )
    )
    return set(await session.scalars(query))


def _reached(centre_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    those = select(PlanFollower.person_id).where(
        or_(PlanFollower.centre_id.is_(None), PlanFollower.centre_id.in_(centre_ids))
    )
    return Person.id.in_(those), Person.telegram_id.is_not(None), Person.unreachable_since.is_(None)
