"""What tests of commands may ask for."""

from pathlib import Path

import pytest

from tests.bot.commands.shell import Shell
from tests.databases import Files


@pytest.fixture
async def shell(
    sqlite_files: Files,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Shell:
    """Where the database is made already: how it is made, `kvieslys migrate` shows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'a.db'}")
    await sqlite_files.fill(tmp_path / "a.db")
    return Shell(tmp_path, capsys)
