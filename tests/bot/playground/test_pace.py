"""How fast a bot may speak."""

import pytest

from bot.playground import pace, wall
from bot.playground.pace import Limits, Pace
from bot.playground.people import Person
from bot.playground.refusal import Refused
from bot.playground.server import Server
from tests.bot.playground.conftest import KEY, TOKEN, Caller, Hand


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The playground's own clock, held in the hand."""
    now = [100.0]
    monkeypatch.setattr(wall, "elapsed", lambda: now[0])
    return now


def test_one_chat(at: list[float]) -> None:
    """Three at once to one person, then one a second; others do not notice."""
    counted = Pace(Limits())
    for _ in range(3):
        counted.step(1)
    with pytest.raises(Refused) as refusal:
        counted.step(1)
    assert refusal.value.retry_after == 1
    counted.step(2)
    at[0] += 1
    counted.step(1)
    with pytest.raises(Refused):
        counted.step(1)


def test_all_chats(at: list[float]) -> None:
    """Thirty in any second, whoever they are for."""
    counted = Pace(Limits())
    for chat in range(30):
        counted.step(chat)
    with pytest.raises(Refused):
        counted.step(99)
    at[0] += 1.01
    counted.step(99)


async def test_the_answer(call: Caller, hand: Hand, ona: Person) -> None:
    """A 429 says when to come back, in the body and in the header; nothing was sent."""
    await hand.post("faults", {"rate_limit": {"per_chat": 0.1, "burst": 1}})
    await call("sendMessage", chat_id=ona.id, text="x")
    refused = await call("sendMessage", chat_id=ona.id, text="y")
    assert refused.status == 429
    assert refused.words == "Too Many Requests: retry after 10"
    assert refused.body["parameters"] == {"retry_after": 10}
    assert refused.headers["Retry-After"] == "10"
    seen = (await hand.get("history", person=ona.id))["messages"]
    assert [one["text"] for one in seen] == ["/start", "x"]


@pytest.mark.parametrize("given", ["fast", {"per_hour": 1}])
def test_wrong_limits(given: object) -> None:
    """Limits nobody understands are refused."""
    with pytest.raises((TypeError, ValueError)):
        pace.limits_from(given)


@pytest.mark.parametrize(("given", "limits"), [(True, Limits()), (False, None)])
def test_a_server_with_limits(given: bool, limits: Limits | None) -> None:  # noqa: FBT001 -- a row
    """The limits are on or off from the start."""
    assert Server(token=TOKEN, key=KEY, rate_limit=given).world.pace.limits == limits
