"""What becomes of a file that staff send, bad ones too."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
import xlsxwriter
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import BadRequest

from bot.jobs import intake as jobs
from catalogue.database import Database
from catalogue.intake import rules
from catalogue.intake.tables import Intake, IntakeState
from catalogue.programme.revisions import stamp
from catalogue.programme.tables import Event
from tests.bot.jobs.running import Sent, a_run, done, files, means, somebody, words
from tests.catalogue.files.made_up import workbook
from tests.catalogue.files.test_workbook import bomb, encrypted, liar, with_files
from tests.factories import a_centre, a_person, an_event, kept

HEAD = ["Kodas", "Pavadinimas", "Pradžia"]
AT = datetime(2026, 12, 7, 10, 0)  # noqa: DTZ001 -- as a spreadsheet holds it
GOOD = ["G-1", "Geras", AT]
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def merged() -> bytes:
    """A title over two rows: the second has none."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    sheet.write_row(0, 0, HEAD)
    sheet.write(1, 0, "M-1")
    sheet.merge_range("B2:B3", "Sujungtas")
    sheet.write_datetime(1, 2, AT, moment)
    sheet.write_datetime(2, 2, AT.replace(day=8), moment)
    book.close()
    return file.getvalue()


def titled(*starts: Any) -> list[Sequence[Any]]:
    return [HEAD, *([f"D-{n}", "Datos", start] for n, start in enumerate(starts))]


def listed(*rows: Sequence[Any]) -> bytes:
    return workbook([HEAD, *rows])


#: A file, how many events of it can be taken, and what is said.
FILES: dict[str, tuple[str, bytes, int, Sequence[str]]] = {
    "empty": ("a.xlsx", b"", 0, ["Failas tuščias."]),
    "zip bomb": ("a.xlsx", bomb(), 0, ["Failo viduje per daug duomenų"]),
    "zip that lies": ("a.xlsx", liar(), 0, ["Tai ne „Excel“ (xlsx) darbaknygė"]),
    "macros": (
        "a.xlsx", with_files(listed(GOOD), **{"xl/vbaProject.bin": b"x"}), 0, ["makrokomandų"],
    ),
    "macros by name": ("a.xlsm", listed(GOOD), 0, ["turi baigtis .xlsx, .csv"]),
    "a picture": ("a.xlsx", PICTURE, 0, ["Tai ne „Excel“ (xlsx) darbaknygė"]),
    "a password": ("a.xlsx", OLD, 0, ["senos rūšies (xls) arba su slaptažodžiu"]),
    "another password": ("a.xlsx", encrypted(), 0, ["Tai ne „Excel“ (xlsx) darbaknygė"]),
    "no headings": ("a.xlsx", workbook([["A", "B"], ["1", "2"]]), 0, ["Nerasta stulpelių"]),
    "merged cells": ("a.xlsx", merged(), 1, ["3 eilutė, „Pavadinimas“: nenurodytas pavadinimas"]),
    "dates as text": (
        "a.xlsx",
        workbook(
            titled(
                "2026-12-07 10:00", "2026.12.08 10.00", "2026 m. gruodžio 9 d. 10 val.",
                "10/12/2026 10:00", "2026-12-11T10:00", "12 gruodžio 2026 10:00",
                "gruodžio 13 d. 10:00", "2026-12-14", "kažkada",
            )
        ),
        6,
        [
            "8 eilutė, „Pradžia“: nenurodyti metai",
            "9 eilutė, „Pradžia“: nenurodyta valanda",
            "10 eilutė, „Pradžia“: nesuprantama data",
        ],
    ),
    "headings of two lines": (
        "a.xlsx",
        workbook([["Renginys", None, None], HEAD, GOOD]),
        1,
        [],
    ),
    "a code twice": (
        "a.xlsx",
        listed(GOOD, GOOD, ["G-1", "Kitas", AT.replace(day=9)]),
        1,
        ["3 eilutė, „Pradžia“: tas pats renginys", "4 eilutė, „Pavadinimas“: kodas G-1"],
    ),
    "another encoding": (
        "a.csv",
        "Kodas;Pavadinimas;Pradžia\nG-1;Ąžuolas;2026-12-07 10:00\n".encode("cp1257"),
        1,
        [],
    ),
    "an unknown encoding": ("a.csv", b"Kodas;Pavadinimas\n\x81\x83\x90", 0, ["koduotė"]),
    "formulas": ("a.xlsx", listed(["=1+1", "=HYPERLINK(\"x\")", AT], GOOD), 2, []),
    "unknown columns": (
        "a.xlsx",
        workbook([[*HEAD, *(f"Stulpelis {n}" for n in range(50))], GOOD]),
        1,
        ["Nežinomi stulpeliai, kurių nepaisyta: Stulpelis 0, Stulpelis 1"],
    ),
}  # fmt: skip


async def sent(
    database: Database, person: int, name: str, content: bytes, **facts: Any
) -> list[Any]:
    plain = {"file": "F", "name": name, "person": person, "centres": None, "founds": True}
    return await done(database, jobs.read, plain | facts, content=content)


async def begun(database: Database) -> int:
    async def work(session: AsyncSession) -> int:
        intake = (await session.scalars(select(Intake).order_by(Intake.id.desc()))).first()
        assert intake is not None
        assert rules.begin(intake, as_drafts=False, now=intake.made_at)
        return intake.id

    return await database.write(work)


async def titles(database: Database) -> list[str]:
    async def look(session: AsyncSession) -> list[str]:
        return list(await session.scalars(select(Event.title_lt).order_by(Event.code)))

    return await database.read(look)


@pytest.mark.parametrize("case", FILES)
async def test_a_bad_file_gets_a_clear_report(sqlite_database: Database, case: str) -> None:
    """What is wrong is said, what is right can be taken, and nothing is written or lost."""
    name, content, good, told = FILES[case]
    person = await somebody(sqlite_database, a_person())
    said = words(await sent(sqlite_database, person, name, content))
    assert [one for one in told if one not in said] == []
    assert (f"Nauji renginiai: {good}" in said) is (good > 0)
    assert await titles(sqlite_database) == []


async def test_many_refused_rows_come_as_a_file(sqlite_database: Database) -> None:
    """Ten are told, all of them are in the file."""
    person = await somebody(sqlite_database, a_person())
    content = workbook(titled(*["kažkada"] * 12, AT))
    messages = await sent(sqlite_database, person, "a.xlsx", content)
    assert "… ir dar 2 eilutės" in words(messages)
    (table,) = (await files(sqlite_database, messages)).values()
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=";"))
    assert [row[1] for row in rows] == ["Eilutė", *map(str, range(2, 14))]


async def test_a_file_that_cannot_be_fetched(sqlite_database: Database) -> None:
    """Telegram gives it no more, or it was larger than Telegram said."""

    class Gone(Sent):
        async def fetch(self, file_id: str) -> bytes:
            raise BadRequest(f"file is too big: {file_id}")

    facts = {"file": "F", "name": "a.xlsx", "person": 1, "centres": None, "founds": False}
    nothing: Any = None
    gone = Gone(house=nothing, voices=means().voices, mouth=nothing)
    finish = await jobs.read(gone)(a_run(sqlite_database, facts, []))
    assert "perskaityti nepavyko" in words(list(await sqlite_database.write(finish)))


async def test_rows_of_another_centre_are_refused(database: Database) -> None:
    """A coordinator of one centre takes in only what is theirs."""

    async def work(session: AsyncSession) -> tuple[int, int]:
        kaunas, vilnius = a_centre(name="Kauno centras"), a_centre(name="Vilniaus centras")
        person = a_person()
        await kept(session, kaunas, vilnius, person)
        return kaunas.id, person.id

    kaunas, person = await database.write(work)
    rows = [[*GOOD, "Vilniaus centras"], ["G-2", "Mūsų", AT, ""], ["G-3", "X", AT, "Naujas"]]
    content = workbook([[*HEAD, "Organizatorius"], *rows])
    said = await sent(database, person, "a.xlsx", content, centres=[kaunas], founds=False)
    assert "Nauji renginiai: 1" in words(said)
    assert "2 eilutė, „Organizatorius“: „Vilniaus centras“ – kito centro" in words(said)
    assert "4 eilutė, „Organizatorius“: centro „Naujas“ nėra" in words(said)
    await done(database, jobs.take, {"intake": await begun(database)})
    assert await titles(database) == ["Mūsų"]


async def test_taking_in_goes_on_where_it_stopped(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restart in the middle: what was taken is not taken again, and one report is made."""
    monkeypatch.setattr(rules, "PORTION", 1)
    person = await somebody(database, a_person())
    await sent(database, person, "a.xlsx", listed(GOOD, ["G-2", "B", AT], ["G-3", "C", AT]))
    number = await begun(database)

    async def first(session: AsyncSession) -> None:
        await rules.take_portion(session, number, now=(await _intake(session, number)).made_at)

    await database.write(first)
    shown: list[str] = []
    said = words(await done(database, jobs.take, {"intake": number}, shown=shown))
    assert shown == ["Įkelta 2 iš 3", "Įkelta 3 iš 3"]
    assert "Pridėta: 3" in said
    assert await titles(database) == ["Geras", "B", "C"]
    assert await done(database, jobs.take, {"intake": number}) == []


async def test_an_old_look_is_shown_again(database: Database) -> None:
    """The programme has changed since in what the file touches; elsewhere it does no harm."""
    person = await somebody(database, a_person())
    await sent(database, person, "a.xlsx", listed(GOOD))
    number = await begun(database)

    async def elsewhere(session: AsyncSession) -> None:
        event = an_event(code="X-1", title_lt="Kitur")
        await kept(session, event)
        await stamp(session, event)

    async def here(session: AsyncSession) -> None:
        centre = (await _nameless(session)).centre
        event = an_event(code="G-2", title_lt="Kolegos", centre=centre)
        await kept(session, event)
        await stamp(session, event)

    await database.write(elsewhere)
    assert "Pridėta: 1" in words(await done(database, jobs.take, {"intake": number}))
    await sent(database, person, "a.xlsx", listed(["G-2", "B", AT], ["G-3", "C", AT]))
    number = await begun(database)
    await database.write(here)
    said = words(await done(database, jobs.take, {"intake": number}))
    assert "Programa per tą laiką pasikeitė" in said
    assert "Nauji renginiai: 1\nKeičiami renginiai: 1" in said
    assert await titles(database) == ["Geras", "Kolegos", "Kitur"]
    await begun(database)
    said = words(await done(database, jobs.take, {"intake": number}))
    assert "Pridėta: 1\nPakeista: 1" in said


async def test_two_staff_and_the_same_file_twice(database: Database) -> None:
    """Whoever is second sees that there is nothing left to take, and takes nothing."""
    first, second = [await somebody(database, a_person()) for _ in range(2)]
    await sent(database, first, "a.xlsx", listed(GOOD))
    mine = await begun(database)
    await sent(database, second, "a.xlsx", listed(GOOD))
    theirs = await begun(database)
    await done(database, jobs.take, {"intake": mine})
    said = words(await done(database, jobs.take, {"intake": theirs}))
    assert "Tokie pat kaip programoje: 1" in said
    assert await titles(database) == ["Geras"]


async def test_undoing_tells_what_it_did_or_why_not(database: Database) -> None:
    """Whole, with its progress; or the obstacles, and the file stays taken in."""
    person = await somebody(database, a_person())
    await sent(database, person, "a.xlsx", listed(GOOD))
    number = await begun(database)
    await done(database, jobs.take, {"intake": number})

    async def touched(session: AsyncSession) -> None:
        event = await _nameless(session)
        event.title_lt = "Kitaip"
        await stamp(session, event)

    await database.write(touched)
    await database.write(lambda session: _set(session, number, IntakeState.UNDOING))
    said = words(await done(database, jobs.undo, {"intake": number}))
    assert "„Kitaip“: po įkėlimo pakeistas" in said
    await sent(database, person, "b.xlsx", listed(["G-2", "B", AT]))
    number = await begun(database)
    await done(database, jobs.take, {"intake": number})
    await database.write(lambda session: _set(session, number, IntakeState.UNDOING))
    shown: list[str] = []
    said = words(await done(database, jobs.undo, {"intake": number}, shown=shown))
    assert (shown, "Pašalinta iš programos: 1" in said) == (["Atšaukta 1 iš 1"], True)
    assert await titles(database) == ["Kitaip"]
    assert await done(database, jobs.undo, {"intake": number}) == []


async def _set(session: AsyncSession, number: int, state: IntakeState) -> None:
    (await _intake(session, number)).state = state


async def _intake(session: AsyncSession, number: int) -> Intake:
    return await session.get_one(Intake, number)


async def _nameless(session: AsyncSession) -> Event:
    return (await session.scalars(select(Event).where(Event.code == "G-1"))).one()
