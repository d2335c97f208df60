"""Takes a programme in from a file and says what became of each row; from a toml file a centre."""

import argparse
import json
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.rehearsing import Rehearsed, kept
from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from catalogue.editing.importing import Report
    from catalogue.files.drafts import Reading
    from catalogue.programme.refused import Unreadable


class _NoSuchCentre(Exception):  # noqa: N818 -- it says what there is not
    def __init__(self, slug: str, known: list[str]) -> None:
        self.slug, self.known = slug, known


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help="xlsx, csv, jsonl or ics, by its ending; toml: a centre",
    )
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
    if arguments.file.casefold().endswith(".toml"):
        return await _centre(arguments, settings, language)
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


async def _centre(arguments: argparse.Namespace, settings: Settings, language: str) -> int:
    """A centre's own file: its names and facts."""
    from catalogue.answers.importing import take_in
    from catalogue.centres import pages
    from catalogue.programme.refused import Unreadable
    from handlers.words import importing as words

    async def work(session: "AsyncSession") -> str:
        became = await take_in(session, page)
        if arguments.dry_run:
            raise Rehearsed(became)
        return became

    try:
        page = pages.read(_bytes(Path(arguments.file)).decode("utf-8-sig", "replace"))
        became = await kept(work, settings)
    except Unreadable as unreadable:
        return _nothing(unreadable, language, as_json=arguments.json)
    except pages.NotACentre as wrong:
        return _refused(words.not_a_centre(str(wrong), language), as_json=arguments.json)
    if arguments.json:
        counts = dict.fromkeys(("added", "changed", "unchanged"), 0) | {became: 1}
        print(json.dumps({**counts, "refused": []}, ensure_ascii=False))
    else:
        print(words.centre_taken_in(page.name, became, language))
    return 0


def _read(path: Path, settings: Settings) -> "Reading":
    from catalogue.files.reading import read

    return read(path.name, _bytes(path), zone=settings.timezone)


def _bytes(path: Path) -> bytes:
    """Raises Unreadable."""
    from catalogue.files.reading import check_size
    from catalogue.programme.refused import Reason, Unreadable

    try:
        if not path.is_file():
            raise Unreadable(Reason.NO_FILE)
        check_size(path.stat().st_size)
        return path.read_bytes()
    except OSError:
        raise Unreadable(Reason.NO_FILE) from None


async def _taken_in(
    reading: "Reading", arguments: argparse.Namespace, settings: Settings, now: datetime
) -> "Report":
    from catalogue.centres.queries import by_slug
    from catalogue.editing.importing import take_in

    async def work(session: "AsyncSession") -> "Report":
        drafts = reading.drafts
        centre = await by_slug(session, arguments.centre) if arguments.centre else None
        if arguments.centre and centre is None:
            name = await _name_of(session, arguments.centre)
            drafts = tuple(replace(one, organiser=one.organiser or name) for one in drafts)
        report = await take_in(
            session, drafts, now=now, default_centre=centre, refused=reading.refused
        )
        if arguments.dry_run:
            raise Rehearsed(report)
        return report

    return await kept(work, settings)


async def _name_of(session: "AsyncSession", slug: str) -> str:
    """Of a centre that comes with the assistant: the first of its events makes it one of ours.
    Raises _NoSuchCentre.
    """
    from catalogue.centres.pages import centre_pages
    from catalogue.centres.queries import all_centres

    names = {page.slug: page.name for page in centre_pages()}
    if slug not in names:
        ours = {each.slug for each in await all_centres(session)}
        raise _NoSuchCentre(slug, sorted(names.keys() | ours))
    return names[slug]


def _nothing(unreadable: "Unreadable", language: str, *, as_json: bool) -> int:
    from handlers.words import importing as words

    return _refused(words.reason(unreadable.reason, unreadable.values, language), as_json=as_json)


def _refused(why: str, *, as_json: bool) -> int:
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
