"""A list that was filled in elsewhere, taken in: what is wrong stops nothing that is right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from catalogue.learning import refusals
from catalogue.learning.marking import Entry, Said, check_hours, entry_of, is_correction, mark
from catalogue.learning.roll_files import Cell, Problem, RollFile, Wrong
from catalogue.people.rights import Realm
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.refusals import Refusal
from catalogue.registrations.refusals import RegistrationGone

_WRONG: dict[type[Refusal], Wrong] = {
    RegistrationGone: Wrong.UNKNOWN,
    refusals.MeetingGone: Wrong.NO_MEETING,
    refusals.NotTakingPart: Wrong.NOT_TAKING_PART,
    refusals.NotHeld: Wrong.NOT_HELD,
    refusals.TooEarly: Wrong.TOO_EARLY,
    refusals.NotPartOfMeeting: Wrong.TOO_MANY_HOURS,
    refusals.ReasonNeeded: Wrong.REASON_NEEDED,
    refusals.NotAReason: Wrong.NOT_A_REASON,
    refusals.NamesSomebody: Wrong.NAMES_SOMEBODY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """How many marks were new, changed something, or said what was known; and what was not taken,
    in the order of the file.
    """

    marked: int
    changed: int
    same: int
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who takes it in, and at which events they may; no person is the console's own."""

    person: Person | None
    realm: Realm


async def take_in(
    session: AsyncSession, roll: RollFile, by: By, *, now: datetime, zone: ZoneInfo
) -> TakenIn:
    """Each event's part is noted in the journal once, beside each change of what was known.

    Whatever the order of the file, people are held in that of their registrations: else two lists
    taken in at once could wait for each other.
    """
    problems = list(roll.problems)
    done: Counter[str] = Counter()
    events: dict[int, Event] = {}
    of_event: dict[int, Counter[str]] = {}
    for cell in sorted(roll.cells, key=attrgetter("registration_id")):
        found = await _take(session, cell, by, now=now, zone=zone)
        if isinstance(found, Wrong):
            problems.append(Problem(cell.row, cell.column, found))
            continue
        event, what = found
        done[what] += 1
        events[event.id] = event
        of_event.setdefault(event.id, Counter())[what] += 1
    if by.person is not None:
        for number, counts in of_event.items():
            marked, changed = counts["marked"], counts["changed"]
            if marked or changed:
                note(
                    session,
                    Deed.ROLL_TAKEN_IN,
                    by=by.person,
                    now=now,
                    event=events[number],
                    marked=marked,
                    changed=changed,
                )
    problems.sort(key=lambda one: one.row)
    return TakenIn(
        marked=done["marked"], changed=done["changed"], same=done["same"], problems=problems
    )


async def _take(
    session: AsyncSession, cell: Cell, by: By, *, now: datetime, zone: ZoneInfo
) -> tuple[Event, str] | Wrong:
    """What was done with a cell; nothing is written where it is refused."""
    try:
        entry = await entry_of(session, cell.registration_id, cell.meeting_id)
        event = entry.event
        if not by.realm.has(centre_id=event.centre_id, event_id=event.id):
            return Wrong.NOT_YOURS
        said, is_known = _whole(entry, cell.said), entry.mark is not None
        if by.person is None and said != entry.said and is_correction(entry, now, zone):
            return Wrong.BY_NOBODY
        is_new = await mark(
            session,
            entry,
            said,
            by=by.person,
            now=now,
            zone=zone,
            reason=cell.reason if is_correction(entry, now, zone) else "",
        )
    except tuple(_WRONG) as refusal:
        return _WRONG[type(refusal)]
    if not is_new:
        return event, "same"
    return event, "changed" if is_known else "marked"


def _whole(entry: Entry, said: Said) -> Said:
    """Hours that are all of the meeting need not be kept. Raises NotPartOfMeeting."""
    if said.hours is None:
        return said
    return Said(said.presence, check_hours(entry.event, entry.meeting, said.hours))
