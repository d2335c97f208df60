"""Writes the plan of a centre, or of all, to a file by its ending."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from catalogue.programme.tables import Event


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="xlsx, csv, jsonl or ics, by its ending")
    parser.add_argument("--centre", metavar="SLUG", help="only this centre's events")
    parser.add_argument("--lang", choices=("lt", "en"), help="DEFAULT_LANGUAGE if not given")


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """0 if the file was written, 2 if it could not be."""
    from handlers.words import importing as words

    language = arguments.lang or settings.default_language
    known, events = await _plan(arguments.centre, settings)
    if events is None:
        print(words.unknown_centre(arguments.centre, known, language), file=sys.stderr)
        return 2
    if problem := _write(Path(arguments.file), events, settings, language):
        print(problem, file=sys.stderr)
        return 2
    print(words.exported(len(events), language))
    return 0


async def _plan(slug: str | None, settings: Settings) -> "tuple[list[str], Sequence[Event] | None]":
    """Every centre's slug, and the events; None where there is no such centre."""
    from bot.schema import migrate
    from catalogue.centres.queries import all_centres
    from catalogue.database import Database
    from catalogue.programme.queries import of_centre

    async def work(session: "AsyncSession") -> "tuple[list[str], Sequence[Event] | None]":
        ids = {centre.slug: centre.id for centre in await all_centres(session)}
        if slug is None:
            return list(ids), await of_centre(session, None)
        return list(ids), await of_centre(session, ids[slug]) if slug in ids else None

    database = Database(settings.database_url)
    try:
        await migrate(database)
        return await database.read(work)
    finally:
        await database.close()


def _write(path: Path, events: "Sequence[Event]", settings: Settings, language: str) -> str:
    """What went wrong, or nothing. The file is made whole before an older one is replaced."""
    from catalogue.files.exporting import write
    from catalogue.programme.refused import Unreadable
    from handlers.words import importing as words
    from scheduler.clock import real_now

    try:
        content = write(path.name, events, zone=settings.timezone, now=real_now())
        path.write_bytes(content)
    except Unreadable as unreadable:
        return words.reason(unreadable.reason, unreadable.values, language)
    except OSError as error:
        return words.cannot_write(error.strerror or str(error), language)
    return ""
