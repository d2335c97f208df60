"""Drafts become the programme."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.centres.queries import NAMELESS, by_slug
from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.editing.importing import Report, moved, take_in, weeks_until
from catalogue.files.drafts import EventDraft
from catalogue.people.tables import Person
from catalogue.programme.queries import of_centre
from catalogue.programme.refused import Reason
from catalogue.programme.revisions import current_revision
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from tests.catalogue.files.made_up import VILNIUS, at, drafts_of, read_rows

ROW: dict[str, Any] = {
    "code": "A", "title_lt": "Muzika", "organiser": "Menų centras", "start": "2026-12-07 10:00",
    "end": "2026-12-07 12:00", "place": "Salė", "seats": 1, "price_eur": 5,
}  # fmt: skip
SECOND = {**ROW, "start": "2026-12-14 10:00", "end": "2026-12-14 12:00"}
OTHER = {**ROW, "code": "B"}


async def imported(database: Database, now: datetime, *rows: dict[str, Any]) -> Report:
    reading = read_rows(*rows)
    return await database.write(
        lambda session: take_in(session, reading.drafts, now=now, refused=reading.refused)
    )


async def events_of(database: Database) -> Sequence[Event]:
    return await database.read(lambda session: of_centre(session, None))


async def only(database: Database) -> Event:
    (event,) = await events_of(database)
    return event


def counts(report: Report) -> tuple[int, int, int, int]:
    return (
        len(report.added),
        len(report.changed),
        len(report.unchanged),
        len(report.refused),
    )


async def test_same_file_twice_changes_nothing(database: Database, now: datetime) -> None:
    """An organiser may import as often as they like."""
    rows = (ROW, SECOND, OTHER, {"title_en": "Music", "start": "2027-01-04 10:00"})
    assert counts(await imported(database, now, *rows)) == (3, 0, 0, 0)
    before = [(event.id, event.revision, event.sequence) for event in await events_of(database)]
    assert counts(await imported(database, now, *rows)) == (0, 0, 3, 0)
    after = [(event.id, event.revision, event.sequence) for event in await events_of(database)]
    assert before == after


async def test_change_is_told_field_by_field(database: Database, now: datetime) -> None:
    """The organiser sees what became different, and so can whoever is registered."""
    await imported(database, now, ROW, OTHER)
    report = await imported(database, now, {**ROW, "price_eur": 7, "place": "Biblioteka"}, OTHER)
    assert counts(report) == (0, 1, 1, 0)
    (changed,) = report.changed
    told = {field.field: (str(field.before), str(field.after)) for field in changed.fields}
    assert told == {"price_eur": ("5.00", "7.00"), "place": ("Salė", "Biblioteka")}


async def test_only_what_calendars_show_raises_their_count(
    database: Database, now: datetime
) -> None:
    """A new price is no reason to touch anybody's calendar; a new place is."""
    await imported(database, now, ROW)
    await imported(database, now, {**ROW, "price_eur": 7})
    assert (await only(database)).sequence == 0
    await imported(database, now, {**ROW, "place": "Biblioteka"})
    assert (await only(database)).sequence == 1
    await imported(database, now, {**ROW, "place": "Biblioteka", "status": "cancelled"})
    assert (await only(database)).sequence == 2


async def test_revision_rises_once_an_import(database: Database, now: datetime) -> None:
    """Whoever follows the programme hears of the changed events, and of no others."""
    await imported(database, now, ROW, OTHER)
    await imported(database, now, {**ROW, "price_eur": 7}, OTHER)
    assert await database.read(current_revision) == 2
    assert {event.code: event.revision for event in await events_of(database)} == {"A": 2, "B": 1}


async def test_what_the_file_is_silent_about_stays(database: Database, now: datetime) -> None:
    """A file with three columns does not wipe out the others; an empty cell does."""
    await imported(database, now, {**ROW, "summary": "Apie ją.", "hours": 2})
    short = {key: ROW[key] for key in ("code", "title_lt", "organiser", "start")}
    assert counts(await imported(database, now, short)) == (0, 0, 1, 0)
    await imported(database, now, {**short, "summary": None})
    event = await only(database)
    assert (event.summary, event.place, event.hours) == ("", "Salė", 2)
    assert event.ends_at == at("2026-12-07T12:00")


@pytest.mark.parametrize(
    ("rows", "starts"),
    [
        ([{**ROW, "place": "Kita"}, SECOND], {0: "2026-12-07", 1: "2026-12-14"}),
        (
            [ROW, {**SECOND, "start": "2026-12-15 10:00", "end": ""}],
            {0: "2026-12-07", 1: "2026-12-15"},
        ),
        (
            [SECOND, {**ROW, "start": "2026-12-21 10:00", "end": ""}],
            {0: "2026-12-21", 1: "2026-12-14"},
        ),
        ([SECOND], {1: "2026-12-14"}),
    ],
    ids=["place", "later", "overtakes", "fewer"],
)
async def test_meeting_keeps_its_row(
    database: Database, now: datetime, rows: list[dict[str, Any]], starts: dict[int, str]
) -> None:
    """The entry in a person's calendar moves with the meeting: its UID is made of the row."""
    await imported(database, now, ROW, SECOND)
    ids = [meeting.id for meeting in (await only(database)).sessions]
    await imported(database, now, *rows)
    event = await only(database)
    found = {
        ids.index(m.id): m.starts_at.astimezone(VILNIUS).date().isoformat() for m in event.sessions
    }
    assert found == starts
    assert event.starts_at == min(meeting.starts_at for meeting in event.sessions)


async def test_new_meeting(database: Database, now: datetime) -> None:
    """A third meeting joins the two, and the event says so."""
    await imported(database, now, ROW, SECOND)
    third = {**ROW, "start": "2026-12-01 10:00", "end": "2026-12-01 12:00"}
    report = await imported(database, now, ROW, SECOND, third)
    assert {field.field for field in report.changed[0].fields} == {"starts_at", "sessions"}
    event = await only(database)
    assert [m.starts_at for m in event.sessions] == sorted(m.starts_at for m in event.sessions)
    assert (event.starts_at, len(event.sessions)) == (at("2026-12-01T10:00"), 3)


async def test_slip_takes_no_meeting_away(database: Database, now: datetime) -> None:
    """A date that could not be read does not cancel that meeting for those who come."""
    await imported(database, now, ROW, SECOND)
    report = await imported(database, now, ROW, {**SECOND, "start": "gruodžio 14 d."})
    assert counts(report) == (0, 0, 1, 1)
    assert len((await only(database)).sessions) == 2


async def test_centres_are_known_by_any_name(database: Database, now: datetime) -> None:
    """The old name, the short one and the present one are one centre, with its facts."""
    names = ("Kauno pedagogų kvalifikacijos centras", "KŠIC", "kauno svietimo inovaciju centras")
    rows = [{**ROW, "code": str(n), "organiser": name} for n, name in enumerate(names)]
    report = await imported(database, now, *rows)
    assert [centre.slug for centre in report.new_centres] == ["ksic"]
    assert {event.centre.name for event in await events_of(database)} == {
        "Kauno švietimo inovacijų centras"
    }


async def test_same_event_under_two_names_of_a_centre(database: Database, now: datetime) -> None:
    """The second is refused: only now is it seen to be the same."""
    report = await imported(
        database, now, {**ROW, "organiser": "KPKC"}, {**ROW, "organiser": "KŠIC"}
    )
    assert counts(report) == (1, 0, 0, 1)
    assert (report.refused[0].row, report.refused[0].reason) == (2, Reason.TWICE)


async def test_row_without_organiser(database: Database, now: datetime) -> None:
    """It belongs to the centre named beside the file, or to nobody; it is not refused."""
    drafts = drafts_of({"title_lt": "A", "start": "2026-12-07 10:00"})

    async def work(session: Any) -> Report:
        centre = Centre(slug="mano", name="Mano centras", name_en="", other_names=[], facts={})
        session.add(centre)
        await session.flush()
        return await take_in(session, drafts, now=now, default_centre=centre)

    report = await database.write(work)
    assert report.added[0].centre.slug == "mano"
    assert counts(
        await imported(database, now, {"title_lt": "A", "start": "2026-12-07 10:00"})
    ) == (1, 0, 0, 0)
    assert await database.read(lambda session: by_slug(session, NAMELESS)) is not None


async def registered(database: Database, now: datetime, *states: State) -> None:
    async def work(session: Any) -> None:
        event = (await session.scalars(select(Event))).one()
        for number, state in enumerate(states, start=1):
            person = Person(telegram_id=number, name=f"P{number}", met_at=now)
            session.add(person)
            await session.flush()
            session.add(
                Registration(
                    event_id=event.id, person_id=person.id, state=state, ticket=number,
                    joined_at=now, changed_at=now,
                )
            )  # fmt: skip

    await database.write(work)


@pytest.mark.parametrize(
    ("first", "then", "moved_up"),
    [
        ({}, {"seats": 2}, 1),
        ({}, {"seats": None}, 2),
        ({}, {"seats": 1, "price_eur": 9}, 0),
        ({"status": "cancelled", "seats": 2}, {"seats": 2}, 1),
        ({}, {"seats": 5, "status": "cancelled"}, 0),
    ],
    ids=["more", "unlimited", "same", "reopened", "cancelled"],
)
async def test_more_seats_move_the_queue(
    database: Database, now: datetime, first: dict[str, Any], then: dict[str, Any], moved_up: int
) -> None:
    """Who waits gets the new seats in the same moment, in order of arrival."""
    await imported(database, now, {**ROW, "status": "published", **first})
    await registered(database, now, State.CONFIRMED, State.WAITING, State.WAITING)
    report = await imported(database, now, {**ROW, "status": "published", **then})
    assert [r.ticket for r in report.moved_up] == [2, 3][:moved_up]


def test_programme_moved_by_weeks() -> None:
    """The sample programme begins near any day, on the same weekdays and at the same hours."""
    drafts: tuple[EventDraft, ...] = drafts_of({**ROW, "registration_closes": "2026-12-01"})
    weeks = weeks_until(drafts, at("2027-04-14T09:00"))
    (later,) = moved(drafts, weeks=weeks, zone=VILNIUS)
    assert weeks == 18
    assert later.starts_at == at("2027-04-12T10:00")
    assert later.ends_at == at("2027-04-12T12:00")
    assert later.registration_closes == at("2027-04-06T23:59")
    assert later.sessions[0].ends_at - later.sessions[0].starts_at == timedelta(hours=2)
    assert later.code == drafts[0].code
