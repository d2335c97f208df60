"""Takes in who came, from the list of an event that was filled in elsewhere."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.rehearsing import Rehearsed, kept
from bot.settings import Settings

if TYPE_CHECKING:
    from markupsafe import Markup
    from sqlalchemy.ext.asyncio import AsyncSession

    from catalogue.learning.roll_files import RollFile
    from catalogue.learning.taking_in import TakenIn


class _Nobody(Exception):  # noqa: N818 -- it says who there is not
    pass


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the list of an event as xlsx or csv")
    parser.add_argument("--dry-run", action="store_true", help="say what would be, write nothing")
    parser.add_argument(
        "--by",
        metavar="TELEGRAM_ID",
        type=int,
        help="who says so; needed where something is corrected, and noted in the journal",
    )
    parser.add_argument("--lang", choices=("lt", "en"), help="DEFAULT_LANGUAGE if not given")


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """0 if anything was taken or known already, 2 if nothing was."""
    from catalogue.learning.roll_files import read_roll
    from handlers.words.office import roll_files as words
    from handlers.words.speech import Speech

    say = Speech(arguments.lang or settings.default_language, settings.timezone)
    path = Path(arguments.file)
    if not path.is_file():
        print(words.no_file(say), file=sys.stderr)
        return 2
    roll = read_roll(path.name, path.read_bytes())
    if roll is None:
        print(words.only_rolls(say, path.name).unescape(), file=sys.stderr)
        return 2
    try:
        found = await _taken(roll, arguments, settings)
    except _Nobody:
        print(words.nobody(say), file=sys.stderr)
        return 2
    print(_plain(words.taken(say, path.name, found, rehearsal=arguments.dry_run)))
    return 0 if found.marked + found.changed + found.same else 2


async def _taken(roll: "RollFile", arguments: argparse.Namespace, settings: Settings) -> "TakenIn":
    from sqlalchemy import select

    from catalogue.learning.taking_in import By, take_in
    from catalogue.people.rights import EVERYWHERE, Right
    from catalogue.people.staff import realm
    from catalogue.people.tables import Person
    from scheduler.clock import real_now

    async def work(session: "AsyncSession") -> "TakenIn":
        by = By(person=None, realm=EVERYWHERE)
        if arguments.by is not None:
            person = await session.scalar(select(Person).where(Person.telegram_id == arguments.by))
            if person is None:
                raise _Nobody
            owners = settings.owner_ids
            where = await realm(session, person=person, right=Right.ROLL, owner_ids=owners)
            by = By(person=person, realm=where)
        found = await take_in(session, roll, by, now=real_now(), zone=settings.timezone)
        if arguments.dry_run:
            raise Rehearsed(found)
        return found

    return await kept(work, settings)


def _plain(told: "Markup") -> str:
    """Without marks; the lines stay."""
    return "\n".join(line.striptags() for line in told.split("\n"))
