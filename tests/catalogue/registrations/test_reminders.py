from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.quiet import quiet_around
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.registrations.reminders import (
    Reminder,
    due,
    is_soon,
    is_superseded,
    leads_for,
    leads_of,
    look_again,
    reminders_of,
)
from catalogue.registrations.tables import Registration, State
from tests.factories import NOW, VILNIUS, a_person, an_event, kept

DAY, HOUR = 24 * 60, 60
USUAL = (timedelta(days=7), timedelta(days=1), timedelta(hours=2))
#: The clocks change five days later.
AUTUMN, SPRING = datetime(2026, 10, 20, tzinfo=UTC), datetime(2027, 3, 23, tzinfo=UTC)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
NEVER_QUIET = {"quiet_from": 0, "quiet_until": 0}


def at(text: str) -> datetime:
    """On the wall clock in Vilnius."""
    return datetime.fromisoformat(text).replace(tzinfo=VILNIUS).astimezone(UTC)


def somebody(**facts: Any) -> Person:
    plain: dict[str, Any] = {"wants_reminders": True, "unwanted_reminders": []}
    return a_person(**plain | facts)


def an_event_of(*starts: datetime, **facts: Any) -> Event:
    meetings = [
        Session(id=number, starts_at=start, ends_at=start + timedelta(hours=3))
        for number, start in enumerate(starts, start=1)
    ]
    return an_event(starts=starts[0], **{"sessions": meetings, "status": Status.PUBLISHED} | facts)


def a_registration(**facts: Any) -> Registration:
    return Registration(**{"state": State.CONFIRMED, "changed_at": LONG_AGO} | facts)


def planned(
    event: Event,
    person: Person | None = None,
    registration: Registration | None = None,
    usual: Iterable[timedelta] = USUAL,
) -> list[Reminder]:
    return reminders_of(
        registration or a_registration(),
        event,
        person or somebody(**NEVER_QUIET),
        usual=tuple(usual),
        zone=VILNIUS,
    )


def moments(*given: Any, **facts: Any) -> list[tuple[int, str]]:
    """Each lead with its moment on the wall clock."""
    return [
        (each.lead, f"{each.at.astimezone(VILNIUS):%m-%d %H:%M}")
        for each in planned(*given, **facts)
    ]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, [7 * DAY, DAY, 2 * HOUR]),
        ({"reminders": [3 * DAY]}, [3 * DAY]),
        ({"reminders": []}, []),
        ({"mode": Mode.ONLINE}, [7 * DAY, DAY, 2 * HOUR, 15]),
        ({"mode": Mode.HYBRID, "reminders": []}, [15]),
        ({"mode": Mode.ONLINE, "reminders": [15, HOUR]}, [HOUR, 15]),
    ],
)
def test_leads(facts: dict[str, Any], expected: list[int]) -> None:
    """What staff have set, else what is usual; from afar the link comes in any case, once."""
    assert leads_of(an_event(**facts), USUAL) == expected


def test_a_length_of_nothing_is_no_reminder() -> None:
    """REMINDERS=0m would be due at the start itself, when it is of no use."""
    assert leads_of(an_event(), [timedelta()]) == []


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-10-25 10:00", ["10-18 10:00", "10-24 10:00", "10-25 08:00"]),
        ("2026-10-25 04:30", ["10-18 04:30", "10-24 04:30", "10-25 03:30"]),
        ("2026-10-26 10:00", ["10-19 10:00", "10-25 10:00", "10-26 08:00"]),
        ("2027-03-28 10:00", ["03-21 10:00", "03-27 10:00", "03-28 08:00"]),
        ("2027-03-28 05:00", ["03-21 05:00", "03-27 05:00", "03-28 02:00"]),
        ("2027-03-29 10:00", ["03-22 10:00", "03-28 10:00", "03-29 08:00"]),
    ],
)
def test_whole_days_are_days_of_the_calendar(start: str, expected: list[str]) -> None:
    """The day before at the same hour, though that night has 25 hours or 23; hours are hours."""
    assert [moment for _, moment in moments(an_event_of(at(start)))] == expected


@pytest.mark.parametrize(
    ("start", "leads", "quiet", "expected"),
    [
        ("11-25 10:00", [DAY, 120], (1260, 450), [(DAY, "11-24 10:00"), (120, "11-25 08:00")]),
        ("11-25 09:00", [120], (1260, 450), [(120, "11-25 07:30")]),
        ("11-25 08:00", [120], (1260, 450), [(120, "11-25 07:30")]),
        ("11-25 07:55", [120], (1260, 450), [(120, "11-24 20:30")]),
        ("11-25 07:00", [DAY], (1260, 450), [(DAY, "11-24 07:30")]),
        ("11-25 07:40", [15], (1260, 450), [(15, "11-25 07:30")]),
        ("11-25 07:35", [15], (1260, 450), [(15, "11-24 20:30")]),
        ("11-25 23:15", [120], (1260, 450), [(120, "11-25 20:30")]),
        ("11-25 13:00", [60], (720, 840), [(60, "11-25 11:30")]),
        ("11-25 13:00", [60], (0, 0), [(60, "11-25 12:00")]),
        ("11-25 13:00", [60], (450, 449), []),
        ("10-25 09:00", [120], (1260, 450), [(120, "10-25 07:30")]),
    ],
)
def test_quiet_hours(
    start: str, leads: list[int], quiet: tuple[int, int], expected: list[tuple[int, str]]
) -> None:
    """What falls into them comes at their end, or half an hour before them if that is too late."""
    event = an_event_of(at(f"2026-{start}"), reminders=leads)
    begin, end = quiet
    assert moments(event, somebody(quiet_from=begin, quiet_until=end)) == expected


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        ("2026-11-14 10:00", [7 * DAY, DAY, 2 * HOUR]),
        ("2026-11-18 10:00", [7 * DAY, DAY, 2 * HOUR]),
        ("2026-11-18 10:01", [DAY, 2 * HOUR]),
        ("2026-11-25 05:00", [2 * HOUR]),
        ("2026-11-25 09:00", []),
    ],
)
def test_who_comes_later_does_not_get_it(joined: str, expected: list[int]) -> None:
    """A reminder whose time had come before the registration was confirmed is not made up for."""
    event = an_event_of(at("2026-11-25 10:00"))
    own = a_registration(changed_at=at(joined))
    assert [each.lead for each in planned(event, registration=own)] == expected


def test_who_joins_in_quiet_hours_is_not_woken_with_what_was_due_before() -> None:
    """Joined at 23:00: the reminder of 22:00 that would come at 7:30 has been told already."""
    event = an_event_of(at("2026-11-26 22:00"), reminders=[DAY])
    late = a_registration(changed_at=at("2026-11-25 23:00"))
    assert planned(event, somebody(), late) == []


def test_who_joins_after_what_was_put_before_quiet_hours() -> None:
    """The two hours' reminder of 5:00 would have come at 20:30; joined at 20:45 it is too late."""
    event = an_event_of(at("2026-11-26 07:00"), reminders=[2 * HOUR])
    late = a_registration(changed_at=at("2026-11-25 20:45"))
    assert planned(event, somebody(), late) == []


@pytest.mark.parametrize(
    ("event", "person", "registration"),
    [
        ({"status": Status.CANCELLED}, {}, {}),
        ({"status": Status.DRAFT}, {}, {}),
        ({}, {"wants_reminders": False}, {}),
        ({}, {"unwanted_reminders": [7 * DAY, DAY, 2 * HOUR]}, {}),
        ({}, {"forgotten_at": NOW}, {}),
        *[({}, {}, {"state": state}) for state in State if state is not State.CONFIRMED],
    ],
)
def test_who_gets_none(
    event: dict[str, Any], person: dict[str, Any], registration: dict[str, Any]
) -> None:
    """Nobody is reminded of what is not held, without a seat in it, or against their will."""
    found = planned(
        an_event_of(at("2026-12-01 10:00"), **event),
        somebody(**person),
        a_registration(**registration),
    )
    assert found == []


def test_each_meeting_has_its_own() -> None:
    """A course of two meetings has two rows of reminders, but for what a person turned off."""
    event = an_event_of(at("2026-12-01 10:00"), at("2026-12-08 14:00"))
    found = planned(event, somebody(unwanted_reminders=[7 * DAY]))
    assert [(each.session_id, each.lead) for each in found] == [
        (1, DAY), (1, 2 * HOUR), (2, DAY), (2, 2 * HOUR),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("since", "now", "going", "dropped", "look_at"),
    [
        ("11-20 10:00", "11-23 10:00", [], 0, "11-24 10:00"),
        ("11-24 10:00", "11-24 10:00", [(DAY, "11-24 10:00")], 0, "11-25 08:00"),
        ("11-17 00:00", "11-24 12:00", [(DAY, "11-24 12:00")], 1, "11-25 08:00"),
        ("11-24 10:01", "11-24 12:00", [], 0, "11-25 08:00"),
        ("11-24 10:00", "11-25 09:00", [(2 * HOUR, "11-25 09:00")], 1, None),
        ("11-24 10:00", "11-25 10:00", [], 2, None),
        ("11-24 10:00", "11-24 22:00", [(DAY, "11-25 07:30")], 0, "11-25 08:00"),
    ],
)
def test_due(
    since: str, now: str, going: list[tuple[int, str]], dropped: int, look_at: str | None
) -> None:
    """After a long sleep the last one goes out alone, the others are counted, nobody is woken."""
    person = somebody()
    event = an_event_of(at("2026-11-25 10:00"))
    found = due(
        planned(event, person),
        person,
        since=at(f"2026-{since}"),
        now=at(f"2026-{now}"),
        zone=VILNIUS,
    )
    assert [
        (each.lead, f"{each.at.astimezone(VILNIUS):%m-%d %H:%M}") for each in found.reminders
    ] == going
    assert found.dropped == dropped
    assert found.look_at == (look_at and at(f"2026-{look_at}"))


def test_late_into_quiet_hours_and_too_late_after_them() -> None:
    """The event starts before the quiet hours end, and the moment before them was slept through."""
    person, event = somebody(), an_event_of(at("2026-11-25 07:00"), reminders=[2 * HOUR])
    everything = planned(event, person)
    found = due(everything, person, since=LONG_AGO, now=at("2026-11-24 22:00"), zone=VILNIUS)
    assert (found.reminders, found.dropped, found.look_at) == ((), 1, None)


def test_the_nearer_one_takes_its_place() -> None:
    """Of two of one meeting the nearer one is said; another meeting's changes nothing."""
    far, near = Reminder(1, NOW, DAY, NOW), Reminder(1, NOW, 120, NOW + timedelta(hours=1))
    other = Reminder(2, NOW, 15, NOW)
    assert not is_superseded(far, [far, near, other], now=NOW)
    assert is_superseded(far, [far, near, other], now=NOW + timedelta(hours=1))
    assert not is_superseded(near, [far, near, other], now=NOW + timedelta(hours=1))


@pytest.mark.parametrize(
    ("ahead", "soon"),
    [(timedelta(days=7, minutes=1), False), (timedelta(days=6), True), (timedelta(hours=1), True)],
)
def test_is_soon(ahead: timedelta, soon: bool) -> None:  # noqa: FBT001 -- a column of the table
    """It is soon when one of the reminders would have come before."""
    event = an_event(starts=NOW + ahead)
    assert is_soon(event, usual=USUAL, zone=VILNIUS, now=NOW) is soon


moment = st.integers(0, 10 * DAY).map(lambda minutes: AUTUMN + timedelta(minutes=minutes)) | (
    st.integers(0, 10 * DAY).map(lambda minutes: SPRING + timedelta(minutes=minutes))
)
minute_of_day = st.integers(0, 1439)


@settings(max_examples=100)
@given(
    starts=st.lists(moment, min_size=1, max_size=2, unique=True),
    leads=st.lists(st.sampled_from([14 * DAY, 7 * DAY, DAY, 600, 120, 60, 15]), unique=True),
    quiet=st.tuples(minute_of_day, minute_of_day),
    joined=st.integers(0, 12 * DAY),
    steps=st.lists(st.integers(1, 2 * DAY), max_size=60),
)
def test_never_twice_never_at_night_never_missing(
    starts: list[datetime],
    leads: list[int],
    quiet: tuple[int, int],
    joined: int,
    steps: list[int],
) -> None:
    """However the clock looks: each at most once, never in quiet hours, never after the start, and
    the last one that still makes sense is not left out.
    """
    starts_at = sorted(starts)
    person = somebody(quiet_from=quiet[0], quiet_until=quiet[1])
    event = an_event_of(*starts_at, reminders=leads)
    confirmed = starts_at[0] - timedelta(minutes=joined)
    everything = planned(event, person, a_registration(changed_at=confirmed))
    look_at: datetime | None = confirmed
    sent: list[Reminder] = []
    now = previous = confirmed
    for step in steps:
        previous, now = now, now + timedelta(minutes=step)
        going: tuple[Reminder, ...] = ()
        if look_at is not None and look_at <= now:
            found = due(everything, person, since=look_at, now=now, zone=VILNIUS)
            going, look_at = found.reminders, found.look_at
        sent += going
        for each in _must_go(everything, person, previous, now):
            assert (each.session_id, each.lead) in {(one.session_id, one.lead) for one in going}
    keys = [(each.session_id, each.lead) for each in sent]
    assert len(keys) == len(set(keys))
    for each in sent:
        assert quiet_around(person, each.at, VILNIUS) is None
        assert confirmed <= each.at < each.starts_at


def _must_go(
    everything: list[Reminder], person: Person, previous: datetime, now: datetime
) -> list[Reminder]:
    """What fell due since the last look, of each meeting the nearest, by day and before it."""
    if quiet_around(person, now, VILNIUS):
        return []
    return [
        each
        for each in everything
        if previous < each.at <= now < each.starts_at
        and not any(
            other.session_id == each.session_id and other.lead < each.lead and other.at <= now
            for other in everything
        )
    ]


@settings(max_examples=100)
@given(start=moment, days=st.integers(1, 14))
def test_the_hour_is_that_of_the_event(start: datetime, days: int) -> None:
    """Whole days before an event the wall clock shows its own hour, but for one that is skipped."""
    (only,) = planned(an_event_of(start, reminders=[days * DAY]))
    wanted, local = start.astimezone(VILNIUS), only.at.astimezone(VILNIUS)
    assert (wanted.date() - local.date()).days == days
    skipped = local.date().isoformat() == "2027-03-28" and time(3) <= wanted.time() < time(4)
    assert local.time() == wanted.time() or skipped


async def test_look_again(database: Database) -> None:
    """Only confirmed ones, of the event or the person; what is due to be looked at stays so."""

    async def work(session: AsyncSession) -> list[datetime | None]:
        ona, jonas = a_person(name="ona"), a_person(name="jonas")
        first, second = an_event(code="first"), an_event(code="second")
        await kept(session, ona, jonas, first, second)
        earlier, later = NOW - timedelta(hours=1), NOW + timedelta(hours=1)
        await kept(
            session,
            _kept(first, ona, remind_at=later),
            _kept(first, jonas, remind_at=earlier),
            _kept(second, ona, remind_at=None),
            _kept(second, jonas, state=State.WAITING),
        )
        await look_again(session, now=NOW, event_id=first.id)
        await look_again(session, now=NOW, person_id=jonas.id)
        await look_again(session, now=NOW, person_id=ona.id, event_id=second.id)
        rows = await session.execute(select(Registration.remind_at).order_by(Registration.id))
        return [row.remind_at for row in rows]

    earlier = NOW - timedelta(hours=1)
    assert await database.write(work) == [NOW, earlier, NOW, None]


async def test_leads_for(database: Database) -> None:
    """The usual ones, the link's, and those that staff set for what the person comes to."""

    async def work(session: AsyncSession) -> list[int]:
        ona = a_person()
        coming, past = an_event(reminders=[14 * DAY]), an_event(reminders=[3 * DAY])
        past.starts_at, past.ends_at = NOW - timedelta(days=2), NOW - timedelta(days=1)
        waits = an_event(reminders=[2 * DAY])
        await kept(session, ona, coming, past, waits)
        await kept(session, _kept(coming, ona), _kept(past, ona))
        await kept(session, _kept(waits, ona, state=State.WAITING))
        return await leads_for(session, person=ona, usual=USUAL, now=NOW)

    assert await database.write(work) == [14 * DAY, 7 * DAY, DAY, 2 * HOUR, 15]


def _kept(event: Event, person: Person, **facts: Any) -> Registration:
    plain: dict[str, Any] = {
        "event_id": event.id, "person_id": person.id, "ticket": 1, "joined_at": NOW,
        "remind_at": None,
    }  # fmt: skip
    return a_registration(**plain | facts)
