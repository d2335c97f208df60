"""Faults a test asks for."""

import asyncio

import pytest
from aiohttp import ClientError

from bot.playground.people import Person
from tests.bot.playground.conftest import Caller, Hand


@pytest.mark.parametrize(("code", "words"), [(500, "Internal"), (403, "blocked"), (400, "Bad")])
async def test_failures(call: Caller, hand: Hand, ona: Person, code: int, words: str) -> None:
    """So many calls of the method fail and leave nothing behind; other methods do not notice."""
    await hand.post("faults", {"fail_next": {"method": "sendMessage", "code": code, "times": 2}})
    me = await call("getMe")
    answers = [await call("sendMessage", chat_id=ona.id, text="x") for _ in range(3)]
    assert me.status == 200
    assert [one.status for one in answers] == [code, code, 200]
    assert words in answers[0].words
    assert len(ona.letters) == 2


async def test_now_and_then(call: Caller, hand: Hand, ona: Person) -> None:
    """Each third call fails, as often as was asked for."""
    await hand.post("faults", {"fail_next": {"code": 500, "every": 3, "times": 2}})
    answers = [await call("sendMessage", chat_id=ona.id, text="x") for _ in range(9)]
    assert [number for number, one in enumerate(answers, 1) if one.status == 500] == [3, 6]


async def test_no_answer(call: Caller, hand: Hand, ona: Person) -> None:
    """The call is executed and the caller waits in vain."""
    await hand.post("faults", {"hang_next": 1})
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await call("sendMessage", chat_id=ona.id, text="x")
    assert len(ona.letters) == 2
    assert (await call("sendMessage", chat_id=ona.id, text="x")).status == 200


async def test_retry_after(call: Caller, hand: Hand) -> None:
    """A 429 carries the seconds asked for."""
    await hand.post("faults", {"fail_next": {"code": 429, "retry_after": 7}})
    refused = await call("getMe")
    assert refused.body["parameters"]["retry_after"] == 7


async def test_a_bad_gateway_is_no_json(call: Caller, hand: Hand) -> None:
    """A 502 is a page of HTML, as it comes from a proxy."""
    await hand.post("faults", {"fail_next": {"code": 502}})
    async with call.session.get(f"{call.url}/bot{call.token}/getMe") as response:
        assert response.status == 502
        assert (await response.text()).startswith("<html>")


async def test_a_lost_answer(call: Caller, hand: Hand, ona: Person) -> None:
    """The call is executed, but its answer never comes."""
    await hand.post("faults", {"drop_next": 1})
    with pytest.raises(ClientError):
        await call("sendMessage", chat_id=ona.id, text="x")
    assert len(ona.letters) == 2
    assert (await call("sendMessage", chat_id=ona.id, text="x")).status == 200


async def test_clearing(call: Caller, hand: Hand) -> None:
    """All faults end at once."""
    wanted = {"drop_next": 3, "delay_ms": 5, "deliver_twice": True, "fail_next": {"code": 500}}
    await hand.post("faults", wanted)
    state = await hand.post("faults", {"clear": True})
    assert (state["fail_next"], state["drop_next"], state["delay_ms"]) == ([], 0, 0)
    assert state["deliver_twice"] is False
    assert (await call("getMe")).status == 200


@pytest.mark.parametrize("given", [{"explode": 1}, {"fail_next": {"number": 1}}])
async def test_unknown_faults(hand: Hand, given: dict[str, object]) -> None:
    """A fault nobody knows is refused, so that no test believes in it."""
    await hand.post("faults", given, status=400)
