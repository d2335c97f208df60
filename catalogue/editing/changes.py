"""An event that is moved, cancelled or taken up again: what those in it must hear."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.tables import Change, Event, Mode, Session, Status
from catalogue.registrations.notices import note_all
from catalogue.registrations.reminders import look_again
from catalogue.registrations.tables import NoticeKind

Plan = dict[str, Any]


def plan_of(event: Event) -> Plan:
    """What those who take part rely on, JSON-able; the meetings in order of time, with row ids."""
    return {
        "status": event.status.value,
        "mode": event.mode.value if event.mode else None,
        "sessions": [
            {
                "id": meeting.id,
                "start": meeting.starts_at.astimezone(UTC).isoformat(),
                "end": meeting.ends_at.astimezone(UTC).isoformat(),
                "city": meeting.city,
                "place": meeting.place,
                "join_url": meeting.join_url,
            }
            for meeting in event.sessions
        ],
    }


@dataclass(frozen=True, slots=True)
class Step:
    """A meeting before and after; None where it was added or no longer takes place."""

    before: Session | None
    after: Session | None

    @property
    def is_moved(self) -> bool:
        return self._differ("starts_at") or self._differ("ends_at")

    @property
    def has_other_place(self) -> bool:
        return self._differ("city") or self._differ("place")

    @property
    def has_other_link(self) -> bool:
        return self._differ("join_url")

    def _differ(self, field: str) -> bool:
        return bool(
            self.before and self.after and getattr(self.before, field) != getattr(self.after, field)
        )

    @property
    def is_both(self) -> bool:
        return self.before is not None and self.after is not None

    @property
    def is_other(self) -> bool:
        return not self.is_both or self.is_moved or self.has_other_place or self.has_other_link


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of a plan. `kind` None: nothing of what is still to come."""

    kind: NoticeKind | None
    mode_before: Mode | None = None
    mode_after: Mode | None = None
    steps: tuple[Step, ...] = ()

    @property
    def has_other_mode(self) -> bool:
        return self.mode_before is not self.mode_after


def difference(before: Plan, after: Plan, *, now: datetime) -> Difference:
    """Between two plans of one event that both are for teachers' eyes, drafts never being so.

    Meetings that are over on both sides do not count.
    """
    steps = tuple(
        step
        for step in _steps(before, after)
        if any(meeting.ends_at > now for meeting in (step.before, step.after) if meeting)
    )
    if not steps:
        return Difference(None)
    was, becomes = Status(before["status"]), Status(after["status"])
    modes = _mode(before), _mode(after)
    if was is not becomes:
        off = becomes is Status.CANCELLED
        kind = NoticeKind.CANCELLED if off else NoticeKind.REOPENED
        return Difference(kind, *modes, steps=steps)
    changed = tuple(step for step in steps if step.is_other)
    differs = becomes is Status.PUBLISHED and (changed or modes[0] is not modes[1])
    return Difference(NoticeKind.CHANGED if differs else None, *modes, steps=changed)


def meetings(plan: Plan) -> list[Session]:
    """As rows that belong to no database."""
    return [
        Session(
            id=one["id"],
            starts_at=datetime.fromisoformat(one["start"]),
            ends_at=datetime.fromisoformat(one["end"]),
            city=one["city"],
            place=one["place"],
            join_url=one["join_url"],
        )
        for one in plan["sessions"]
    ]


async def note_change(
    session: AsyncSession, event: Event, before: Plan, *, now: datetime, has_people: bool = True
) -> dict[str, Any] | None:
    """To be called, flushed, after every change of an event that was there before.

    Notes what everybody in the event must hear, and moves what hangs on the start. What is done
    to a draft is told when it is published again, from the plan people know. Of many events at
    once the caller knows whether an event `has_people`: where it has none, the values of a
    `Change` are returned, to be written together with others.
    """
    _move_offers_close(event, before)
    if event.status is Status.PUBLISHED and event.published_at is None:
        event.published_at = now
    after = plan_of(event)
    known = await _known(session, event, before)
    if known is None or after == before:
        return None
    if has_people:
        await look_again(session, now=now, event_id=event.id)
    if event.status is Status.DRAFT:
        if before["status"] != Status.DRAFT:
            session.add(Change(event_id=event.id, made_at=now, before=known, after=after))
        return None
    kind = difference(known, after, now=now).kind
    if kind is None:
        return None
    values = {"event_id": event.id, "made_at": now, "before": known, "after": after}
    if not has_people:
        return values
    change = Change(**values)
    session.add(change)
    await session.flush()
    await note_all(session, event_id=event.id, change_id=change.id, kind=kind, now=now)
    return None


def _move_offers_close(event: Event, before: Plan) -> None:
    """Staff mean so long before the start, whenever that is."""
    if event.offers_close is None or not before["sessions"]:
        return
    started_at = datetime.fromisoformat(before["sessions"][0]["start"])
    event.offers_close += event.starts_at - started_at


async def _known(session: AsyncSession, event: Event, before: Plan) -> Plan | None:
    """The plan that people last saw: of a draft, the one before it was taken back, if any."""
    if before["status"] != Status.DRAFT:
        return before
    last = await session.scalar(
        select(Change).where(Change.event_id == event.id).order_by(Change.id.desc()).limit(1)
    )
    return last.before if last and last.after["status"] == Status.DRAFT else None


def _steps(before: Plan, after: Plan) -> Iterator[Step]:
    olds = {meeting.id: meeting for meeting in meetings(before)}
    for new in meetings(after):
        yield Step(olds.pop(new.id, None), new)
    for old in olds.values():
        yield Step(old, None)


def _mode(plan: Plan) -> Mode | None:
    return Mode(plan["mode"]) if plan["mode"] else None
