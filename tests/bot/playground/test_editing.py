"""Edits, deletions and pins."""

import json
from typing import Any

from bot.playground.people import Person
from tests.bot.playground.conftest import Caller, Hand
from tests.bot.playground.test_deeds import PNG

KEYS = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}


async def _sent(call: Caller, ona: Person, **more: Any) -> dict[str, int]:
    sent = await call("sendMessage", chat_id=ona.id, text="buvo", **more)
    return {"chat_id": ona.id, "message_id": sent.result["message_id"]}


async def test_an_edit_in_place(call: Caller, hand: Hand, ona: Person) -> None:
    """The message keeps its id, is marked as edited, and loses a keyboard that is not repeated."""
    where = await _sent(call, ona, reply_markup=KEYS)
    await call("editMessageText", **where, text="<b>yra</b>", parse_mode="HTML")
    message = (await hand.get("history", person=ona.id))["messages"][-1]
    assert message["message_id"] == where["message_id"]
    assert (message["text"], message["edited"], message["keyboard"]) == ("yra", True, [])


async def test_nothing_changed(call: Caller, ona: Person) -> None:
    """An edit that changes nothing is refused, also a second time."""
    where = await _sent(call, ona, reply_markup=KEYS)
    same = {"text": "buvo", "reply_markup": KEYS}
    refused = await call("editMessageText", **where, **same)
    assert refused.words.startswith("Bad Request: message is not modified: ")
    await call("editMessageText", **where, text="yra")
    again = await call("editMessageText", **where, text="yra")
    assert again.status == 400


async def test_the_keyboard_alone(call: Caller, ona: Person) -> None:
    """The keyboard can be changed and taken away by itself."""
    where = await _sent(call, ona)
    changed = await call("editMessageReplyMarkup", **where, reply_markup=KEYS)
    bare = await call("editMessageReplyMarkup", **where)
    assert changed.result["reply_markup"] == KEYS
    assert "reply_markup" not in bare.result
    assert bare.result["text"] == "buvo"


async def test_captions(call: Caller, ona: Person) -> None:
    """A document has a caption and no text, a text has no caption."""
    file = {"document": ("a.txt", b"x")}
    sent = await call.upload("sendDocument", file, chat_id=ona.id, caption="buvo")
    where = {"chat_id": ona.id, "message_id": sent.result["message_id"]}
    changed = await call("editMessageCaption", **where, caption="yra")
    taken = await call("editMessageCaption", **where)
    text = await call("editMessageText", **where, text="x")
    caption = await call("editMessageCaption", **await _sent(call, ona), caption="x")
    assert changed.result["caption"] == "yra"
    assert "caption" not in taken.result
    assert text.words == "Bad Request: there is no text in the message to edit"
    assert caption.words == "Bad Request: there is no caption in the message to edit"


async def test_what_cannot_be_edited(call: Caller, hand: Hand, ona: Person) -> None:
    """An unknown message is not found, a person's own is theirs."""
    (theirs,) = ona.letters
    where = {"chat_id": ona.id, "text": "x"}
    unknown = await call("editMessageText", **where, message_id=1)
    foreign = await call("editMessageText", **where, message_id=theirs)
    assert unknown.words == "Bad Request: message to edit not found"
    assert foreign.words == "Bad Request: message can't be edited"


async def test_deleting(call: Caller, hand: Hand, ona: Person) -> None:
    """A deleted message is gone for both; a second time it is not found."""
    where = await _sent(call, ona)
    assert (await call("deleteMessage", **where)).result is True
    refused = await call("deleteMessage", **where)
    assert refused.words == "Bad Request: message to delete not found"
    many = [(await _sent(call, ona))["message_id"], 1]
    assert (await call("deleteMessages", chat_id=ona.id, message_ids=many)).result is True
    seen = (await hand.get("history", person=ona.id))["messages"]
    assert [one["from"] for one in seen] == ["person"]


async def test_old_messages_stay(call: Caller, ona: Person) -> None:
    """After 48 hours nothing can be deleted."""
    where = await _sent(call, ona)
    ona.letters[where["message_id"]].message["date"] -= 48 * 3600 + 1
    refused = await call("deleteMessage", **where)
    assert refused.words == "Bad Request: message can't be deleted for everyone"


async def test_pins(call: Caller, ona: Person) -> None:
    """The newest pin is the chat's, until it is unpinned."""
    where = await _sent(call, ona)
    await call("pinChatMessage", **where)
    chat = (await call("getChat", chat_id=ona.id)).result
    assert chat["pinned_message"]["message_id"] == where["message_id"]
    await call("unpinChatMessage", chat_id=ona.id)
    assert "pinned_message" not in (await call("getChat", chat_id=ona.id)).result


async def test_another_picture(call: Caller, ona: Person) -> None:
    """A picture gives way to another with its caption; a text has none to give."""
    sent = await call.upload("sendPhoto", {"photo": ("a.png", PNG)}, chat_id=ona.id)
    where = {"chat_id": ona.id, "message_id": sent.result["message_id"]}
    media = {"type": "photo", "media": "attach://next", "caption": "<b>yra</b>",
             "parse_mode": "HTML"}  # fmt: skip
    file = {"next": ("b.png", PNG)}
    changed = await call.upload("editMessageMedia", file, **where, media=json.dumps(media))
    assert changed.result["caption"] == "yra"
    assert changed.result["photo"] != sent.result["photo"]
    media["media"] = changed.result["photo"][-1]["file_id"]
    same = await call("editMessageMedia", **where, media=media)
    assert same.words.startswith("Bad Request: message is not modified")
    odd = await call("editMessageMedia", **where, media=media | {"type": "sticker"})
    assert odd.words == "Bad Request: can't parse InputMedia: invalid type specified"
    text = await call("editMessageMedia", **await _sent(call, ona), media=media)
    assert text.words == "Bad Request: there is no media in the message to edit"
