"""The clock's hand: looks now and then whether something is due, and does the housekeeping."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.enquiries import rules as enquiries
from catalogue.glossary import misses
from catalogue.learning import doors, tries
from catalogue.practice import bank
from scheduler import files, jobs
from scheduler.clock import Clock, real_now
from scheduler.outbox import prune
from scheduler.trouble import tell

#: Telegram repeats an update for a day; its number is remembered for a week.
UPDATES_KEPT_FOR = timedelta(days=7)
WOKEN_AFTER = timedelta(seconds=0.2)

Work = Callable[[datetime], Awaitable[object]]
#: Forgets the updates that were processed before a moment.
ForgetUpdates = Callable[[AsyncSession, datetime], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Tick:
    """`work` gets the business time; what it does must be harmless when done twice.

    What is decided makes nothing due for a tick of `only_time`.
    """

    name: str
    seconds: float
    work: Work
    only_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What every tick that plans messages works with; `seconds` is how often it looks.

    `said` wakes the sender after a commit that put something into the outbox.
    """

    database: Database
    timezone: ZoneInfo
    default_language: str
    reminders: tuple[timedelta, ...]
    owner_ids: frozenset[int]
    seconds: float
    said: Callable[[], None]


def is_time_again(now: datetime, looked_at: datetime | None, every: timedelta) -> bool:
    """Whether to look once more so long after the last look; also where the clock was put back
    behind it.
    """
    return looked_at is None or not looked_at <= now < looked_at + every


class Ticks:
    """What is due is never kept here: a tick asks the truth, so a restart loses nothing."""

    def __init__(self, clock: Clock, ticks: Sequence[Tick]) -> None:
        self._clock = clock
        self._ticks = tuple(ticks)
        self._scheduler: AsyncIOScheduler | None = None

    def wake(self) -> None:
        """Something has been decided: every tick that it may concern looks soon.

        Not at once, so that three hundred turns in a row are followed by few looks.
        """
        self._hurry(tick.name for tick in self._ticks if not tick.only_time)

    def wake_all(self) -> None:
        """The time was pushed."""
        self._hurry(tick.name for tick in self._ticks)

    def _hurry(self, names: Iterable[str]) -> None:
        if self._scheduler is None:
            return
        soon = real_now() + WOKEN_AFTER
        for name in names:
            job = self._scheduler.get_job(name)
            if job.next_run_time is None or job.next_run_time > soon:
                job.modify(next_run_time=soon)

    async def run(self) -> None:
        """Each tick at once and then every so many seconds, until cancelled."""
        # A tick tells its own troubles; the rest would be that a stop cut one short.
        logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
        scheduler = AsyncIOScheduler(timezone=UTC)
        for tick in self._ticks:
            scheduler.add_job(
                partial(self._tick, tick),
                IntervalTrigger(seconds=tick.seconds, timezone=UTC),
                id=tick.name,
                next_run_time=real_now(),
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        scheduler.start()
        self._scheduler = scheduler
        try:
            await asyncio.Event().wait()
        finally:
            self._scheduler = None
            scheduler.shutdown(wait=False)

    async def _tick(self, tick: Tick) -> None:
        try:
            await tick.work(self._clock.now())
        except Exception as error:  # noqa: BLE001 -- logged; the next look may go well
            tell("tick_failed", error, tick=tick.name)


def housekeeping(database: Database, forget_updates: ForgetUpdates) -> Tick:
    """Hourly: what was answered, said or asked long ago goes, and so do wrong codes."""

    async def work(now: datetime) -> None:
        async def tidy(session: AsyncSession) -> None:
            await prune(session, now=now)
            await jobs.prune(session, now=now)
            await files.prune(session, now=now)
            await forget_updates(session, now - UPDATES_KEPT_FOR)
            await misses.prune(session, today=now.date())
            await enquiries.prune(session, now=now)
            await bank.prune(session, now=now)
            await doors.prune(session, before=now - UPDATES_KEPT_FOR)
            await tries.prune(session, now=now)

        await database.write(tidy)

    return Tick("housekeeping", 3600, work, only_time=True)
