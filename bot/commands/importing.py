"""Takes a programme in from a file and says what became of each row."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from catalogue.programme.drafts import Reading
    from catalogue.programme.importing import Report
    from catalogue.programme.refused import Unreadable


class _Rehearsed(Exception):  # noqa: N818 -- carries the report past the transaction
    """Undoes a dry run."""

    def __init__(self, report: "Report") -> None:
        self.report = report


class _NoSuchCentre(Exception):  # noqa: N818 -- it says what there is not
    def __init__(self, slug: str, known: list[str]) -> None:
        self.slug, self.known = slug, known


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="xlsx, csv, jsonl or ics, by its ending")
    parser.add_argument(
        "--centre", metavar="SLUG", help="whose the rows are that name no organiser"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would change, change nothing"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--lang", choices=("lt", "en"), help="DEFAULT_LANGUAGE if not given")


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """0 if anything was readable, 2 if nothing was."""
    from catalogue.programme.refused import Unreadable
    from handlers.words import importing as words
    from scheduler.clock import real_now

    language = arguments.lang or settings.default_language
    try:
        reading = _read(Path(arguments.file), settings)
        report = await _taken_in(reading, arguments, settings, real_now())
    except Unreadable as unreadable:
        return _nothing(unreadable, language, as_json=arguments.json)
    except _NoSuchCentre as missing:
        print(words.unknown_centre(missing.slug, missing.known, language), file=sys.stderr)
        return 2
    if arguments.json:
        print(_as_json(report, language))
    else:
        print(words.report(report, reading.ignored, language, rehearsal=arguments.dry_run))
    return 0 if reading.drafts else 2


def _read(path: Path, settings: Settings) -> "Reading":
    from catalogue.programme.reading import check_size, read
    from catalogue.programme.refused import Reason, Unreadable

    try:
        if not path.is_file():
            raise Unreadable(Reason.NO_FILE)
        check_size(path.stat().st_size)
        data = path.read_bytes()
    except OSError:
        raise Unreadable(Reason.NO_FILE) from None
    return read(path.name, data, zone=settings.timezone)


async def _taken_in(
    reading: "Reading", arguments: argparse.Namespace, settings: Settings, now: datetime
) -> "Report":
    from bot.schema import migrate
    from catalogue.centres.queries import all_centres, by_slug
    from catalogue.database import Database
    from catalogue.programme.importing import take_in

    async def work(session: "AsyncSession") -> "Report":
        centre = None
        if arguments.centre:
            centre = await by_slug(session, arguments.centre)
            if centre is None:
                known = [each.slug for each in await all_centres(session)]
                raise _NoSuchCentre(arguments.centre, known)
        report = await take_in(
            session, reading.drafts, now=now, default_centre=centre, refused=reading.refused
        )
        if arguments.dry_run:
            raise _Rehearsed(report)
        return report

    database = Database(settings.database_url)
    try:
        await migrate(database)
        return await database.write(work)
    except _Rehearsed as rehearsed:
        return rehearsed.report
    finally:
        await database.close()


def _nothing(unreadable: "Unreadable", language: str, *, as_json: bool) -> int:
    from handlers.words import importing as words

    why = words.reason(unreadable.reason, unreadable.values, language)
    if as_json:
        refused = [{"row": 0, "column": "", "reason": why}]
        print(
            json.dumps(
                {"added": 0, "changed": 0, "unchanged": 0, "refused": refused}, ensure_ascii=False
            )
        )
    print(why, file=sys.stderr)
    return 2


def _as_json(report: "Report", language: str) -> str:
    from handlers.words import importing as words

    counts = {
        "added": len(report.added),
        "changed": len(report.changed),
        "unchanged": len(report.unchanged),
    }
    refused = [
        {
            "row": row.row,
            "column": row.column,
            "reason": words.reason(row.reason, row.values, language),
        }
        for row in report.refused
    ]
    return json.dumps({**counts, "refused": refused}, ensure_ascii=False)
