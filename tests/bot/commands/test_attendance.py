"""`kvieslys attendance`, as it is called."""

import asyncio
import os
from typing import Any

from catalogue.database import Database
from catalogue.learning.tables import Attendance
from tests.bot.commands.shell import Shell
from tests.catalogue.files.made_up import jsonl
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW

EVENT = {"code": "A", "title_lt": "Muzika", "start": "2026-09-05 10:00"}


def _kept(work: Any) -> Any:
    """In the database of the shell."""

    async def run() -> Any:
        database = Database(os.environ["DATABASE_URL"])
        try:
            return await database.write(work)
        finally:
            await database.close()

    return asyncio.run(run())


async def _given(session: Any) -> str:
    """A list in which one of two cells is no mark."""
    event = await an_open_event(session, starts=NOW.replace(year=2025))
    rows = ["Registracija;Susitikimas 1"]
    for mark in ("+", "gal"):
        own, _ = await registered(session, event)
        rows.append(f"{own.id};{mark}")
    number = event.sessions[0].id
    return "\n".join(rows).replace("Susitikimas 1", f"Susitikimas {number}")


async def _marks(session: Any) -> int:
    from sqlalchemy import func, select

    return int(await session.scalar(select(func.count()).select_from(Attendance)) or 0)


def test_tried_taken_and_known(shell: Shell) -> None:
    """A rehearsal writes nothing; taken twice nothing is new; what is odd is told by row."""
    shell.import_json(EVENT)
    file = shell.file("sarasas.csv", _kept(_given).encode())
    code, out = shell.run("attendance", file, "--dry-run")
    assert (code, _kept(_marks)) == (0, 0)
    assert out.splitlines()[:2] == ["„sarasas.csv“: tik išbandyta, nieko neįrašyta.",
                                    "Naujų žymų: 1"]  # fmt: skip
    code, out = shell.run("attendance", file, "--lang", "en")
    assert (code, _kept(_marks)) == (0, 1)
    assert "• row 3, Susitikimas" in out
    assert "is no mark" in out
    code, out = shell.run("attendance", file)
    assert (code, out.splitlines()[3]) == (0, "Jau buvo taip pat: 1")


def test_a_correction_needs_somebody(shell: Shell) -> None:
    """What was said on another day is not said otherwise by nobody."""
    shell.import_json(EVENT)
    text = _kept(_given)
    shell.run("attendance", shell.file("a.csv", text.encode()))
    file = shell.file("b.csv", text.replace("+", "n").encode())
    code, out = shell.run("attendance", file)
    assert (code, _kept(_marks)) == (2, 1)
    assert "nurodykite --by" in out


def test_nothing_to_take(shell: Shell) -> None:
    """A file that is not there, one that is no list, and a number that is nobody's."""
    shell.import_json(EVENT)
    assert shell.run("attendance", "nera.xlsx")[0] == 2
    assert shell.errors == "Tokio failo nėra.\n"
    code, _ = shell.run("attendance", shell.file("a.jsonl", jsonl(EVENT)))
    assert (code, "nėra lankomumo sąrašas" in shell.errors) == (2, True)
    file = shell.file("a.csv", _kept(_given).encode())
    assert shell.run("attendance", file, "--by", "5")[0] == 2
    assert shell.errors == "Žmogaus su tokiu „Telegram“ numeriu nėra.\n"
