"""Messages and files the bot sends, as people see them."""

import json
from typing import Any

import pytest

from bot.playground import deeds
from bot.playground.people import Person
from bot.playground.server import Server
from tests.bot.playground.conftest import RASA, Caller, Hand
from tests.bot.playground.test_deeds import PNG


async def _seen(hand: Hand, person: Person) -> list[dict[str, Any]]:
    chat = await hand.get("history", person=person.id)
    return [one for one in chat["messages"] if one["from"] == "bot"]


async def test_a_text(call: Caller, hand: Hand, ona: Person) -> None:
    """Visible text, entities and keyboard arrive as sent; commands and links are found."""
    row = [{"text": "Taip", "callback_data": "y"}]
    await call(
        "sendMessage",
        chat_id=ona.id,
        text=" <b>Labas</b> /mano ",
        parse_mode="HTML",
        reply_markup={"inline_keyboard": [row]},
    )
    (message,) = await _seen(hand, ona)
    assert message["text"] == "Labas /mano"
    assert [one["type"] for one in message["entities"]] == ["bold", "bot_command"]
    assert message["keyboard"] == [row]
    assert message["html"] == " <b>Labas</b> /mano "


async def test_reply_keyboards(call: Caller, hand: Hand, ona: Person) -> None:
    """A reply keyboard stays until it is removed."""
    keyboard = {"keyboard": [[{"text": "Mano"}]]}
    await call("sendMessage", chat_id=ona.id, text="x", reply_markup=keyboard)
    assert (await hand.get("history", person=ona.id))["reply_keyboard"] == keyboard
    gone = {"remove_keyboard": True}
    await call("sendMessage", chat_id=ona.id, text="x", reply_markup=gone)
    assert (await hand.get("history", person=ona.id))["reply_keyboard"] is None


@pytest.mark.parametrize("attached", [True, False])
async def test_a_document(
    call: Caller,
    hand: Hand,
    ona: Person,
    attached: bool,  # noqa: FBT001 -- a row of a table
) -> None:
    """A document uploaded in its field or behind attach:// is there to download by its name."""
    name = "pažymėjimas.pdf"
    files = {"file0" if attached else "document": (name, b"%PDF")}
    extra = {"document": "attach://file0"} if attached else {}
    sent = await call.upload("sendDocument", files, chat_id=ona.id, caption="<i>x</i>", **extra)
    (message,) = await _seen(hand, ona)
    assert message["document"]["file_name"] == name
    assert message["document"]["file_size"] == 4
    assert sent.result["document"]["mime_type"]


async def test_photos(call: Caller, ona: Person) -> None:
    """A picture keeps its size in pixels; what is no picture is refused."""
    good = await call.upload("sendPhoto", {"photo": ("a.png", PNG)}, chat_id=ona.id)
    poor = await call.upload("sendPhoto", {"photo": ("a.png", b"text")}, chat_id=ona.id)
    assert (good.result["photo"][0]["width"], good.result["photo"][0]["height"]) == (5, 7)
    assert poor.words == "Bad Request: IMAGE_PROCESS_FAILED"


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        (["document"] * 2, 200),
        (["photo"] * 10, 200),
        (["document"], 400),
        (["photo"] * 11, 400),
        (["photo", "document"], 400),
    ],
)
async def test_albums(call: Caller, ona: Person, kinds: list[str], status: int) -> None:
    """An album is 2 to 10 of one kind, sent as one group."""
    media = [{"type": kind, "media": f"attach://f{at}"} for at, kind in enumerate(kinds)]
    files = {f"f{at}": ("a.png", PNG) for at in range(len(kinds))}
    sent = await call.upload("sendMediaGroup", files, chat_id=ona.id, media=json.dumps(media))
    assert sent.status == status
    if status == 200:
        assert len({one["media_group_id"] for one in sent.result}) == 1
        assert len(sent.result) == len(kinds)


async def test_copies_and_forwards(call: Caller, server: Server, ona: Person) -> None:
    """A copy has no trace of its author, a forward has."""
    deeds.write(server.world, server.world.people[RASA], "/start")
    sent = await call("sendMessage", chat_id=ona.id, text="x")
    source = {"from_chat_id": ona.id, "message_id": sent.result["message_id"]}
    copied = await call("copyMessage", chat_id=RASA, **source)
    forwarded = await call("forwardMessage", chat_id=RASA, **source)
    assert list(copied.result) == ["message_id"]
    assert forwarded.result["forward_origin"]["sender_user"]["is_bot"] is True


async def test_typing(call: Caller, hand: Hand, ona: Person) -> None:
    """„Typing“ lasts until the message."""
    await call("sendChatAction", chat_id=ona.id, action="typing")
    assert (await hand.get("history", person=ona.id))["typing"] is True
    await call("sendMessage", chat_id=ona.id, text="x")
    assert (await hand.get("history", person=ona.id))["typing"] is False
