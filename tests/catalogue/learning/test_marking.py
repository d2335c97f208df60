"""What staff say of who was there, and when it needs a reason."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.learning import refusals
from catalogue.learning.marking import (
    LONGEST_REASON,
    Entry,
    Said,
    check_hours,
    check_reason,
    entry_of,
    is_correction,
    is_running,
    mark,
    show_up,
)
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.people.tables import Person
from catalogue.programme.tables import Session, Status
from catalogue.registrations.decisions import case_of, take_off
from catalogue.registrations.refusals import RegistrationGone
from catalogue.registrations.tables import Registration, State
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW, VILNIUS, a_person, an_event, kept

PRESENT, ABSENT = Said(Presence.PRESENT), Said(Presence.ABSENT)


async def _say(session: Any, entry: Entry, said: Said, **how: Any) -> bool:
    plain = {"by": None, "now": NOW, "zone": VILNIUS}
    fresh = await entry_of(session, entry.own.id, entry.meeting.id)
    return await mark(session, replace(fresh, event=entry.event), said, **plain | how)


async def _entry(session: Any, **facts: Any) -> Entry:
    event = await an_open_event(session, **facts)
    own, _ = await registered(session, event)
    return await entry_of(session, own.id, event.sessions[0].id)


async def test_said_and_said_otherwise(database: Database) -> None:
    """The newest word stands with who said it; what it was before stands in the journal."""

    async def work(session: Any) -> tuple[list[bool], Attendance, list[JournalEntry]]:
        entry, rita = await _entry(session), a_person(name="Rita Ritaitė")
        await kept(session, rita)
        said = [
            await _say(session, entry, one, by=rita)
            for one in (PRESENT, PRESENT, Said(Presence.LATE, 2.0))
        ]
        rows = (await session.scalars(select(Attendance))).all()
        assert len(rows) == 1
        assert rows[0].marked_by == rita.id
        return said, rows[0], list(await session.scalars(select(JournalEntry)))

    said, row, noted = await database.write(work)
    assert said == [True, False, True]
    assert (row.presence, row.hours, row.source) == (Presence.LATE, 2.0, Source.LIST)
    assert [one.deed for one in noted] == [Deed.ATTENDANCE_CHANGED]
    assert noted[0].facts["changed"] == [
        {"presence": "present", "hours": None},
        {"presence": "late", "hours": 2.0},
    ]


@pytest.mark.parametrize(
    ("facts", "now", "refusal"),
    [
        ({"status": Status.CANCELLED}, NOW, refusals.NotHeld),
        ({"status": Status.DRAFT}, NOW, refusals.NotHeld),
        ({}, NOW - timedelta(minutes=41), refusals.TooEarly),
        ({"reported_at": NOW}, NOW, refusals.ReasonNeeded),
    ],
)
async def test_what_cannot_be_said(
    database: Database, facts: dict[str, Any], now: datetime, refusal: type[Exception]
) -> None:
    """Not of what is off, not before the door opens, nor without a reason after the report."""

    async def work(session: Any) -> None:
        entry = await _entry(session, **facts)
        with pytest.raises(refusal):
            await _say(session, entry, PRESENT, now=now)
        assert (await session.scalars(select(Attendance))).all() == []

    await database.write(work)


@pytest.mark.parametrize("state", [one for one in State if one is not State.CONFIRMED])
async def test_only_of_those_who_take_part(database: Database, state: State) -> None:
    """Who waits, or has left, is not marked."""

    async def work(session: Any) -> None:
        event = await an_open_event(session)
        own, _ = await registered(session, event, state)
        entry = await entry_of(session, own.id, event.sessions[0].id)
        with pytest.raises(refusals.NotTakingPart):
            await _say(session, entry, PRESENT)

    await database.write(work)


async def test_a_correction_keeps_its_reason(database: Database) -> None:
    """On a later day another word needs a reason, which the journal keeps with both."""

    async def work(session: Any) -> dict[str, Any]:
        entry, rita = await _entry(session), a_person(name="Rita Ritaitė")
        await kept(session, rita)
        later = NOW + timedelta(days=1)
        assert await _say(session, entry, PRESENT, by=rita, now=later), "said for the first time"
        with pytest.raises(refusals.ReasonNeeded):
            await _say(session, entry, ABSENT, by=rita, now=later)
        await _say(session, entry, ABSENT, by=rita, now=later, reason=" Pasirašė\nkitas žmogus ")
        (noted,) = await session.scalars(select(JournalEntry))
        return dict(noted.facts)

    facts = await database.write(work)
    assert facts["reason"] == "Pasirašė kitas žmogus"
    assert [one["presence"] for one in facts["changed"]] == ["present", "absent"]


@pytest.mark.parametrize(
    ("reported", "marked", "after", "wanted"),
    [
        (False, False, timedelta(days=30), False),
        (False, True, timedelta(hours=9), False),
        (False, True, timedelta(hours=14), True),
        (True, False, timedelta(hours=1), True),
    ],
)
def test_what_is_a_correction(
    *, reported: bool, marked: bool, after: timedelta, wanted: bool
) -> None:
    """Until the day is over the list is being made; after the report everything is one."""
    event = an_event(starts=NOW, reported_at=NOW if reported else None)
    found = Attendance(presence=Presence.PRESENT) if marked else None
    meeting = event.sessions[0]
    entry = Entry(event=event, meeting=meeting, own=Registration(), person=Person(), mark=found)
    assert is_correction(entry, NOW + after, VILNIUS) is wanted


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ("", refusals.NotAReason),
        ("ne", refusals.NotAReason),
        ("x" * (LONGEST_REASON + 1), refusals.NotAReason),
        ("Petraitienės tą dieną nebuvo", refusals.NamesSomebody),
        ("onai paskambinus paaiškėjo", refusals.NamesSomebody),
        ("ONA PETRAITIENE atejo veliau", refusals.NamesSomebody),
    ],
)
def test_what_is_no_reason(written: str, refusal: type[Exception]) -> None:
    """The journal is kept for ever: a reason says something, and not of whom."""
    with pytest.raises(refusal):
        check_reason(written, a_person(name="Ona Petraitienė"))


def test_hours_of_a_part() -> None:
    """As many as the meeting counts are all of it; more, or none, are not taken."""
    event = an_event(hours=3)
    event.sessions[0].id = 1
    meeting = event.sessions[0]
    assert [check_hours(event, meeting, one) for one in (2.0, 4.0)] == [2.0, None]
    for wrong in (0.0, -1.0, 4.5):
        with pytest.raises(refusals.NotPartOfMeeting):
            check_hours(event, meeting, wrong)


def test_hours_as_they_are_printed() -> None:
    """What stands on the screen as all of it may be typed, and nothing that is printed as 0."""
    starts = [NOW + timedelta(days=day) for day in range(3)]
    meetings = [Session(starts_at=at, ends_at=at + timedelta(hours=2)) for at in starts]
    event = an_event(hours=8, sessions=meetings)
    event.hours = 8
    for number, meeting in enumerate(meetings):
        meeting.id = number
    assert [check_hours(event, meetings[0], one) for one in (2.67, 2.666, 0.5)] == [None, None, 0.5]
    for wrong in (0.004, 2.68, float("nan"), float("inf")):
        with pytest.raises(refusals.NotPartOfMeeting):
            check_hours(event, meetings[0], wrong)


def test_when_it_runs() -> None:
    """From half an hour before its start to its very end."""
    meeting = Session(starts_at=NOW, ends_at=NOW + timedelta(hours=2))
    minutes = {-31: False, -30: True, 0: True, 120: True, 121: False}
    assert {one: is_running(meeting, NOW + timedelta(minutes=one)) for one in minutes} == minutes


async def test_a_code_against_the_list(database: Database) -> None:
    """Who comes after the list was ticked is there all the same; „late“ stays „late“."""

    async def work(session: Any) -> list[tuple[bool, Presence]]:
        found = []
        for before in (Presence.ABSENT, Presence.LATE):
            entry = await _entry(session)
            await _say(session, entry, Said(before))
            again = await entry_of(session, entry.own.id, entry.meeting.id)
            is_new = await show_up(session, again, Source.QR, now=NOW)
            assert again.mark is not None
            found.append((is_new, again.mark.presence))
        return found

    assert await database.write(work) == [(True, Presence.PRESENT), (False, Presence.LATE)]


async def test_of_nobody_or_nothing(database: Database) -> None:
    """An old button may mean a meeting or a person who is no more, or one of another event."""

    async def work(session: Any) -> None:
        entry, other = await _entry(session), await _entry(session)
        with pytest.raises(refusals.MeetingGone):
            await entry_of(session, entry.own.id, 999_999)
        with pytest.raises(RegistrationGone):
            await entry_of(session, other.own.id, entry.meeting.id)
        entry.person.forgotten_at = NOW
        with pytest.raises(RegistrationGone):
            await entry_of(session, entry.own.id, entry.meeting.id)

    await database.write(work)


async def test_a_tick_meets_a_decision(postgres_database: Database) -> None:
    """Of two colleagues, one at the list and one who takes the person off, one waits for the other:
    neither is sent back.
    """

    async def begin(session: Any) -> tuple[int, int, int]:
        event, rita = await an_open_event(session, starts=NOW + timedelta(minutes=10)), a_person()
        await kept(session, rita)
        own, _ = await registered(session, event)
        return own.id, event.sessions[0].id, rita.id

    number, meeting, rita_id = await postgres_database.write(begin)
    is_held, is_decided = asyncio.Event(), asyncio.Event()

    async def ticks(session: Any) -> None:
        entry = await entry_of(session, number, meeting)
        is_held.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(is_decided.wait(), timeout=0.1)
        await mark(session, entry, PRESENT, by=None, now=NOW, zone=VILNIUS)

    async def takes_off(session: Any) -> None:
        await is_held.wait()
        rita = await session.get_one(Person, rita_id)
        case = await case_of(session, number, by=rita, now=NOW)
        is_decided.set()
        assert await take_off(session, case)

    await asyncio.gather(*map(postgres_database.write, (ticks, takes_off)))
