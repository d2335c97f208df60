"""`kvieslys import`, as it is called."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.centres.queries import new_centre
from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Notice, Registration, State
from tests.bot.commands.shell import Shell
from tests.catalogue.centres.test_pages import FILE
from tests.catalogue.files.made_up import at, jsonl, workbook

ROW: dict[str, Any] = {"code": "A", "title_lt": "Muzika", "start": "2036-12-05 10:00", "seats": 1}
BAD = {"code": "B", "title_lt": "Dailė", "start": "rytoj"}


def test_json(shell: Shell) -> None:
    """A script reads what became of each row."""
    assert shell.import_json(ROW, BAD) == (
        0,
        {
            "added": 1,
            "changed": 0,
            "unchanged": 0,
            "refused": [
                {
                    "row": 2,
                    "column": "start",
                    "reason": "nesuprantama data „rytoj“; rašykite, pvz., 2026-12-05 10:00",
                }
            ],
        },
    )
    code, again = shell.import_json(ROW)
    assert (code, again["added"], again["unchanged"]) == (0, 0, 1)


def test_words(shell: Shell) -> None:
    """A person reads it in their language."""
    file = shell.file("a.jsonl", jsonl({**ROW, "kambarys": 1}, BAD))
    code, out = shell.run("import", file)
    assert (code, out.splitlines()[0]) == (
        0,
        "Pridėta: 1. Pakeista: 0. Nepakeista: 0. Atmesta eilučių: 1.",
    )
    assert "Nežinomi stulpeliai, kurių nepaisyta: kambarys." in out
    code, out = shell.run(
        "import", shell.file("b.jsonl", jsonl({**ROW, "seats": 5})), "--lang", "en"
    )
    assert out.splitlines()[:2] == [
        "Added: 0. Changed: 1. Unchanged: 0. Rows refused: 0.",
        "~ A „Muzika“: seats",
    ]


def test_rehearsal_keeps_nothing(shell: Shell) -> None:
    """`--dry-run` tells and does not do."""
    assert shell.import_json(ROW, how=("--dry-run",))[1]["added"] == 1
    assert shell.import_json(ROW, how=("--dry-run",))[1]["added"] == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", b""),
        ("a.xlsx", b"nonsense"),
        ("a.csv", b"a;b\n1;2\n"),
        ("a.jsonl", b"{nope\n"),
        ("a.txt", b"x"),
        ("a.jsonl", jsonl(BAD)),
    ],
)
def test_nothing_readable(shell: Shell, name: str, data: bytes) -> None:
    """The exit code tells a script, one reason tells a person, and the plan is as it was."""
    shell.import_json(ROW)
    code, out = shell.run("import", shell.file(name, data), "--json")
    said = json.loads(out)
    assert (code, len(said["refused"])) == (2, 1)
    assert said["refused"][0]["reason"]
    assert shell.import_json(ROW)[1]["unchanged"] == 1


def test_no_such_file(shell: Shell) -> None:
    """A slip in the name of the file is said plainly."""
    assert shell.run("import", "nera.xlsx")[0] == 2
    assert shell.errors == "Tokio failo nėra arba jo negalima perskaityti.\n"
    assert shell.run("import", str(shell.folder))[0] == 2


def test_unknown_centre(shell: Shell) -> None:
    """A slip in the slug of the centre names those there are, and takes nothing in."""
    shell.import_json({**ROW, "organiser": "Kauno X"})
    code, _ = shell.run("import", shell.file("a.jsonl", jsonl(ROW)), "--centre", "kaunas")
    known = "akmene, kauno-x, ksic, menai, mic, vspc"
    assert (code, shell.errors) == (2, f"Centro „kaunas“ nėra. Žinomi: {known}.\n")


def test_centre_of_rows_that_name_none(shell: Shell) -> None:
    """A centre's own file need not repeat its name in each row; known ones need no other file."""
    assert shell.import_json(ROW, how=("--centre", "ksic"))[1]["added"] == 1
    assert shell.import_json(ROW, how=("--centre", "ksic"))[1]["unchanged"] == 1
    assert shell.import_json({**ROW, "organiser": "KŠIC"})[1]["unchanged"] == 1


def test_real_workbook(shell: Shell) -> None:
    """A spreadsheet with a banner above the table comes in."""
    data = workbook([["PLANAS"], ["Pavadinimas", "Data", "Laikas"], ["A", "2036-12-05", "10.00"]])
    code, out = shell.run("import", shell.file("a.xlsx", data), "--json")
    assert (code, json.loads(out)["added"]) == (0, 1)


async def _register(database: Database) -> None:
    async def work(session: Any) -> None:
        now = at("2026-11-22T10:00")
        event = (await session.scalars(select(Event))).one()
        for number, state in enumerate((State.CONFIRMED, State.WAITING), start=1):
            person = Person(telegram_id=number, name="Ona", language="en", met_at=now)
            session.add(person)
            await session.flush()
            session.add(
                Registration(
                    event_id=event.id, person_id=person.id, state=state, ticket=number,
                    joined_at=now, changed_at=now,
                )
            )  # fmt: skip

    await database.write(work)


def test_whoever_moves_up_is_left_a_note(shell: Shell) -> None:
    """New seats in a file reach the person who waits: the running bot tells them. A rehearsal
    notes nothing.
    """
    import asyncio

    shell.import_json(ROW)
    url = f"sqlite+aiosqlite:///{shell.folder / 'a.db'}"

    async def register() -> None:
        database = Database(url)
        await _register(database)
        await database.close()

    async def notes() -> list[tuple[int, str]]:
        database = Database(url)

        async def work(session: Any) -> list[Any]:
            rows = (await session.scalars(select(Notice))).all()
            return [(row.registration_id, row.kind.value) for row in rows]

        found = await database.read(work)
        await database.close()
        return found

    asyncio.run(register())
    shell.import_json({**ROW, "seats": 2}, how=("--dry-run",))
    assert asyncio.run(notes()) == []
    shell.import_json({**ROW, "seats": 2})
    assert asyncio.run(notes()) == [(2, "moved_up")]
    shell.import_json({**ROW, "seats": 2, "place": "Kita"})
    assert asyncio.run(notes())[1:] == [(1, "changed"), (2, "changed")]


def test_new_centre_is_whole() -> None:
    """A centre that an import makes can be asked for its names at once."""
    assert new_centre(slug="a", name="A").names == ("A",)


def test_a_centre_from_its_own_file(shell: Shell) -> None:
    """Its facts are told at once; the same file twice changes nothing, a rehearsal neither."""
    file = shell.file("centras.toml", FILE.encode())
    code, out = shell.run("import", file, "--json", "--dry-run")
    assert (code, json.loads(out)["added"]) == (0, 1)
    code, out = shell.run("import", file)
    assert (code, out) == (0, "Šilalės centras: pridėtas\n")
    code, out = shell.run("import", file, "--json")
    assert (code, json.loads(out)) == (
        0, {"added": 0, "changed": 0, "unchanged": 1, "refused": []},
    )  # fmt: skip
    code, out = shell.run("ask", "ar laikote bites?")
    assert "Centras laiko bites." in out
    assert "https://pavyzdys.lt" in out


def test_what_is_no_centres_file_is_refused(shell: Shell) -> None:
    """With what it lacks, for a person and for a script."""
    code, out = shell.run("import", shell.file("a.toml", b"name = 1"), "--lang", "en", "--json")
    assert (code, json.loads(out)["refused"][0]["row"]) == (2, 0)
    assert "no file of a centre" in shell.errors
    code, _ = shell.run("import", str(shell.folder / "none.toml"))
    assert code == 2
