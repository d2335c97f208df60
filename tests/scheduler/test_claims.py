from datetime import timedelta

from scheduler.claims import AT_ONCE
from scheduler.outbox import Message, Priority, SendState
from scheduler.outcomes import Fate, Outcome
from tests.scheduler.scene import announcement, text
from tests.scheduler.steps import Outbox, callback


async def test_one_of_each_chat_at_a_time(outbox: Outbox) -> None:
    """Two messages to one person are never in flight together, or they might change places."""
    await outbox.put(text(1, "a"), text(1, "b"), text(2, "c"))
    assert await outbox.texts() == ["a", "c"]
    assert await outbox.texts(busy_chats={1, 2}) == []
    assert await outbox.texts(busy_chats={2}) == ["b"]


async def test_no_row_is_claimed_twice(outbox: Outbox) -> None:
    """What is in flight is not taken again, whoever asks."""
    await outbox.put(text(1, "a"), callback("b"))
    assert await outbox.texts() == ["b", "a"]
    assert await outbox.texts() == []


async def test_what_has_no_chat_is_an_answer(outbox: Outbox) -> None:
    """Whatever else was said of it: nothing without a chat is worth keeping somebody waiting."""
    payload = {"text": "b"}
    menu = Message(chat_id=None, method="m", payload=payload, priority=Priority.ANNOUNCEMENT)
    await outbox.put(menu)
    assert await outbox.texts() == ["b"]


async def test_announcements_leave_room_for_answers(outbox: Outbox) -> None:
    """Only so many of what may wait are taken, and answers take the rest."""
    await outbox.put(*[announcement(chat, str(chat)) for chat in range(1, 6)])
    await outbox.put(text(8, "a"), text(9, "b"))
    assert await outbox.texts(chats=4, bulk=1) == ["a", "b", "1"]
    assert await outbox.texts(chats=4, bulk=0) == []


async def test_without_room_nothing_is_taken(outbox: Outbox) -> None:
    """Callbacks and messages have room of their own."""
    await outbox.put(text(1, "a"), callback("b"))
    assert await outbox.texts(chats=0, callbacks=0) == []
    assert await outbox.texts(chats=0) == ["b"]
    assert await outbox.texts(callbacks=0) == ["a"]


async def test_whether_it_was_all(outbox: Outbox) -> None:
    """The sender may sleep when nothing else could be taken, and must not before."""
    plenty = {"chats": 2 * AT_ONCE, "bulk": 2 * AT_ONCE}
    await outbox.put(*[announcement(chat) for chat in range(AT_ONCE + 20)])
    first = await outbox.claim(**plenty)
    assert (len(first.rows), first.is_all) == (AT_ONCE, False)
    one = await outbox.claim(chats=4, bulk=1)
    assert (len(one.rows), one.is_all) == (1, True)
    rest = await outbox.claim(**plenty)
    assert (len(rest.rows), rest.is_all) == (19, True)


async def test_a_chat_with_much_to_hear_hides_nobody(outbox: Outbox) -> None:
    """Behind many messages to one person those to others are found in the next look."""
    await outbox.put(*[announcement(1, "daug") for _ in range(50)], announcement(2, "kita"))
    first = await outbox.claim(chats=4)
    assert (len(first.rows), first.is_all) == (1, False)
    assert await outbox.texts(chats=4, busy_chats={1}) == ["kita"]


async def test_what_was_dropped_leaves_its_place(outbox: Outbox) -> None:
    """Where only what is past its time was found there is more to look at."""
    now = outbox.clock.now()
    await outbox.put(*[text(chat, "per vėlu", expires_at=now) for chat in range(40)], text(99, "a"))
    first = await outbox.claim(chats=9)
    assert (first.rows, first.is_all) == ([], False)
    assert [await outbox.texts(chats=9) for _ in range(2)] == [["a"], []]


async def test_an_hour_that_has_not_come_and_one_that_is_over(outbox: Outbox) -> None:
    """What has its hour waits for it; what is past its time is expired and not sent."""
    now = outbox.clock.now()
    await outbox.put(
        text(1, "vėliau", not_before=now + timedelta(seconds=1)),
        text(2, "dabar", not_before=now, expires_at=now + timedelta(seconds=1)),
        text(3, "per vėlu", expires_at=now),
    )
    assert await outbox.texts() == ["dabar"]
    assert (await outbox.row(3)).state is SendState.EXPIRED
    outbox.clock.push(timedelta(seconds=1))
    assert await outbox.texts() == ["vėliau"]


async def test_a_row_tried_before_waits_for_its_delay(outbox: Outbox) -> None:
    """It is taken when it is named, and one that no longer waits is said to be gone."""
    await outbox.put(text(1, "a"))
    await outbox.settle((await outbox.claim()).rows, Outcome(Fate.AGAIN, reason="x"))
    assert await outbox.texts() == []
    claimed = await outbox.claim(retries={1, 99})
    assert [row.id for row in claimed.rows] == [1]
    assert claimed.gone == {99}


async def test_an_edit_waits_for_its_message(outbox: Outbox) -> None:
    """It is not taken before the message has gone, and then aims at that one's number."""
    edit = Message(chat_id=1, method="editMessageText", payload={"text": "b"}, edits="job")
    await outbox.put(text(1, "a", key="job"), edit)
    first = (await outbox.claim()).rows
    assert await outbox.texts() == []
    await outbox.settle(first, Outcome(Fate.SENT, message_id=77))
    (row,) = (await outbox.claim()).rows
    assert (row.edits, row.edited_message_id) == ("job", 77)


async def test_priorities_before_age(outbox: Outbox) -> None:
    """Of one chat the most urgent is taken, however late it came."""
    await outbox.put(announcement(1, "visiems"), text(1, "skubu", priority=Priority.URGENT))
    await outbox.put(text(1, "atsakymas"))
    assert await outbox.texts() == ["atsakymas"]
