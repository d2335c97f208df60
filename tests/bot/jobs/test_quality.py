"""Feedback compared, beside the conversation."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.quality import chart, ratings
from catalogue.database import Database
from catalogue.quality.comparing import By, Rated, compared
from handlers.office.callbacks.quality import Ratings, RatingsShow
from handlers.words.speech import Speech
from scheduler.jobs import key_of
from tests.bot.jobs.running import done, files, words
from tests.catalogue.quality.made_up import GOOD, answered
from tests.factories import NOW, VILNIUS

LT = Speech("lt", VILNIUS)


def facts(show: RatingsShow, **others: Any) -> dict[str, Any]:
    view = Ratings(show=show)
    return {"view": view.pack(), "centres": None, "events": [], "under": "Visi"} | others


@pytest.fixture
async def event(sqlite_database: Database) -> int:
    async def work(session: AsyncSession) -> int:
        first = await answered(session, [GOOD] * 5, form="seminaras", priority_field="Sritis")
        await answered(session, [(1, 2, 3, 4, 5)] * 6, form="paskaita")
        await answered(session, [(1, 1, 1, 1, 1)] * 4, form="paskaita")
        return first.id

    return await sqlite_database.write(work)


async def test_all_of_it_together(sqlite_database: Database, event: int) -> None:
    """In place of the message that it is being counted; of a lecturer's event alone."""
    messages = await done(sqlite_database, ratings, facts(RatingsShow.SUMMARY))
    assert [one.edits for one in messages] == [key_of(1)]
    assert "Renginių: <b>2</b>, atsakymų: <b>11</b>" in words(messages)
    assert "Visas renginys: <b>5,0</b>" in words(messages)
    own = await done(
        sqlite_database, ratings, facts(RatingsShow.SUMMARY, centres=[], events=[event])
    )
    assert "Renginių: <b>1</b>, atsakymų: <b>5</b>" in words(own)
    none = await done(sqlite_database, ratings, facts(RatingsShow.SUMMARY, centres=[]))
    assert "Dar nėra ko lyginti." in words(none)


@pytest.mark.parametrize("by", [By.THEME, By.TERM])
async def test_a_picture(sqlite_database: Database, event: int, by: By) -> None:
    """Where there is nothing to draw, it says so."""
    messages = await done(sqlite_database, ratings, facts(RatingsShow(by.value)))
    ((name, content),) = (await files(sqlite_database, messages)).items()
    assert (name, content[:4]) == ("atsiliepimai.png", b"\x89PNG")
    nothing = await done(sqlite_database, ratings, facts(RatingsShow(by.value), centres=[]))
    assert "Kaip patiko renginiai" in words(nothing)


async def test_a_workbook_with_every_question(sqlite_database: Database, event: int) -> None:
    """A sheet for each comparison, what is counted said above."""
    messages = await done(sqlite_database, ratings, facts(RatingsShow.WORKBOOK))
    ((name, content),) = (await files(sqlite_database, messages)).items()
    assert name == "atsiliepimai-2026-11-22.xlsx"
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    assert book.sheet_names == [
        "Pagal formą", "Pagal prioritetines sritis", "Pagal temą", "Pagal mėnesį", "Pagal pusmetį",
    ]  # fmt: skip
    rows = book.get_sheet_by_name("Pagal formą").to_python()
    assert rows[0][0] == "Visi"
    assert rows[3] == [
        "Grupė", "Renginiai", "Atsakymai", "Turinys", "Lektorius", "Nauda darbui",
        "Organizavimas", "Visas renginys",
    ]  # fmt: skip
    assert rows[4:] == [
        ["Paskaita", 1, 6, 1, 2, 3, 4, 5],
        ["Seminaras", 1, 5, 5, 4, 5, 3, 5],
    ]


def test_of_a_long_time_the_latest() -> None:
    """Ten bars at most, each of five at the most, with how many answers are behind it."""
    found = [
        Rated(
            number=month,
            day=date(2026 + month // 12, month % 12 + 1, 1),
            form="",
            field="",
            title="",
            subjects=(),
            answers=(GOOD,) * 5,
        )
        for month in range(14)
    ]
    drawn = chart(LT, By.MONTH, compared(found, By.MONTH), under="x", now=NOW)
    assert [bar.label for bar in drawn.bars][-1] == "2027 m. vasaris"
    assert (len(drawn.bars), drawn.whole, drawn.bars[0].told) == (10, 5, "5,0 (5)")
