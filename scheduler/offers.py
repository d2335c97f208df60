"""Offered seats: the time to answer runs from the delivery, and ends."""

from datetime import datetime

from scheduler.ticks import Tick, Watch


def offers(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """To be written."""

    return Tick("offers", watch.seconds, work)
