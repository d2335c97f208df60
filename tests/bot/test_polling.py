"""Order within a chat, and confirmation only after the turn."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError
from aiogram.types import Chat, Message, Update, User
from sqlalchemy.exc import OperationalError

from bot.playground.people import Person as Account
from bot.playground.server import Server
from bot.polling import PolledElsewhere, Polling, by_chat, one_by_one
from handlers.router import dispatcher
from scheduler.sender import TokenRefused
from tests.factories import NOW


def an_update(number: int, chat: int) -> Update:
    user = User(id=chat, is_bot=False, first_name="A")
    where = Chat(id=chat, type="private")
    message = Message(message_id=number, date=NOW, chat=where, from_user=user, text="x")
    return Update(update_id=number, message=message)


class Turns:
    """Stands where the turn stands and notes what came in which order; `trouble` is raised once."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.seen: list[int] = []
        self.trouble = trouble
        self.side_by_side = self.most = 0

    async def __call__(self, _handler: Any, event: Any, _data: Any) -> None:
        self.side_by_side += 1
        self.most = max(self.most, self.side_by_side)
        await asyncio.sleep(0.01)
        self.side_by_side -= 1
        if self.trouble:
            trouble, self.trouble = self.trouble, None
            raise trouble
        self.seen.append(event.update_id)


def polling(turns: Any, url: str = "http://127.0.0.1:1", token: str = "1:abc") -> Polling:
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    return Polling(Bot(token, session=session), dispatcher(), turns)


def test_updates_of_a_chat_stay_together_and_in_order() -> None:
    """Chats are apart, each in its order."""
    updates = [an_update(n, chat) for n, chat in enumerate([1, 2, 1, 3, 2, 1])]
    assert [[u.update_id for u in chain] for chain in by_chat(updates)] == [[0, 2, 5], [1, 4], [3]]


async def test_chats_run_side_by_side_and_each_in_order() -> None:
    """Nobody waits for another person's turn, and nobody overtakes themselves."""
    turns = Turns()
    await polling(turns).take([an_update(n, n % 3) for n in range(9)])
    assert turns.most == 3
    for chat in range(3):
        mine = [n for n in turns.seen if n % 3 == chat]
        assert mine == sorted(mine)


async def test_a_database_away_holds_the_chat_and_loses_nothing() -> None:
    """The same update again after a while, before the next of that chat."""
    turns = Turns(OperationalError("x", {}, Exception("locked")))
    await polling(turns).take([an_update(1, 1), an_update(2, 1)])
    assert turns.seen == [1, 2]


async def test_what_cannot_be_kept_at_all_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Even the apology failed: it is logged, and the next update has its turn."""
    turns = Turns(ZeroDivisionError())
    await polling(turns).take([an_update(1, 1), an_update(2, 1)])
    assert turns.seen == [2]
    assert "update_given_up" in capsys.readouterr().out


async def test_an_update_is_confirmed_only_after_its_turn() -> None:
    """Until every turn of a batch has come to its end, Telegram keeps the batch."""
    from bot.playground import deeds

    async with Server(token="1:abc", key="k", rate_limit=False) as server:
        person = server.world.add(Account(900, "Ona"))
        deeds.write(server.world, person, "labas")
        hold = asyncio.Event()
        waiting_during_turn = []

        class Slow(Turns):
            async def __call__(self, handler: Any, event: Any, data: Any) -> None:
                waiting_during_turn.append(len(server.world.updates.waiting))
                hold.set()
                await super().__call__(handler, event, data)

        poll = polling(Slow(), server.url)
        task = asyncio.ensure_future(poll.run())
        await hold.wait()
        for _ in range(400):
            if not server.world.updates.waiting:
                break
            await asyncio.sleep(0.02)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await poll.bot.session.close()
        assert waiting_during_turn == [1]
        assert not server.world.updates.waiting


async def test_a_wrong_token_ends_it_with_a_plain_sentence() -> None:
    """No waiting mends a wrong token."""
    async with Server(token="1:abc", key="k") as server:
        poll = polling(Turns(), server.url, token="2:wrong")
        with pytest.raises(TokenRefused):
            await poll.run()
        await poll.bot.session.close()


def test_another_poller_is_said_plainly() -> None:
    """The sentence says what to do."""
    assert "stop it first" in str(PolledElsewhere())


def plain(number: int, **more: Any) -> dict[str, Any]:
    message = an_update(number, 7).message
    assert message is not None
    return {"update_id": number, "message": message.model_dump(mode="json"), **more}


def test_an_update_nobody_can_read_holds_up_no_other() -> None:
    """It is passed over by its number, and the readable ones of its batch have their turn."""
    answer = {"ok": True, "result": [plain(1), {"update_id": 2, "message": "broken"}, plain(3)]}
    updates, offset = one_by_one(answer, Bot("1:abc"))
    assert ([update.update_id for update in updates], offset) == ([1, 3], 4)


@pytest.mark.parametrize("answer", ["<html>", None, {}, {"result": []}, {"result": ["x"]}, []])
def test_what_is_no_answer_of_telegram_is_waited_for(answer: Any) -> None:
    """A proxy's page says nothing about updates, so none is passed over."""
    with pytest.raises(ClientDecodeError):
        one_by_one(answer, Bot("1:abc"))


async def test_a_proxys_page_does_not_end_the_bot() -> None:
    """502 with HTML, twice: afterwards everything goes on as before."""
    from bot.playground import deeds

    async with Server(token="1:abc", key="k", rate_limit=False) as server:
        server.world.faults.order(
            {"fail_next": [{"code": 502, "method": "getUpdates", "times": 2}]}
        )
        person = server.world.add(Account(900, "Ona"))
        deeds.write(server.world, person, "labas")
        turns = Turns()
        poll = polling(turns, server.url)
        task = asyncio.ensure_future(poll.run())
        for _ in range(200):
            if turns.seen:
                break
            await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await poll.bot.session.close()
        assert len(turns.seen) == 1
