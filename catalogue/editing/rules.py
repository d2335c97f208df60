"""An event becomes different: the one home of it, whether a file says so or a person.

What is to become of an event is a draft that states only what is to change; the rest stays.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import instance_dict

from catalogue.editing.changes import Plan, difference, note_change, plan_of
from catalogue.editing.marked import lost, marked_meetings
from catalogue.editing.sessions import OWN, as_drafts, replan
from catalogue.files.drafts import EventDraft, SessionDraft, end_of
from catalogue.learning.issuing import look_again
from catalogue.programme.refusals import MeetingMarked
from catalogue.programme.revisions import locked_revision
from catalogue.programme.tables import Change, Event, Session, Status
from catalogue.registrations.queue import locked, move_up
from catalogue.registrations.tables import Registration, State

#: Fields of an event that a draft has under the same name, beside time and place.
FIELDS = (
    "code_as_written", "title_lt", "title_en", "summary", "form", "audience", "subjects",
    "priority_field", "mode", "hours", "price_eur", "funding", "payer", "project", "seats",
    "waiting_list", "registration_closes", "cancel_until", "lecturer", "coordinator", "contact",
    "ktprr_code", "language", "status", "certificate",
)  # fmt: skip
#: Fields that no file has.
INNER = ("needs_approval", "reported_at", "cancel_reason")
WHERE = ("city", "place", "join_url")
_TIME_AND_PLACE = ("starts_at", "ends_at", *WHERE)
_IN_CALENDARS = frozenset({*_TIME_AND_PLACE, "mode", "sessions", "status"})
_MOVES_THE_QUEUE = frozenset({"seats", "status", "starts_at"})
_ON_PAPERS = frozenset(
    {"reported_at", "status", "certificate", "hours", "starts_at", "ends_at", "sessions"}
)
_OF_A_TWIN = (
    "id", "centre", "centre_id", "code", "published_at", "offers_close", "sequence", "reminders",
    *FIELDS, *INNER, *_TIME_AND_PLACE,
)  # fmt: skip
_AT_ONCE = 500
_OF_MEETINGS = frozenset({"start", "end", *OWN.values()})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`field` is a name of `Event`; "sessions" goes with tuples of SessionDraft."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Changed:
    """`plan` is what those who take part relied on before."""

    event: Event
    fields: tuple[FieldChange, ...]
    plan: Plan


@dataclass(frozen=True, slots=True)
class Edits:
    """What staff want otherwise: values by field, and all meetings where one of them is.

    `ends_known` where somebody stated how long a meeting lasts. A town, a place or a link goes to
    the meetings that were where the event is.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    sessions: tuple[SessionDraft, ...] | None = None
    ends_known: bool = False


async def held(session: AsyncSession, event_id: int) -> Event:
    """The event for one who is about to change it, locked in the order in which imports lock.

    Raises EventGone.
    """
    await locked_revision(session)
    return await locked(session, event_id)


async def save(
    session: AsyncSession, event: Event, edits: Edits, *, now: datetime, zone: ZoneInfo
) -> Changed | None:
    """Makes the event so, in one go, so that those in it hear once. The caller `held` it.

    Raises MeetingMarked.
    """
    if marked := (await marked_meetings(session, [event.id])).get(event.id):
        _check_marked(event, edited(twin(event), edits, zone=zone), marked)
    if (changed := edited(event, edits, zone=zone)) is not None:
        revision = await locked_revision(session)
        revision.value += 1
        await settle(session, [changed], revision.value, now=now)
    return changed


def _check_marked(event: Event, changed: Changed | None, marked: Collection[int]) -> None:
    """Of the event itself nothing has been changed yet. Raises MeetingMarked."""
    if changed and (gone := lost(changed.plan, plan_of(changed.event), marked)):
        raise MeetingMarked(event, gone)


async def settle(
    session: AsyncSession, changed: Sequence[Changed], revision: int, *, now: datetime
) -> list[Registration]:
    """All that hangs on events that have become different: the search, those in them, the queues,
    the papers of those that are reported.

    Flushed first, so the rows of the events are locked as `move_up` asks. Returns who has moved.
    """
    for one in changed:
        one.event.revision = revision
    await session.flush()
    peopled = await _with_people(session, changed)
    quiet = []
    for one in changed:
        has_people = one.event.id in peopled
        if kept := await note_change(session, one.event, one.plan, now=now, has_people=has_people):
            quiet.append(kept)
    if quiet:  # SQLite would be given one after another by the session
        await session.execute(insert(Change), quiet)
    moved: list[Registration] = []
    for one in changed:
        moves = _MOVES_THE_QUEUE.intersection(change.field for change in one.fields)
        if moves and one.event.id in peopled:
            moved.extend(await move_up(session, event=one.event, now=now))
        if one.event.reported_at and _ON_PAPERS.intersection(it.field for it in one.fields):
            await look_again(session, one.event)
    return moved


def change(event: Event, draft: EventDraft, inner: Mapping[str, Any] | None = None) -> Changed:
    """Makes the event as the draft says, and `inner` of it what no file has.

    Tells what became different; maybe nothing.
    """
    plan = plan_of(event)
    before = {name: getattr(event, name) for name in (*FIELDS, *INNER, *_TIME_AND_PLACE)}
    planned = as_drafts(event)
    replan(event, draft)
    wanted = {name: getattr(draft, name) for name in FIELDS if _is_stated(name, draft)}
    for name, value in (wanted | dict(inner or {})).items():
        if value != before[name]:
            setattr(event, name, value)
    if event.status is not Status.CANCELLED and event.cancel_reason:
        event.cancel_reason = ""
    fields = [
        FieldChange(name, value, now_is)
        for name, value in before.items()
        if (now_is := getattr(event, name)) != value
    ]
    replanned = as_drafts(event)
    if planned != replanned and (max(len(planned), len(replanned)) > 1 or not fields):
        fields.append(FieldChange("sessions", planned, replanned))
    if planned != replanned or _IN_CALENDARS.intersection(one.field for one in fields):
        event.sequence += 1
    return Changed(event, tuple(fields), plan)


def edited(event: Event, edits: Edits, *, zone: ZoneInfo) -> Changed | None:
    """The event itself becomes so; None where it is so already."""
    values = {name: value for name, value in edits.values.items() if name in FIELDS}
    inner = {name: value for name, value in edits.values.items() if name in INNER}
    where = {name: value for name, value in edits.values.items() if name in WHERE}
    sessions = _moved_along(event, edits.sessions or as_drafts(event), where)
    hours = values.get("hours", event.hours)
    if hours is None and any(one.hours for one in sessions):
        values["hours"] = sum(one.hours or 0 for one in sessions)
    elif "hours" in values and event.ends_at is None and edits.sessions is None:
        sessions = tuple(_as_long(one, hours, len(sessions), zone) for one in sessions)
    ends_known = event.ends_at is not None or edits.ends_known
    draft = EventDraft(
        row=0,
        stated=frozenset(values) | _OF_MEETINGS,
        organiser="",
        code=event.code,
        ends_at=max(one.ends_at for one in sessions) if ends_known else None,
        sessions=tuple(sorted(sessions, key=lambda one: one.starts_at)),
        **{name: getattr(event, name) for name in FIELDS} | values,
    )
    changed = change(event, draft, inner)
    return changed if changed.fields else None


def loses(event: Event, draft: EventDraft, marked: Collection[int]) -> bool:
    """Whether the draft has no more one of these meetings of which it is known who was there."""
    if not marked:
        return False
    copy = twin(event)
    return lost(change(copy, draft).plan, plan_of(copy), marked) is not None


def twin(event: Event) -> Event:
    """The same event as a row of no database, to try out on it what would become of it.

    A file has thousands; told of each value one by one, SQLAlchemy would take most of the time.
    """
    copy = Event()
    instance_dict(copy).update({name: getattr(event, name) for name in _OF_A_TWIN})
    copy.sessions = [_same(meeting) for meeting in event.sessions]
    return copy


def _same(meeting: Session) -> Session:
    copy = Session()
    names = ("id", "starts_at", "ends_at", *OWN)
    instance_dict(copy).update({name: getattr(meeting, name) for name in names})
    return copy


def is_told(changed: Changed, *, now: datetime) -> bool:
    """Whether those who are in the event must hear of the change."""
    if Status.DRAFT in {Status(changed.plan["status"]), changed.event.status}:
        return False
    return difference(changed.plan, plan_of(changed.event), now=now).kind is not None


async def how_many_hear(session: AsyncSession, event: Event) -> int:
    """Everybody who takes part in the event or waits for it."""
    query = select(func.count()).where(
        Registration.event_id == event.id, Registration.state != State.CANCELLED
    )
    return await session.scalar(query) or 0


async def _with_people(session: AsyncSession, changed: Sequence[Changed]) -> set[int]:
    """Those that anybody has ever joined: asked once, for a file may change thousands."""
    ids = [one.event.id for one in changed]
    found: set[int] = set()
    for start in range(0, len(ids), _AT_ONCE):
        some = Registration.event_id.in_(ids[start : start + _AT_ONCE])
        found |= set(await session.scalars(select(Registration.event_id).where(some).distinct()))
    return found


def _is_stated(name: str, draft: EventDraft) -> bool:
    """Hours added up over meetings are not known while one of the rows was refused."""
    if name == "hours" and draft.incomplete:
        return False
    return ("code" if name == "code_as_written" else name) in draft.stated


def _moved_along(
    event: Event, sessions: Sequence[SessionDraft], where: Mapping[str, str]
) -> tuple[SessionDraft, ...]:
    """Only what a meeting has in common with its event goes along with it."""

    def along(one: SessionDraft) -> SessionDraft:
        common: dict[str, Any] = {
            name: value
            for name, value in where.items()
            if getattr(one, name) in {getattr(event, name), ""}
        }
        return replace(one, **common)

    return tuple(map(along, sessions))


def _as_long(one: SessionDraft, hours: float | None, meetings: int, zone: ZoneInfo) -> SessionDraft:
    """With the end that is supposed where nobody states one."""
    ends_at, _ = end_of(
        one.starts_at,
        hours=one.hours or hours,
        meetings=1 if one.hours else meetings,
        zone=zone,
    )
    return replace(one, ends_at=ends_at)
