"""A filled-in list is taken in as far as it is right."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.learning.marking import Said
from catalogue.learning.roll_files import Cell, Problem, RollFile, Wrong
from catalogue.learning.tables import Attendance, Presence
from catalogue.learning.taking_in import By, TakenIn, take_in
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Registration, State
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW, VILNIUS, a_person, kept

PRESENT, LATE = Said(Presence.PRESENT), Said(Presence.LATE)


def _roll(own: Registration, event: Event, said: Said, reason: str = "") -> RollFile:
    cell = Cell(2, "Susitikimas", own.id, event.sessions[0].id, said, reason)
    return RollFile([cell], [])


async def _take(session: Any, roll: RollFile, by: Any = None, **how: Any) -> TakenIn:
    realm = how.pop("realm", EVERYWHERE)
    plain: dict[str, Any] = {"now": NOW, "zone": VILNIUS}
    return await take_in(session, roll, By(person=by, realm=realm), **plain | how)


async def test_new_changed_and_the_same(database: Database) -> None:
    """Taken twice it changes nothing; each event's part is noted once, and each change."""

    async def work(session: Any) -> None:
        event, rita = await an_open_event(session), a_person(name="Rita Ritaitė")
        await kept(session, rita)
        own, _ = await registered(session, event)
        odd = [Problem(9, "Registracija", Wrong.TWICE, "5")]
        counts = []
        for said in (PRESENT, PRESENT, LATE, Said(Presence.LATE, 4.0)):
            roll = RollFile(_roll(own, event, said).cells, odd)
            found = await _take(session, roll, rita)
            counts.append((found.marked, found.changed, found.same, len(found.problems)))
        assert counts == [(1, 0, 0, 1), (0, 0, 1, 1), (0, 1, 0, 1), (0, 0, 1, 1)]
        (mark,) = await session.scalars(select(Attendance))
        assert (mark.presence, mark.hours, mark.marked_by) == (Presence.LATE, None, rita.id)
        noted = await session.scalars(select(JournalEntry.deed).order_by(JournalEntry.id))
        assert noted.all() == [Deed.ROLL_TAKEN_IN, Deed.ATTENDANCE_CHANGED, Deed.ROLL_TAKEN_IN]

    await database.write(work)


@pytest.mark.parametrize(
    ("facts", "state", "said", "now", "wrong"),
    [
        ({"status": Status.CANCELLED}, State.CONFIRMED, PRESENT, NOW, Wrong.NOT_HELD),
        ({}, State.WAITING, PRESENT, NOW, Wrong.NOT_TAKING_PART),
        ({}, State.CONFIRMED, PRESENT, NOW - timedelta(days=1), Wrong.TOO_EARLY),
        ({}, State.CONFIRMED, Said(Presence.LATE, 9.0), NOW, Wrong.TOO_MANY_HOURS),
        ({"reported_at": NOW}, State.CONFIRMED, PRESENT, NOW, Wrong.REASON_NEEDED),
    ],
)
async def test_what_is_refused(
    database: Database,
    *,
    facts: dict[str, Any],
    state: State,
    said: Said,
    now: datetime,
    wrong: Wrong,
) -> None:
    """With its row, and nothing is written."""

    async def work(session: Any) -> None:
        event, rita = await an_open_event(session, **facts), a_person()
        await kept(session, rita)
        own, _ = await registered(session, event, state)
        found = await _take(session, _roll(own, event, said), rita, now=now)
        assert [(one.row, one.wrong) for one in found.problems] == [(2, wrong)]
        assert (await session.scalars(select(Attendance))).all() == []

    await database.write(work)


async def test_whose_and_of_whom(database: Database) -> None:
    """Another centre's event, an unknown person, and a meeting that is no more."""

    async def work(session: Any) -> None:
        event, other = await an_open_event(session), await an_open_event(session)
        own, _ = await registered(session, event)
        mine = Realm(frozenset({other.centre_id}))
        found = await _take(session, _roll(own, event, PRESENT), realm=mine)
        assert found.problems[0].wrong is Wrong.NOT_YOURS
        found = await _take(session, _roll(own, other, PRESENT))
        assert found.problems[0].wrong is Wrong.UNKNOWN
        gone = RollFile([Cell(2, "S", own.id, 999_999, PRESENT, "")], [])
        assert (await _take(session, gone)).problems[0].wrong is Wrong.NO_MEETING

    await database.write(work)


async def test_corrections(database: Database) -> None:
    """With a reason that names nobody, and by somebody whom the journal can name."""

    async def work(session: Any) -> None:
        event, rita = await an_open_event(session), a_person(name="Rita Ritaitė")
        await kept(session, rita)
        own, _ = await registered(session, event, name="Ona Petraitienė")
        await _take(session, _roll(own, event, PRESENT))
        later = NOW + timedelta(days=1)
        reasons = {"": Wrong.REASON_NEEDED, "x": Wrong.NOT_A_REASON, "Onos": Wrong.NAMES_SOMEBODY}
        for reason, wrong in reasons.items():
            found = await _take(session, _roll(own, event, LATE, reason), rita, now=later)
            assert [one.wrong for one in found.problems] == [wrong]
        found = await _take(session, _roll(own, event, LATE, "Suklydau"), now=later)
        assert [one.wrong for one in found.problems] == [Wrong.BY_NOBODY]
        found = await _take(session, _roll(own, event, LATE, "Suklydau"), rita, now=later)
        assert found.changed == 1
        noted = await session.scalars(select(JournalEntry.facts).order_by(JournalEntry.id))
        assert noted.first()["reason"] == "Suklydau"

    await database.write(work)


async def test_two_lists_at_once(postgres_database: Database) -> None:
    """Whatever the order of their rows, one waits for the other."""

    async def begin(session: Any) -> tuple[Event, list[Registration]]:
        event = await an_open_event(session)
        return event, [(await registered(session, event))[0] for _ in range(2)]

    event, (ona, jonas) = await postgres_database.write(begin)
    has_ona = asyncio.Event()

    async def one_by_one(session: Any) -> TakenIn:
        await _take(session, _roll(ona, event, PRESENT))
        has_ona.set()
        await asyncio.sleep(0.1)
        return await _take(session, _roll(jonas, event, PRESENT))

    async def upside_down(session: Any) -> TakenIn:
        await has_ona.wait()
        cells = [*_roll(jonas, event, PRESENT).cells, *_roll(ona, event, PRESENT).cells]
        return await _take(session, RollFile(cells, []))

    work = map(postgres_database.write, (one_by_one, upside_down))
    _, found = await asyncio.gather(*work)
    assert (found.marked, found.same) == (0, 2)
