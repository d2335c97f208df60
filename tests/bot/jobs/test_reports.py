"""A report is counted, written and drawn beside the conversation."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.reports import report
from catalogue.database import Database
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from catalogue.reports.periods import Kind
from handlers.office.callbacks.reports import Report, Show
from scheduler.jobs import key_of
from scheduler.outbox import Message
from tests.bot.jobs.running import done, files, words
from tests.factories import NOW, a_centre, a_person, an_event, kept


@pytest.fixture
async def centre(sqlite_database: Database) -> int:
    """Eight people came to four hours in October, six a year before."""

    async def work(session: AsyncSession) -> int:
        centre = a_centre(name="Kauno centras")
        for days, number in ((-40, 8), (-405, 6)):
            starts = NOW + timedelta(days=days)
            event = an_event(centre=centre, starts=starts)
            people = [a_person() for _ in range(number)]
            await kept(session, event, *people)
            own = [
                Registration(event_id=event.id, person_id=one.id, state=State.CONFIRMED, ticket=1,
                             joined_at=starts, changed_at=starts)
                for one in people
            ]  # fmt: skip
            await kept(session, *own)
            session.add_all(
                Attendance(registration_id=one.id, session_id=event.sessions[0].id,
                           presence=Presence.PRESENT, source=Source.LIST, marked_at=starts)
                for one in own
            )  # fmt: skip
        return centre.id

    return await sqlite_database.write(work)


async def made(database: Database, centre: int | None, **view: Any) -> list[Message]:
    facts = {
        "view": Report(show=Show.MADE, **view).pack(),
        "centres": [centre] if centre is not None else None,
        "several": centre is None,
    }
    return await done(database, report, facts)


async def test_both_files_and_the_figures(sqlite_database: Database, centre: int) -> None:
    """The figures stand where it was promised, beside those of a year before; then both files."""
    messages = await made(sqlite_database, centre)
    assert messages[0].edits == key_of(1)
    told = words(messages).replace("\N{NO-BREAK SPACE}", " ")
    assert told.startswith("<b>Ataskaita</b> · 2026 m. spalis\nKauno centras\n")
    assert "Iš jų dalyvavo: <b>8</b> (6, +33 %)" in told
    assert "Išklausyta akademinių valandų: <b>32</b> (24, +33 %)" in told
    brought = await files(sqlite_database, messages)
    assert list(brought) == ["ataskaita-2026-10.pdf", "ataskaita-2026-10.xlsx"]
    assert brought["ataskaita-2026-10.pdf"].startswith(b"%PDF")
    book = CalamineWorkbook.from_filelike(BytesIO(brought["ataskaita-2026-10.xlsx"]))
    first = book.get_sheet_by_name("Trumpai").to_python()
    assert ["Iš jų dalyvavo", 8.0, 6.0, 2.0, pytest.approx(1 / 3)] in first


async def test_a_report_made_again_says_the_same(sqlite_database: Database, centre: int) -> None:
    """As long as nothing has changed; what was noted since then is in it."""
    before = words(await made(sqlite_database, centre))
    assert words(await made(sqlite_database, centre)) == before

    async def change(session: AsyncSession) -> None:
        await session.execute(update(Event).values(hours=8.0))

    await sqlite_database.write(change)
    assert "valandų: <b>64</b>" in words(await made(sqlite_database, centre))


async def test_of_all_centres_and_of_another_time(sqlite_database: Database, centre: int) -> None:
    """An empty one is a report too; another centre is one press away where there are several."""
    messages = await made(sqlite_database, None, kind=Kind.YEAR, number=2024)
    assert words(messages).startswith("<b>Ataskaita</b> · 2024 metai\nVisi centrai\n")
    assert len(await files(sqlite_database, messages)) == 2
    rows = (messages[0].payload or {})["reply_markup"]["inline_keyboard"]
    assert [one["text"] for row in rows for one in row] == [
        "◀ 2023 metai", "2025 metai ▶", "Mėnuo", "Ketvirtis", "Mokslo metai", "Kitas centras",
        "Kiti skaičiai",
    ]  # fmt: skip
