"""Looks whether everything is in place, and says what to do where it is not."""

import argparse
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.settings import Settings

OK, WRONG = "ok", "!!"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It needs none."""


async def run(_arguments: argparse.Namespace, settings: Settings) -> int:
    """Exit 0 when the bot could start as it is."""
    looks: list[tuple[str, Callable[[Settings], Awaitable[str]]]] = [
        ("settings", _settings),
        ("database", _database),
        ("programme", _programme),
        ("Telegram", _telegram),
    ]
    is_well = True
    for name, look in looks:
        try:
            print(f"{OK}  {name}: {await look(settings)}")
        except Trouble as trouble:
            is_well = False
            print(f"{WRONG}  {name}: {trouble}")
    return 0 if is_well else 1


class Trouble(Exception):  # noqa: N818 -- what the doctor finds
    """One sentence: what is wrong and what helps."""


async def _settings(settings: Settings) -> str:
    where = "with .env" if Path(".env").exists() else "without .env"
    if not settings.owner_ids and settings.token:
        raise Trouble(
            "OWNER_IDS is empty, so nobody can appoint staff: put your Telegram number there."
        )
    return f"read, {where}; time zone {settings.timezone.key}"


async def _database(settings: Settings) -> str:
    from bot.schema import is_current
    from catalogue.database import Database

    database = Database(settings.database_url)
    try:
        if database.is_sqlite and not Path(database.url.database or "").exists():
            raise Trouble("there is none yet; `kvieslys migrate` makes it.")
        if not await is_current(database):
            raise Trouble("it has an older form; `kvieslys migrate` brings it up to date.")
    except Trouble:
        raise
    except Exception as error:
        raise Trouble(
            f"it does not answer ({type(error).__name__}); check DATABASE_URL."
        ) from error
    finally:
        await database.close()
    return f"{database.url.get_backend_name()}, in its present form"


async def _programme(settings: Settings) -> str:
    from catalogue.database import Database
    from catalogue.finding.browsing import count
    from scheduler.clock import real_now

    database = Database(settings.database_url)
    try:
        coming = await database.read(lambda session: count(session, now=real_now()))
    except Exception as error:
        raise Trouble("it could not be read.") from error
    finally:
        await database.close()
    if coming == 0:
        raise Trouble("no event is to come; `kvieslys import FILE` takes one in.")
    return f"events to come: {coming}"


async def _telegram(settings: Settings) -> str:
    """Asks Telegram who we are; the token itself is never printed."""
    if not settings.token:
        return "BOT_TOKEN is empty: `kvieslys run` opens the playground"
    from aiohttp import ClientError, ClientSession, ClientTimeout

    url = f"{settings.api_url}/bot{settings.token}/getMe"
    try:
        async with ClientSession(timeout=ClientTimeout(total=10)) as client, client.get(url) as got:
            answer = await got.json()
    except (ClientError, TimeoutError, ValueError) as error:
        raise Trouble(
            f"it does not answer ({type(error).__name__}); is there a network?"
        ) from error
    if not answer.get("ok"):
        raise Trouble("it refuses BOT_TOKEN; take the right one from @BotFather.")
    me = answer["result"]
    if not me.get("supports_inline_queries"):
        return f"@{me['username']}; inline mode is off, turn it on with /setinline at @BotFather"
    return f"@{me['username']}"
