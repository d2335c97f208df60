"""Undoing a taking in as a whole, as long as nothing has grown on it."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.details import Detail
from catalogue.centres.names import name_key
from catalogue.centres.queries import NAMELESS
from catalogue.centres.tables import Centre
from catalogue.editing.marked import marked_meetings
from catalogue.editing.removing import in_use, referred_to, remove
from catalogue.editing.rules import settle
from catalogue.intake.comparing import PORTION
from catalogue.intake.plain import loses_by, put_back
from catalogue.intake.rules import note_counts
from catalogue.intake.tables import Intake, IntakeEvent, IntakeState, Outcome, Standing
from catalogue.journal.tables import Deed
from catalogue.programme.revisions import locked_revision, stamp_answers
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Registration


class Obstacle(enum.StrEnum):
    """Why an event cannot be made what it was."""

    JOINED = "joined"
    CHANGED = "changed"
    IN_USE = "in_use"


@dataclass(frozen=True, slots=True)
class InTheWay:
    event: Event
    why: Obstacle


async def hide(session: AsyncSession, intake: Intake) -> list[InTheWay]:
    """What stands in the way; where nothing does, nobody joins an event of it from now on."""
    revision = await locked_revision(session)
    added = await _locked(session, intake, Outcome.ADDED)
    if obstacles := await _obstacles(session, intake, added):
        return obstacles
    revision.value += 1
    for start in range(0, len(added), PORTION):
        some = added[start : start + PORTION]
        await session.execute(
            update(Event)
            .where(Event.id.in_(some))
            .values(status=Status.DRAFT, revision=revision.value)
        )
    await session.execute(
        update(IntakeEvent)
        .where(*_taken(intake), IntakeEvent.outcome == Outcome.ADDED)
        .values(revision=revision.value)
    )
    return []


async def undo_portion(session: AsyncSession, intake_id: int, *, now: datetime) -> int:
    """Undoes the next events, and says how many it looked at; 0 when all is done.

    What somebody has touched since it was hidden stays as it is.
    """
    revision = await locked_revision(session)
    intake = await session.get_one(Intake, intake_id, with_for_update=True)
    query = select(IntakeEvent).where(*_taken(intake)).order_by(IntakeEvent.number).limit(PORTION)
    rows = (await session.scalars(query)).all()
    events = await _events(session, rows)
    used = await in_use(session, [row.event_id for row in rows if row.event_id and not row.before])
    marked = await marked_meetings(session, list(events))
    revision.value += 1
    changed, gone = [], []
    for row in rows:
        event = events.get(row.event_id or 0)
        row.standing = Standing.UNDONE
        if event is None:
            continue
        kept = row.before is not None and loses_by(event, row.before, marked.get(event.id, ()))
        if event.revision != row.revision or event.id in used or kept:
            row.standing = Standing.KEPT
        elif row.before is None:
            gone.append(event.id)
        else:
            changed.append(put_back(event, row.before))
    await settle(session, [one for one in changed if one.fields], revision.value, now=now)
    await remove(session, gone, revision=revision.value)
    return len(rows)


async def finish(session: AsyncSession, intake: Intake, *, now: datetime) -> None:
    """Noted in the journal once, with its counts. Centres that it made go too, where nothing is of
    them by now: nobody has heard of them but from this file.
    """
    intake.state = IntakeState.UNDONE
    await note_counts(session, intake, Deed.PROGRAMME_PUT_BACK, Standing.UNDONE, now=now)
    if gone := await _centres_to_go(session, intake):
        of_them = IntakeEvent.centre_id.in_(gone)
        await session.execute(update(IntakeEvent).where(of_them).values(centre_id=None))
        await session.execute(delete(Centre).where(Centre.id.in_(gone)))
        await stamp_answers(session)


async def _centres_to_go(session: AsyncSession, intake: Intake) -> set[int]:
    """Those that stood in the file as new, of which no more is known, and nothing else is."""
    names = {name_key(name) for name in intake.new_centres}
    in_file = select(IntakeEvent.centre_id).where(IntakeEvent.intake_id == intake.id)
    in_others = select(IntakeEvent.centre_id).where(
        IntakeEvent.intake_id != intake.id, IntakeEvent.centre_id.is_not(None)
    )
    rows = await session.scalars(
        select(Centre).where(Centre.id.in_(in_file), Centre.id.not_in(in_others))
    )
    made = [one.id for one in rows if _is_as_made(one) and _key(one) in names]
    others = await referred_to(session, "centres", made, but={IntakeEvent.__tablename__})
    return set(made) - others


def _key(centre: Centre) -> str:
    """As the file called it: where no organiser is stated, by nothing."""
    return "" if centre.slug == NAMELESS else name_key(centre.name)


def _is_as_made(centre: Centre) -> bool:
    return not (centre.facts or any(getattr(centre, detail.value) for detail in Detail))


async def left(session: AsyncSession, intake: Intake) -> int:
    """How many events are still to be undone."""
    return await session.scalar(select(func.count()).where(*_taken(intake))) or 0


async def _obstacles(session: AsyncSession, intake: Intake, added: Sequence[int]) -> list[InTheWay]:
    found: dict[int, Obstacle] = {}
    for start in range(0, len(added), PORTION):
        some = added[start : start + PORTION]
        found |= dict.fromkeys(await in_use(session, some), Obstacle.IN_USE)
        joined = select(Registration.event_id).where(Registration.event_id.in_(some)).distinct()
        found |= dict.fromkeys(await session.scalars(joined), Obstacle.JOINED)
    touched = (
        select(Event.id)
        .join(IntakeEvent, IntakeEvent.event_id == Event.id)
        .where(*_taken(intake), Event.revision != IntakeEvent.revision)
    )
    for number in await session.scalars(touched):
        found.setdefault(number, Obstacle.CHANGED)
    shown = list(found)[:PORTION]
    rows = await session.scalars(
        select(Event).where(Event.id.in_(shown)).order_by(Event.starts_at, Event.id)
    )
    return [InTheWay(event, found[event.id]) for event in rows]


async def _locked(session: AsyncSession, intake: Intake, outcome: Outcome) -> list[int]:
    """Numbers of the events that were taken in so; nobody joins them while we look."""
    numbers = select(IntakeEvent.event_id).where(*_taken(intake), IntakeEvent.outcome == outcome)
    rows = select(Event.id).where(Event.id.in_(numbers)).order_by(Event.id).with_for_update()
    return list(await session.scalars(rows))


async def _events(session: AsyncSession, rows: Sequence[IntakeEvent]) -> dict[int, Event]:
    numbers = [row.event_id for row in rows]
    query = select(Event).where(Event.id.in_(numbers)).order_by(Event.id).with_for_update(of=Event)
    return {event.id: event for event in await session.scalars(query)}


def _taken(intake: Intake) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return IntakeEvent.intake_id == intake.id, IntakeEvent.standing == Standing.TAKEN
