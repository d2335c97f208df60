from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler.outbox import (
    Message,
    Outgoing,
    OutgoingBody,
    Recipe,
    SendState,
    forget,
    prune,
    put,
    unsay,
)
from tests.scheduler.scene import Scene, text


def edit(message_id: int, words: str, method: str = "editMessageText") -> Message:
    return Message(chat_id=7, method=method, payload={"text": words, "message_id": message_id})


async def test_key_keeps_once(scene: Scene) -> None:
    """A reminder planned by two ticks is kept once, and the second tick learns of it."""
    first = [text(1, "rytoj", key="reminder:1:1d"), text(1, "be rakto"), text(1, "be rakto")]
    assert await scene.put(*first) == 3
    assert await scene.put(text(1, "rytoj!", key="reminder:1:1d"), text(1, "kita", key="k")) == 1
    assert [row.payload for row in await scene.rows() if row.key] == [
        {"text": "rytoj"},
        {"text": "kita"},
    ]


async def test_same_key_twice_in_one_put(scene: Scene) -> None:
    """Two messages of one key in one go are one message."""
    assert await scene.put(text(1, "a", key="k"), text(1, "b", key="k")) == 1


async def test_ten_thousand(scene: Scene) -> None:
    """An announcement to ten thousand people fits, and a second time adds nobody."""
    everyone = [text(chat, "visiems", key=f"announcement:1:{chat}") for chat in range(10_000)]
    assert await scene.put(*everyone) == 10_000
    assert await scene.put(*everyone) == 0


async def test_put_is_part_of_the_transaction(database: Database, scene: Scene) -> None:
    """What was decided and then undone is not said."""

    async def fails(session: AsyncSession) -> None:
        await put(session, [text(1, "a")], now=scene.clock.now())
        raise LookupError

    with pytest.raises(LookupError):
        await database.write(fails)
    assert await scene.rows() == []


async def test_newer_edit_replaces_waiting(scene: Scene) -> None:
    """Of three looks of one message only the newest waits; other messages are left alone."""
    await scene.put(edit(5, "0 %"), edit(6, "kita"), edit(5, "50 %"))
    await scene.put(edit(5, "100 %"))
    assert [(row.payload, row.state) for row in await scene.rows()] == [
        ({"text": "0 %", "message_id": 5}, SendState.CANCELLED),
        ({"text": "kita", "message_id": 6}, SendState.WAITING),
        ({"text": "50 %", "message_id": 5}, SendState.CANCELLED),
        ({"text": "100 %", "message_id": 5}, SendState.WAITING),
    ]


async def test_new_buttons_keep_the_text(scene: Scene) -> None:
    """New buttons do not swallow a text that waits; a new text swallows buttons that wait."""
    await scene.put(edit(5, "tekstas"), edit(5, "", "editMessageReplyMarkup"))
    assert await scene.states() == [SendState.WAITING] * 2
    await scene.put(edit(5, "naujas"))
    assert await scene.states() == [SendState.CANCELLED] * 2 + [SendState.WAITING]


@pytest.mark.parametrize(
    ("payload", "recipe", "body"),
    [
        (None, None, None),
        ({}, Recipe("reminder", "1", "lt"), None),
        ({}, None, 1),
        (None, Recipe("reminder", "1", "lt"), 1),
    ],
)
def test_one_thing_to_say(
    payload: dict[str, Any] | None, recipe: Recipe | None, body: int | None
) -> None:
    """A message with two things to say, or with none, is a mistake."""
    with pytest.raises(ValueError, match="either"):
        Message(chat_id=1, payload=payload, recipe=recipe, body=body)


async def test_forget(scene: Scene) -> None:
    """Whoever wants to be forgotten leaves no word behind; others keep theirs."""
    await scene.send(text(1, "Jonui"), text(2, "Onai"))
    await scene.put(text(1, "Jonui"))
    await scene.database.write(lambda session: forget(session, chat_id=1))
    assert [row.chat_id for row in await scene.rows()] == [2]


async def test_unsay(scene: Scene) -> None:
    """No edit of the message is kept, sent, replaced or waiting; everything else stays."""
    await scene.send(edit(5, "a"))
    await scene.put(edit(5, "b"))
    await scene.put(edit(5, "c"), edit(6, "kita žinutė"), text(7, "nauja"))
    await scene.database.write(lambda session: unsay(session, chat_id=8, message_id=5))
    assert len(await scene.rows()) == 5
    await scene.database.write(lambda session: unsay(session, chat_id=7, message_id=5))
    kept = [row.payload["text"] for row in await scene.rows() if row.payload]
    assert kept == ["kita žinutė", "nauja"]


async def test_prune(scene: Scene, now: datetime) -> None:
    """What was sent goes within the hour, what has a key or a batch after a month, what waits
    stays, and with its last row goes a body.
    """

    async def some(session: AsyncSession) -> None:
        session.add_all([OutgoingBody(id=number, payload={}) for number in (1, 2, 3)])
        await session.flush()

        def row(
            chat_id: int | None, state: SendState, days: int, key: str = "", body: int | None = None
        ) -> Outgoing:
            then = now - timedelta(days=days)
            return Outgoing(
                chat_id=chat_id, method="m", priority=0, state=state, created_at=then, put_at=then,
                key=key or None, body_id=body, batch=body and "b",
            )  # fmt: skip

        session.add_all(
            [
                row(None, SendState.SENT, 0),
                row(None, SendState.WAITING, 0),
                row(1, SendState.SENT, 31, "old"),
                row(2, SendState.SENT, 29, "young"),
                row(5, SendState.SENT, 0),
                row(3, SendState.WAITING, 31),
                row(4, SendState.FAILED, 31),
                row(6, SendState.SENT, 31, body=1),
                row(7, SendState.SENT, 31, body=2),
                row(8, SendState.SENT, 29, body=2),
            ]
        )

    await scene.database.write(some)
    assert await scene.database.write(lambda session: prune(session, now=now)) == 6
    assert [row.chat_id for row in await scene.rows()] == [None, 2, 3, 8]
    bodies = await scene.database.read(lambda session: session.scalars(select(OutgoingBody.id)))
    assert sorted(bodies) == [2, 3]
