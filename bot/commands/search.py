"""Searches the programme as a teacher would."""

import argparse
import asyncio
import gc
import json
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from bot.settings import Settings, WrongSetting
from scheduler.clock import Clock

if TYPE_CHECKING:
    import io

    from catalogue.database import Database
    from catalogue.finding.finder import Finder
    from catalogue.search.documents import Document
    from catalogue.search.index import Hit, Index, Result

WRONG_MOMENT = "--at is not right: it must be a moment such as 2026-11-22T10:00."
NOT_READY = (
    "The programme cannot be read from the database of DATABASE_URL: "
    "run `kvieslys migrate` first, then `kvieslys import FILE`."
)

#: Bytes of the standard input that are read at once.
_PIECE = 65536


class NotReady(WrongSetting):
    """There is no database, or it has no tables yet; looking something up shall not make them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to look for")
    add_common_arguments(parser, "queries")
    parser.add_argument(
        "--limit", type=_count, default=10, metavar="N", help="the most hits to show (10)"
    )


def add_common_arguments(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument(
        "--stdin",
        action="store_true",
        help=f"read {what} from the standard input, one a line; each line, an empty one too, "
        "gets its answer in order",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument(
        "--at",
        metavar="ISO",
        help="the moment of asking, such as 2026-11-22T10:00; without an offset it is the wall "
        "clock of TIMEZONE (now)",
    )


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    now = moment(arguments.at, settings.timezone)
    queries = sentences(arguments.query, stdin=arguments.stdin)
    async with opened(settings) as (database, finder):
        index = await database.read(finder.index)
        async for together in queries:
            for query in together:
                result = look(index, query, now=now, limit=arguments.limit)
                print(
                    _as_json(query, result, arguments.limit)
                    if arguments.json
                    else _as_text(query, result, settings.timezone),
                    flush=True,
                )
    return 0


def look(index: "Index", query: str, *, now: datetime, limit: int) -> "Result":
    """Without a letter or a number there is nothing to look for."""
    from catalogue.search.index import Result

    if not any(character.isalnum() for character in query):
        return Result("nothing")
    return index.search(query, now=now, limit=limit)


def moment(written: str | None, timezone: ZoneInfo) -> datetime:
    """Now, or the moment given. Raises WrongSetting."""
    if written is None:
        return Clock().now()
    try:
        given = datetime.fromisoformat(written)
    except ValueError:
        raise WrongSetting(WRONG_MOMENT) from None
    if not 2000 <= given.year <= 2100:
        raise WrongSetting(WRONG_MOMENT)
    return given if given.tzinfo else given.replace(tzinfo=timezone)


async def sentences(written: list[str], *, stdin: bool) -> AsyncIterator[list[str]]:
    """The one sentence of the command line, or the lines of the standard input as they come: as
    many together as are there, and never waiting for another.

    Raises WrongSetting where there is neither or both.
    """
    if bool(written) == stdin:
        raise WrongSetting("Write what you ask after the command, or give --stdin.")
    if written:
        yield [_readable(" ".join(written))]
        return
    source = cast("io.BufferedReader", sys.stdin.buffer)
    begun: list[bytes] = []
    while piece := await asyncio.to_thread(source.read1, _PIECE):
        ended, line_end, rest = piece.rpartition(b"\n")
        if line_end:
            yield [_line(line) for line in b"".join([*begun, ended]).split(b"\n")]
            begun = []
        begun.append(rest)
    if last := b"".join(begun):
        yield [_line(last)]


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[tuple["Database", "Finder"]]:
    """The database with a finder that has read the programme. Raises NotReady."""
    with loading():
        from sqlalchemy.exc import DBAPIError

        from catalogue.database import Database
        from catalogue.finding.finder import Finder
        from catalogue.search.index import Index

        _check_file(settings.database_url)
        database = Database(settings.database_url, alone=True)
        finder = Finder(Index(timezone=settings.timezone))
    try:
        try:
            with loading():
                await database.read(finder.index)
        except (DBAPIError, OSError) as error:
            raise NotReady(NOT_READY) from error
        yield database, finder
    finally:
        await database.close()
        gc.unfreeze()


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded meanwhile stays to the end: no garbage is looked for in it, then or later.

    A tenth of the start went into that.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _check_file(database_url: str) -> None:
    """Connecting to an SQLite file that is not there would make it."""
    from sqlalchemy.engine import make_url

    url = make_url(database_url)
    in_file = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
    if in_file and not Path(str(url.database)).exists():
        raise NotReady(NOT_READY)


def _title(event: "Document") -> str:
    return event.title_lt or event.title_en


def _as_json(query: str, result: "Result", limit: int) -> str:
    hits = [
        {"code": hit.document.code, "title": _title(hit.document), "score": hit.score}
        for hit in result.listed(limit)
    ]
    return json.dumps({"query": query, "verdict": result.verdict, "hits": hits}, ensure_ascii=False)


def _as_text(query: str, result: "Result", timezone: ZoneInfo) -> str:
    headings = {
        "found": f"“{query}”: {result.total} found",
        "unsure": f"“{query}”: perhaps one of these",
        "nothing": f"“{query}”: nothing found" + (", the nearest:" if result.nearest else ""),
    }
    lines = [
        _hit_line(number, hit, timezone)
        for number, hit in enumerate(result.hits or result.nearest, start=1)
    ]
    return "\n".join([headings[result.verdict], *lines, ""])


def _hit_line(number: int, hit: "Hit", timezone: ZoneInfo) -> str:
    event = hit.document
    starts = event.starts[0].astimezone(timezone).strftime("%Y-%m-%d %H:%M") if event.starts else ""
    price = "" if event.price_eur is None else f"{event.price_eur:.2f} €"
    facts = [
        starts,
        event.city or event.mode,
        event.form,
        "free" if event.price_eur == 0 else price,
    ]
    told = " · ".join(filter(None, facts))
    return f"{number:3}. {_title(event)}\n     {told}   [{event.code}] {hit.score:.2f}"


def _line(written: bytes) -> str:
    return written.decode("utf-8-sig", "replace").rstrip("\r")


def _readable(text: str) -> str:
    """Bytes of the command line that are no UTF-8 become question marks."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1000:
        raise argparse.ArgumentTypeError("it must be a whole number from 1 to 1000")
    return number
