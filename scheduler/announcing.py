"""Announcements whose hour has come, fed into the outbox."""

from datetime import datetime

from scheduler.ticks import Tick, Watch


def announcing(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """To be written."""

    return Tick("announcing", watch.seconds, work)
