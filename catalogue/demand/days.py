"""Days that staff offer to those who wait, and the event that comes of the one chosen."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.demand.refusals import NotDays
from catalogue.demand.tables import Gathering, GatheringDay
from catalogue.editing.creating import made_of
from catalogue.files.cells import text
from catalogue.files.drafts import EventDraft, SessionDraft, end_of
from catalogue.files.rows import meeting, value_of
from catalogue.programme import days
from catalogue.programme.codes import derived
from catalogue.programme.refused import WrongCell
from catalogue.programme.tables import Event, Mode
from catalogue.search.normalise import words
from catalogue.search.places import town_named

MOST = 10
LONGEST_PLACE = 120
_PLACE_AFTER = ";"


class OfferedDay(NamedTuple):
    """One day as staff offer it; `place` is a town, an address, or both with a comma between."""

    starts_at: datetime
    ends_at: datetime | None
    mode: Mode | None
    place: str


def read(written: str, *, now: datetime, zone: ZoneInfo) -> list[OfferedDay]:
    """A day a line, „12-05 14:00–16:00; nuotoliu“: without a year it is the next such day.

    Raises NotDays with the line that is no coming day.
    """
    lines = [line for line in map(str.strip, written.splitlines()) if line]
    if not 0 < len(lines) <= MOST:
        raise NotDays("", MOST)
    found = {one.starts_at: one for one in (_day(line, now, zone) for line in lines)}
    return [found[moment] for moment in sorted(found)]


async def made(
    session: AsyncSession,
    gathering: Gathering,
    day: GatheringDay,
    *,
    centre: Centre,
    now: datetime,
    zone: ZoneInfo,
) -> Event:
    """A draft of the programme: the theme as most called it, and the day. The gathering is held."""
    title = gathering.words[:1].upper() + gathering.words[1:]
    town, _, rest = day.place.partition(",")
    city = town_named(" ".join(words(town)))
    where = (city, rest.strip()) if city else ("", day.place)
    supposed, _ = end_of(day.starts_at, hours=None, meetings=1, zone=zone)
    draft = EventDraft(
        row=0,
        stated=frozenset(),
        organiser="",
        code=derived(organiser=centre.name, title=title, starts_at=day.starts_at),
        title_lt=title,
        audience=[],
        subjects=[],
        mode=day.mode,
        ends_at=day.ends_at,
        sessions=(SessionDraft(day.starts_at, day.ends_at or supposed, *where),),
    )
    event = await made_of(session, draft, centre=centre, now=now)
    gathering.event_id, gathering.centre_id = event.id, centre.id
    await session.flush()
    return event


def _day(line: str, now: datetime, zone: ZoneInfo) -> OfferedDay:
    when, _, where = line.partition(_PLACE_AFTER)
    try:
        starts_at, ends_at = _coming(when.strip(), now, zone)
        mode, place = _where(where.strip(), zone)
    except WrongCell:
        raise NotDays(line, MOST) from None
    if starts_at <= now:
        raise NotDays(line, MOST)
    return OfferedDay(starts_at, ends_at, mode, place)


def _coming(when: str, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime | None]:
    """Of this year, or where that day has been, of the next one."""
    this, following = days.years(now, zone)
    found = meeting(days.with_year(when, this), zone)
    if found[0] <= now and days.lacks_year(when):
        return meeting(days.with_year(when, following), zone)
    return found


def _where(where: str, zone: ZoneInfo) -> tuple[Mode | None, str]:
    """How one takes part, or a place, which is then not only online."""
    if not where:
        return None, ""
    try:
        return value_of("mode", where, zone), ""
    except WrongCell:
        return Mode.ONSITE, text(where, longest=LONGEST_PLACE)
