"""What people do, as updates the bot receives."""

from typing import Any

import pytest

from bot.playground import deeds
from bot.playground.people import Person
from bot.playground.server import Server
from tests.bot.playground.conftest import JAMES, ONA, Caller, Hand

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x05\x00\x00\x00\x07\x08\x06"


def _last(server: Server) -> dict[str, Any]:
    return server.world.updates.waiting[-1].update


def test_start(server: Server) -> None:
    """Start is a command with its entity, from a person with a language."""
    deeds.write(server.world, server.world.people[ONA], "/start ev_1")
    message = _last(server)["message"]
    assert message["text"] == "/start ev_1"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["language_code"] == "lt"
    assert message["chat"] == {
        "id": ONA,
        "type": "private",
        "first_name": "Ona",
        "last_name": "Petraitienė",
        "username": "ona_petraitiene",
    }


def test_a_long_text_comes_in_several_messages(server: Server, ona: Person) -> None:
    """A text of 10,000 characters arrives as three messages."""
    deeds.write(server.world, ona, "x" * 10_000)
    texts = [one.update["message"]["text"] for one in server.world.updates.waiting]
    assert [len(text) for text in texts] == [4096, 4096, 1808]


def test_editing_ones_own(server: Server, ona: Person) -> None:
    """A changed text arrives as an edited message; the earlier update keeps the earlier text."""
    (letter,) = deeds.write(server.world, ona, "kur?")
    deeds.edit(server.world, ona, letter.message["message_id"], "/mano")
    first, second = (one.update for one in server.world.updates.waiting)
    assert first["message"]["text"] == "kur?"
    assert second["edited_message"]["text"] == "/mano"
    assert second["edited_message"]["entities"][0]["type"] == "bot_command"


def test_blocking(server: Server, ona: Person) -> None:
    """Blocking and unblocking arrive as my_chat_member, once each."""
    for blocked in (True, True, False):
        deeds.block(server.world, ona, blocked=blocked)
    changes = [one.update["my_chat_member"] for one in server.world.updates.waiting]
    statuses = [
        (one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in changes
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


async def test_a_blocked_bot_cannot_write(call: Caller, server: Server, ona: Person) -> None:
    """Who blocked the bot is not reached, who never started it neither."""
    deeds.block(server.world, ona, blocked=True)
    blocked = await call("sendMessage", chat_id=ona.id, text="x")
    stranger = await call("sendMessage", chat_id=JAMES, text="x")
    assert (blocked.status, blocked.words) == (403, "Forbidden: bot was blocked by the user")
    assert stranger.words == "Forbidden: bot can't initiate conversation with a user"


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ({"contact": {"phone_number": "+370"}}, "contact"),
        ({"location": {"latitude": 54.7, "longitude": 25.3}}, "location"),
        ({"poll": {"question": "Kada?", "options": ["a", "b"]}}, "poll"),
    ],
)
async def test_sharing(
    server: Server, hand: Hand, ona: Person, what: dict[str, Any], kind: str
) -> None:
    """A contact, a place and a forwarded poll arrive as themselves."""
    await hand.post("share", {"person": ona.id, **what})
    assert kind in _last(server)["message"]


@pytest.mark.parametrize("kind", ["document", "photo", "voice", "sticker"])
def test_files_of_people(server: Server, ona: Person, kind: str) -> None:
    """Each kind of file arrives in its own field."""
    deeds.upload(server.world, ona, kind, content=PNG, name="a.png", caption="štai")
    message = _last(server)["message"]
    assert kind in message
    assert message["caption"] == "štai"


def test_followed_links() -> None:
    """Only links to this bot are followed inside."""
    assert deeds.followed("https://t.me/kvieslys_playground_bot?start=ev_1") == "ev_1"
    assert deeds.followed("t.me/Kvieslys_Playground_Bot") == ""
    assert deeds.followed("https://t.me/other?start=ev_1") is None
