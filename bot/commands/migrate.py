"""Brings the database to the present form."""

import argparse

from bot.schema import migrate
from bot.settings import Settings
from catalogue.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It needs none."""


async def run(_arguments: argparse.Namespace, settings: Settings) -> int:
    database = Database(settings.database_url)
    try:
        await migrate(database)
    finally:
        await database.close()
    print("The database has the present form.")
    return 0
