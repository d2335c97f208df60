"""The page's and the tests' side."""

import json

from aiohttp import ClientSession, ClientTimeout, FormData, web

from bot.playground.people import Person
from bot.playground.server import Server
from tests.bot.playground.conftest import JAMES, KEY, ONA, RASA, TOKEN, Caller, Hand


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


async def test_the_clock(session: ClientSession) -> None:
    """The page shows and pushes the application's clock, with the key the two share."""
    asked = []

    async def clock(request: web.Request) -> web.Response:
        asked.append((request.method, request.headers["X-Clock-Key"], await request.text()))
        return web.json_response({"now": "2026-09-01T08:00:00+00:00"})

    app = web.Application()
    app.router.add_route("*", "/clock", clock)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/clock"
    async with Server(token=TOKEN, key=KEY, clock_url=url, clock_key="c") as server:
        hand = Hand(server.url, session)
        shown = await hand.get("clock")
        await hand.post("clock", {"seconds": 3600})
    await runner.cleanup()
    assert shown == {"now": "2026-09-01T08:00:00+00:00"}
    assert asked == [("GET", "c", ""), ("POST", "c", '{"seconds": 3600}')]


async def test_no_clock(hand: Hand) -> None:
    """Without an application there is no time to show."""
    assert await hand.get("clock") == {"now": None}
