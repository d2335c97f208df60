"""What has become of registrations, put into the outbox."""

from datetime import datetime

from scheduler.ticks import Tick, Watch


def notices(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """To be written."""

    return Tick("notices", watch.seconds, work)
