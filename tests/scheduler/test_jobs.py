import asyncio
import os
import signal
from collections.abc import Awaitable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler import jobs
from scheduler.clock import Clock
from scheduler.jobs import Do, Finish, Job, Jobs, JobState, Run
from scheduler.outbox import Message, Outgoing
from tests.factories import NOW

SORRY = {"text": "Nepavyko"}


def says(text: str) -> Finish:
    async def finish(_session: AsyncSession) -> Sequence[Message]:
        return [Message(chat_id=7, payload={"text": text})]

    return finish


async def add(run: Run) -> Finish:
    return says(str(await run.apart(sum, run.job.facts["numbers"])))


def dies_once(path: str) -> str:
    """Kills its own process the first time."""
    if not os.path.exists(path):  # noqa: PTH110 -- as plain as can be
        open(path, "w").close()  # noqa: PTH123
        os.kill(os.getpid(), signal.SIGKILL)
    return "alive"


async def survive(run: Run) -> Finish:
    return says(await run.apart(dies_once, run.job.facts["path"]))


async def fail(_run: Run) -> Finish:
    raise LookupError("Jonas Jonaitis")


async def long_way(run: Run) -> Finish:
    for far in ("10", "20", "30"):
        await run.show({"text": far})
    return says("done")


KINDS: Mapping[str, Do] = {"add": add, "survive": survive, "fail": fail, "long": long_way}


async def ask(database: Database, kind: str, **facts: Any) -> str:
    async def work(session: AsyncSession) -> str:
        return await jobs.ask(session, kind, chat_id=7, language="lt", now=NOW, facts=facts)

    return await database.write(work)


async def said(database: Database) -> list[tuple[str, str]]:
    """Method and text of what waits in the outbox, in order."""

    async def look(session: AsyncSession) -> list[tuple[str, str]]:
        rows = await session.scalars(select(Outgoing).order_by(Outgoing.id))
        return [(row.method, (row.payload or {})["text"]) for row in rows]

    return await database.read(look)


async def states(database: Database) -> list[JobState]:
    async def look(session: AsyncSession) -> list[JobState]:
        return list(await session.scalars(select(Job.state).order_by(Job.id)))

    return await database.read(look)


async def work_off(database: Database, clock: Clock) -> None:
    """Until every job is finished."""
    told = asyncio.Event()
    worker = Jobs(database, clock, KINDS, sorry=lambda _: SORRY, said=told.set, seconds=0.05)
    async with asyncio.TaskGroup() as group, asyncio.timeout(60):
        task = group.create_task(worker.run())
        while set(await states(database)) & {JobState.WAITING, JobState.RUNNING}:
            await told.wait()
            told.clear()
        task.cancel()


async def test_what_was_asked_for_is_said(database: Database, clock: Clock) -> None:
    """Computed apart, and told in the transaction that finishes the job."""
    await ask(database, "add", numbers=[2, 3])
    await work_off(database, clock)
    assert await said(database) == [("sendMessage", "5")]
    assert await states(database) == [JobState.DONE]


async def test_a_failure_is_told_to_both_sides(
    sqlite_database: Database, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """The person hears that nothing came of it, the log which error it was and no name."""
    await ask(sqlite_database, "fail")
    await ask(sqlite_database, "add", numbers=[1])
    await work_off(sqlite_database, clock)
    assert sorted(await said(sqlite_database)) == [
        ("sendMessage", "1"),
        ("sendMessage", "Nepavyko"),
    ]
    out = capsys.readouterr().out
    assert "LookupError" in out
    assert "Jonas" not in out


async def test_a_worker_that_dies_is_tried_again(
    sqlite_database: Database, clock: Clock, tmp_path: Any
) -> None:
    """As when the machine ran out of memory for a moment."""
    await ask(sqlite_database, "survive", path=str(tmp_path / "died"))
    await work_off(sqlite_database, clock)
    assert await said(sqlite_database) == [("sendMessage", "alive")]


@pytest.mark.parametrize(("attempts", "expected"), [(1, "3"), (jobs.MOST_ATTEMPTS, SORRY["text"])])
async def test_a_job_cut_short_is_begun_anew(
    database: Database, clock: Clock, attempts: int, expected: str
) -> None:
    """After a crash of the whole process; one that kills it each time is given up."""
    await ask(database, "add", numbers=[1, 2])

    async def crashed(session: AsyncSession) -> None:
        job = await session.get_one(Job, 1)
        job.state, job.attempts = JobState.RUNNING, attempts

    await database.write(crashed)
    await work_off(database, clock)
    assert await said(database) == [("sendMessage", expected)]


async def test_progress_replaces_itself(sqlite_database: Database, clock: Clock) -> None:
    """Looks that follow too soon are left out; the last word is the answer."""
    key = await ask(sqlite_database, "long")
    await work_off(sqlite_database, clock)
    assert await said(sqlite_database) == [("editMessageText", "10"), ("sendMessage", "done")]

    async def look(session: AsyncSession) -> str | None:
        return await session.scalar(select(Outgoing.edits).where(Outgoing.edits.is_not(None)))

    assert await sqlite_database.read(look) == key


async def test_what_is_finished_is_forgotten(database: Database, clock: Clock) -> None:
    """After thirty days, and no sooner."""
    await ask(database, "add", numbers=[1])
    await work_off(database, clock)

    def forget(after: timedelta) -> Awaitable[None]:
        now = clock.now() + jobs.KEPT_FOR + after
        return database.write(lambda session: jobs.prune(session, now=now))

    await forget(timedelta(0))
    assert len(await states(database)) == 1
    await forget(timedelta(seconds=1))
    assert await states(database) == []
