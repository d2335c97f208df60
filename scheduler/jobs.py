"""Heavy work: a row that a turn leaves behind, done beside everything else by the clock's process.

A workbook, a chart or a printed sheet takes seconds of computing: that is done in a process of its
own, so that the bot goes on answering, and what ends badly there ends alone.
"""

import asyncio
import enum
import functools
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ParamSpec, TypeVar

from anyio import BrokenWorkerProcess, CapacityLimiter, to_process
from sqlalchemy import BigInteger, Index, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, Database, RowId, is_passing, wake_clock
from scheduler.clock import Clock
from scheduler.outbox import Message, put
from scheduler.trouble import tell

P = ParamSpec("P")
T = TypeVar("T")

#: Side by side: one waits for the network or the database while the other computes.
AT_ONCE = 2
#: Seconds that one computation may take; what takes longer will hardly ever end.
LONGEST = 120.0
#: How often a job is begun when the process or its worker dies in the middle of it.
MOST_ATTEMPTS = 3
#: A message that changes oftener annoys its reader, and Telegram.
BETWEEN_LOOKS = timedelta(seconds=3)
KEPT_FOR = timedelta(days=30)


class JobState(enum.StrEnum):
    """`running` after a crash is begun anew."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(Base):
    """`facts` are JSON-able and say what to do, for whom `chat_id`; moments are business time."""

    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_line", "state", "id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    kind: Mapped[str]
    facts: Mapped[dict[str, Any]]
    chat_id: Mapped[int] = mapped_column(BigInteger)
    language: Mapped[str]
    state: Mapped[JobState]
    attempts: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


async def ask(
    session: AsyncSession,
    kind: str,
    *,
    chat_id: int,
    language: str,
    now: datetime,
    facts: Mapping[str, Any],
) -> str:
    """Done soon after the commit; returns the key of the message that shows how far it has come."""
    job = Job(
        kind=kind,
        facts=dict(facts),
        chat_id=chat_id,
        language=language,
        state=JobState.WAITING,
        asked_at=now,
    )
    session.add(job)
    await session.flush()
    wake_clock(session)
    return key_of(job.id)


def key_of(job_id: int) -> str:
    """Of the message in the outbox that says that the work goes on."""
    return f"job:{job_id}"


class GaveUp(Exception):  # noqa: N818 -- it says what became of it
    """The work took too long, or killed its process each time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One attempt, and what it works with."""

    job: Job
    now: datetime
    database: Database
    show: Callable[[Mapping[str, Any]], Awaitable[None]]
    limiter: CapacityLimiter

    async def apart(self, compute: Callable[P, T], *arguments: P.args, **keywords: P.kwargs) -> T:
        """In a process of its own: a function of a module, and values that can be pickled.

        What it raises is raised here. Raises GaveUp after two minutes.
        """
        work = functools.partial(compute, *arguments, **keywords)
        try:
            async with asyncio.timeout(LONGEST):
                return await to_process.run_sync(work, cancellable=True, limiter=self.limiter)
        except TimeoutError as error:
            raise GaveUp from error


#: Writes what was found out and says it, in the transaction in which the job is finished.
Finish = Callable[[AsyncSession], Awaitable[Sequence[Message]]]
#: Must be harmless when done twice, but for what `Finish` does.
Do = Callable[[Run], Awaitable[Finish]]
#: What is said in the chat when nothing came of it, by language.
Sorry = Callable[[str], Mapping[str, Any]]


class Jobs:
    """`said` wakes the sender after a commit that put something into the outbox."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        kinds: Mapping[str, Do],
        *,
        sorry: Sorry,
        said: Callable[[], None],
        seconds: float,
    ) -> None:
        self._database = database
        self._clock = clock
        self._kinds = kinds
        self._sorry = sorry
        self._said = said
        self._seconds = seconds
        self._woken = asyncio.Event()

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled. What a process left running when it died is begun anew."""
        await self._database.write(_take_over)
        limiter = CapacityLimiter(1)  # an old PC has a second core to answer with
        running: set[asyncio.Task[None]] = set()
        async with asyncio.TaskGroup() as group:
            while True:
                self._woken.clear()
                if len(running) < AT_ONCE and (job := await self._next()):
                    task = group.create_task(self._do(job, limiter))
                    running.add(task)
                    task.add_done_callback(running.discard)
                    task.add_done_callback(lambda _: self.wake())
                    continue
                await self._pause()

    async def _next(self) -> Job | None:
        """Whether there is one is only read: a look every few seconds holds up no writer."""
        if await self._database.read(_waits):
            return await self._database.write(_begin)
        return None

    async def _pause(self) -> None:
        try:
            async with asyncio.timeout(self._seconds):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _do(self, job: Job, limiter: CapacityLimiter) -> None:
        now = self._clock.now()
        run = Run(
            job=job,
            now=now,
            database=self._database,
            show=_Progress(self._database, self._clock, job, self._said).show,
            limiter=limiter,
        )
        try:
            if job.attempts > MOST_ATTEMPTS:
                raise GaveUp
            finish = await self._kinds[job.kind](run)
            await self._database.write(functools.partial(_finish, job, finish, now))
        except Exception as error:  # noqa: BLE001 -- logged, answered, or begun anew
            await self._failed(job, error)
        self._said()

    async def _failed(self, job: Job, error: Exception) -> None:
        passes = is_passing(error) or isinstance(error, BrokenWorkerProcess)
        again = passes and job.attempts < MOST_ATTEMPTS
        tell("job_again" if again else "job_failed", error, job=job.id, kind=job.kind)
        sorry = Message(chat_id=job.chat_id, payload=dict(self._sorry(job.language)))
        now = self._clock.now()

        async def work(session: AsyncSession) -> None:
            state = JobState.WAITING if again else JobState.FAILED
            if await _moved(session, job, state, now) and not again:
                await put(session, [sorry], now=now)

        try:
            await self._database.write(work)
        except Exception as worse:
            if not is_passing(worse):
                raise
            tell("job_left", worse, job=job.id)  # taken over at the next start
        if again:
            await asyncio.sleep(self._seconds)


class _Progress:
    """Shows how far a job has come, in the message that was promised."""

    def __init__(
        self, database: Database, clock: Clock, job: Job, said: Callable[[], None]
    ) -> None:
        self._database, self._clock, self._job, self._said = database, clock, job, said
        self._shown_at: datetime | None = None

    async def show(self, payload: Mapping[str, Any]) -> None:
        """A newer look replaces one that was not sent yet; too soon after another it is left."""
        now = self._clock.now()
        if self._shown_at and now - self._shown_at < BETWEEN_LOOKS:
            return
        self._shown_at = now
        edit = Message(
            chat_id=self._job.chat_id,
            method="editMessageText",
            payload=dict(payload),
            edits=key_of(self._job.id),
        )
        await self._database.write(functools.partial(put, messages=[edit], now=now))
        self._said()


async def _take_over(session: AsyncSession) -> None:
    await session.execute(
        update(Job).where(Job.state == JobState.RUNNING).values(state=JobState.WAITING)
    )


async def _waits(session: AsyncSession) -> bool:
    waiting = select(Job.id).where(Job.state == JobState.WAITING).limit(1)
    return await session.scalar(waiting) is not None


async def _begin(session: AsyncSession) -> Job | None:
    job: Job | None = await session.scalar(
        select(Job).where(Job.state == JobState.WAITING).order_by(Job.id).limit(1).with_for_update()
    )
    if job is not None:
        job.state, job.attempts = JobState.RUNNING, job.attempts + 1
    return job


async def _finish(job: Job, finish: Finish, now: datetime, session: AsyncSession) -> None:
    """Nothing where somebody else has begun it anew meanwhile."""
    if await _moved(session, job, JobState.DONE, now):
        await put(session, await finish(session), now=now)


async def _moved(session: AsyncSession, job: Job, state: JobState, now: datetime) -> bool:
    mine = (Job.id == job.id, Job.state == JobState.RUNNING, Job.attempts == job.attempts)
    moved = await session.execute(
        update(Job).where(*mine).values(state=state, finished_at=now).returning(Job.id)
    )
    return moved.first() is not None


async def prune(session: AsyncSession, *, now: datetime) -> None:
    """Forgets what was finished long ago."""
    await session.execute(delete(Job).where(Job.finished_at < now - KEPT_FOR))


async def forget(session: AsyncSession, *, chat_id: int) -> None:
    """Deletes what a chat has asked for; what is being done just now ends without a word."""
    await session.execute(delete(Job).where(Job.chat_id == chat_id))
