"""Starts the bot; without a token, the playground."""

import argparse

from bot.process import ROLES, settle, until_stopped
from bot.settings import Settings, WrongSetting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--roles",
        default=",".join(ROLES),
        help="which of turns,sender,clock this process does (all by default)",
    )


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    roles = [role.strip() for role in arguments.roles.split(",")]
    if not set(roles) <= set(ROLES):
        raise WrongSetting(f"--roles is not right: it must be some of {','.join(ROLES)}.")
    if not settings.token:
        from bot.commands import playground

        return await playground.open_playground(settings, port=settings.playground_port, people=3)
    from bot.app import serve

    print("Kvieslys is starting; Ctrl+C stops it.", flush=True)
    return await until_stopped(serve(settings, roles=roles, ready=_ready))


def _ready(_port: int) -> None:
    settle()
    print("Kvieslys listens to Telegram.", flush=True)
