"""`kvieslys`: the command line. Each command is a module of `bot.commands`, loaded when called."""

import argparse
import asyncio
import importlib
import os
import sys

from bot.settings import WrongSetting, load

#: Name on the command line, module in `bot.commands`, what it is for.
COMMANDS = (
    ("run", "run", "start the bot; without a token, the playground"),
    ("playground", "playground", "chat with the bot in a web page, without Telegram"),
    ("migrate", "migrate", "bring the database to the present form"),
    ("doctor", "doctor", "look whether everything is in place"),
    ("import", "importing", "take a programme in from xlsx, csv, jsonl or ics"),
    ("attendance", "attendance", "take in who came, from a list filled in elsewhere"),
    ("export", "exporting", "write the programme to xlsx, csv, jsonl or ics"),
    ("search", "search", "search the programme as a teacher would"),
    ("ask", "ask", "ask a question as a teacher would"),
    ("backup", "backup", "copy the database to a file while the bot runs"),
    ("restore", "restore", "put a backup in the database's place"),
)


def main(arguments: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(
        prog="kvieslys",
        description="A Telegram assistant of teachers' professional-development centres",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, module, purpose in COMMANDS:
        command = commands.add_parser(name, help=purpose, description=purpose)
        if arguments[:1] == [name]:  # only the one that is called is loaded
            loaded = importlib.import_module(f"bot.commands.{module}")
            loaded.add_arguments(command)
            command.set_defaults(run=loaded.run)
    parsed = parser.parse_args(arguments)
    try:
        return int(asyncio.run(parsed.run(parsed, load())))
    except WrongSetting as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our output has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if (sentence := _plainly(error)) is None:
            raise
        print(sentence, file=sys.stderr)
        return 1


def _plainly(error: Exception) -> str | None:
    """What only a person can mend, in one sentence; None for a bug."""
    from catalogue.database import is_passing

    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}."
    if is_passing(error):
        return "The database does not answer: look at DATABASE_URL, or try again in a moment."
    return None


if __name__ == "__main__":
    sys.exit(main())
