"""What is still to come in a month for the teachers of a school."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.plans.queries import Line, lines
from catalogue.plans.stretches import Stretch
from catalogue.search.audiences import EVERYONE, groups_in, is_of_teachers, served_by


async def planned(
    session: AsyncSession,
    groups: Collection[str],
    month: date,
    *,
    zone: ZoneInfo,
    now: datetime,
) -> list[Line]:
    """In order of time; no groups are all of them."""
    return [
        one
        for one in await lines(session, Stretch(month), None, zone=zone)
        if not one.entry.is_off
        and one.entry.starts_at > now
        and concerns(one.entry.audience, groups)
    ]


def concerns(audience: Iterable[str], groups: Collection[str]) -> bool:
    """Whether an event is for any of the groups; one that names nobody is for everybody."""
    named = frozenset[str]().union(*map(groups_in, audience))
    if not groups or not named:
        return True
    return any(
        named & served_by(group) or (EVERYONE in named and is_of_teachers(group))
        for group in groups
    )
