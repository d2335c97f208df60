import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from catalogue.database import Database
from scheduler.clock import real_now
from scheduler.files import File
from scheduler.outbox import Message, Outgoing, Priority, Recipe, SendState
from scheduler.sender import (
    ANSWER_SLOTS,
    COMPOSED_AT_ONCE,
    LEAST_BULK_SLOTS,
    MOST_BULK_SLOTS,
    Composed,
    bulk_slots,
)
from tests.scheduler.scene import Scene, announcement, text


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Of one kind: how Telegram is spoken to does not hang on it; claims are tried on both."""
    return sqlite_database


def callback(number: int) -> Message:
    return Message(
        chat_id=None, method="answerCallbackQuery", payload={"callback_query_id": str(number)}
    )


async def test_a_message_arrives(scene: Scene) -> None:
    """A finished payload arrives with its buttons, and the row keeps the message's number."""
    buttons = {"inline_keyboard": [[{"text": "Registruotis ė„“", "callback_data": "x"}]]}
    payload = {"text": "Sveiki & <b>labas</b>", "reply_markup": buttons, "parse_mode": "HTML"}
    await scene.send(Message(chat_id=12, payload=payload))
    [call] = scene.telegram.said
    assert (call.method, call.data) == ("sendMessage", payload | {"chat_id": 12})
    [row] = await scene.rows()
    assert (row.state, row.message_id, row.attempts) == (SendState.SENT, 1001, 0)
    assert row.sent_at == scene.clock.now()


async def test_order_within_a_chat(scene: Scene) -> None:
    """A dozen answers to one person arrive in the order they were given, others in between."""
    scene.telegram.delay = 0.005
    await scene.send(*[text(1 + n % 2, str(n)) for n in range(24)])
    for chat in (1, 2):
        said = [int(call.text) for call in scene.telegram.said if call.chat_id == chat]
        assert said == sorted(said)
    assert len(scene.telegram.said) == 24


async def test_different_chats_go_together(scene: Scene) -> None:
    """A slow network does not make people wait for one another."""
    scene.telegram.gate.clear()
    await scene.put(*[text(chat, "labas") for chat in range(1, 21)])
    async with scene.sending():
        await scene.telegram.called(20)
        scene.telegram.gate.set()
        await scene.settled()
    assert scene.telegram.together == 20


async def test_answers_overtake_announcements(scene: Scene) -> None:
    """With an announcement filling every slot it may, an answer goes out before most of it."""
    scene.telegram.gate.clear()
    slow = scene.another_sender(rate=2)
    assert bulk_slots(2) == LEAST_BULK_SLOTS
    await scene.put(*[announcement(chat) for chat in range(1, 41)])
    async with scene.sending(slow):
        await scene.telegram.called(3)
        await scene.put(text(500, "atsakymas"))
        slow.wake()
        chats: list[int] = []
        while 500 not in chats:
            calls = await scene.telegram.called(len(chats) + 1)
            chats = [call.chat_id for call in calls]
        assert len(chats) <= LEAST_BULK_SLOTS
        scene.telegram.gate.set()


@pytest.mark.parametrize(("rate", "slots"), [(0, 300), (1, 20), (25, 38), (1000, 300)])
def test_slots(rate: float, slots: int) -> None:
    """Enough are in flight for the rate, though a round trip may take a second."""
    assert bulk_slots(rate) == slots


async def test_priority_within_a_chat(scene: Scene) -> None:
    """What is urgent is said first, whenever it was put."""
    order = [Priority.ANNOUNCEMENT, Priority.REMINDER, Priority.URGENT, Priority.ANSWER]
    await scene.send(*[text(1, one.name, priority=one) for one in order])
    assert [call.text for call in scene.telegram.said] == [one.name for one in reversed(order)]


async def test_its_hour(scene: Scene) -> None:
    """What waits for its hour holds nobody up, and goes when business time gets there."""
    later = scene.clock.now() + timedelta(hours=1)
    await scene.put(text(1, "vėliau", not_before=later), text(1, "dabar"))
    async with scene.sending():
        await scene.telegram.heard(1)
        scene.clock.push(timedelta(hours=1))
        scene.sender.wake()
        said = await scene.telegram.heard(2)
        assert [call.text for call in said] == ["dabar", "vėliau"]


async def test_too_late(scene: Scene) -> None:
    """A reminder after the start is dropped and never sent."""
    await scene.send(text(1, "po pradžios", expires_at=scene.clock.now()), text(1, "kita"))
    assert await scene.states() == [SendState.EXPIRED, SendState.SENT]
    assert [call.text for call in scene.telegram.said] == ["kita"]


async def test_callbacks_have_a_lane_of_their_own(scene: Scene) -> None:
    """A press is answered though every slot for messages is taken."""
    scene.telegram.gate.clear()
    all_slots = ANSWER_SLOTS + MOST_BULK_SLOTS
    await scene.put(*[text(chat, "labas") for chat in range(1, all_slots + 20)])
    async with scene.sending():
        await scene.telegram.called(all_slots)
        await scene.put(callback(1))
        calls = await scene.telegram.called(all_slots + 1)
        assert calls[all_slots].method == "answerCallbackQuery"
        scene.telegram.gate.set()
        await scene.settled()


async def test_callback_lives_ten_real_seconds(scene: Scene) -> None:
    """Pushing the business clock spares a callback; ten real seconds do not."""
    await scene.put(callback(1), callback(2))
    scene.clock.push(timedelta(days=3))
    await scene.database.write(
        lambda session: session.execute(
            update(Outgoing)
            .where(Outgoing.id == 1)
            .values(put_at=real_now() - timedelta(seconds=11))
        )
    )
    await scene.send()
    assert await scene.states() == [SendState.EXPIRED, SendState.SENT]
    assert [call.data for call in scene.telegram.said] == [{"callback_query_id": 2}]


async def test_recipe_is_composed_when_sent(scene: Scene) -> None:
    """A recipe says what is true at the moment of sending; what no longer applies is not sent."""
    certificate = File("pažymėjimas.pdf", b"%PDF")
    scene.recipes["1"] = Composed("sendDocument", {"caption": "Štai"}, {"document": certificate})
    await scene.send(
        Message(chat_id=1, recipe=Recipe("certificate", "1", "lt")),
        Message(chat_id=2, recipe=Recipe("reminder", "2", "lt")),
    )
    [call] = scene.telegram.said
    assert (call.method, call.data) == ("sendDocument", {"caption": "Štai", "chat_id": 1})
    assert call.files == {"document": ("pažymėjimas.pdf", b"%PDF")}
    assert await scene.states() == [SendState.SENT, SendState.CANCELLED]


async def test_album(scene: Scene) -> None:
    """Several files go in one message, each where the payload refers to it."""
    media = [{"type": "document", "media": f"attach://{name}"} for name in ("a", "b")]
    files = {"a": File("ą.pdf", b"1"), "b": File("b.pdf", b"2")}
    scene.recipes["1"] = Composed("sendMediaGroup", {"media": media}, files)
    await scene.send(Message(chat_id=1, recipe=Recipe("materials", "1", "lt")))
    [call] = scene.telegram.said
    assert call.data["media"] == media
    assert call.files == {"a": ("ą.pdf", b"1"), "b": ("b.pdf", b"2")}


async def test_menu_of_one_person(scene: Scene) -> None:
    """A person's own menu is set in their turn of the line, without a chat it does not know."""
    payload = {"scope": {"type": "chat", "chat_id": 1}, "commands": []}
    await scene.send(Message(chat_id=1, method="setMyCommands", payload=payload))
    assert scene.telegram.said[0].data == payload


async def test_few_recipes_are_composed_at_once(scene: Scene) -> None:
    """A hundred reminders do not take every connection of the database together."""
    scene.recipes["1"] = Composed("sendMessage", {"text": "rytoj"})
    recipe = Recipe("reminder", "1", "lt")
    await scene.send(*[Message(chat_id=chat, recipe=recipe) for chat in range(1, 101)])
    assert len(scene.telegram.said) == 100
    assert scene.most_composed == COMPOSED_AT_ONCE


async def test_a_recipe_that_breaks(scene: Scene) -> None:
    """A mistake in composing stops nobody else, and is kept with the row to be tried again."""
    scene.recipes["1"] = ZeroDivisionError("Jonas Jonaitis")
    await scene.put(Message(chat_id=1, recipe=Recipe("r", "1", "lt")), text(2, "labas"))
    async with scene.sending():
        await scene.telegram.heard(1)
    broken, fine = await scene.rows()
    assert (broken.state, broken.attempts, fine.state) == (SendState.WAITING, 1, SendState.SENT)
    assert broken.last_error == "ZeroDivisionError"


async def test_edit_of_a_message_not_sent_yet(scene: Scene) -> None:
    """An edit that only knows its message's key waits for it and gets its number."""
    done = Message(chat_id=1, method="editMessageText", payload={"text": "baigta"}, edits="job:1")
    await scene.send(text(1, "dirbu", key="job:1", priority=Priority.REMINDER), done)
    first, second = scene.telegram.said
    assert (first.text, second.text, second.data["message_id"]) == ("dirbu", "baigta", 1001)


async def test_edit_of_what_was_never_sent(scene: Scene) -> None:
    """An edit whose message failed is dropped, and holds nobody up."""
    scene.telegram.refuse(400, "Bad Request: chat not found")
    done = Message(chat_id=1, method="editMessageText", payload={"text": "baigta"}, edits="job:1")
    await scene.send(text(1, "dirbu", key="job:1"), done, text(1, "kita"))
    assert await scene.states() == [SendState.FAILED, SendState.CANCELLED, SendState.SENT]


async def test_wake_is_not_needed(scene: Scene) -> None:
    """A message put by another process, which cannot wake us, is found all the same."""
    async with scene.sending():
        await asyncio.sleep(0)
        other = Scene(scene.database, scene.telegram, scene.clock)
        await other.put(text(1, "labas"))
        await scene.telegram.heard(1)
        await other.close()
