"""What a tick works with, in tests."""

from collections.abc import Callable
from datetime import timedelta

from catalogue.database import Database
from scheduler.ticks import Watch
from tests.factories import VILNIUS


def a_watch(
    database: Database,
    *,
    owner_ids: frozenset[int] = frozenset(),
    reminders: tuple[timedelta, ...] = (),
    said: Callable[[], None] = lambda: None,
) -> Watch:
    return Watch(
        database=database,
        timezone=VILNIUS,
        default_language="lt",
        reminders=reminders,
        owner_ids=owner_ids,
        seconds=5,
        said=said,
    )
