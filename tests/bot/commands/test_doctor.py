"""The doctor says what is wrong and what helps."""

import argparse
from pathlib import Path

import pytest

from bot.commands import doctor, migrate
from bot.playground.server import Server
from bot.settings import load


async def test_an_empty_house_is_told_the_first_steps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No database yet: the command that makes it is named; then the programme is missing."""
    settings = load(_env_file=None, database_url=f"sqlite+aiosqlite:///{tmp_path}/x.db")
    assert await doctor.run(argparse.Namespace(), settings) == 1
    assert "`kvieslys migrate` makes it" in capsys.readouterr().out
    await migrate.run(argparse.Namespace(), settings)
    assert await doctor.run(argparse.Namespace(), settings) == 1
    said = capsys.readouterr().out
    assert "in its present form" in said
    assert "`kvieslys import FILE`" in said


async def test_a_wrong_token_is_found_and_not_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Telegram is asked, and its refusal told in plain words."""
    async with Server(token="1:right", key="k") as server:
        settings = load(
            _env_file=None,
            bot_token="1:wrong",
            bot_api_url=server.url,
            owner_ids="5",
            database_url=f"sqlite+aiosqlite:///{tmp_path}/x.db",
        )
        await migrate.run(argparse.Namespace(), settings)
        assert await doctor.run(argparse.Namespace(), settings) == 1
    said = capsys.readouterr().out
    assert "it refuses BOT_TOKEN" in said
    assert "wrong" not in said.replace("!!", "")


async def test_the_right_token_names_the_bot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who we are, so that a mixed-up token is seen."""
    async with Server(token="1:right", key="k") as server:
        settings = load(
            _env_file=None, bot_token="1:right", bot_api_url=server.url, owner_ids="5",
            database_url=f"sqlite+aiosqlite:///{tmp_path}/x.db",
        )  # fmt: skip
        await doctor.run(argparse.Namespace(), settings)
    assert "@kvieslys_playground_bot" in capsys.readouterr().out
