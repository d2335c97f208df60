import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import RetryAfter

from scheduler.outbox import Priority
from scheduler.pace import CATCH_UP, LATELY, Answer, Pace, seconds_of
from tests.scheduler import virtual

RATE = 25.0
A_BIT = 1e-3


@dataclass(frozen=True, slots=True)
class Wish:
    chat_id: int | None
    priority: Priority
    at: float = 0.0


class Door:
    """Notes when each wish went through."""

    def __init__(self, rate: float = RATE) -> None:
        self.pace = Pace(rate)
        self.passed: list[tuple[float, Wish]] = []

    async def enter(self, wish: Wish, error: Exception | None = None) -> None:
        async def go() -> Answer:
            self.passed.append((asyncio.get_running_loop().time(), wish))
            if error is not None:
                raise error
            return True

        await asyncio.sleep(wish.at)
        data = {} if wish.chat_id is None else {"chat_id": wish.chat_id}
        await self.pace.process_request(go, (), {}, "sendMessage", data, wish.priority)

    def times(self, chat_id: int | None) -> list[float]:
        return [at for at, wish in self.passed if wish.chat_id == chat_id]


async def _all(wishes: Sequence[Wish], rate: float = RATE) -> Door:
    door = Door(rate)
    async with asyncio.TaskGroup() as group:
        for wish in wishes:
            group.create_task(door.enter(wish))
    return door


def most_within(seconds: float, times: Sequence[float]) -> int:
    return max((sum(t <= u < t + seconds - A_BIT for u in times) for t in times), default=0)


wishes = st.lists(
    st.builds(
        Wish,
        st.sampled_from([None, 1, 2, 3, -10, -20]),
        st.sampled_from(list(Priority)),
        st.floats(0, 90),
    ),
    max_size=80,
)


@settings(max_examples=40)
@given(wishes)
def test_limits_hold(given_wishes: list[Wish]) -> None:
    """Whatever is asked for and when, all of it goes out and no limit of Telegram's is crossed."""
    door = virtual.run(_all(given_wishes))
    assert len(door.passed) == len(given_wishes)
    paced = [at for at, wish in door.passed if wish.chat_id is not None]
    assert most_within(1, paced) <= RATE + CATCH_UP
    for chat in (1, 2, 3):
        assert most_within(1, door.times(chat)) <= 4
        assert most_within(30, door.times(chat)) <= 33
    for group in (-10, -20):
        assert most_within(60, door.times(group)) <= 20


def test_answers_that_lag() -> None:
    """What waits in Telegram's door and is let in all at once is still no more than it allows."""

    async def scene() -> list[float]:
        door = asyncio.Event()
        counted: list[float] = []

        async def say() -> Answer:
            await door.wait()
            counted.append(asyncio.get_running_loop().time())
            return True

        pace = Pace(RATE)
        async with asyncio.TaskGroup() as group:
            for chat in range(1, 101):
                going = pace.process_request(say, (), {}, "m", {"chat_id": chat}, Priority.ANSWER)
                group.create_task(going)
            await asyncio.sleep(1.5)
            door.set()
        return counted

    counted = virtual.run(scene())
    assert len(counted) == 100
    assert most_within(1, counted) <= 30


def test_callbacks_pass_by() -> None:
    """What has no chat waits for nobody."""
    crowd = [Wish(chat, Priority.ANNOUNCEMENT) for chat in range(1, 101)]
    door = virtual.run(_all([*crowd, Wish(None, Priority.ANSWER, at=1.01)]))
    assert door.times(None) == [pytest.approx(1.01, abs=A_BIT)]


def test_the_best_goes_next() -> None:
    """An answer that comes while announcements stand in line is the next to go."""
    crowd = [Wish(chat, Priority.ANNOUNCEMENT) for chat in range(1, 101)]
    late = [Wish(1000, Priority.REMINDER, at=1.001), Wish(1001, Priority.ANSWER, at=1.01)]
    door = virtual.run(_all([*crowd, *late]))
    [answered] = door.times(1001)
    [reminded] = door.times(1000)
    assert 1.01 <= answered <= 1.01 + 1 / RATE + A_BIT
    assert answered < reminded <= 1.01 + 2 / RATE + A_BIT


def test_equals_in_order() -> None:
    """Those of one priority go in the order they came."""
    door = virtual.run(_all([Wish(chat, Priority.ANSWER) for chat in range(1, 51)]))
    assert [wish.chat_id for _, wish in door.passed] == list(range(1, 51))


def test_no_limit() -> None:
    """With rate 0 nobody waits, not even in one chat."""
    door = virtual.run(_all([Wish(1, Priority.ANSWER)] * 100, rate=0))
    assert max(at for at, _ in door.passed) < A_BIT
    assert virtual.run(_resting(door.pace)) == set()


async def _resting(pace: Pace) -> set[int]:
    return pace.resting()


def test_one_refusal_stops_everybody() -> None:
    """After a 429 those in line are turned away at once, callbacks and newcomers too."""

    async def scene() -> Door:
        door = Door()
        async with asyncio.TaskGroup() as group:
            group.create_task(_refused(door, Wish(1, Priority.ANSWER), RetryAfter(7)))
            for chat in range(2, 30):
                group.create_task(_refused(door, Wish(chat, Priority.ANSWER)))
            group.create_task(_refused(door, Wish(None, Priority.ANSWER, at=6.9)))
            group.create_task(door.enter(Wish(99, Priority.ANSWER, at=7.1)))
        return door

    door = virtual.run(scene())
    assert [wish.chat_id for _, wish in door.passed] == [1, 99]


def test_one_chat_that_had_too_much() -> None:
    """A chat just spoken to rests alone when it is refused, and others go on."""

    async def scene() -> Door:
        door = Door()
        await door.enter(Wish(-1, Priority.ANSWER))
        await _refused(door, Wish(-1, Priority.ANSWER), RetryAfter(7))
        assert door.pace.resting() == {-1}
        await _refused(door, Wish(-1, Priority.ANSWER))
        await door.enter(Wish(2, Priority.ANSWER))
        await asyncio.sleep(7.1)
        await door.enter(Wish(-1, Priority.ANSWER))
        return door

    assert [wish.chat_id for _, wish in virtual.run(scene()).passed] == [-1, -1, 2, -1]


def test_two_chats_that_had_too_much() -> None:
    """When a second chat is refused while the first rests, it is not the chats: everybody waits."""

    async def scene() -> float:
        door = Door()
        for chat in (1, 2):
            await door.enter(Wish(chat, Priority.ANSWER))
        await _refused(door, Wish(1, Priority.ANSWER), RetryAfter(3))
        assert door.pace.paused_for() == 0
        await _refused(door, Wish(2, Priority.ANSWER), RetryAfter(5))
        return door.pace.paused_for()

    assert virtual.run(scene()) == 5


def test_a_chat_spoken_to_long_ago() -> None:
    """After a minute of silence one message cannot have been too much for a chat."""

    async def scene() -> float:
        door = Door()
        await door.enter(Wish(1, Priority.ANSWER))
        await asyncio.sleep(LATELY + 1)
        await _refused(door, Wish(1, Priority.ANSWER), RetryAfter(3))
        return door.pace.paused_for()

    assert virtual.run(scene()) == 3


async def _refused(door: Door, wish: Wish, error: Exception | None = None) -> None:
    with pytest.raises(RetryAfter) as refusal:
        await door.enter(wish, error)
    assert 0 < seconds_of(refusal.value) <= 7


def test_leaving_the_line() -> None:
    """Whoever gives up, even the one who keeps the door, holds nobody up."""

    async def scene() -> Door:
        door = Door()
        async with asyncio.TaskGroup() as group:
            tasks = [
                group.create_task(door.enter(Wish(chat, Priority.ANNOUNCEMENT)))
                for chat in range(1, 21)
            ]
            await asyncio.sleep(0.1)
            for task in tasks[::2]:
                task.cancel()
        return door

    door = virtual.run(scene())
    assert {2, 4, 6, 8, 10, 12, 14, 16, 18, 20} <= {wish.chat_id for _, wish in door.passed}


def test_forgets_chats() -> None:
    """A chat spoken to long ago takes no memory."""

    async def scene() -> Pace:
        door = Door(rate=1000)
        for chat in range(1, 1500):
            await door.enter(Wish(chat, Priority.ANNOUNCEMENT))
            if chat == 1000:
                await asyncio.sleep(LATELY)
        await asyncio.sleep(10)
        assert door.pace.resting() == set()
        return door.pace

    pace = virtual.run(scene())
    assert pace._chats == {}
    assert len(pace._spoken) < 1500


def test_resting() -> None:
    """A chat that had its burst rests for about a second, a group longer."""

    async def scene() -> list[set[int]]:
        door = Door(rate=1000)
        for chat in [1] * 3 + [-1] * 5:
            await door.enter(Wish(chat, Priority.ANSWER))
        seen = [door.pace.resting()]
        for _ in range(2):
            await asyncio.sleep(1.2)
            seen.append(door.pace.resting())
        return seen

    assert virtual.run(scene()) == [{1, -1}, {-1}, {-1}]
