"""When heads are written to: on the first working day of a month."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from catalogue.participants.nearing import is_office_time
from catalogue.programme.holidays import is_workday

_DAY = timedelta(days=1)
#: After a longer silence of ours a month is no news any more.
LATEST = timedelta(days=10)


def first_working_day(month: date) -> date:
    """Of the month that the day is in. Pupils' holidays are working days of a school's office."""
    day = month.replace(day=1)
    while not is_workday(day):
        day += _DAY
    return day


def month_due(now: datetime, zone: ZoneInfo) -> date | None:
    """The first day of the month that heads are to be told of now; None outside of office hours and
    when its time has not come or is long past.
    """
    today = now.astimezone(zone).date()
    begin = first_working_day(today)
    is_time = begin <= today <= begin + LATEST and is_office_time(now, zone)
    return today.replace(day=1) if is_time else None


def before(month: date) -> date:
    """The first day of the month before."""
    return (month.replace(day=1) - _DAY).replace(day=1)


def after(month: date) -> date:
    """The first day of the next month."""
    return (month.replace(day=1) + timedelta(days=32)).replace(day=1)
