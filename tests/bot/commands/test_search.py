"""`kvieslys search`, as it is called."""

import gc
import io
import json
import os
import sqlite3
import subprocess
import sys
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.commands.search import loading, moment, sentences
from bot.settings import WrongSetting
from tests.bot.commands.shell import Shell

AT = ("--at", "2026-11-22T10:00")
ROWS: tuple[dict[str, Any], ...] = (
    {"code": "DI", "title_lt": "Dirbtinis intelektas", "start": "2026-12-05 10:00",
     "city": "Kaunas"},
    {"code": "MZ", "title_lt": "Muzika visiems", "start": "2026-12-06 10:00", "price_eur": 0},
    {"code": "MD", "title_en": "Music in December", "start": "2026-12-07 10:00", "mode": "online"},
    {"code": "XX", "title_lt": "Muzika juodraštis", "start": "2026-12-06 10:00", "status": "draft"},
)  # fmt: skip


@pytest.fixture
def stocked(shell: Shell) -> Shell:
    shell.import_json(*ROWS)
    return shell


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_json(stocked: Shell) -> None:
    """One object with code, title and score, best first."""
    code, out = stocked.run("search", "dirbtinio", "intelekto", "kursai", "--json", *AT)
    assert code == 0
    told = json.loads(out)
    score = told["hits"][0].pop("score")
    assert told == {
        "query": "dirbtinio intelekto kursai",
        "verdict": "found",
        "hits": [{"code": "DI", "title": "Dirbtinis intelektas"}],
    }
    assert 0.6 <= score <= 1


def test_words(stocked: Shell) -> None:
    """When, where, for how much and the code."""
    code, out = stocked.run("search", "muzika", *AT)
    assert code == 0
    assert out.splitlines()[0] == "“muzika”: 2 found"
    assert "2026-12-06 10:00 · free   [MZ]" in out
    assert "2026-12-07 10:00 · online   [MD]" in out


def test_nothing_shows_the_nearest_to_people_only(stocked: Shell) -> None:
    """A script that counts hits is not told of what was not asked for."""
    query = "dirbtinis intelektas Vilniuje"
    assert "nothing found, the nearest:\n  1. Dirbtinis" in stocked.run("search", query, *AT)[1]
    told = json.loads(stocked.run("search", query, "--json", *AT)[1])
    assert (told["verdict"], told["hits"]) == ("nothing", [])


def test_words_that_were_taught(stocked: Shell) -> None:
    """What staff taught in the chat holds here too; a script's misses are not people's."""
    ask = ("search", "visikartukai", "--json", *AT)
    assert json.loads(stocked.run(*ask)[1])["verdict"] == "nothing"
    with sqlite3.connect(stocked.folder / "a.db") as database:
        database.execute("UPDATE programme_revision SET words = words + 1")
        database.execute(
            "INSERT INTO taught_words (said, meant, said_key, meant_key, taught_at) "
            "VALUES ('visikartukai', 'muzika', 'visikartuk', 'muzik', '2026-11-22')"
        )
    assert [hit["code"] for hit in json.loads(stocked.run(*ask)[1])["hits"]] == ["MZ", "MD"]
    with sqlite3.connect(stocked.folder / "a.db") as database:
        assert database.execute("SELECT count(*) FROM misses").fetchone() == (0,)


def test_limit(stocked: Shell) -> None:
    """The most hits, a whole number above 0."""
    told = json.loads(stocked.run("search", "muzika", "--json", "--limit", "1", *AT)[1])
    assert [hit["code"] for hit in told["hits"]] == ["MZ"]
    for wrong in ("0", "x", "1001"):
        with pytest.raises(SystemExit) as stop:
            stocked.run("search", "muzika", "--limit", wrong)
        assert stop.value.code == 2


def test_each_line_has_its_answer_in_order(stocked: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty line too, whatever its ending, and bytes that are no text."""
    lines = "\ufeffmuzika\r\n\n  \nintelektas\n".encode() + b"\xff\xfe\n" + b"muzika"
    typed(monkeypatch, lines)
    code, out = stocked.run("search", "--stdin", "--json", *AT)
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [one["query"] for one in told] == ["muzika", "", "  ", "intelektas", "��", "muzika"]
    assert [len(one["hits"]) for one in told] == [2, 0, 0, 1, 0, 2]


def test_the_moment_decides_what_has_started(stocked: Shell) -> None:
    """After the last one there is nothing to join."""
    late = ("--at", "2027-01-01")
    assert json.loads(stocked.run("search", "muzika", "--json", *late)[1])["hits"] == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-22T10:00", "2026-11-22T10:00+02:00"),
        ("2026-07-22T10:00", "2026-07-22T10:00+03:00"),
        ("2026-11-22", "2026-11-22T00:00+02:00"),
        ("2026-11-22T08:00Z", "2026-11-22T10:00+02:00"),
        ("2026-11-22T10:00+05:00", "2026-11-22T10:00+05:00"),
    ],
)
def test_a_moment_without_an_offset_is_wall_clock(written: str, meant: str) -> None:
    """Of the setting TIMEZONE, summer and winter."""
    assert moment(written, ZoneInfo("Europe/Vilnius")) == datetime.fromisoformat(meant)


@pytest.mark.parametrize("written", ["", "rytoj", "2026-13-01", "0001-01-01", "9999-12-31"])
def test_a_wrong_moment_is_refused(written: str) -> None:
    """In one sentence that says what is right."""
    with pytest.raises(WrongSetting, match="--at is not right"):
        moment(written, ZoneInfo("Europe/Vilnius"))


@pytest.mark.parametrize("arguments", [(), ("muzika", "--stdin"), ("muzika", "--at", "rytoj")])
def test_a_wrong_call_is_one_sentence(stocked: Shell, arguments: tuple[str, ...]) -> None:
    """On the error output, with exit code 2."""
    code, out = stocked.run("search", *arguments)
    assert (code, out, stocked.errors.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("command", ["search", "ask"])
def test_looking_makes_no_database(shell: Shell, command: str) -> None:
    """Neither a missing file nor an empty one; the sentence says what to run."""
    (shell.folder / "a.db").unlink()
    for is_there in (False, True):
        code, out = shell.run(command, "muzika")
        assert (code, out) == (2, "")
        assert "run `kvieslys migrate` first, then `kvieslys import FILE`" in shell.errors
        assert (shell.folder / "a.db").exists() is is_there
        (shell.folder / "a.db").touch()


@pytest.mark.parametrize("command", ["search", "ask"])
def test_the_command_line_does_without_aiogram(stocked: Shell, command: str) -> None:
    """It costs seconds and memory that a search has no use for."""
    script = (
        "import sys; from bot.cli import main\n"
        f"code = main(['{command}', 'muzika', '--json'])\n"
        "sys.exit(code or 3 * bool({'aiogram', 'telegram', 'alembic'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


async def test_lines_come_together_as_far_as_they_are_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who waits for an answer before asking again gets it; who asks in a flood is read in bulk."""
    reading, writing = os.pipe()
    with os.fdopen(reading) as stdin, os.fdopen(writing, "wb", buffering=0) as hand:
        monkeypatch.setattr(sys, "stdin", stdin)
        lines = sentences([], stdin=True)
        hand.write("\ufeffkeramika\r\n".encode())
        assert await anext(lines) == ["keramika"]
        hand.write("molis\n\nži".encode())
        assert await anext(lines) == ["molis", ""]
        hand.write(b"edimas\nlipdyba")
        assert await anext(lines) == ["žiedimas"]
        hand.close()
        assert await anext(lines) == ["lipdyba"]
        with pytest.raises(StopAsyncIteration):
            await anext(lines)


def test_garbage_is_looked_for_again_after_loading() -> None:
    """Not meanwhile, and then as ever."""
    with loading():
        meanwhile = gc.isenabled()
    assert (meanwhile, gc.isenabled()) == (False, True)
    gc.unfreeze()
