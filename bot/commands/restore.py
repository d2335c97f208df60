"""Puts a backup in the database's place; the bot must be stopped."""

import argparse
import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from bot.commands.backup import check, copy
from bot.commands.postgres_tools import load
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="what `kvieslys backup` has written")


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """What was there before is kept beside it, under the ending .before."""
    from catalogue.database import Database
    from scheduler.roles import AlreadyRunning, Role, hash_of, hold

    source: Path = arguments.file
    if not source.is_file():
        print(f"There is no file {source}.", file=sys.stderr)
        return 2
    database = Database(settings.database_url)
    try:
        if not database.is_sqlite:
            return await load(database.url, source)
        async with hold(database, Role.POLLER, hash_of(settings.token)):
            await asyncio.to_thread(_exchange, source, Path(database.url.database or ""))
    except AlreadyRunning:
        print("The bot is running: stop it first.", file=sys.stderr)
        return 1
    except sqlite3.DatabaseError:
        print(f"{source} is not a whole backup of Kvieslys.", file=sys.stderr)
        return 2
    finally:
        await database.close()
    print("Restored. `kvieslys migrate` brings it to the present form, as each start does.")
    return 0


def _exchange(source: Path, target: Path) -> None:
    """Raises sqlite3.DatabaseError before anything was touched."""
    with closing(sqlite3.connect(source)) as backup:
        check(backup)
        backup.execute("SELECT version_num FROM alembic_version").fetchone()
    if target.exists():
        before = target.with_name(f"{target.name}.before")
        before.unlink(missing_ok=True)
        copy(target, before)
        for ending in ("", "-wal", "-shm"):
            target.with_name(target.name + ending).unlink(missing_ok=True)
    copy(source, target)
