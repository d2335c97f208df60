"""Events that staff speak of: to those who take part, or behind a button."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.tables import Event, Status
from catalogue.search.index import Index
from catalogue.search.normalise import words


@dataclass(frozen=True, slots=True)
class Choice:
    """As much of an event as choosing it needs."""

    id: int
    code: str
    title_lt: str
    title_en: str
    starts_at: datetime


async def choices(
    session: AsyncSession,
    *,
    centres: frozenset[int] | None,
    asked: str = "",
    now: datetime,
) -> Sequence[Choice]:
    """Published and cancelled events of these centres, past ones too, the nearest to now first.

    With words asked, those in whose code or title each of them begins a word.
    """
    among = Event.status != Status.DRAFT
    if centres is not None:
        among = and_(among, Event.centre_id.in_(centres))
    wanted = words(asked)
    fitting = [one for one in await _all(session, among) if _fits(one, wanted)]
    return sorted(fitting, key=lambda one: (abs(one.starts_at - now), one.id))


async def coming(
    session: AsyncSession, index: Index, *, asked: str = "", now: datetime
) -> Sequence[Choice]:
    """Published events that have not started, of every centre: the soonest first, or those that
    a search for these words finds. One that is found by its code is the only one.
    """
    among = and_(Event.status == Status.PUBLISHED, Event.starts_at > now)
    if not asked:
        return sorted(await _all(session, among), key=lambda one: (one.starts_at, one.id))
    if own := await _all(session, and_(among, func.lower(Event.code) == asked.lower())):
        return own
    ids = [hit.document.key for hit in index.search(asked, now=now).hits]
    found = {one.id: one for one in await _all(session, and_(among, Event.id.in_(ids)))}
    return [found[number] for number in ids if number in found]


async def chosen(session: AsyncSession, ids: Sequence[int]) -> dict[int, Choice]:
    """Those of these row ids that are still there, in their order."""
    found = {one.id: one for one in await _all(session, Event.id.in_(ids))} if ids else {}
    return {number: found[number] for number in ids if number in found}


async def _all(session: AsyncSession, among: ColumnElement[bool]) -> list[Choice]:
    columns = (Event.id, Event.code, Event.title_lt, Event.title_en, Event.starts_at)
    return [Choice(*row) for row in await session.execute(select(*columns).where(among))]


def _fits(choice: Choice, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    own = words(f"{choice.code} {choice.title_lt} {choice.title_en}")
    return all(any(one.startswith(word) for one in own) for word in wanted)
