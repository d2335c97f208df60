"""The list as a workbook, and the sheet to sign."""

import io
from decimal import Decimal
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy.ext.asyncio import AsyncSession

from bot.drawing.sheets import SignInSheet
from bot.jobs import participants as jobs
from catalogue.database import Database
from catalogue.programme.tables import Event, Mode, Session
from catalogue.registrations.tables import Payer, Payment
from tests.bot.jobs.running import done, files
from tests.catalogue.registrations.test_queue import DAY, SOON, C, P, W, X, queued
from tests.factories import kept
from tests.handlers.words.made_up import LT


async def given(database: Database, **facts: Any) -> int:
    """Two meetings; one is confirmed, and one of each other state."""

    async def work(session: AsyncSession) -> int:
        meetings = [
            Session(
                starts_at=SOON + number * DAY,
                ends_at=SOON + number * DAY,
                city="Kaunas",
                place=f"{number} a.",
            )
            for number in (0, 1)
        ]
        plain = {"title_lt": "Vertinimas", "code": "V-1", "seats": 9, "sessions": meetings}
        event, people = await queued(session, [C, P, W, X], **plain | facts)
        event.hours = 6
        for number, person in enumerate(people):
            person.name = f"Ona Onaitė {'ABCD'[number]}"
        await kept(session, Payment(registration_id=1, payer=Payer.SCHOOL, school="Gimnazija"))
        await kept(session, Payment(registration_id=4, payer=Payer.OTHER))
        return event.id

    return await database.write(work)


async def test_the_workbook_has_the_lists_and_the_bills(sqlite_database: Database) -> None:
    """Bills only where there is something to pay."""
    event = await given(sqlite_database, price_eur=Decimal(40))
    messages = await done(sqlite_database, jobs.participants_workbook, {"event": event})
    ((name, content),) = (await files(sqlite_database, messages)).items()
    assert name == "dalyviai_V-1.xlsx"
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = {name: book.get_sheet_by_name(name).to_python()[1:] for name in book.sheet_names}
    assert [(row[1], row[5], row[10]) for row in rows["dalyviai"]] == [
        ("Ona Onaitė A", "patvirtinta", "mokykla"),
        ("Ona Onaitė B", "laukia patvirtinimo", "nepasakyta"),
    ]
    assert [row[1] for row in rows["eilė"]] == ["Ona Onaitė C"]
    assert [row[1] for row in rows["sąskaitos"]] == ["Gimnazija", ""]
    assert [(row[1], row[10]) for row in rows["atšaukta"]] == [("Ona Onaitė D", "kitas")]


@pytest.mark.parametrize(
    ("facts", "places"),
    [({}, ["Kaunas, 0 a.", "Kaunas, 1 a."]), ({"mode": Mode.ONLINE}, ["nuotoliu", "nuotoliu"])],
)
async def test_the_sheet_is_of_those_whose_seat_is_sure(
    sqlite_database: Database, facts: dict[str, Any], places: list[str]
) -> None:
    """A part for each meeting, with its own place and day."""
    number = await given(sqlite_database, lecturer="dr. Rita", **facts)
    messages = await done(sqlite_database, jobs.sheet_to_sign, {"event": number})
    ((name, content),) = (await files(sqlite_database, messages)).items()
    assert (name, content[:4]) == ("parasai_V-1.pdf", b"%PDF")

    async def look(session: AsyncSession) -> SignInSheet:
        return jobs.sheet_of(LT, await session.get_one(Event, number), [("Ona Onaitė A", "")])

    sheet = await sqlite_database.read(look)
    assert (sheet.title, sheet.lecturer, sheet.hours) == ("Vertinimas", "dr. Rita", "6")
    assert [meeting.place for meeting in sheet.meetings] == places
    assert sheet.meetings[0].when == "2026 m. lapkričio 25 d., trečiadienis, 10:00–10:00"
