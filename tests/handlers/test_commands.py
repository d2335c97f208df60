import re

from aiogram.types import BotCommandScopeAllPrivateChats, BotCommandScopeChat

from handlers import commands
from tests.handlers.words.made_up import EN, LT

OWN = ["renginiai", "mano", "profilis", "kalba", "pagalba", "apie", "mano_duomenys", "istrinti"]
IN_ENGLISH = ["events", "my", "profile", "language", "help", "about", "my_data", "forget"]


def test_everybody_has_a_menu_in_their_language() -> None:
    """The default for all, and one for each language a Telegram may speak."""
    menus = commands.for_everybody({"lt": LT, "en": EN}, default="lt")
    assert [(menu.language_code, [one.command for one in menu.commands]) for menu in menus] == [
        (None, OWN),
        ("lt", OWN),
        ("en", IN_ENGLISH),
    ]
    assert all(menu.scope == BotCommandScopeAllPrivateChats() for menu in menus)


def test_an_owner_sees_one_command_more() -> None:
    """In their own chat only, in the language chosen there."""
    menu = commands.for_chat(5, LT, is_owner=True)
    assert [one.command for one in menu.commands] == [*OWN, "darbuotojai"]
    assert menu.scope == BotCommandScopeChat(chat_id=5)
    assert [one.command for one in commands.for_chat(5, EN, is_owner=False).commands] == IN_ENGLISH


def test_telegram_takes_the_names() -> None:
    """Up to 32 small Latin letters and underscores, with words beside each."""
    for say in (LT, EN):
        for one in commands.for_chat(1, say, is_owner=True).commands:
            assert re.fullmatch(r"[a-z_]{1,32}", one.command)
            assert 1 <= len(one.description) <= 256
