"""When a person is reminded of the meetings they take part in."""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.quiet import in_peace, quiet_between
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Mode, Status
from catalogue.registrations.tables import Registration, State

#: Minutes before the start at which those who join from afar get the link once more.
LINK_LEAD = 15
#: So long before quiet hours comes what would be too late after them.
BEFORE_QUIET = timedelta(minutes=30)
#: A reminder that quiet hours have kept back is of use so long before the start.
OF_USE = timedelta(minutes=30)
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of one meeting; `lead` is minutes before its start, `at` when it is due."""

    session_id: int
    starts_at: datetime
    lead: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """What goes out now, how many no longer make sense, and when to look next (None is never)."""

    reminders: tuple[Reminder, ...]
    dropped: int
    look_at: datetime | None


def leads_of(event: Event, usual: Iterable[timedelta]) -> list[int]:
    """Minutes before each meeting, the longest first: what staff have set, else what is usual.

    Where one may take part from afar, the link comes shortly before in any case.
    """
    leads = minutes(usual) if event.reminders is None else set(event.reminders)
    if event.mode in {Mode.ONLINE, Mode.HYBRID}:
        leads.add(LINK_LEAD)
    return sorted((lead for lead in leads if lead > 0), reverse=True)


def minutes(lengths: Iterable[timedelta]) -> set[int]:
    """The setting REMINDERS as events and people keep such lengths."""
    return {length // timedelta(minutes=1) for length in lengths}


async def leads_for(
    session: AsyncSession, *, person: Person, usual: Iterable[timedelta], now: datetime
) -> list[int]:
    """What a person may turn off: the usual ones, and those of their coming events."""
    rows = await session.scalars(
        select(Event.reminders)
        .join(Registration, Registration.event_id == Event.id)
        .where(
            Registration.person_id == person.id,
            Registration.state == State.CONFIRMED,
            Event.over_at > now,
        )
    )
    set_by_staff = {lead for leads in rows for lead in leads or ()}
    return sorted({*minutes(usual), *set_by_staff, LINK_LEAD}, reverse=True)


def is_soon(event: Event, *, usual: Iterable[timedelta], zone: ZoneInfo, now: datetime) -> bool:
    """Whether who joins now has missed a reminder: then the confirmation says how soon it is."""
    starts_at = event.starts_at.astimezone(UTC)
    return any(_before(starts_at, lead, zone) < now for lead in leads_of(event, usual))


def reminders_of(
    registration: Registration,
    event: Event,
    person: Person,
    *,
    usual: Sequence[timedelta],
    zone: ZoneInfo,
) -> list[Reminder]:
    """All that this person gets of this event, past and to come.

    Who was confirmed when a reminder was due already does not get it: the confirmation has told.
    """
    if registration.state is not State.CONFIRMED or event.status is not Status.PUBLISHED:
        return []
    if person.forgotten_at is not None or not person.wants_reminders:
        return []
    wanted = [lead for lead in leads_of(event, usual) if lead not in person.unwanted_reminders]
    found = []
    for meeting in event.sessions:
        starts_at = meeting.starts_at.astimezone(UTC)
        for lead in wanted:
            nominal, at = _moments(starts_at, lead, person.quiet_from, person.quiet_until, zone)
            if at is not None and registration.changed_at <= min(nominal, at):
                found.append(Reminder(meeting.id, starts_at, lead, at))
    return found


def due(
    planned: Sequence[Reminder], person: Person, *, since: datetime, now: datetime, zone: ZoneInfo
) -> Due:
    """Of each meeting the last of those that fell due since the last look, if it is still of use.

    What is put off for quiet hours is due at their end.
    """
    going, fallen_due = [], 0
    for meeting in dict.fromkeys(each.session_id for each in planned):
        past = [each for each in planned if each.session_id == meeting and each.at <= now]
        fallen_due += sum(each.at >= since for each in past)
        last = min(past, key=lambda each: each.lead, default=None)
        if last and last.at >= since and (at := _still_of_use(last, person, now, zone)):
            going.append(Reminder(last.session_id, last.starts_at, last.lead, at))
    look_at = min((each.at for each in planned if each.at > now), default=None)
    return Due(tuple(going), fallen_due - len(going), look_at)


def is_superseded(reminder: Reminder, planned: Iterable[Reminder], *, now: datetime) -> bool:
    """Whether one nearer to the start of the same meeting is due too."""
    return any(
        each.session_id == reminder.session_id and each.lead < reminder.lead and each.at <= now
        for each in planned
    )


async def look_again(
    session: AsyncSession,
    *,
    now: datetime,
    event_id: int | None = None,
    person_id: int | None = None,
) -> None:
    """The reminders of an event, of a person or of one at the other are worked out anew.

    What fell due before `now` and was looked at is over: whoever changes something is not told
    at once what they would have been told earlier.
    """
    meant = update(Registration).where(
        Registration.state == State.CONFIRMED,
        or_(Registration.remind_at.is_(None), Registration.remind_at > now),
    )
    if event_id is not None:
        meant = meant.where(Registration.event_id == event_id)
    if person_id is not None:
        meant = meant.where(Registration.person_id == person_id)
    await session.execute(meant.values(remind_at=now))


def _before(starts_at: datetime, lead: int, zone: ZoneInfo) -> datetime:
    """Whole days are days of the calendar: the day before at the same hour, whatever the clocks
    do in between.
    """
    if lead % _DAY:
        return starts_at - timedelta(minutes=lead)
    local = starts_at.astimezone(zone)
    day = local.date() - timedelta(days=lead // _DAY)
    return datetime.combine(day, local.time(), zone).astimezone(UTC)


@functools.lru_cache(maxsize=4096)  # nearly the same for all who come to an event
def _moments(
    starts_at: datetime, lead: int, quiet_from: int, quiet_until: int, zone: ZoneInfo
) -> tuple[datetime, datetime | None]:
    """When a reminder would be due, and when it is because of quiet hours: after them, or before
    them where that would be too late; None where neither is.
    """
    nominal = _before(starts_at, lead, zone)
    around = quiet_between(quiet_from, quiet_until, nominal, zone)
    if around is None:
        return nominal, nominal
    begin, end = around
    if starts_at - end >= _of_use(lead):
        return nominal, end
    before = begin - BEFORE_QUIET
    is_quiet = quiet_between(quiet_from, quiet_until, before, zone) is not None
    return nominal, None if is_quiet else before


def _still_of_use(
    reminder: Reminder, person: Person, now: datetime, zone: ZoneInfo
) -> datetime | None:
    """When a reminder that may be late goes out; None when it is too late."""
    if reminder.starts_at <= now:
        return None
    at = in_peace(person, now, zone)
    if at > now and reminder.starts_at - at < _of_use(reminder.lead):
        return None
    return at


def _of_use(lead: int) -> timedelta:
    return min(OF_USE, timedelta(minutes=lead) / 2)
