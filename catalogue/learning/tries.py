"""Codes that were none: whoever has been wrong too often waits, whichever process they ask."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.tables import CodeKind, WrongCode
from catalogue.people.tables import Person

#: So many wrong ones within the time; what was right does not count. The few letters at a door are
#: guessed sooner than the code of a paper, which people copy by hand.
MOST: Mapping[CodeKind, int] = {CodeKind.DOOR: 5, CodeKind.PAPER: 20}
WITHIN = timedelta(minutes=10)


def by_person(person: Person) -> str:
    """What tells apart who tries; others do so by their address."""
    return f"person:{person.id}"


async def may_try_at(
    session: AsyncSession, kind: CodeKind, who: str, now: datetime
) -> datetime | None:
    """None for at once."""
    wrong = await session.scalars(
        select(WrongCode.typed_at)
        .where(WrongCode.kind == kind, WrongCode.who == who, WrongCode.typed_at > now - WITHIN)
        .order_by(WrongCode.typed_at.desc())
        .limit(MOST[kind])
    )
    moments = wrong.all()
    return moments[-1] + WITHIN if len(moments) == MOST[kind] else None


async def failed(session: AsyncSession, kind: CodeKind, who: str, now: datetime) -> None:
    await prune(session, now=now)
    session.add(WrongCode(kind=kind, who=who, typed_at=now))
    await session.flush()


async def prune(session: AsyncSession, *, now: datetime) -> None:
    """Nothing is kept of anybody's address when it no longer counts."""
    await session.execute(delete(WrongCode).where(WrongCode.typed_at <= now - WITHIN))


async def forget(session: AsyncSession, *, person: Person) -> None:
    await session.execute(delete(WrongCode).where(WrongCode.who == by_person(person)))
