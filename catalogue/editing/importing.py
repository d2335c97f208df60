"""Drafts → the programme of this database. What is not in the file is left alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.names import name_key
from catalogue.centres.pages import page_of
from catalogue.centres.queries import (
    NAMELESS,
    all_centres,
    free_slug,
    named,
    nameless_centre,
    new_centre,
)
from catalogue.centres.tables import Centre
from catalogue.editing.marked import marked_meetings
from catalogue.editing.rules import FIELDS, Changed, change, loses, settle
from catalogue.files.columns import HEADINGS
from catalogue.files.drafts import EventDraft
from catalogue.programme.refused import Reason, Refused
from catalogue.programme.removed import first_free
from catalogue.programme.revisions import locked_revision, stamp_answers
from catalogue.programme.tables import Event, Session, Status
from catalogue.registrations.tables import Registration


@dataclass(slots=True)
class Report:
    """What an import did. `moved_up` have now a seat, or the offer of one."""

    added: list[Event] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: list[Event] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    new_centres: list[Centre] = field(default_factory=list)
    moved_up: list[Registration] = field(default_factory=list)


_AT_ONCE = 500


async def take_in(
    session: AsyncSession,
    drafts: Sequence[EventDraft],
    *,
    now: datetime,
    default_centre: Centre | None = None,
    refused: Sequence[Refused] = (),
    known: Mapping[tuple[int, str], Event] | None = None,
) -> Report:
    """Adds and changes events by centre and code; what did not change is not touched.

    `default_centre` is for drafts that name no organiser. `refused` goes into the report. `known`
    are those that are there already, by centre and code, where the caller has looked them up.
    """
    revision = await locked_revision(session)
    report = Report(refused=list(refused))
    centres = await _centres(session, drafts, default_centre, report)
    known = await _known(session, drafts, centres) if known is None else known
    marked = await marked_meetings(session, [event.id for event in known.values()])
    new: dict[tuple[int, str], EventDraft] = {}
    rows: dict[tuple[int, str], int] = {}
    for draft in drafts:
        key = (centres[name_key(draft.organiser)].id, draft.code)
        if key in rows:  # two names of one centre
            facts: dict[str, str | int] = {"code": draft.code, "row": rows[key]}
            report.refused.append(Refused(draft.row, "code", Reason.TWICE, facts, draft.sheet))
            continue
        rows[key] = draft.row
        if (event := known.get(key)) is None:
            new[key] = draft
            continue
        if loses(event, draft, marked.get(event.id, ())):
            where = HEADINGS["start"]
            report.refused.append(
                Refused(draft.row, where, Reason.MEETING_MARKED, sheet=draft.sheet)
            )
            continue
        changed = change(event, draft)
        if changed.fields:
            report.changed.append(changed)
        else:
            report.unchanged.append(event)
    if new or report.changed:
        revision.value += 1
    report.moved_up = await settle(session, report.changed, revision.value, now=now)
    report.added = await _add(session, new, revision.value, now)
    return report


def moved(drafts: Sequence[EventDraft], *, weeks: int, zone: ZoneInfo) -> list[EventDraft]:
    """The same programme whole weeks later: same weekdays, same hours on the wall clock."""

    def later(moment: datetime) -> datetime:
        return moment.astimezone(zone) + timedelta(weeks=weeks)  # on the wall clock, across DST

    def later_if(moment: datetime | None) -> datetime | None:
        return later(moment) if moment else None

    return [
        replace(
            draft,
            ends_at=later_if(draft.ends_at),
            registration_closes=later_if(draft.registration_closes),
            cancel_until=later_if(draft.cancel_until),
            sessions=tuple(
                replace(s, starts_at=later(s.starts_at), ends_at=later(s.ends_at))
                for s in draft.sessions
            ),
        )
        for draft in drafts
    ]


def weeks_until(drafts: Sequence[EventDraft], now: datetime) -> int:
    """How many weeks to move a programme so that it begins within the week before `now`."""
    first = min((draft.starts_at for draft in drafts), default=now)
    return (now - first) // timedelta(weeks=1)


async def _centres(
    session: AsyncSession,
    drafts: Sequence[EventDraft],
    default: Centre | None,
    report: Report,
) -> dict[str, Centre]:
    """The centre of each organiser's name; one that nobody knows yet is made."""
    present = await all_centres(session)
    found: dict[str, Centre] = {}
    for draft in drafts:
        key = name_key(draft.organiser)
        if key in found:
            continue
        if not key:
            centre = default or next((c for c in present if c.slug == NAMELESS), None)
        else:
            centre = named(present, draft.organiser)
        if centre is None:
            centre = _new_centre(draft.organiser, {c.slug for c in present})
            present.append(centre)
            report.new_centres.append(centre)
        found[key] = centre
    session.add_all(report.new_centres)
    await session.flush()
    if report.new_centres:
        await stamp_answers(session)
    return found


def _new_centre(name: str, taken: set[str]) -> Centre:
    if not name_key(name):
        return nameless_centre()
    page = page_of(name)
    if page is not None and page.slug not in taken:
        return page.row()
    return new_centre(slug=free_slug(name, taken), name=name)


async def _known(
    session: AsyncSession, drafts: Sequence[EventDraft], centres: dict[str, Centre]
) -> dict[tuple[int, str], Event]:
    keys = [(centres[name_key(draft.organiser)].id, draft.code) for draft in drafts]
    return {
        (event.centre_id, event.code): event
        for chosen in _chosen(keys)
        for event in await session.scalars(select(Event).where(chosen))
    }


def _chosen(keys: Iterable[tuple[int, str]]) -> Iterator[ColumnElement[bool]]:
    """Conditions that together choose the events of these centres and codes, some at a time."""
    codes: dict[int, list[str]] = defaultdict(list)
    for centre_id, code in keys:
        codes[centre_id].append(code)
    for centre_id, all_codes in codes.items():
        for start in range(0, len(all_codes), _AT_ONCE):
            some = Event.code.in_(all_codes[start : start + _AT_ONCE])
            yield and_(Event.centre_id == centre_id, some)


async def _add(
    session: AsyncSession,
    new: Mapping[tuple[int, str], EventDraft],
    revision: int,
    now: datetime,
) -> list[Event]:
    """Many at once: row by row the database would be asked four times for each event."""
    if not new:
        return []
    rows = [_row(draft, centre_id, revision, now) for (centre_id, _), draft in new.items()]
    if (first := await first_free(session)) is not None:
        rows = [row | {"id": number} for number, row in enumerate(rows, start=first)]
    await session.execute(insert(Event), rows)
    ids = {
        (centre_id, code): event_id
        for chosen in _chosen(new)
        for event_id, centre_id, code in await session.execute(
            select(Event.id, Event.centre_id, Event.code).where(chosen)
        )
    }
    sessions = [
        {"event_id": ids[key], **wanted.values()}
        for key, draft in new.items()
        for wanted in draft.sessions
    ]
    await session.execute(insert(Session), sessions)
    added = {
        (event.centre_id, event.code): event
        for chosen in _chosen(new)
        for event in await session.scalars(select(Event).where(chosen))
    }
    return [added[key] for key in new]


def _row(draft: EventDraft, centre_id: int, revision: int, now: datetime) -> dict[str, Any]:
    first = draft.sessions[0]
    return {
        "centre_id": centre_id,
        "code": draft.code,
        "revision": revision,
        "published_at": now if draft.status is Status.PUBLISHED else None,
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "city": first.city,
        "place": first.place,
        "join_url": first.join_url,
        **{name: getattr(draft, name) for name in FIELDS},
    }
