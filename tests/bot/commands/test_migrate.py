"""`kvieslys migrate` makes the database, and may be called again."""

import argparse
from pathlib import Path

from bot.commands import migrate
from bot.schema import is_current
from bot.settings import load
from catalogue.database import Database


async def test_it_makes_the_database(tmp_path: Path) -> None:
    """From nothing to the present form."""
    settings = load(_env_file=None, database_url=f"sqlite+aiosqlite:///{tmp_path}/x.db")
    for _ in range(2):
        assert await migrate.run(argparse.Namespace(), settings) == 0
    database = Database(settings.database_url)
    assert await is_current(database)
    await database.close()
