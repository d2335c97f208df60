"""A plan as a file: who finds what in it, and that it comes in again as it went out."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs import plans as jobs
from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.editing.importing import take_in
from catalogue.files.reading import read
from catalogue.plans import queries
from catalogue.plans.stretches import around
from catalogue.programme.tables import Session, Status
from tests.bot.jobs.running import done, files, words
from tests.catalogue.plans.made_up import DAY, DECEMBER, a_plan
from tests.factories import NOW, VILNIUS, an_event, kept
from tests.handlers.words.made_up import LT

LINK = "https://susitikimas.example/slaptas"


async def given(database: Database) -> int:
    """A published December with a link to join, one event cancelled since, and one of January."""

    async def work(session: AsyncSession) -> int:
        centre, _, (event, off) = await a_plan(session, "Vertinimas", "Atšauktas")
        off.status = Status.CANCELLED
        event.join_url = event.sessions[0].join_url = LINK
        event.sessions[0].city = off.sessions[0].city = "Kaunas"  # as a file brings them
        starts = NOW + 50 * DAY
        await kept(session, an_event(title_lt="Sausio", centre=centre, starts=starts))
        await kept(session, an_event(title_lt="Juodraštis", centre=centre, status=Status.DRAFT,
                                     starts=NOW + 20 * DAY))  # fmt: skip
        return centre.id

    return await database.write(work)


async def made(database: Database, of: int | None, **facts: Any) -> tuple[str, bytes]:
    plain = {"centre": of, "month": 2612, "year": False, "links": False}
    messages = await done(database, jobs.plan_file, plain | facts)
    ((name, content),) = (await files(database, messages)).items()
    return name, content


async def test_what_goes_out_comes_in_unchanged(sqlite_database: Database) -> None:
    """The workbook of one who keeps the programme, link and all; nobody else's has the link."""
    centre = await given(sqlite_database)
    name, content = await made(sqlite_database, centre, ending="xlsx", links=True)
    assert name == "planas-2026-12.xlsx"
    found = read(name, content, zone=VILNIUS)
    assert [one.title_lt for one in found.drafts] == ["Vertinimas", "Atšauktas"]
    assert found.drafts[0].sessions[0].join_url == LINK

    async def again(session: AsyncSession) -> Any:
        return await take_in(session, found.drafts, now=NOW, refused=found.refused)

    outcome = await sqlite_database.write(again)
    assert (len(outcome.added), len(outcome.changed)) == (0, 0)
    name, content = await made(sqlite_database, centre, ending="xlsx")
    assert [one.sessions[0].join_url for one in read(name, content, zone=VILNIUS).drafts] == [
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("facts", "titles"),
    [
        ({"ending": "ics"}, ["Vertinimas", "Atšauktas"]),
        ({"ending": "ics", "month": 2609, "year": True}, ["Vertinimas", "Atšauktas", "Sausio"]),
        ({"ending": "ics", "centre": None}, ["Vertinimas", "Atšauktas"]),
    ],
)
async def test_a_calendar_of_the_plan(
    sqlite_database: Database, facts: dict[str, Any], titles: list[str]
) -> None:
    """What is off is marked so, and the link to join is nowhere."""
    name, content = await made(sqlite_database, await given(sqlite_database), **facts)
    assert [one.title_lt for one in read(name, content, zone=VILNIUS).drafts] == titles
    assert content.count(b"STATUS:CANCELLED") == 1
    assert b"slaptas" not in content


async def test_the_page_to_print(sqlite_database: Database) -> None:
    """With when it was published; a year's months under their names, all centres named."""
    centre = await given(sqlite_database)
    name, content = await made(sqlite_database, centre, ending="pdf")
    assert (name, content[:4]) == ("planas-2026-12.pdf", b"%PDF")

    async def look(session: AsyncSession) -> Any:
        year = around(DECEMBER.first, is_year=True)
        lines = await queries.lines(session, year, centre, zone=VILNIUS)
        return (
            jobs.sheet_of(LT, year, await session.get(Centre, centre), lines, note="Paskelbta"),
            jobs.sheet_of(LT, year, None, lines, note=""),
            jobs.sheet_of(LT, DECEMBER, None, lines[:1], note=""),
        )

    year, of_all, month = await sqlite_database.read(look)
    assert (year.organiser, year.note) == ("Švietimo centras", "Paskelbta")
    assert [(name, len(rows)) for name, rows in year.parts] == [
        ("2026 m. gruodis", 2), ("2027 m. sausis", 1),
    ]  # fmt: skip
    assert [row.is_off for row in year.parts[0][1]] == [False, True]
    assert of_all.organiser == "Visi centrai"
    assert of_all.parts[0][1][0].cells["title"] == "Vertinimas (Švietimo centras)"
    assert [name for name, _ in month.parts] == [""]


async def test_an_empty_month_is_no_file(sqlite_database: Database) -> None:
    """It is said instead."""
    facts = {"centre": None, "month": 2703, "year": False, "links": False}
    for ending in ("pdf", "xlsx"):
        messages = await done(sqlite_database, jobs.plan_file, facts | {"ending": ending})
        assert "renginių dar nėra" in words(messages)


async def test_meetings_keep_what_they_are_without_their_links(sqlite_database: Database) -> None:
    """A copy is made, so that nothing of the programme itself is touched."""
    meeting = Session(starts_at=NOW + 10 * DAY, ends_at=NOW + 11 * DAY, join_url=LINK, title="I d.")
    event = an_event(sessions=[meeting], join_url=LINK)
    run: Any = type("Run", (), {"job": type("Job", (), {"facts": {"links": False}})})
    copy = jobs._event(event, run)
    assert (copy.join_url, copy.sessions[0].join_url, copy.sessions[0].title) == ("", "", "I d.")
    assert (event.join_url, meeting.join_url) == (LINK, LINK)
