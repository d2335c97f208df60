import dataclasses
import re

import pytest
from aiogram.types import BotCommandScopeAllPrivateChats, BotCommandScopeChat

from catalogue.people.rights import Right
from catalogue.people.tables import Role, StaffMember
from handlers import commands
from handlers.talk import Talk
from handlers.words.speech import Speech
from tests.factories import kept
from tests.handlers.talking import OWNER
from tests.handlers.words.made_up import EN, LT

OWN = [
    "renginiai", "planas", "mano", "valandos", "pazymos", "tikrinti", "poreikiai", "patirtis",
    "profilis", "kodel", "kalba", "pagalba", "apie", "mano_duomenys", "istrinti",
]  # fmt: skip
IN_ENGLISH = ["events", "plan", "my", "hours", "certificates", "verify", "needs", "practice",
              "profile", "why", "language", "help", "about", "my_data", "forget"]  # fmt: skip


def test_everybody_has_a_menu_in_their_language() -> None:
    """The default for all, and one for each language a Telegram may speak."""
    menus = commands.for_everybody({"lt": LT, "en": EN}, default="lt")
    assert [(menu.language_code, [one.command for one in menu.commands]) for menu in menus] == [
        (None, OWN),
        ("lt", OWN),
        ("en", IN_ENGLISH),
    ]
    assert all(menu.scope == BotCommandScopeAllPrivateChats() for menu in menus)


@pytest.mark.parametrize(
    ("say", "rights", "more"),
    [
        (EN, [], []),
        (EN, [Right.ANNOUNCE, Right.ANSWER], ["announce", "questions", "answers", "words"]),
        (
            LT,
            [Right.PROGRAMME, Right.ROLL],
            ["naujas", "importas", "eksportas", "atostogos", "sritys"],
        ),
        (LT, [Right.ROLL], ["paskaitos"]),
        (EN, [Right.ROLL, Right.PARTICIPANTS], ["participants", "lectures", "heads"]),
        (EN, [Right.NUMBERS], ["numbers", "report", "demand"]),
        (
            LT,
            list(Right),
            [
                *("dalyviai", "skelbti", "klausimai", "atsakymai", "zodziai", "naujas", "importas"),
                *("eksportas", "atostogos", "sritys", "vadovai", "skaiciai", "ataskaita"),
                *("paklausa", "zurnalas", "darbuotojai"),
            ],
        ),
    ],
)
def test_staff_and_owners_see_more(say: Speech, rights: list[Right], more: list[str]) -> None:
    """What their rights open comes first, in their own chat only, in the language chosen there."""
    menu = commands.for_chat(5, say, rights)
    usual = OWN if say is LT else IN_ENGLISH
    assert [one.command for one in menu.commands] == [*more, *usual]
    assert menu.scope == BotCommandScopeChat(chat_id=5)


@pytest.mark.parametrize(
    ("role", "more"),
    [
        (None, set()),
        ("member", {"skelbti", "atsakymai", "zodziai"}),
        ("owner", {"skelbti", "atsakymai", "zodziai", "darbuotojai"}),
    ],
)
async def test_the_menu_is_of_ones_present_rights(
    talk: Talk, role: str | None, more: set[str]
) -> None:
    """A member of staff has theirs, an owner has all."""
    if role == "member":
        await kept(
            talk.session,
            StaffMember(person_id=talk.person.id, role=Role.COORDINATOR, since=talk.now),
        )
    if role == "owner":
        talk = dataclasses.replace(talk, chat_id=OWNER)
    menu = await commands.own(talk, talk.say)
    assert {one.command for one in menu.commands} & {
        "skelbti",
        "atsakymai",
        "zodziai",
        "darbuotojai",
    } == more


def test_telegram_takes_the_names() -> None:
    """Up to 32 small Latin letters and underscores, with words beside each."""
    for say in (LT, EN):
        for one in commands.for_chat(1, say, list(Right)).commands:
            assert re.fullmatch(r"[a-z_]{1,32}", one.command)
            assert 1 <= len(one.description) <= 256
