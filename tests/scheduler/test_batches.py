from functools import partial
from typing import Any

import pytest

from scheduler.batches import (
    cancel_batch,
    change_body,
    counts,
    hold,
    keep_body,
    release,
    unreached,
)
from scheduler.outbox import Message, Priority, SendState
from scheduler.outcomes import Fate, Outcome
from tests.scheduler.scene import Scene, text
from tests.scheduler.steps import Outbox

BATCH = "announcement:1"


def to_all(chats: range, **more: object) -> list[Message]:
    return [text(chat, "naujiena", batch=BATCH, **more) for chat in chats]


async def test_one_body_for_all(scene: Scene) -> None:
    """Many say what is kept once, each in their chat; what has gone out leaves it as it is."""
    payload = {"text": "Visiems", "parse_mode": "HTML"}
    body = await scene.database.write(partial(keep_body, payload=payload))
    many = [
        Message(chat_id=chat, body=body, batch=BATCH, priority=Priority.ANNOUNCEMENT)
        for chat in (1, 2, 3)
    ]
    await scene.send(*many)
    assert [call.data for call in scene.telegram.said] == [
        payload | {"chat_id": chat} for chat in (1, 2, 3)
    ]
    assert (await scene.rows())[0].body_id == body


async def test_a_corrected_body(outbox: Outbox) -> None:
    """After a correction the rest say it as it is now."""
    body = await outbox.database.write(partial(keep_body, payload={"text": "su klaida"}))
    await outbox.put(*[Message(chat_id=chat, body=body) for chat in (1, 2)])
    assert await outbox.texts(chats=1) == ["su klaida"]
    await outbox.database.write(partial(change_body, body_id=body, payload={"text": "be klaidos"}))
    assert await outbox.texts() == ["be klaidos"]


async def test_held_and_released(outbox: Outbox) -> None:
    """While a batch is held none of it goes out, and others do; released, it goes on."""
    await outbox.put(*to_all(range(1, 4)), text(9, "kita"))
    await outbox.database.write(partial(hold, batch=BATCH))
    assert await outbox.texts() == ["kita"]
    await outbox.database.write(partial(release, batch=BATCH))
    assert await outbox.texts() == ["naujiena"] * 3


@pytest.mark.parametrize("back", [hold, cancel_batch])
@pytest.mark.parametrize("fate", [Fate.SENT, Fate.LATER])
async def test_what_was_on_the_wire(outbox: Outbox, back: Any, fate: Fate) -> None:
    """What was on the wire when its batch was held or stopped has arrived, or does not go again."""
    await outbox.put(*to_all(range(1, 3)))
    rows = (await outbox.claim(chats=1)).rows
    await outbox.database.write(partial(back, batch=BATCH))
    await outbox.settle(rows, Outcome(fate, message_id=5 if fate is Fate.SENT else None))
    quiet = SendState.HELD if back is hold else SendState.CANCELLED
    assert await outbox.states() == [SendState.SENT if fate is Fate.SENT else quiet, quiet]
    assert await outbox.texts() == []


async def test_released_while_on_the_wire(outbox: Outbox) -> None:
    """Held and released within one send, a message is not said twice."""
    await outbox.put(*to_all(range(1, 2)))
    rows = (await outbox.claim()).rows
    await outbox.database.write(partial(hold, batch=BATCH))
    await outbox.database.write(partial(release, batch=BATCH))
    await outbox.settle(rows, Outcome(Fate.SENT, message_id=5))
    assert await outbox.states() == [SendState.SENT]


async def test_stopped(outbox: Outbox) -> None:
    """Stopped says how many never go out: not what has arrived, not what is on the wire."""
    await outbox.put(*to_all(range(1, 4)))
    await outbox.settle((await outbox.claim(chats=1)).rows, Outcome(Fate.SENT))
    await outbox.claim(chats=1)
    assert await outbox.database.write(partial(cancel_batch, batch=BATCH)) == 1
    assert await outbox.texts() == []


async def test_told_of_a_batch(outbox: Outbox) -> None:
    """How many stand where, who has not got it and why."""
    await outbox.put(*to_all(range(1, 6)), text(77, "kita", batch="announcement:2"))
    rows = (await outbox.claim(chats=4)).rows
    await outbox.settle(rows[:1], Outcome(Fate.SENT, message_id=11))
    await outbox.settle(rows[1:2], Outcome(Fate.UNREACHABLE, "Forbidden: bot was blocked"))
    await outbox.settle(rows[2:3], Outcome(Fate.SENT, message_id=13))
    await outbox.settle(rows[3:], Outcome(Fate.EXPIRED, "too late"))
    read = outbox.database.read
    assert await read(partial(counts, batch=BATCH)) == {
        SendState.SENT: 2, SendState.FAILED: 1, SendState.EXPIRED: 1, SendState.WAITING: 1,
    }  # fmt: skip
    assert await read(partial(unreached, batch=BATCH)) == [
        (2, "Forbidden: bot was blocked"),
        (4, "too late"),
    ]
