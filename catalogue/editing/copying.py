"""Last year's event once more: on the same weekdays of the coming year, as a draft of its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing.creating import made_of
from catalogue.editing.importing import moved
from catalogue.editing.rules import FIELDS, twin
from catalogue.editing.sessions import as_drafts
from catalogue.files.drafts import EventDraft
from catalogue.people.rights import Realm
from catalogue.programme.codes import derived
from catalogue.programme.holidays import Days, SchoolYear
from catalogue.programme.tables import Event, Status

#: The same weekday, a day earlier in the calendar; two days earlier after a leap day.
A_YEAR = 52
#: Of this long ago are the events that come up again now.
LAST_YEAR = timedelta(weeks=A_YEAR)


def copied(event: Event, *, now: datetime, zone: ZoneInfo) -> EventDraft:
    """All meetings and deadlines together, whole years on, until it begins after `now`."""
    years = 1
    while event.starts_at + years * LAST_YEAR <= now:
        years += 1
    whole = EventDraft(
        row=0,
        stated=frozenset(),
        organiser="",
        code=event.code,
        ends_at=event.ends_at,
        sessions=as_drafts(event),
        **{name: getattr(event, name) for name in FIELDS},
    )
    (draft,) = moved([whole], weeks=A_YEAR * years, zone=zone)
    code = derived(organiser=event.centre.name, title=event.title, starts_at=draft.starts_at)
    return replace(draft, code=code, code_as_written="", status=Status.DRAFT)


def shown(event: Event, draft: EventDraft) -> Event:
    """The copy as a row of no database, to be looked at before it is made."""
    copy = twin(event)
    for meeting, wanted in zip(copy.sessions, draft.sessions, strict=True):
        meeting.starts_at, meeting.ends_at = wanted.starts_at, wanted.ends_at
    copy.starts_at, copy.ends_at = draft.starts_at, draft.ends_at
    copy.registration_closes, copy.cancel_until = draft.registration_closes, draft.cancel_until
    copy.status, copy.cancel_reason, copy.reported_at = Status.PUBLISHED, "", None
    return copy


async def make(session: AsyncSession, event: Event, *, now: datetime, zone: ZoneInfo) -> Event:
    """The draft, with what is set for the event besides its plan."""
    draft = copied(event, now=now, zone=zone)
    copy = await made_of(session, draft, centre=event.centre, now=now)
    copy.needs_approval, copy.reminders = event.needs_approval, event.reminders
    if event.offers_close is not None:
        copy.offers_close = copy.starts_at - (event.starts_at - event.offers_close)
    await session.flush()
    return copy


async def of_last_year(
    session: AsyncSession, realm: Realm, *, now: datetime, limit: int, offset: int = 0
) -> Sequence[Event]:
    """Events of the last twelve months or so that have begun: what comes up again next is first."""
    begun = select(Event).where(
        Event.status == Status.PUBLISHED,
        Event.starts_at > now - LAST_YEAR - timedelta(weeks=1),
        Event.starts_at <= now,
    )
    if realm.centres is not None:
        begun = begun.where(Event.centre_id.in_(realm.centres))
    query = begun.order_by(Event.starts_at, Event.id).limit(limit).offset(offset)
    return (await session.scalars(query)).all()


def holidays_met(
    draft: EventDraft, school_year: SchoolYear, zone: ZoneInfo
) -> tuple[tuple[datetime, Days], ...]:
    """The meetings that fall into days without school, and into which."""
    return tuple(
        (meeting.starts_at, days)
        for meeting in draft.sessions
        for day in [meeting.starts_at.astimezone(zone).date()]
        for days in school_year.around(day)
        if days.first <= day <= days.last
    )
