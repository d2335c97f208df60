"""What goes out can come in again."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from catalogue.database import Database
from catalogue.editing.importing import Report, take_in
from catalogue.files.columns import COLUMNS
from catalogue.files.drafts import drafts
from catalogue.files.exporting import write
from catalogue.files.reading import ENDINGS, read
from catalogue.files.rows import RawRow
from catalogue.files.workbook import grids
from catalogue.programme.queries import of_centre
from catalogue.programme.refused import Reason, Unreadable
from catalogue.programme.tables import Event
from tests.catalogue.files.made_up import VILNIUS, jsonl, read_rows
from tests.databases import Files

HARD: list[dict[str, Any]] = [
    {"title_lt": "Tik pavadinimas", "start": "2026-12-07 10:00"},
    {
        "code": "2026/15 KŠIC", "title_lt": "=1+1", "title_en": "-2",
        "summary": "Viena; „dvi“\n\n'=x", "form": "seminaras",
        "audience": ["@a, b", "\\N 5%5C"], "subjects": ["+x"], "mode": "hybrid",
        "place": "'Salė", "city": "Naujoji Akmenė", "join_url": "https://example.org/?a=1;b=2",
        "start": "2026-12-07T10:00+02:00", "end": "2026-12-08 16:00", "hours": 12.25,
        "price_eur": 25.5, "funding": "ES", "seats": 1000000, "waiting_list": False,
        "registration_closes": "2026-12-01", "cancel_until": "2026-12-02 12:00",
        "organiser": "KŠIC", "lecturer": "Doc. A; B", "coordinator": "Rasa",
        "contact": "+370 600 00000", "ktprr_code": "0213", "language": "en", "status": "draft",
        "certificate": False,
    },
    {"code": "M", "title_lt": "Moduliai", "start": "2026-12-07 10:00", "hours": 40, "seats": 0},
    {"code": "M", "title_lt": "Moduliai", "start": "2026-12-14 10:00", "hours": 40, "seats": 0},
    {"code": "M", "title_lt": "Moduliai", "start": "2026-12-21 10:00", "hours": 40, "city": "Y"},
    {"code": "H", "title_en": "Half known", "start": "2026-12-07 10:00", "end": "2026-12-07 11:00"},
    {"code": "H", "title_en": "Half known", "start": "2026-12-14 10:00", "price_eur": "0"},
    {"code": "night", "title_lt": "Naktis", "start": "2026-12-07 00:00", "status": "cancelled"},
    {"code": "twice", "title_lt": "Laikrodžiai", "start": "2026-10-25T03:30+02:00", "hours": 2},
    {"code": "first", "title_lt": "Laikrodžiai", "start": "2026-10-25T03:30+03:00", "hours": 2},
]  # fmt: skip


async def taken(database: Database, now: datetime, name: str, data: bytes) -> Report:
    reading = read(name, data, zone=VILNIUS)
    assert (reading.refused, reading.ignored) == ((), ())
    return await database.write(lambda session: take_in(session, reading.drafts, now=now))


async def plan(database: Database) -> Sequence[Event]:
    return await database.read(lambda session: of_centre(session, None))


@pytest.mark.parametrize("ending", ENDINGS)
async def test_export_comes_in_unchanged(database: Database, now: datetime, ending: str) -> None:
    """Into the same database nothing changes, whatever stands in the cells."""
    await taken(database, now, "a.jsonl", jsonl(*HARD))
    out = write("a" + ending, await plan(database), zone=VILNIUS, now=now)
    report = await taken(database, now, "a" + ending, out)
    assert [change.fields for change in report.changed] == []
    assert (len(report.added), len(report.unchanged)) == (0, 7)


@pytest.mark.parametrize("ending", ENDINGS)
async def test_export_makes_the_same_programme_elsewhere(
    sqlite_files: Files, now: datetime, ending: str
) -> None:
    """A centre that moves to another machine has there the very same plan."""
    here, there = Database(await sqlite_files.fresh()), Database(await sqlite_files.fresh())
    await taken(here, now, "a.jsonl", jsonl(*HARD))
    out = write("a" + ending, await plan(here), zone=VILNIUS, now=now)
    await taken(there, now, "a" + ending, out)
    known = [write("a.jsonl", await plan(each), zone=VILNIUS, now=now) for each in (here, there)]
    await here.close()
    await there.close()
    assert sorted(known[0].splitlines()) == sorted(known[1].splitlines())


async def test_spreadsheets_are_neutralised(sqlite_database: Database, now: datetime) -> None:
    """No text of ours becomes a formula in anybody's spreadsheet."""
    await taken(sqlite_database, now, "a.jsonl", jsonl(*HARD))
    events = await plan(sqlite_database)
    book = write("a.xlsx", events, zone=VILNIUS, now=now)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    text = write("a.csv", events, zone=VILNIUS, now=now).decode("utf-8-sig")
    sheets = [grids(book)[0].rows, list(csv.reader(io.StringIO(text), delimiter=";"))]
    cells = [cell for rows in sheets for row in rows for cell in row if isinstance(cell, str)]
    loose = {cell for cell in cells if cell.startswith(("=", "+", "-", "@"))}
    assert loose == {"+370 600 00000"}  # in a workbook, where it is marked as text
    assert "'=1+1" in cells


async def test_workbook_is_lithuanian(sqlite_database: Database, now: datetime) -> None:
    """Headings, „taip“ and „ne“, real dates, and the same columns in the same order always."""
    await taken(sqlite_database, now, "a.jsonl", jsonl(*HARD))
    rows = grids(write("a.xlsx", await plan(sqlite_database), zone=VILNIUS, now=now))[0].rows
    assert rows[0] == [column.heading for column in COLUMNS]
    row = dict(zip(rows[0], next(r for r in rows if r[0] == "2026/15 KŠIC"), strict=True))
    assert (row["Laukiančiųjų eilė"], row["Pažymėjimas"]) == ("ne", "ne")
    assert (row["Būdas"], row["Būsena"], row["Kaina, Eur"]) == ("mišrus", "juodraštis", 25.5)
    assert row["Pradžia"] == datetime(2026, 12, 7, 10)  # noqa: DTZ001 -- as a workbook holds it


async def test_csv_opens_in_a_lithuanian_spreadsheet(
    sqlite_database: Database, now: datetime
) -> None:
    """A byte-order mark for the letters, `;` between cells, a comma in numbers."""
    await taken(sqlite_database, now, "a.jsonl", jsonl(*HARD))
    data = write("a.csv", await plan(sqlite_database), zone=VILNIUS, now=now)
    assert data.startswith(b"\xef\xbb\xbfKodas;Pavadinimas;")
    assert ";12,25;25,50;ES;1000000;ne;" in data.decode()


async def test_calendar_of_the_plan(sqlite_database: Database, now: datetime) -> None:
    """Any calendar program can open the whole plan."""
    await taken(sqlite_database, now, "a.jsonl", jsonl(*HARD))
    data = write("a.ics", await plan(sqlite_database), zone=VILNIUS, now=now)
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len({entry["UID"] for entry in found}) == len(found) == 10
    assert {str(entry["STATUS"]) for entry in found} == {"CONFIRMED", "CANCELLED", "TENTATIVE"}


def test_unknown_ending() -> None:
    """A kind of file we do not write is refused before anything is made."""
    with pytest.raises(Unreadable) as unreadable:
        write("a.doc", [], zone=VILNIUS, now=datetime.min.replace(tzinfo=VILNIUS))
    assert unreadable.value.reason is Reason.UNKNOWN_ENDING


TEXT = st.text(min_size=1, max_size=60)


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".ics"])
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXT, TEXT, TEXT, TEXT), min_size=1, max_size=8))
@example([("\\n", "%5C", "\\,;", "\\N")])
def test_any_text_goes_round(ending: str, texts: list[tuple[str, str, str, str]]) -> None:
    """Whatever an organiser types is the same after a journey through a spreadsheet."""
    rows = [
        {"code": f"C{n}", "title_lt": f"T {title}", "summary": summary, "place": place,
         "audience": [group], "start": "2026-12-07 10:00"}
        for n, (title, summary, place, group) in enumerate(texts)
    ]  # fmt: skip
    first = read_rows(*rows).drafts
    events = [_event(draft) for draft in first]
    out = write("a" + ending, events, zone=VILNIUS, now=first[0].starts_at)
    again = {draft.code: draft for draft in read("a" + ending, out, zone=VILNIUS).drafts}
    for draft in first:
        back = again[draft.code]
        assert (back.title_lt, back.summary, back.audience, back.sessions) == (
            draft.title_lt,
            draft.summary,
            draft.audience,
            draft.sessions,
        )


def _event(draft: Any) -> Event:
    from catalogue.centres.queries import nameless_centre
    from catalogue.editing.rules import FIELDS
    from catalogue.editing.sessions import new_session

    return Event(
        centre=nameless_centre(),
        code=draft.code,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        sequence=0,
        sessions=[new_session(wanted) for wanted in draft.sessions],
        **{name: getattr(draft, name) for name in FIELDS},
    )


def test_rows_of_an_export_are_the_rows_of_an_import() -> None:
    """Both sides of the contract name the same columns."""
    assert drafts([RawRow(1, dict.fromkeys(column.key for column in COLUMNS))], VILNIUS) == ([], [])


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.jsonl", "a.ics"])
async def test_modules_and_who_pays_come_in_again_unchanged(
    sqlite_database: Database, now: datetime, name: str
) -> None:
    """A programme of modules, also where nobody has said its hours as a whole."""
    rows = [
        {
            "code": "P", "title_lt": "Programa", "start": f"2026-12-{day:02} 10:00",
            "payer": "=mokykla", "project": "Tęsk", "session_title": f"Modulis {day}",
            "session_hours": 8,
        }
        for day in (7, 14)
    ]  # fmt: skip
    await taken(sqlite_database, now, "a.jsonl", jsonl(*rows))
    (event,) = await plan(sqlite_database)
    assert (event.hours, event.payer, event.project) == (16, "=mokykla", "Tęsk")
    assert [(one.title, one.hours) for one in event.sessions] == [
        ("Modulis 7", 8),
        ("Modulis 14", 8),
    ]
    data = write(name, [event], zone=VILNIUS, now=now)
    report = await taken(sqlite_database, now, name, data)
    assert (report.changed, report.added, report.refused) == ([], [], [])
