"""When a digest goes out, on the wall clock of the time zone setting."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from catalogue.programme.holidays import SchoolYear
from catalogue.subscriptions.tables import Rhythm

AT = time(15)
FRIDAY = 5


def last_due(rhythm: Rhythm, *, now: datetime, zone: ZoneInfo, school_year: SchoolYear) -> datetime:
    """The latest moment (UTC) at which such a digest was due; what was found before it may go.

    Weekly on Friday at 15:00, monthly on the first working day; in holidays it moves to the first
    working day after them. All else is due at once.
    """
    if rhythm not in _BEFORE:
        return now
    day = now.astimezone(zone).date() + timedelta(days=1)
    while True:
        day = _BEFORE[rhythm](day)
        moved = datetime.combine(school_year.working_day(day), AT, zone).astimezone(UTC)
        if moved <= now:
            return moved


def _friday_before(day: date) -> date:
    return day - timedelta(days=(day.isoweekday() - FRIDAY - 1) % 7 + 1)


def _first_before(day: date) -> date:
    return (day - timedelta(days=1)).replace(day=1)


_BEFORE: dict[Rhythm, Callable[[date], date]] = {
    Rhythm.WEEKLY: _friday_before,
    Rhythm.MONTHLY: _first_before,
}
