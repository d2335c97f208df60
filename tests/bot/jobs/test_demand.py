"""What is wanted, as a picture and a workbook."""

from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.demand import chart, demand, sheets
from catalogue.database import Database
from catalogue.demand.wishes import Voice, together
from catalogue.subscriptions import rules
from catalogue.subscriptions.tables import Rhythm
from handlers.office.callbacks.demand import View
from handlers.words.speech import Speech
from tests.bot.jobs.running import done, files, words
from tests.factories import NOW, VILNIUS, a_person, kept

LT, EN = Speech("lt", VILNIUS), Speech("en", VILNIUS)


def voice(said: str, **facts: Any) -> Voice:
    return Voice(topic=(said,), words=said, **facts)


def test_a_picture_has_ten_bars_at_most() -> None:
    """Wishes beyond are on the sheet alone."""
    found = together([voice(f"zodisx{n * 7919}", times=50 - n) for n in range(20)])
    drawn = chart(LT, found, now=NOW)
    assert drawn is not None
    assert len(drawn.bars) == 10
    assert chart(LT, [], now=NOW) is None


def test_people_and_times_have_colours_of_their_own() -> None:
    """They are not the same thing, and each says which it is."""
    people = [voice("robotika", who=f"person {n}") for n in range(7)]
    drawn = chart(EN, together([*people, voice("joga", times=12)]), now=NOW)
    assert drawn is not None
    assert [(bar.told, bar.colour) for bar in drawn.bars] == [
        ("12 times", "second"),
        ("7 people", "main"),
    ]


def test_sheets_tell_of_no_few() -> None:
    """All of it; by group and by town only what five or more say."""
    facts: dict[str, Any] = {"groups": ("logopedai",)}
    people = [voice("=1+1", who=f"person {n}", town="Utena", **facts) for n in range(6)]
    few = [voice("joga", who=f"person {n}", town="Alytus", **facts) for n in range(4)]
    found = together([*people, *few, voice("joga", times=5)])
    every, groups, towns = sheets(LT, found, now=NOW)
    assert every.headings == ["Noras", "Žmonės", "Kiek kartų ieškota"]
    assert [tuple(row) for row in every.rows] == [("=1+1", 6, None), ("Joga", None, 5)]
    assert [tuple(row) for row in groups.rows] == [("=1+1", "Logopedai", 6)]
    assert [tuple(row) for row in towns.rows] == [("=1+1", "Utena", 6)]
    assert len(every.above) == 3


async def test_files_come_with_a_way_back(sqlite_database: Database) -> None:
    """A workbook that opens, a picture, and words where there is nothing to draw."""

    async def fill(session: AsyncSession) -> None:
        people = [a_person() for _ in range(5)]
        await kept(session, *people)
        for one in people:
            facts: dict[str, Any] = {"words": "x", "rhythm": Rhythm.ONCE, "now": NOW}
            await rules.subscribe(session, person=one, wanted={"topic": ["jogos"]}, **facts)

    picture = {"view": View.PICTURE.value}
    assert "Kol kas nėra" in words(await done(sqlite_database, demand, picture))
    await sqlite_database.write(fill)
    messages = await done(sqlite_database, demand, {"view": View.TABLE.value})
    made = await files(sqlite_database, messages)
    ((name, content),) = made.items()
    assert name.startswith("paklausa-2026-")
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    assert book.sheet_names == ["Paklausa", "Pagal grupes", "Pagal miestus"]
    drawn = await files(sqlite_database, await done(sqlite_database, demand, picture))
    assert drawn["paklausa.png"].startswith(b"\x89PNG")
