"""PostgreSQL's own programs, where the machine has them."""

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.commands import postgres_tools

URL = make_url("postgresql+asyncpg://ona:slapta@127.0.0.1:1/x")


async def test_a_missing_program_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence says what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert await postgres_tools.dump(URL, tmp_path / "copy") == 2
    assert await postgres_tools.load(URL, tmp_path / "copy") == 2
    assert "pg_dump is not on this machine" in capsys.readouterr().err


async def test_the_password_does_not_stand_in_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every user of a machine can read the arguments of its programs."""
    (tmp_path / "pg_dump").write_text('#!/bin/sh\necho "$@" > "$(dirname "$0")/said"\nexit 3\n')
    (tmp_path / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert await postgres_tools.dump(URL, tmp_path / "copy") == 3
    said = (tmp_path / "said").read_text()
    assert "--dbname=postgresql://ona@127.0.0.1:1/x" in said
    assert "slapta" not in said
