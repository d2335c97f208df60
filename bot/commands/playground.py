"""Chat with the bot in a web page, without Telegram: the same bot, an invented programme."""

import argparse
import asyncio
import secrets
import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.process import until_stopped
from bot.settings import Settings, WrongSetting, load

if TYPE_CHECKING:
    from bot.playground.people import Person

FOLDER = Path(".playground")
EXAMPLE = Path(__file__).parents[2] / "examples" / "programme.xlsx"
MOST_PEOPLE = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, help="the page's port (PLAYGROUND_PORT by default)")
    parser.add_argument("--people", type=int, default=3, help="how many people chat at first")


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    port = settings.playground_port if arguments.port is None else arguments.port
    return await open_playground(settings, port=port, people=arguments.people)


async def open_playground(settings: Settings, *, port: int, people: int) -> int:
    """Begins anew each time: the messenger forgets its chats when it ends, so the bot must too."""
    from bot.playground.people import BOT_ID
    from bot.playground.server import Server

    if settings.token:
        raise WrongSetting("BOT_TOKEN is set, and the playground is only for trying out: empty it.")
    if not 0 <= port <= 65535:
        raise WrongSetting("--port is not right: it must be from 0 to 65535.")
    if not 1 <= people <= MOST_PEOPLE:
        raise WrongSetting(f"--people is not right: it must be from 1 to {MOST_PEOPLE}.")
    clock_port, clock_key = _free_port(), secrets.token_urlsafe(16)
    crowd = _crowd(people)
    server = Server(
        token=f"{BOT_ID}:{secrets.token_urlsafe(24)}",
        key=secrets.token_urlsafe(16),
        port=port,
        clock_url=f"http://127.0.0.1:{clock_port}/clock",
        clock_key=clock_key,
        people=crowd,
    )
    try:
        await server.start()
    except OSError:
        print(f"Port {port} is taken: choose another one with PLAYGROUND_PORT.", file=sys.stderr)
        return 1
    stage = load(
        _env_file=None,
        bot_token=server.token,
        bot_api_url=server.url,
        database_url=_empty_database(),
        owner_ids=",".join(str(person.id) for person in crowd if person.role == "coordinator"),
        http_port=clock_port,
        timezone=settings.timezone.key,
        default_language=settings.default_language,
        reminders=settings.reminders,
    )

    def tell(_port: int) -> None:
        print(f"The playground is open: {server.page}\nCtrl+C closes it.", flush=True)

    print("The playground is being set up ...", flush=True)
    try:
        return await until_stopped(_play(stage, clock_key, tell))
    finally:
        await server.stop()


async def _play(stage: Settings, clock_key: str, ready: Callable[[int], None]) -> None:
    from bot.app import serve

    await _load_example(stage)
    await serve(stage, clock_key=clock_key, ready=ready)


async def _load_example(stage: Settings) -> None:
    """The programme moved by whole weeks, so that there is something to come on any day."""
    from bot.schema import migrate
    from catalogue.database import Database
    from catalogue.editing.importing import moved, take_in, weeks_until
    from catalogue.files.reading import read
    from scheduler.clock import real_now

    database, now, zone = Database(stage.database_url), real_now(), stage.timezone
    try:
        await migrate(database)
        reading = await asyncio.to_thread(read, EXAMPLE.name, EXAMPLE.read_bytes(), zone=zone)
        drafts = moved(reading.drafts, weeks=max(0, weeks_until(reading.drafts, now)), zone=zone)
        await database.write(lambda session: take_in(session, drafts, now=now))
    finally:
        await database.close()


def _empty_database() -> str:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    return f"sqlite+aiosqlite:///{(FOLDER / 'kvieslys.db').resolve()}"


def _crowd(number: int) -> "list[Person]":
    """Two teachers and a coordinator first, then more teachers."""
    from bot.playground.people import Person, first_people

    crowd = first_people()
    more = range(len(crowd) + 1, number + 1)
    crowd += [Person(512340000 + n, f"Mokytoja {n}", language_code="lt") for n in more]
    return crowd[:number]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
