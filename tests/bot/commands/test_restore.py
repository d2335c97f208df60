"""A backup comes back, and nothing is lost by trying."""

import argparse
import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.commands import backup, restore
from bot.settings import Settings
from catalogue.database import Database
from scheduler.roles import Role, hash_of, hold
from tests.bot.commands.test_backup import meet, names, settings
from tests.processes import some_token

__all__ = ["settings"]


async def test_a_backup_comes_back(settings: Settings, tmp_path: Path) -> None:
    """What was there at the copy is there again, and what stood since is kept beside it."""
    await meet(settings, "Ona")
    copy = argparse.Namespace(file=tmp_path / "copy.db")
    assert await backup.run(copy, settings) == 0
    await meet(settings, "Vėliau")
    assert await restore.run(copy, settings) == 0
    assert names(tmp_path / "kvieslys.db") == ["Ona"]
    assert names(tmp_path / "kvieslys.db.before") == ["Ona", "Vėliau"]


async def test_restoring_waits_for_the_bot_to_stop(settings: Settings, tmp_path: Path) -> None:
    """Under a running bot the file is not exchanged; the sentence says what to do."""
    copy = tmp_path / "copy.db"
    await backup.run(argparse.Namespace(file=copy), settings)
    database = Database(settings.database_url)
    async with hold(database, Role.POLLER, hash_of(some_token())):
        ran = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "restore", str(copy),
            env={**os.environ, "DATABASE_URL": settings.database_url, "BOT_TOKEN": settings.token},
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
