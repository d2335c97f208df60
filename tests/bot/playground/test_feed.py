"""Who watches and who waits."""

import asyncio

from bot.playground.feed import BACKLOG, Feed
from bot.playground.refusal import Json


def drained(queue: asyncio.Queue[Json | None]) -> list[Json | None]:
    """All that waits in a queue."""
    return [queue.get_nowait() for _ in range(queue.qsize())]


async def test_everybody_sees_everything_in_order() -> None:
    """Each watcher gets every change, and one who left gets no more."""
    feed = Feed()
    first, second = feed.watch(), feed.watch()
    feed.tell({"n": 1})
    feed.leave(second)
    feed.tell({"n": 2})
    assert drained(first) == [{"n": 1}, {"n": 2}]
    assert drained(second) == [{"n": 1}]


async def test_a_change_without_an_event_is_seen_by_nobody() -> None:
    """It only wakes those who wait."""
    feed = Feed()
    queue = feed.watch()
    feed.tell()
    assert drained(queue) == []


async def test_nothing_is_drawn_for_nobody() -> None:
    """Whether anybody looks is known at any time."""
    feed = Feed()
    seen = [feed.watched]
    queue = feed.watch()
    seen.append(feed.watched)
    feed.leave(queue)
    assert [*seen, feed.watched] == [False, True, False]


async def test_who_is_too_slow_is_let_go() -> None:
    """A page that reads nothing does not fill the memory: it ends, and begins afresh."""
    feed = Feed()
    slow, quick = feed.watch(), feed.watch()
    for number in range(BACKLOG + 1):
        feed.tell({"n": number})
        quick.get_nowait()
    feed.tell({"n": -1})
    assert quick.get_nowait() == {"n": -1}
    waiting = drained(slow)
    assert waiting.index(None) == len(waiting) - 1 == BACKLOG - 1


async def test_the_end_reaches_everybody() -> None:
    """Whoever watches when it stops, full queue or not, and whoever comes later, sees the end."""
    feed = Feed()
    full, quiet = feed.watch(), feed.watch()
    for number in range(BACKLOG):
        feed.tell({"n": number})
        quiet.get_nowait()
    feed.close()
    assert [drained(queue)[-1] for queue in (full, quiet, feed.watch())] == [None] * 3


async def test_waiting_for_something_to_be_so() -> None:
    """A wait ends with the change that makes it so, and not with another."""
    feed, seen = Feed(), list[int]()
    async with asyncio.TaskGroup() as group:
        wait = group.create_task(feed.until(lambda: len(seen) == 2, seconds=20))
        for number in (1, 2):
            await asyncio.sleep(0)
            assert not wait.done()
            seen.append(number)
            feed.tell()
    assert wait.result() is True


async def test_waiting_has_an_end() -> None:
    """When the time is over, or the playground stops, the answer is no."""
    feed = Feed()
    assert await feed.until(lambda: False, seconds=0) is False
    assert await feed.until(lambda: True, seconds=0) is True
    async with asyncio.TaskGroup() as group:
        wait = group.create_task(feed.until(lambda: False, seconds=20))
        await asyncio.sleep(0)
        feed.close()
    assert wait.result() is False
