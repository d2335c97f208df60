"""A backup is whole and is made while the bot works."""

import argparse
import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bot.commands import backup, migrate
from bot.settings import Settings, load
from catalogue.database import Database
from catalogue.people.tables import Person
from tests.factories import NOW
from tests.processes import some_token


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    url = f"sqlite+aiosqlite:///{tmp_path}/kvieslys.db"
    made = load(_env_file=None, database_url=url, bot_token=some_token())
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
