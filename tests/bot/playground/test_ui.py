"""The page's and the tests' side."""

import json

from aiohttp import ClientSession, ClientTimeout, FormData

from bot.playground.people import Person
from bot.playground.server import Server
from tests.bot.playground.conftest import JAMES, KEY, ONA, RASA, Caller, Hand


async def test_people(hand: Hand) -> None:
    """Three to begin with; one more gets an id, and any can change their language."""
    before = (await hand.get("people"))["people"]
    jonas = await hand.post("person", {"first_name": "Jonas"})
    changed = await hand.post("person", {"id": ONA, "language_code": "en"})
    assert [one["id"] for one in before] == [ONA, JAMES, RASA]
    assert jonas["id"] > RASA
    assert (changed["first_name"], changed["language_code"]) == ("Ona", "en")


async def test_nameless_people(hand: Hand) -> None:
    """Nobody is without a name, and ids are positive."""
    await hand.post("person", {"first_name": " "}, status=400)
    await hand.post("person", {"id": -5, "first_name": "a"}, status=400)


async def test_many_at_once(hand: Hand, call: Caller) -> None:
    """Hundreds of people speak and press in single calls, and all chats are read in one."""
    ids = list(range(600_000_001, 600_000_301))
    await hand.post("people", [{"id": one, "first_name": "a"} for one in ids])
    sent = await hand.post("messages", [{"person": one, "text": "labas"} for one in ids])
    numbers = [one[0] for one in sent["message_ids"]]
    presses = [
        {"person": one, "message_id": at, "data": "x"} for one, at in zip(ids, numbers, strict=True)
    ]
    await hand.post("callbacks", presses)
    chats = (await hand.get("history"))["chats"]
    assert [chats[str(one)]["messages"][0]["text"] for one in ids] == ["labas"] * 300
    assert len((await call("getUpdates", limit=100)).result) == 100


async def test_an_unknown_person(hand: Hand) -> None:
    """Nobody speaks for someone who is not there."""
    await hand.post("message", {"person": 5, "text": "x"}, status=404)
    await hand.post("message", {"text": "x"}, status=400)


async def test_waiting_for_the_bot(hand: Hand, call: Caller, ona: Person) -> None:
    """A wait ends with the bot's message, or says that there was none."""
    none = await hand.get("wait", person=ona.id, seconds=0)
    sent = await call("sendMessage", chat_id=ona.id, text="x")
    some = await hand.get("wait", person=ona.id, after=sent.result["message_id"] - 1)
    assert none["done"] is False
    assert some["done"] is True
    assert [one["text"] for one in some["messages"]] == ["x"]


async def test_events(server: Server, session: ClientSession, call: Caller, ona: Person) -> None:
    """Who watches sees the message and the call at once."""
    address = f"{server.url}/ui/events?key={KEY}"
    async with session.get(address, timeout=ClientTimeout(total=10)) as stream:
        await stream.content.readuntil(b"\n\n")
        await call("sendMessage", chat_id=ona.id, text="x")
        lines = [await stream.content.readuntil(b"\n\n") for _ in range(2)]
    seen = [json.loads(line.removeprefix(b"data: ")) for line in lines]
    assert [one["type"] for one in seen] == ["message", "call"]
    assert seen[0]["message"]["text"] == "x"
    assert seen[1]["call"]["method"] == "sendMessage"


async def test_files(server: Server, session: ClientSession, ona: Person) -> None:
    """An uploaded document is downloaded by its own name and never opened in the page."""
    form = FormData(quote_fields=False)
    form.add_field("person", str(ona.id))
    form.add_field("kind", "document")
    form.add_field("file", b"<script>", filename="žurnalas.html", content_type="text/html")
    headers = {"X-Playground-Key": KEY}
    address = f"{server.url}/ui/upload"
    async with session.post(address, data=form, headers=headers) as response:
        letter = await response.json()
    file_id = letter["document"]["file_id"]
    async with session.get(f"{server.url}/ui/file/{file_id}", headers=headers) as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert "%C5%BEurnalas.html" in response.headers["Content-Disposition"]
        assert await response.read() == b"<script>"
