import asyncio
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from catalogue.database import Database
from catalogue.people.tables import Person
from scheduler.outbox import Message, SendState
from scheduler.outcomes import LONGEST_DELAY, MOST_ATTEMPTS, Fate, delay, of_answer, of_error
from scheduler.sender import TokenRefused
from scheduler.wire import Unreached
from tests.scheduler.scene import Scene, text


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Of one kind: how Telegram is spoken to does not hang on it; claims are tried on both."""
    return sqlite_database


BLOCKED = "Forbidden: bot was blocked by the user"


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (RetryAfter(5), Fate.LATER),
        (ChatMigrated(-100), Fate.MOVED),
        (Forbidden(BLOCKED), Fate.UNREACHABLE),
        (InvalidToken("Unauthorized"), Fate.NO_ENTRY),
        (InvalidToken("Not Found"), Fate.NO_ENTRY),
        (InvalidToken("Not Found: method not found"), Fate.FAILED),
        (BadRequest("Bad Request: message is not modified: same content"), Fate.SENT),
        (BadRequest("Bad Request: query is too old and response timeout expired"), Fate.EXPIRED),
        (BadRequest("Bad Request: chat not found"), Fate.FAILED),
        (NetworkError("Request Entity Too Large (413)"), Fate.FAILED),
        (NetworkError("Bad Gateway (502)"), Fate.AGAIN),
        (TimedOut(), Fate.AGAIN),
        (Unreached("ClientConnectorError"), Fate.AWAY),
        (Conflict("Conflict"), Fate.AGAIN),
        (TelegramError("Invalid server response"), Fate.AGAIN),
    ],
)
def test_what_becomes_of_an_error(error: TelegramError, fate: Fate) -> None:
    """Each answer of Telegram has one consequence."""
    assert of_error(error).fate is fate


@pytest.mark.parametrize(
    ("answer", "number"),
    [({"message_id": 3}, 3), ([{"message_id": 4}, {"message_id": 5}], 4), (True, None)],
)
def test_message_id(answer: object, number: int | None) -> None:
    """The number of what was sent is kept, of an album the first."""
    assert of_answer(answer).message_id == number


def test_tried_for_a_day() -> None:
    """The delay grows to ten minutes, and all of them together are about a day."""
    delays = [delay(attempt) for attempt in range(1, MOST_ATTEMPTS)]
    assert delays[:4] == [1, 2, 4, 8]
    assert max(delays) == LONGEST_DELAY
    assert 23 * 3600 < sum(delays) < 25 * 3600


async def test_429_makes_everybody_wait(scene: Scene) -> None:
    """After „retry after 1“ nothing at all is tried for a second, and nothing is lost."""
    scene.telegram.refuse(429, "Too Many Requests: retry after 1", retry_after=1, chat_id=3)
    callback = Message(chat_id=None, method="answerCallbackQuery", payload={"text": "x"})
    await scene.put(*[text(chat, "labas") for chat in (3, 3)])
    async with scene.sending():
        await scene.telegram.called(1)
        refused_at = scene.telegram.calls[0].at
        await asyncio.sleep(0.05)
        await scene.put(callback, *[text(chat, "labas") for chat in range(4, 12)])
        await scene.settled()
    assert all(call.at >= refused_at + 1 for call in scene.telegram.calls[1:])
    assert len(scene.telegram.said) == 11
    assert {row.attempts for row in await scene.rows()} == {0}


@pytest.mark.parametrize("code", [500, None])
async def test_trouble_is_tried_again(scene: Scene, code: int | None) -> None:
    """A server's error or a broken connection delays this message alone; others go on."""
    scene.telegram.refuse(code, "Internal Server Error", chat_id=1)
    await scene.send(text(1, "vienas"), text(1, "du"), text(2, "kitam"))
    assert [call.text for call in scene.telegram.said][-1] == "vienas"
    assert [(row.state, row.attempts) for row in await scene.rows()] == [
        (SendState.SENT, 1),
        (SendState.SENT, 0),
        (SendState.SENT, 0),
    ]


async def test_blocked(scene: Scene, now: datetime) -> None:
    """Who blocked the bot is marked unreachable, once, and the message says why it failed."""
    people = [Person(telegram_id=1, met_at=now), Person(telegram_id=2, met_at=now)]

    async def add(session: AsyncSession) -> None:
        session.add_all(people)

    await scene.database.write(add)
    scene.telegram.refuse(403, BLOCKED, chat_id=1)
    await scene.send(text(1, "labas"), text(2, "labas"))
    assert [row.state for row in await scene.rows()] == [SendState.FAILED, SendState.SENT]
    assert (await scene.rows())[0].last_error == BLOCKED
    found = await scene.database.read(
        lambda session: session.scalars(
            select(Person.telegram_id).where(Person.unreachable_since == now)
        )
    )
    assert found.all() == [1]


async def test_refused_with_a_reason(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    """A 400 fails with Telegram's reason beside the row, and the log has neither it nor a text."""
    reason = 'Can\'t find end tag corresponding to start tag "jonaitis"'
    scene.telegram.refuse(400, f"Bad Request: {reason}")
    await scene.send(text(1, "<jonaitis>"))
    [row] = await scene.rows()
    assert (row.state, row.last_error, row.attempts) == (SendState.FAILED, reason, 0)
    out = capsys.readouterr()
    assert "jonaitis" not in out.out + out.err
    assert "not_sent" in out.out


async def test_not_modified(scene: Scene) -> None:
    """An edit that changes nothing has done its work."""
    scene.telegram.refuse(400, "Bad Request: message is not modified: specified new message ...")
    await scene.send(Message(chat_id=1, method="editMessageText", payload={"message_id": 1}))
    assert await scene.states() == [SendState.SENT]


async def test_old_query(scene: Scene) -> None:
    """An answer that came too late for Telegram is expired, and no error."""
    scene.telegram.refuse(400, "Bad Request: query is too old and response timeout expired")
    await scene.send(Message(chat_id=None, method="answerCallbackQuery", payload={"text": "x"}))
    assert await scene.states() == [SendState.EXPIRED]


async def test_group_moved(scene: Scene) -> None:
    """A group that became a supergroup gets this message and the next under its new number."""
    new = -1001234567890
    scene.telegram.refuse(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=new)
    await scene.send(text(-5, "vienas"), text(-5, "du"))
    assert [(call.chat_id, call.text) for call in scene.telegram.said] == [
        (new, "vienas"),
        (new, "du"),
    ]


async def test_wrong_token(scene: Scene) -> None:
    """A token that Telegram does not know ends the sender plainly, and the message waits on."""
    sender = scene.another_sender(token="43:wrong")
    await scene.put(text(1, "labas"))
    with pytest.raises(TokenRefused, match="BOT_TOKEN"):
        await sender.run()
    assert await scene.states() == [SendState.WAITING]


async def test_telegram_away(
    scene: Scene, unused_tcp_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a network we wait, nothing counts as failed, and then all goes out in order."""
    there = scene.telegram.url
    scene.telegram.url = f"http://127.0.0.1:{unused_tcp_port}"
    lost = scene.another_sender()
    await scene.put(*[text(1, str(n)) for n in range(3)])
    said = ""
    async with scene.sending(lost), asyncio.timeout(20):
        while "not_sent" not in said:
            await asyncio.sleep(0.02)
            said += capsys.readouterr().out
    assert [(row.state, row.attempts) for row in await scene.rows()] == [(SendState.WAITING, 0)] * 3
    assert (said + capsys.readouterr().out).count("not_sent") == 1
    scene.telegram.url = there
    await scene.send()
    assert [call.text for call in scene.telegram.said] == ["0", "1", "2"]
