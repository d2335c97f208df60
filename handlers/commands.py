"""The menu of commands: for everybody by their Telegram's language, for staff by chat."""

from collections.abc import Collection

from aiogram.methods import SetMyCommands
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from catalogue.people.languages import LANGUAGES
from catalogue.people.rights import Right
from handlers.talk import Talk
from handlers.words.menu import menu_titles
from handlers.words.speech import Speech

EVERYBODY = ("renginiai", "planas", "mano", "valandos", "pazymos", "tikrinti", "poreikiai",
             "patirtis", "profilis", "kodel", "kalba", "pagalba", "apie", "mano_duomenys",
             "istrinti")  # fmt: skip
#: Whoever has the right anywhere sees the command.
STAFF = {
    "dalyviai": Right.ROLL,
    "skelbti": Right.ANNOUNCE,
    "klausimai": Right.ANSWER,
    "atsakymai": Right.ANSWER,
    "zodziai": Right.ANSWER,
    "naujas": Right.PROGRAMME,
    "importas": Right.PROGRAMME,
    "eksportas": Right.PROGRAMME,
    "atostogos": Right.PROGRAMME,
    "sritys": Right.PROGRAMME,
    "paskaitos": Right.ROLL,
    "vadovai": Right.PARTICIPANTS,
    "skaiciai": Right.NUMBERS,
    "ataskaita": Right.NUMBERS,
    "paklausa": Right.NUMBERS,
    "zurnalas": Right.JOURNAL,
    "darbuotojai": Right.APPOINT,
}
#: Who keeps the programme has these events among all the others.
NEEDLESS = {"paskaitos": Right.PROGRAMME}
#: Open to more than those who need it in their menu: the others come by another door.
NEEDED = {"dalyviai": Right.PARTICIPANTS}
ENGLISH = {
    "renginiai": "events",
    "planas": "plan",
    "mano": "my",
    "pazymos": "certificates",
    "tikrinti": "verify",
    "patirtis": "practice",
    "valandos": "hours",
    "poreikiai": "needs",
    "profilis": "profile",
    "kodel": "why",
    "kalba": "language",
    "pagalba": "help",
    "apie": "about",
    "mano_duomenys": "my_data",
    "istrinti": "forget",
    "dalyviai": "participants",
    "skelbti": "announce",
    "zodziai": "words",
    "klausimai": "questions",
    "atsakymai": "answers",
    "naujas": "new",
    "importas": "import",
    "eksportas": "export",
    "atostogos": "holidays",
    "sritys": "fields",
    "darbuotojai": "staff",
    "zurnalas": "log",
    "vadovai": "heads",
    "skaiciai": "numbers",
    "ataskaita": "report",
    "paklausa": "demand",
    "paskaitos": "lectures",
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


def for_chat(chat_id: int, say: Speech, rights: Collection[Right]) -> SetMyCommands:
    """The menu of one chat, in the language chosen there; what their rights open comes first."""
    commands = _commands(say, (*of_staff(rights), *EVERYBODY))
    return SetMyCommands(commands=commands, scope=BotCommandScopeChat(chat_id=chat_id))


def of_staff(rights: Collection[Right]) -> list[str]:
    return [
        name
        for name, right in STAFF.items()
        if {right, NEEDED.get(name, right)} <= {*rights} and NEEDLESS.get(name) not in rights
    ]


async def in_help(talk: Talk) -> list[str]:
    """Those of staff that the one who speaks may use, as they are called in their language."""
    return [_name(talk.say, name) for name in of_staff(await talk.rights())]


async def own(talk: Talk, say: Speech) -> SetMyCommands:
    """The menu of the one who speaks, as their rights are now."""
    return for_chat(talk.chat_id, say, await talk.rights())


def _commands(say: Speech, names: tuple[str, ...]) -> list[BotCommand]:
    titles = menu_titles(say)
    return [BotCommand(command=_name(say, name), description=titles[name]) for name in names]


def _name(say: Speech, name: str) -> str:
    return ENGLISH[name] if say.language == "en" else name
