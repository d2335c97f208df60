"""The ledger of hours as a picture and papers."""

import io

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.hours import chart_of, hours_paper
from catalogue.database import Database
from catalogue.learning.ledger import Ledger, ledger
from catalogue.learning.own_entries import Described, add, of_person
from catalogue.learning.tables import Certificate, OwnKind
from catalogue.people.tables import Person
from handlers.callbacks.learning import HoursPaper
from tests.bot.jobs.running import done, files
from tests.catalogue.learning.past import attended, marked
from tests.factories import NOW, VILNIUS, a_centre, a_person, an_event, kept
from tests.handlers.words.made_up import LT


async def a_year(session: AsyncSession) -> tuple[int, Ledger]:
    """Ona's: a course with a certificate, a seminar without, and a book."""
    ona = a_person(name="Ona Petraitienė")
    await kept(session, ona)
    centre = a_centre(name="Centras")
    await attended(session, ona, counts=12, title_lt="Kursai", centre=centre, form="kursai")
    seminar = an_event(starts=NOW.replace(day=1), title_lt="Seminaras", subjects=["fizika"])
    seminar.hours = 2.5
    await kept(session, seminar)
    own = await marked(session, seminar, ona)
    paper = Certificate(registration_id=own.id, centre_id=centre.id, year=2026, number=7)
    await kept(session, paper)
    book = Described(kind=OwnKind.SELF_STUDY, title="Knyga", day=NOW.date(), hours=4)
    await add(session, ona, book, now=NOW)
    return ona.id, await ledger(session, ona, year=2026, now=NOW, zone=VILNIUS)


@pytest.mark.parametrize(
    ("paper", "ending", "begins"),
    [
        (HoursPaper.PICTURE, "png", b"\x89PNG"),
        (HoursPaper.PAGE, "pdf", b"%PDF"),
        (HoursPaper.WORKBOOK, "xlsx", b"PK"),
    ],
)
async def test_each_paper_comes_as_a_file(
    sqlite_database: Database, paper: HoursPaper, ending: str, begins: bytes
) -> None:
    """Named by the school year."""
    person, _ = await sqlite_database.write(a_year)
    facts = {"person": person, "year": 2026, "paper": paper.value}
    messages = await done(sqlite_database, hours_paper, facts)
    ((name, content),) = (await files(sqlite_database, messages)).items()
    assert name == f"valandos_2026-2027.{ending}"
    assert content.startswith(begins)
    if paper is HoursPaper.WORKBOOK:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        rows = book.get_sheet_by_name("lankyta").to_python()
        assert [(row[3], row[6], row[9]) for row in rows[6:8]] == [
            *[("Seminaras", "fizika", 2.5), ("Kursai", "", 12)],
        ]


async def test_the_picture_keeps_what_one_says_apart(sqlite_database: Database) -> None:
    """In another colour, at the end, and not in the sum; all measured by the target."""
    _, found = await sqlite_database.write(a_year)
    chart = chart_of(LT, found)
    assert [(bar.label, bar.told, bar.colour) for bar in chart.bars] == [
        ("Iš viso", "14,5 iš 30", "main"),
        ("Fizika", "2,5", "main"),
        ("Kita", "12", "main"),
        ("Savo įrašai (nepatvirtinti, prie visumos nepridėti)", "4", "second"),
    ]
    assert (chart.whole, chart.note) == (
        30,
        "Ar valandos įskaitomos, sprendžia atestacijos komisija.",
    )


async def test_what_a_centre_has_confirmed_is_told_as_such(sqlite_database: Database) -> None:
    """In the sum of the picture and beside it, and in the papers a table of its own."""
    person, _ = await sqlite_database.write(a_year)

    async def confirm(session: AsyncSession) -> Ledger:
        ona = await session.get_one(Person, person)
        (entry,) = await of_person(session, ona)
        entry.confirmed_at, entry.confirmed_by = NOW, ona.id
        await session.flush()
        return await ledger(session, ona, year=2026, now=NOW, zone=VILNIUS)

    found = await sqlite_database.write(confirm)
    bars = [(bar.label, bar.told, bar.colour) for bar in chart_of(LT, found).bars]
    assert (bars[0], bars[-1]) == (
        ("Iš viso", "18,5 iš 30", "main"),
        ("Įgyta kitur, patvirtinta centro", "4", "main"),
    )
    facts = {"person": person, "year": 2026, "paper": HoursPaper.WORKBOOK.value}
    messages = await done(sqlite_database, hours_paper, facts)
    (content,) = (await files(sqlite_database, messages)).values()
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["lankyta", "patvirtinta", "savo įrašai"]
    told = book.get_sheet_by_name("patvirtinta").to_python()
    assert told[3][0] == "Įgyta kitur, patvirtinta centro darbuotojų"
    assert (told[6][2], told[6][-1]) == ("Knyga", 4)
