"""getUpdates: confirming, repeating, waiting, and who may poll."""

import asyncio

from bot.playground import deeds
from bot.playground.people import Person
from bot.playground.server import Server
from tests.bot.playground.conftest import Caller, Hand


async def _somebody_polls(server: Server) -> None:
    for _ in range(1000):
        if server.world.updates.polls:
            return
        await asyncio.sleep(0.002)


async def test_updates_repeat_until_confirmed(server: Server, call: Caller, ona: Person) -> None:
    """The same updates come again until an offset beyond them confirms them."""
    for word in ("a", "b", "c"):
        deeds.write(server.world, ona, word)
    first = (await call("getUpdates")).result
    again = (await call("getUpdates", offset=first[1]["update_id"])).result
    rest = (await call("getUpdates", offset=first[2]["update_id"] + 1)).result
    assert [one["message"]["text"] for one in first] == ["a", "b", "c"]
    assert [one["update_id"] - first[0]["update_id"] for one in first] == [0, 1, 2]
    assert again == first[1:]
    assert rest == []


async def test_limit(server: Server, call: Caller, ona: Person) -> None:
    """No more come at once than asked for, the oldest first."""
    for word in ("a", "b", "c"):
        deeds.write(server.world, ona, word)
    batch = (await call("getUpdates", limit=2)).result
    assert [one["message"]["text"] for one in batch] == ["a", "b"]


async def test_negative_offset(server: Server, call: Caller, ona: Person) -> None:
    """A negative offset forgets all but the newest."""
    for word in ("a", "b", "c"):
        deeds.write(server.world, ona, word)
    (only,) = (await call("getUpdates", offset=-1)).result
    assert only["message"]["text"] == "c"
    assert len(server.world.updates.waiting) == 1


async def test_a_long_poll_wakes(server: Server, call: Caller, ona: Person) -> None:
    """A waiting poll is answered as soon as someone speaks."""
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(call("getUpdates", timeout=30))
        await _somebody_polls(server)
        deeds.write(server.world, ona, "labas")
    assert poll.result().result[0]["message"]["text"] == "labas"


async def test_a_second_poll_ends_the_first(server: Server, call: Caller, ona: Person) -> None:
    """Two bots on one token: the older poll ends with 409."""
    async with asyncio.TaskGroup() as group:
        older = group.create_task(call("getUpdates", timeout=30))
        await _somebody_polls(server)
        newer = group.create_task(call("getUpdates", timeout=30))
        refused = await older
        deeds.write(server.world, ona, "labas")
    assert refused.status == 409
    assert "terminated by other getUpdates request" in refused.words
    assert len(newer.result().result) == 1


async def test_polling_under_a_webhook(call: Caller) -> None:
    """While a webhook is set nobody polls."""
    await call("setWebhook", url="https://a.lt/hook")
    refused = await call("getUpdates")
    await call("deleteWebhook")
    assert refused.status == 409
    assert (await call("getUpdates")).status == 200
    assert (await call("getWebhookInfo")).result["url"] == ""


async def test_only_the_kinds_asked_for(server: Server, call: Caller, ona: Person) -> None:
    """Updates of kinds the bot did not ask for are never queued."""
    await call("getUpdates", allowed_updates=["callback_query"])
    deeds.write(server.world, ona, "labas")
    assert (await call("getUpdates")).result == []
    await call("getUpdates", allowed_updates=[])
    deeds.write(server.world, ona, "labas")
    assert len((await call("getUpdates")).result) == 1


async def test_drop_pending(server: Server, call: Caller, ona: Person) -> None:
    """deleteWebhook can forget what waits."""
    deeds.write(server.world, ona, "labas")
    await call("deleteWebhook", drop_pending_updates=True)
    assert (await call("getUpdates")).result == []


async def test_delivered_twice(server: Server, call: Caller, hand: Hand, ona: Person) -> None:
    """With the fault on, a confirmed batch comes once more, then is gone."""
    await hand.post("faults", {"deliver_twice": True})
    deeds.write(server.world, ona, "labas")
    first = (await call("getUpdates")).result
    second = (await call("getUpdates", offset=first[0]["update_id"] + 1)).result
    third = (await call("getUpdates", offset=first[0]["update_id"] + 1)).result
    assert first == second
    assert third == []


async def test_stopping_ends_waits() -> None:
    """A playground that stops lets a waiting poll go at once."""
    server = Server(token="t", key="k")
    await server.start()
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(server.world.updates.poll(offset=0, limit=1, timeout=50))
        await asyncio.sleep(0)
        await server.stop()
    assert poll.result() == []
