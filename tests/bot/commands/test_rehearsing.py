"""What is only tried out leaves no trace."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.commands.rehearsing import Rehearsed, kept
from bot.settings import Settings, load
from catalogue.people.tables import Person
from tests.factories import a_person


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load(_env_file=None, database_url=f"sqlite+aiosqlite:///{tmp_path / 'a.db'}")


async def test_kept_or_tried(settings: Settings) -> None:
    """Both tell what they did; only one of them did it."""

    async def add(session: Any) -> str:
        session.add(a_person())
        await session.flush()
        return "added"

    async def rehearse(session: Any) -> str:
        raise Rehearsed(await add(session))

    async def count(session: Any) -> int:
        return int(await session.scalar(select(func.count()).select_from(Person)))

    assert [await kept(work, settings) for work in (add, rehearse)] == ["added", "added"]
    assert await kept(count, settings) == 1
