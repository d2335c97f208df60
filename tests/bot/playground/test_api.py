"""The Bot API over HTTP: ways to call, who may, what is kept of a call."""

import json
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.playground.api import METHODS, compact
from bot.playground.people import Person
from bot.playground.server import Server
from tests.bot.playground.conftest import Caller, Hand


async def test_a_wrong_token(server: Server, session: ClientSession) -> None:
    """No token but the playground's own is taken, for methods and for files."""
    stranger = Caller(server.url, session, token="1:other")
    assert (await stranger("getMe")).status == 401
    async with session.get(f"{server.url}/file/bot1:other/x") as response:
        assert response.status == 401


@pytest.mark.parametrize("how", ["json", "form", "query"])
async def test_ways_to_call(call: Caller, ona: Person, how: str) -> None:
    """A call comes as JSON, as a form, or in the address."""
    fields = {"chat_id": str(ona.id), "text": "x", "reply_markup": json.dumps({})}
    ways: dict[str, dict[str, Any]] = {
        "json": {"json": fields},
        "form": {"data": fields},
        "query": {"params": fields},
    }
    assert (await call.post("sendMessage", **ways[how])).result["text"] == "x"


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("sendMessage", {"text": "x", "reply_parameters": [1]}),
        ("deleteMessages", {"message_ids": ["a"]}),
        ("sendMediaGroup", {"media": [{"type": "photo"}, {"type": "photo"}]}),
        ("setMyCommands", {"scope": "5"}),
        ("sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": [["a"]]}}),
    ],
)
async def test_nonsense(call: Caller, ona: Person, method: str, arguments: dict[str, Any]) -> None:
    """Arguments of a wrong shape are a bad request, never a fault of the server."""
    assert (await call(method, chat_id=ona.id, **arguments)).status == 400


async def test_an_unknown_method(call: Caller) -> None:
    """Any other method is answered with true."""
    assert (await call("setPassportDataErrors")).result is True


async def test_calls(hand: Hand, call: Caller, ona: Person) -> None:
    """Every call is kept with its answer; polls that brought nothing are not."""
    await call("getUpdates")
    await call("sendMessage", chat_id=ona.id, text="")
    file = {"document": ("a.txt", b"abc")}
    await call.upload("sendDocument", file, chat_id=ona.id)
    refused, sent = (await hand.get("calls"))["calls"]
    assert (refused["method"], refused["status"]) == ("sendMessage", 400)
    assert refused["response"]["description"] == "Bad Request: message text is empty"
    assert sent["request"]["document"] == "(a.txt, 3 B)"
    assert [c["n"] for c in (await hand.get("calls", method="senddocument"))["calls"]] == [2]


@pytest.mark.parametrize("body", ["{", "[]", "5", '"a"'])
async def test_a_body_that_is_no_object(call: Caller, body: str) -> None:
    """A body that is not JSON, or not an object, is refused in Telegram's words."""
    headers = {"Content-Type": "application/json"}
    refused = await call.post("sendMessage", data=body, headers=headers)
    assert refused.status == 400
    assert refused.words.startswith("Bad Request: can't parse JSON object")


async def test_an_empty_body(call: Caller) -> None:
    """A method without arguments needs no body, whatever kind it is said to be."""
    for kind in ("application/json", "text/plain", "application/x-www-form-urlencoded"):
        assert (await call.post("getMe", data="", headers={"Content-Type": kind})).status == 200


@pytest.mark.parametrize("method", ["getme", "GETME", "getMe"])
async def test_a_method_in_any_case(call: Caller, method: str) -> None:
    """Telegram does not mind how a method's name is written."""
    assert (await call(method)).result["is_bot"] is True


async def test_a_body_beats_the_address(call: Caller, ona: Person) -> None:
    """What stands in both is taken from the body."""
    query = {"chat_id": str(ona.id), "text": "adresas"}
    sent = await call.post("sendMessage", params=query, json={"text": "laiškas"})
    assert sent.result["text"] == "laiškas"


async def test_a_strangers_calls_are_not_kept(
    server: Server, session: ClientSession, hand: Hand
) -> None:
    """The page shows what the bot said, and not what others tried with a wrong token."""
    await Caller(server.url, session, token="1:other")("getMe")
    assert (await hand.get("calls"))["calls"] == []


async def test_a_file_that_is_not_there(call: Caller) -> None:
    """A path nobody gave out has no file."""
    async with call.session.get(f"{call.url}/file/bot{call.token}/documents/file_1") as response:
        assert response.status == 404


def test_json_on_the_wire() -> None:
    """Letters go as they are, and nothing is wasted on spaces."""
    assert compact({"a": ["ė", 1]}) == '{"a":["ė",1]}'


def test_methods_are_found_in_lower_case() -> None:
    """A method with a capital in the table would never be found."""
    assert all(name == name.lower() for name in METHODS)
