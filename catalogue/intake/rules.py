"""Keeping what a file would do, and doing it: some events a transaction, each exactly once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.names import name_key
from catalogue.centres.tables import Centre
from catalogue.editing.importing import take_in
from catalogue.files.drafts import EventDraft
from catalogue.intake.comparing import PORTION, Comparison, at_keys, would_do
from catalogue.intake.plain import draft_of, refusals, state_of
from catalogue.intake.reading import Read
from catalogue.intake.tables import Intake, IntakeEvent, IntakeState, Outcome, Standing
from catalogue.intake.whose import Reach
from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from catalogue.people.tables import Person
from catalogue.programme.revisions import locked_revision
from catalogue.programme.tables import Event, Status

#: What nobody has taken in by then is forgotten.
KEPT_FOR = timedelta(days=7)
#: After so long somebody may begin it again: what began it has died.
STUCK_AFTER = timedelta(minutes=10)

_NOT_TAKEN = (IntakeState.READY, IntakeState.DROPPED)
_DOES_SOMETHING = (Outcome.ADDED, Outcome.CHANGED)


async def keep(
    session: AsyncSession,
    *,
    person_id: int,
    file_name: str,
    read: Read,
    compared: Comparison,
    reach: Reach,
    revision: int,
    now: datetime,
) -> Intake:
    """Ready to be looked at. `revision` is the programme's before it was compared."""
    await _forget_old(session, now=now)
    centres = reach.realm.centres
    intake = Intake(
        person_id=person_id,
        file_name=file_name,
        made_at=now,
        state=IntakeState.READY,
        centres=None if centres is None else sorted(centres),
        founds=reach.founds,
        refused=[*read.refused, *refusals(compared.refused)],
        ignored=read.ignored,
        new_centres=list(compared.founded.values()),
        revision=revision,
    )
    session.add(intake)
    await session.flush()
    await _keep_rows(session, intake, compared)
    return intake


async def show_again(
    session: AsyncSession, intake: Intake, compared: Comparison, *, revision: int
) -> None:
    """What the file would do by now, in place of what was shown; nothing of it is taken yet."""
    rows = select(IntakeEvent.draft).where(
        IntakeEvent.intake_id == intake.id, IntakeEvent.standing == Standing.LEFT_OUT
    )
    left_out = set(await session.scalars(rows))
    for row in compared.rows:
        if row["draft"] in left_out:
            row["standing"] = Standing.LEFT_OUT
    await session.execute(delete(IntakeEvent).where(IntakeEvent.intake_id == intake.id))
    await _keep_rows(session, intake, compared)
    intake.refused = [*intake.refused, *refusals(compared.refused)]
    intake.new_centres = list(compared.founded.values())
    intake.revision, intake.state = revision, IntakeState.READY


async def own(session: AsyncSession, intake_id: int, person: Person) -> Intake | None:
    """Locked; None where it is somebody else's or no more."""
    intake = await session.get(Intake, intake_id, with_for_update=True)
    return intake if intake and intake.person_id == person.id else None


def choose(row: IntakeEvent, *, wanted: bool) -> None:
    """Takes an event out of what will be taken in, or back into it."""
    if row.standing in {Standing.WAITING, Standing.LEFT_OUT}:
        row.standing = Standing.WAITING if wanted else Standing.LEFT_OUT


def begin(intake: Intake, *, as_drafts: bool, now: datetime) -> bool:
    """Whether it is to be taken in from now on: not where that is being done or has been."""
    stuck = intake.state is IntakeState.TAKING and _is_stuck(intake, now)
    if intake.state is IntakeState.READY:
        intake.as_drafts = as_drafts
    elif not stuck:
        return False
    intake.state, intake.begun_at = IntakeState.TAKING, now
    return True


def begin_undo(intake: Intake, *, now: datetime) -> bool:
    """Whether it is to be undone from now on, as in `begin`."""
    stuck = intake.state is IntakeState.UNDOING and _is_stuck(intake, now)
    if intake.state is not IntakeState.TAKEN and not stuck:
        return False
    intake.state, intake.begun_at = IntakeState.UNDOING, now
    return True


async def drop(session: AsyncSession, intake: Intake) -> None:
    """Nothing of it is kept but that there was such a file."""
    if intake.state is IntakeState.READY:
        intake.state = IntakeState.DROPPED
        await session.execute(delete(IntakeEvent).where(IntakeEvent.intake_id == intake.id))


async def take_portion(session: AsyncSession, intake_id: int, *, now: datetime) -> int:
    """Takes the next events in, and says how many of the file it looked at; 0 when all is done.

    An event to which the file would now do something else than was shown is set aside.
    """
    revision = await locked_revision(session)
    intake = await session.get_one(Intake, intake_id, with_for_update=True)
    rows = await _next(session, intake)
    is_as_shown = revision.value == intake.revision
    drafts = {row.id: draft_of(row.draft) for row in rows}
    known = await _known(session, rows, drafts)
    if not is_as_shown:
        for row in rows:
            now_does = would_do(known.get(row.id), drafts[row.id], now=now)
            if (now_does["outcome"], now_does["fields"]) != (row.outcome, row.fields):
                row.standing = Standing.SET_ASIDE
    wanted = [row for row in rows if row.standing is Standing.WAITING]
    for row in wanted:
        event = known.get(row.id)
        row.before = None if event is None else state_of(event)
    await _take(session, intake, wanted, drafts, known, now=now)
    if is_as_shown:
        intake.revision = revision.value
    return len(rows)


async def finish(session: AsyncSession, intake: Intake, *, now: datetime) -> None:
    """Noted in the journal once, with its counts; what would have changed nothing is forgotten."""
    intake.state = IntakeState.TAKEN
    await session.execute(
        delete(IntakeEvent).where(
            IntakeEvent.intake_id == intake.id, IntakeEvent.outcome == Outcome.UNCHANGED
        )
    )
    await note_counts(session, intake, Deed.PROGRAMME_TAKEN_IN, Standing.TAKEN, now=now)


async def note_counts(
    session: AsyncSession, intake: Intake, deed: Deed, standing: Standing, *, now: datetime
) -> None:
    """How many were added and changed, or were so until it was undone."""
    rows = select(IntakeEvent.outcome, IntakeEvent.centre_id).where(
        IntakeEvent.intake_id == intake.id, IntakeEvent.standing == standing
    )
    found = list(await session.execute(rows))
    centres = {centre_id for _, centre_id in found}
    outcomes = [outcome for outcome, _ in found]
    note(
        session,
        deed,
        by=await session.get_one(Person, intake.person_id),
        now=now,
        centre_id=centres.pop() if len(centres) == 1 else None,
        added=outcomes.count(Outcome.ADDED),
        changed=outcomes.count(Outcome.CHANGED),
    )


async def _keep_rows(session: AsyncSession, intake: Intake, compared: Comparison) -> None:
    for start in range(0, len(compared.rows), PORTION):
        some = compared.rows[start : start + PORTION]
        await session.execute(insert(IntakeEvent), [row | {"intake_id": intake.id} for row in some])


async def _next(session: AsyncSession, intake: Intake) -> Sequence[IntakeEvent]:
    query = (
        select(IntakeEvent)
        .where(
            IntakeEvent.intake_id == intake.id,
            IntakeEvent.outcome.in_(_DOES_SOMETHING),
            IntakeEvent.standing == Standing.WAITING,
        )
        .order_by(IntakeEvent.number)
        .limit(PORTION)
    )
    return (await session.scalars(query)).all()


async def _known(
    session: AsyncSession, rows: Sequence[IntakeEvent], drafts: dict[int, EventDraft]
) -> dict[int, Event]:
    """By the row's number; what has no row in the programme is not among them."""
    keys = {row.id: (row.centre_id, drafts[row.id].code) for row in rows if row.centre_id}
    found = await at_keys(session, [(centre, code) for centre, code in keys.values() if centre])
    return {number: found[key] for number, key in keys.items() if key in found}


async def _take(
    session: AsyncSession,
    intake: Intake,
    rows: Sequence[IntakeEvent],
    drafts: dict[int, EventDraft],
    known: dict[int, Event],
    *,
    now: datetime,
) -> None:
    """Centre by centre; of one that is made now, by the name in the file."""
    found = {(event.centre_id, event.code): event for event in known.values()}
    groups: dict[int | str, list[IntakeEvent]] = defaultdict(list)
    for row in rows:
        groups[row.centre_id or name_key(drafts[row.id].organiser)].append(row)
    for key, some in groups.items():
        centre = await session.get_one(Centre, key) if isinstance(key, int) else None
        wanted = [_wanted(intake, row, drafts[row.id], centre) for row in some]
        report = await take_in(
            session, wanted, now=now, default_centre=centre, known=found if centre else None
        )
        events = [*report.added, *(one.event for one in report.changed), *report.unchanged]
        by_code = {event.code: event for event in events}
        for row in some:
            if (event := by_code.get(drafts[row.id].code)) is None:
                row.standing = Standing.SET_ASIDE  # somebody was marked meanwhile
                continue
            row.event_id, row.centre_id = event.id, event.centre_id
            row.revision, row.standing = event.revision, Standing.TAKEN


def _wanted(
    intake: Intake, row: IntakeEvent, draft: EventDraft, centre: Centre | None
) -> EventDraft:
    if centre is not None:
        draft = replace(draft, organiser="")  # its name may have changed since it was looked up
    if intake.as_drafts and row.outcome is Outcome.ADDED:
        return replace(draft, status=Status.DRAFT)
    return draft


def _is_stuck(intake: Intake, now: datetime) -> bool:
    return intake.begun_at is not None and now - intake.begun_at > STUCK_AFTER


async def _forget_old(session: AsyncSession, *, now: datetime) -> None:
    old = select(Intake.id).where(Intake.state.in_(_NOT_TAKEN), Intake.made_at < now - KEPT_FOR)
    await session.execute(
        update(Intake)
        .where(Intake.id.in_(old))
        .values(state=IntakeState.DROPPED, refused=[], ignored=[], file_name="")
    )
    await session.execute(delete(IntakeEvent).where(IntakeEvent.intake_id.in_(old)))
