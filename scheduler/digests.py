"""New events for those who asked to hear of them, put into the outbox."""

from datetime import datetime

from catalogue.programme.finder import Finder
from scheduler.ticks import Tick, Watch


def digests(watch: Watch, finder: Finder) -> Tick:
    async def work(now: datetime) -> None:
        """To be written."""

    return Tick("digests", watch.seconds, work)
