"""A backup is whole, is made while the bot works, and comes back."""

import argparse
import asyncio
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.commands import backup, migrate, restore
from bot.settings import Settings, load
from catalogue.database import Database
from catalogue.people.tables import Person
from scheduler.roles import Role, hash_of, hold
from tests.factories import NOW


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    made = load(_env_file=None, database_url=f"sqlite+aiosqlite:///{tmp_path}/kvieslys.db")
    await migrate.run(argparse.Namespace(), made)
    return made


def names(path: Path) -> list[str]:
    with sqlite3.connect(path) as database:
        rows = [name for (name,) in database.execute("SELECT name FROM people ORDER BY id")]
    database.close()
    return rows


async def meet(settings: Settings, name: str) -> None:
    database = Database(settings.database_url)

    async def work(session: Any) -> None:
        session.add(Person(name=name, met_at=NOW))

    await database.write(work)
    await database.close()


async def test_a_backup_comes_back(settings: Settings, tmp_path: Path) -> None:
    """What was there at the copy is there again, and what stood since is kept beside it."""
    await meet(settings, "Ona")
    copy = argparse.Namespace(file=tmp_path / "copy.db")
    assert await backup.run(copy, settings) == 0
    await meet(settings, "Vėliau")
    assert await restore.run(copy, settings) == 0
    assert names(tmp_path / "kvieslys.db") == ["Ona"]
    assert names(tmp_path / "kvieslys.db.before") == ["Ona", "Vėliau"]


async def test_a_backup_is_whole_while_others_write(settings: Settings, tmp_path: Path) -> None:
    """Writers neither wait for it for long nor tear it."""

    async def write_on() -> None:
        for number in range(30):
            await meet(settings, f"Mokytoja {number}")

    target = tmp_path / "copy.db"
    codes = await asyncio.gather(write_on(), backup.run(argparse.Namespace(file=target), settings))
    assert codes[1] == 0
    with sqlite3.connect(target) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    assert len(names(tmp_path / "kvieslys.db")) == 30


async def test_a_backup_overwrites_nothing(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An older backup may be the only good one."""
    (tmp_path / "copy.db").write_text("x")
    assert await backup.run(argparse.Namespace(file=tmp_path / "copy.db"), settings) == 2
    assert "choose another name" in capsys.readouterr().err


async def test_restoring_waits_for_the_bot_to_stop(settings: Settings, tmp_path: Path) -> None:
    """Under a running bot the file is not exchanged; the sentence says what to do."""
    copy = tmp_path / "copy.db"
    await backup.run(argparse.Namespace(file=copy), settings)
    database = Database(settings.database_url)
    async with hold(database, Role.POLLER, hash_of("another")):
        ran = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "restore", str(copy),
            env={**os.environ, "DATABASE_URL": settings.database_url},
            stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        _, said = await ran.communicate()
    await database.close()
    assert (ran.returncode, said.decode()) == (1, "The bot is running: stop it first.\n")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
async def test_what_is_no_backup_is_refused(
    settings: Settings, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """The database stays as it was."""
    await meet(settings, "Ona")
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(content)
    assert await restore.run(argparse.Namespace(file=wrong), settings) == 2
    assert names(tmp_path / "kvieslys.db") == ["Ona"]
