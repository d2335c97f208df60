"""Command menus by scope and language, names, menu buttons, members."""

from typing import Any

import pytest

from bot.playground.people import BOT_ID, Person
from tests.bot.playground.conftest import ONA, Caller, Hand

SCOPES: list[tuple[dict[str, Any], str]] = [
    ({}, "common"),
    ({"language_code": "lt"}, "lietuviškai"),
    ({"scope": {"type": "all_private_chats"}}, "private"),
    ({"scope": {"type": "all_group_chats"}}, "private"),
    ({"scope": {"type": "all_private_chats"}, "language_code": "en"}, "private"),
    ({"scope": {"type": "chat", "chat_id": ONA}}, "own"),
    ({"scope": {"type": "chat", "chat_id": ONA}, "language_code": "lt"}, "sava"),
]


async def test_the_narrowest_menu_wins(call: Caller, hand: Hand, ona: Person) -> None:
    """A chat's own menu goes before that of all private chats, a language before none."""
    for scope, expected in SCOPES:
        menu = [{"command": "a", "description": expected}]
        if scope.get("scope", {}).get("type") == "all_group_chats":
            menu = [{"command": "a", "description": "groups"}]
        if scope.get("scope") and scope.get("language_code") == "en":
            menu = [{"command": "a", "description": "english"}]
        await call("setMyCommands", commands=menu, **scope)
        (shown,) = (await hand.get("commands", person=ona.id))["commands"]
        assert shown["description"] == expected


async def test_deleted_menus(call: Caller, hand: Hand, ona: Person) -> None:
    """A deleted menu gives way to the wider one; each is read as it was set."""
    wide, own = ([{"command": "a", "description": word}] for word in ("wide", "own"))
    scope = {"type": "chat", "chat_id": ona.id}
    await call("setMyCommands", commands=wide)
    await call("setMyCommands", commands=own, scope=scope)
    assert (await call("getMyCommands", scope=scope)).result == own
    await call("deleteMyCommands", scope=scope)
    assert (await call("getMyCommands", scope=scope)).result == []
    assert (await hand.get("commands", person=ona.id))["commands"] == wide


@pytest.mark.parametrize(
    ("setter", "field"),
    [
        ("MyName", "name"),
        ("MyDescription", "description"),
        ("MyShortDescription", "short_description"),
    ],
)
async def test_texts_per_language(call: Caller, setter: str, field: str) -> None:
    """Names and descriptions are kept for each language, the one without is for the rest."""
    await call(f"set{setter}", **{field: "bendras"})
    await call(f"set{setter}", **{field: "english"}, language_code="en")
    assert (await call(f"get{setter}")).result == {field: "bendras"}
    assert (await call(f"get{setter}", language_code="en")).result == {field: "english"}
    assert (await call(f"get{setter}", language_code="de")).result == {field: "bendras"}


async def test_menu_button(call: Caller, ona: Person) -> None:
    """A chat has its own menu button, or the common one."""
    await call("setChatMenuButton", menu_button={"type": "commands"})
    assert (await call("getChatMenuButton", chat_id=ona.id)).result == {"type": "commands"}


async def test_members(call: Caller, ona: Person) -> None:
    """A private chat has two members."""
    me = await call("getChatMember", chat_id=ona.id, user_id=BOT_ID)
    them = await call("getChatMember", chat_id=ona.id, user_id=ona.id)
    assert me.result["status"] == them.result["status"] == "member"
