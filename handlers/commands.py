"""The menu of commands: for everybody by their Telegram's language, for staff by chat."""

from aiogram.methods import SetMyCommands
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from catalogue.people.languages import LANGUAGES
from handlers.words.menu import menu_titles
from handlers.words.speech import Speech

EVERYBODY = ("renginiai", "mano", "profilis", "kalba", "pagalba", "apie", "mano_duomenys",
             "istrinti")  # fmt: skip
ENGLISH = {
    "renginiai": "events",
    "mano": "my",
    "profilis": "profile",
    "kalba": "language",
    "pagalba": "help",
    "apie": "about",
    "mano_duomenys": "my_data",
    "istrinti": "forget",
    "darbuotojai": "staff",
}


def for_everybody(voices: dict[str, Speech], *, default: str) -> list[SetMyCommands]:
    """At each start: one menu a language, and the default language's for all the others."""
    scope = BotCommandScopeAllPrivateChats()
    return [
        SetMyCommands(commands=_commands(voices[default], EVERYBODY), scope=scope),
        *[
            SetMyCommands(
                commands=_commands(voices[language], EVERYBODY),
                scope=scope,
                language_code=language,
            )
            for language in LANGUAGES
        ],
    ]


def for_chat(chat_id: int, say: Speech, *, is_owner: bool) -> SetMyCommands:
    """The menu of one chat, in the language chosen there; owners see the staff's command too."""
    names = (*EVERYBODY, "darbuotojai") if is_owner else EVERYBODY
    return SetMyCommands(commands=_commands(say, names), scope=BotCommandScopeChat(chat_id=chat_id))


def _commands(say: Speech, names: tuple[str, ...]) -> list[BotCommand]:
    titles = menu_titles(say)
    return [
        BotCommand(
            command=ENGLISH[name] if say.language == "en" else name, description=titles[name]
        )
        for name in names
    ]
