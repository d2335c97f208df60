"""Last year's event once more."""

from datetime import date, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing import copying
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.programme.holidays import Days, SchoolYear
from catalogue.programme.tables import Event, Status
from tests.catalogue.editing.test_rules import two_meetings
from tests.catalogue.files.made_up import at
from tests.factories import NOW, VILNIUS, a_centre, an_event, kept


def held(start: str, second: str) -> Event:
    """Two meetings of two hours; registration closes and leaving ends days before."""
    event = two_meetings(
        starts=at(start),
        registration_closes=at(start) - timedelta(days=3),
        cancel_until=at(start) - timedelta(days=1),
    )
    for meeting, begins in zip(event.sessions, (at(start), at(second)), strict=True):
        meeting.starts_at, meeting.ends_at = begins, begins + timedelta(hours=2)
    event.ends_at = at(second) + timedelta(hours=2)
    return event


@pytest.mark.parametrize(
    ("start", "second", "expected"),
    [
        ("2025-12-04 14:00", "2025-12-11 14:00", ("2026-12-03 14:00", "2026-12-10 14:00")),
        ("2025-10-23 14:00", "2025-10-30 14:00", ("2027-10-21 14:00", "2027-10-28 14:00")),
        ("2023-03-22 10:00", "2023-03-29 10:00", ("2027-03-17 10:00", "2027-03-24 10:00")),
        ("2026-11-30 10:00", "2026-12-01 10:00", ("2027-11-29 10:00", "2027-11-30 10:00")),
    ],
)
def test_same_weekdays_of_the_coming_year(
    start: str, second: str, expected: tuple[str, str]
) -> None:
    """At the same hour of the wall clock, also across its changes; deadlines go along."""
    event = held(start, second)
    draft = copying.copied(event, now=NOW, zone=VILNIUS)
    assert [one.starts_at for one in draft.sessions] == [at(one) for one in expected]
    assert [one.starts_at.weekday() for one in draft.sessions] == [
        one.starts_at.astimezone(VILNIUS).weekday() for one in event.sessions
    ]
    assert draft.registration_closes == at(expected[0]) - timedelta(days=3)
    assert (draft.cancel_until, draft.status) == (
        at(expected[0]) - timedelta(days=1),
        Status.DRAFT,
    )
    looked_at = copying.shown(event, draft)
    assert [one.starts_at for one in looked_at.sessions] == [at(one) for one in expected]
    assert event.sessions[0].starts_at == at(start)


async def test_a_copy_is_a_draft_of_its_own(session: AsyncSession) -> None:
    """With a code of its own and what is set besides the plan, but nobody in it, nor a report."""
    event = an_event(
        starts=NOW - timedelta(days=300), needs_approval=True, reminders=[60], reported_at=NOW,
        offers_close=NOW - timedelta(days=301), status=Status.CANCELLED, cancel_reason="Liga",
        seats=20,
    )  # fmt: skip
    await kept(session, event)
    copies = [await copying.make(session, event, now=NOW, zone=VILNIUS) for _ in range(2)]
    assert len({event.code, *(one.code for one in copies)}) == 3
    copy = copies[0]
    assert (copy.status, copy.cancel_reason, copy.reported_at) == (Status.DRAFT, "", None)
    assert (copy.needs_approval, copy.reminders, copy.seats) == (True, [60], 20)
    assert copy.offers_close == copy.starts_at - timedelta(days=1)
    assert copy.centre_id == event.centre_id


async def test_what_comes_up_again_is_first(session: AsyncSession) -> None:
    """Of one's own centres, published ones that have begun within the year."""
    own, other = a_centre(), a_centre()
    a_year, later, old, coming = (
        an_event(centre=own, starts=NOW - timedelta(days=days)) for days in (360, 200, 500, -3)
    )
    elsewhere = an_event(centre=other, starts=NOW - timedelta(days=100))
    off = an_event(centre=own, starts=NOW - timedelta(days=90), status=Status.CANCELLED)
    await kept(session, later, a_year, old, coming, elsewhere, off)
    mine = Realm(frozenset({own.id}))
    assert await copying.of_last_year(session, mine, now=NOW, limit=9) == [a_year, later]
    every = await copying.of_last_year(session, EVERYWHERE, now=NOW, limit=1, offset=2)
    assert every == [elsewhere]


def test_days_without_school_are_said() -> None:
    """For each meeting that falls into them."""
    event = held("2025-12-25 14:00", "2026-01-15 14:00")
    draft = copying.copied(event, now=NOW, zone=VILNIUS)
    holidays = Days(name="Žiemos", first=date(2026, 12, 24), last=date(2027, 1, 3))
    met = copying.holidays_met(draft, SchoolYear((holidays,)), VILNIUS)
    assert met == ((at("2026-12-24 14:00"), holidays),)
