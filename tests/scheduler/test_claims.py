from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler.claims import LOOK_AHEAD, Claim, Room, Settled, claim, recover, settle
from scheduler.clock import Clock, real_now
from scheduler.outbox import Message, Outgoing, Priority, SendState, put
from scheduler.outcomes import MOST_ATTEMPTS, Fate, Outcome
from tests.scheduler.scene import announcement, text

ROOMY = {"callbacks": 9, "chats": 9, "bulk": 9}


class Outbox:
    """The table, and the sender's steps in it without a sender."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    async def put(self, *messages: Message) -> None:
        await self.database.write(partial(put, messages=messages, now=self.clock.now()))

    async def claim(self, **room: Any) -> Claim:
        step = partial(claim, room=Room(**ROOMY | room), now=self.clock.now(), real_now=real_now())
        return await self.database.write(step)

    async def texts(self, **room: Any) -> list[str]:
        """What was claimed, in words; a callback by its number."""
        rows = (await self.claim(**room)).rows
        return [str((row.payload or {}).get("text")) for row in rows]

    async def settle(self, rows: Sequence[Outgoing], outcome: Outcome) -> None:
        settled = [Settled(row, outcome) for row in rows]
        await self.database.write(partial(settle, settled=settled, now=self.clock.now()))

    async def row(self, number: int) -> Outgoing:
        return await self.database.read(lambda session: session.get_one(Outgoing, number))


@pytest.fixture
def outbox(database: Database, clock: Clock) -> Outbox:
    return Outbox(database, clock)


def callback(words: str) -> Message:
    return Message(chat_id=None, method="answerCallbackQuery", payload={"text": words})


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
    await outbox.put(*[announcement(chat) for chat in range(LOOK_AHEAD + 1)])
    assert (await outbox.claim(chats=LOOK_AHEAD, bulk=LOOK_AHEAD)).is_all is False
    assert (await outbox.claim(chats=LOOK_AHEAD, bulk=LOOK_AHEAD)).is_all is True


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


async def test_what_was_sent_is_no_longer_kept(outbox: Outbox) -> None:
    """That it was said is enough for us: the words go, of a failed message they stay."""
    await outbox.put(text(1, "a"), text(2, "b"))
    first, second = (await outbox.claim()).rows
    await outbox.settle([first], Outcome(Fate.SENT, message_id=5))
    await outbox.settle([second], Outcome(Fate.FAILED, reason="chat not found"))
    sent, failed = await outbox.row(1), await outbox.row(2)
    assert (sent.payload, sent.message_id, sent.sent_at) == (None, 5, outbox.clock.now())
    assert (failed.payload, failed.last_error, failed.sent_at) == (
        {"text": "b"},
        "chat not found",
        None,
    )


async def test_what_was_forgotten_meanwhile_stays_forgotten(outbox: Outbox) -> None:
    """A message cancelled while it was in flight is not brought back by what became of it."""
    await outbox.put(text(1, "a"))
    rows = (await outbox.claim()).rows

    async def take_back(session: AsyncSession) -> None:
        (await session.get_one(Outgoing, 1)).state = SendState.CANCELLED

    await outbox.database.write(take_back)
    await outbox.settle(rows, Outcome(Fate.AGAIN, reason="x"))
    assert (await outbox.row(1)).state is SendState.CANCELLED


async def test_nothing_settled_is_nothing_done(outbox: Outbox) -> None:
    """A round in which nothing came back asks the database nothing."""
    await outbox.settle([], Outcome(Fate.SENT))


async def test_after_a_crash(outbox: Outbox) -> None:
    """What was in flight waits again, and what was tried before is named."""
    await outbox.put(text(1, "a"), text(2, "b"))
    first, _ = (await outbox.claim()).rows
    await outbox.settle([first], Outcome(Fate.AGAIN, reason="x"))
    assert await outbox.database.write(recover) == {1}
    assert {(await outbox.row(n)).state for n in (1, 2)} == {SendState.WAITING}


@pytest.mark.parametrize(
    ("fate", "before", "state", "attempts"),
    [
        (Fate.AGAIN, 0, SendState.WAITING, 1),
        (Fate.AGAIN, MOST_ATTEMPTS - 1, SendState.FAILED, MOST_ATTEMPTS),
        (Fate.LATER, 3, SendState.WAITING, 3),
        (Fate.AWAY, 3, SendState.WAITING, 3),
        (Fate.NO_ENTRY, 0, SendState.WAITING, 0),
        (Fate.MOVED, 0, SendState.WAITING, 0),
        (Fate.UNREACHABLE, 0, SendState.FAILED, 0),
        (Fate.EXPIRED, 0, SendState.EXPIRED, 0),
        (Fate.CANCELLED, 0, SendState.CANCELLED, 0),
        (Fate.SENT, 2, SendState.SENT, 2),
    ],
)
def test_what_becomes_of_a_row(fate: Fate, before: int, state: SendState, attempts: int) -> None:
    """Only real failures count as attempts, and after the last of them it is given up."""
    settled = Settled(Outgoing(attempts=before), Outcome(fate))
    assert (settled.state, settled.attempts) == (state, attempts)


def test_every_fate_has_its_state() -> None:
    """Nothing that can happen to a message is left without a consequence."""
    assert {Settled(Outgoing(attempts=0), Outcome(fate)).state for fate in Fate} <= set(SendState)


async def test_priorities_before_age(outbox: Outbox) -> None:
    """Of one chat the most urgent is taken, however late it came."""
    await outbox.put(announcement(1, "visiems"), text(1, "skubu", priority=Priority.URGENT))
    await outbox.put(text(1, "atsakymas"))
    assert await outbox.texts() == ["atsakymas"]
