"""The list of who came goes out as a workbook, and is taken in where it comes back."""

import io
from typing import Any

from python_calamine import CalamineWorkbook

from bot.jobs import intake, rolls
from catalogue.database import Database
from catalogue.learning.attendance import tally
from catalogue.programme.queries import by_id
from catalogue.registrations.tables import State
from tests.bot.jobs.running import done, files, words
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import a_person, kept


async def given(database: Database) -> tuple[int, int, int]:
    """An event with two confirmed and one who waits; its centre, and one of staff."""

    async def work(session: Any) -> tuple[int, int, int]:
        event = await an_open_event(session, title_lt="Vertinimas", code="V-1")
        for name, state in (("Ona A", State.CONFIRMED), ("Jonas B", State.CONFIRMED),
                            ("Rita C", State.WAITING)):  # fmt: skip
            await registered(session, event, state, name=name)
        rita = a_person(name="Rita Ritaitė")
        await kept(session, rita)
        return event.id, event.centre_id, rita.id

    return await database.write(work)


async def test_out_and_in_again(sqlite_database: Database) -> None:
    """Filled in and sent back it is taken in, with what was wrong by its row."""
    event, centre, rita = await given(sqlite_database)
    messages = await done(sqlite_database, rolls.roll_workbook, {"event": event})
    ((name, content),) = (await files(sqlite_database, messages)).items()
    assert name == "lankomumas_V-1.xlsx"
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    heading, first, second = sheet.to_python()
    assert [first[1], second[1]] == ["Ona A", "Jonas B"]
    lines = [heading[0], heading[3]], [first[0], "v"], [second[0], "gal"]
    text = "\n".join(f"{number:.0f};{mark}" if isinstance(number, float) else f"{number};{mark}"
                     for number, mark in lines)  # fmt: skip
    facts = {"file": "F", "name": "a.csv", "person": rita, "centres": [], "founds": False,
             "keeps": False, "rolls": [[centre], []]}  # fmt: skip
    told = words(await done(sqlite_database, intake.read, facts, content=text.encode()))
    assert "Lankomumas iš „a.csv“ įkeltas" in told
    assert "Naujų žymų: 1" in told
    assert "• 3 eilutė, Susitikimas 1: 2026-11-22 09:50: „gal“ nėra žymė" in told

    async def look(session: Any) -> int:
        found = await by_id(session, event)
        assert found is not None
        return (await tally(session, found)).came

    assert await sqlite_database.read(look) == 1


async def test_who_may_send_nothing_else(sqlite_database: Database) -> None:
    """A programme from one at the door is not looked at; they are told what they can send."""
    _, centre, rita = await given(sqlite_database)
    facts = {"file": "F", "name": "a.csv", "person": rita, "centres": [], "founds": False,
             "keeps": False, "rolls": [[centre], []]}  # fmt: skip
    data = b"title_lt;start\nA;2026-12-07 10:00"
    told = words(await done(sqlite_database, intake.read, facts, content=data))
    assert "„a.csv“ nėra lankomumo sąrašas" in told
