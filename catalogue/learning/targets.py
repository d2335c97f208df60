"""How many academic hours a school year should bring, as staff have set it."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.files import cells
from catalogue.learning.refusals import NotATarget
from catalogue.learning.tables import HoursTarget
from catalogue.programme.refused import WrongCell
from catalogue.search import spans

#: Five days of six hours: common practice, no law says it, so staff may set another.
USUAL = 30
FEWEST, MOST = 1, 500


def school_year(day: date) -> int:
    """The year in whose September it begins; it ends with August."""
    return spans.ends(spans.school_year(day))[0].year


def a_target(text: str) -> int:
    """Raises NotATarget."""
    try:
        hours = cells.whole(text, lowest=FEWEST, highest=MOST)
    except WrongCell:
        raise NotATarget from None
    if hours is None:
        raise NotATarget
    return hours


async def target_of(session: AsyncSession, year: int) -> int:
    """What was set last for this school year or one before it."""
    set_last = (
        select(HoursTarget.hours)
        .where(HoursTarget.since <= year)
        .order_by(HoursTarget.since.desc())
        .limit(1)
    )
    found = await session.scalar(set_last)
    return USUAL if found is None else found


async def set_target(session: AsyncSession, hours: int, *, year: int) -> None:
    """From this school year on; the years before keep theirs."""
    await session.merge(HoursTarget(since=year, hours=hours))
    await session.flush()
