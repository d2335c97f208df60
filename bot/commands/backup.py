"""Copies the database to a file while the bot runs."""

import argparse
import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from bot.commands.postgres_tools import dump
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="where to; it must not exist yet")


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    from catalogue.database import Database

    target: Path = arguments.file
    if target.exists():
        print(f"{target} is there already: choose another name.", file=sys.stderr)
        return 2
    database = Database(settings.database_url)
    try:
        if not database.is_sqlite:
            return await dump(database.url, target)
        source = Path(database.url.database or "")
        if not source.exists():
            print("There is no database to copy yet.", file=sys.stderr)
            return 2
        await asyncio.to_thread(copy, source, target)
    finally:
        await database.close()
    print(f"Copied to {target}, {target.stat().st_size // 1024} KB.")
    return 0


def copy(source: Path, target: Path) -> None:
    """In one step: page by page, each write of the running bot would begin it anew.

    The copy is checked, and appears under its name only when it is whole.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(part)) as here:
        there.backup(here, pages=-1)
        here.execute("PRAGMA journal_mode=DELETE")
        check(here)
    part.replace(target)


def check(database: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError."""
    (verdict,) = database.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
