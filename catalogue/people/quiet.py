"""Quiet hours: when a person is left in peace, on the wall clock of the time zone setting."""

import functools
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from catalogue.people.tables import Person


def quiet_around(
    person: Person, moment: datetime, zone: ZoneInfo
) -> tuple[datetime, datetime] | None:
    """Begin and end (UTC) of the quiet hours that the moment falls into; None outside them.

    The end itself is no longer quiet.
    """
    return quiet_between(person.quiet_from, person.quiet_until, moment, zone)


def in_peace(person: Person, moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment itself, or the end of the quiet hours it falls into."""
    around = quiet_around(person, moment, zone)
    return around[1] if around else moment


@functools.lru_cache(maxsize=4096)  # most people have the same hours, and the moments are few
def quiet_between(
    quiet_from: int, quiet_until: int, moment: datetime, zone: ZoneInfo
) -> tuple[datetime, datetime] | None:
    """The same of hours that are known, in minutes after midnight, without their person."""
    begin, end = _minutes(quiet_from), _minutes(quiet_until)
    if begin == end:
        return None
    today = moment.astimezone(zone).date()
    for day in (today - timedelta(days=1), today):
        last = day if begin < end else day + timedelta(days=1)
        first_moment = datetime.combine(day, begin, zone).astimezone(UTC)
        last_moment = datetime.combine(last, end, zone).astimezone(UTC)
        if first_moment <= moment < last_moment:
            return first_moment, last_moment
    return None


def on_the_clock(after_midnight: int) -> str:
    """Minutes after midnight as people read them: 07:30."""
    return f"{_minutes(after_midnight):%H:%M}"


def _minutes(after_midnight: int) -> time:
    return time(after_midnight // 60 % 24, after_midnight % 60)
