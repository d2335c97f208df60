"""Until when something may be said of an event."""

from datetime import datetime, timedelta

from catalogue.programme.tables import Event

#: From the end of the last meeting on.
OPEN_FOR = timedelta(days=7)


def is_open(event: Event, *, now: datetime) -> bool:
    """Whether something may still be said of it."""
    return now < event.over_at + OPEN_FOR
