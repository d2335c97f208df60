"""What is decided about demand, and what is kept of a person in it."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand.polls import days_of
from catalogue.demand.tables import Gathering, GatheringDay, GatheringVoice, SetAside
from catalogue.people.tables import Person


async def set_aside(session: AsyncSession, key: str, *, day: date) -> int:
    """What was wanted until that day is seen no more; what is wanted after it counts anew. Returns
    how many days before it had been put aside already, 0 where it had not.
    """
    known = await session.get(SetAside, key)
    days = (day - known.since).days if known else 0
    await session.merge(SetAside(key=key, since=day))
    await session.flush()
    return days


async def take_back(session: AsyncSession, one: SetAside, *, days: int) -> None:
    """It is seen again; where it had been put aside so many days before, only from then on."""
    if days:
        one.since -= timedelta(days=days)
    else:
        await session.delete(one)
    await session.flush()


async def answered_by(
    session: AsyncSession, person: Person
) -> list[tuple[Gathering, GatheringVoice, Sequence[GatheringDay]]]:
    """Every time they were asked for a day, with the days that suit."""
    rows = await session.execute(
        select(Gathering, GatheringVoice)
        .join(GatheringVoice, GatheringVoice.gathering_id == Gathering.id)
        .where(GatheringVoice.person_id == person.id)
        .order_by(Gathering.id)
    )
    return [
        (
            gathering,
            voice,
            [day for day in await days_of(session, gathering) if day.id in (voice.days or ())],
        )
        for gathering, voice in rows.all()
    ]


async def forget(session: AsyncSession, person: Person) -> None:
    """Which days suited them."""
    await session.execute(delete(GatheringVoice).where(GatheringVoice.person_id == person.id))
