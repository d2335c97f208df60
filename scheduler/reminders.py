"""Which reminders are due, put into the outbox."""

from datetime import datetime

from scheduler.ticks import Tick, Watch


def reminders(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """To be written."""

    return Tick("reminders", watch.seconds, work)
