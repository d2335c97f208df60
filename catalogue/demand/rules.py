"""What is decided about demand, and what is kept of a person in it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand.gatherings import days_of
from catalogue.demand.tables import Gathering, GatheringDay, GatheringVoice, SetAside
from catalogue.people.tables import Person


async def set_aside(session: AsyncSession, key: str, *, day: date) -> None:
    """What was wanted until that day is seen no more; what is wanted after it counts anew."""
    await session.merge(SetAside(key=key, since=day))
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
