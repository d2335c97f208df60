"""An iCalendar file → rows: each VEVENT is a meeting, its UID the code.

Our own exports carry every column in X- properties, so that what went out can come in again.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.files.columns import KEYS
from catalogue.files.rows import RawRow
from catalogue.files.workbook import MOST_ROWS
from catalogue.programme.refused import Reason, Refused, Unreadable

OWN = "X-KVIESLYS-"
_LISTS = ("audience", "subjects")


def own_property(key: str) -> str:
    return OWN + key.upper().replace("_", "-")


def add_own(entry: Any, key: str, value: str) -> None:
    """Says that it is a text: otherwise the reader would leave its escapes in it.

    The library takes a backslash before N for a new line, so backslashes go as %5C.
    """
    import icalendar

    kept = value.replace("%", "%25").replace("\\", "%5C")
    entry.add(own_property(key), icalendar.vText(kept), parameters={"VALUE": "TEXT"})


def _own(component: Any, key: str) -> str:
    return str(component[own_property(key)]).replace("%5C", "\\").replace("%25", "%")


def rows_of(data: bytes, zone: ZoneInfo) -> list[RawRow | Refused]:
    """`number` counts the VEVENTs from 1. Raises Unreadable."""
    if b"BEGIN:VCALENDAR" not in data[:2000].upper():
        raise Unreadable(Reason.NOT_A_CALENDAR)
    if data.upper().count(b"BEGIN:VEVENT") > MOST_ROWS:
        raise Unreadable(Reason.TOO_MANY_ROWS, limit=MOST_ROWS)
    import icalendar

    try:
        calendars = icalendar.Calendar.from_ical(data, multiple=True)
        return list(_rows(calendars, zone))
    except Exception as error:  # the reader raises whatever it trips over
        raise Unreadable(Reason.NOT_A_CALENDAR) from error


def _rows(calendars: list[Any], zone: ZoneInfo) -> Iterator[RawRow | Refused]:
    number = 0
    for calendar in calendars:
        is_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        for component in calendar.walk("VEVENT"):
            number += 1
            if "RRULE" in component or "RDATE" in component or "RECURRENCE-ID" in component:
                yield Refused(number, "RRULE", Reason.REPEATING)
            else:
                yield RawRow(number, _cells(component, zone, is_cancelled=is_cancelled))


def _cells(component: Any, zone: ZoneInfo, *, is_cancelled: bool) -> dict[str, Any]:
    own: dict[str, Any] = {
        key: _own(component, key) for key in KEYS if own_property(key) in component
    }
    for key in _LISTS:
        if key in own:
            own[key] = own[key].split(";")
    if "code" in own:  # ours: the X- properties say everything but the time
        return {key: own.get(key) for key in KEYS} | _times(component, zone) | _end_of(own)
    location = str(component.get("LOCATION", "")).strip()
    is_link = location.lower().startswith(("http://", "https://"))
    cells = {
        "code": component.get("UID"),
        "title_lt": component.get("SUMMARY"),
        "summary": component.get("DESCRIPTION"),
        "place": "" if is_link else location,
        "join_url": location if is_link else "",
        "status": "cancelled" if is_cancelled else _status(component),
        "organiser": _organiser(component),
    }
    texts = {key: None if cell is None else str(cell) for key, cell in cells.items()}
    return texts | _times(component, zone)


def _times(component: Any, zone: ZoneInfo) -> dict[str, Any]:
    starts, ends = component.get("DTSTART"), component.get("DTEND")
    start = None if starts is None else _zoned(starts.dt, zone)
    if ends is not None:
        return {"start": start, "end": _zoned(ends.dt, zone)}
    lasts = component.get("DURATION")
    if lasts is not None and isinstance(start, datetime):
        return {"start": start, "end": start + lasts.dt}
    return {"start": start, "end": None}


def _end_of(own: dict[str, Any]) -> dict[str, Any]:
    """A calendar needs an end; where ours was only supposed, the export says so by an empty one."""
    return {"end": None} if own.get("end") == "" else {}


def _zoned(moment: Any, zone: ZoneInfo) -> Any:
    """A floating time is wall clock; hours are added on the time line, not on the wall clock."""
    if isinstance(moment, datetime):
        aware = moment if moment.utcoffset() is not None else moment.replace(tzinfo=zone)
        return aware.astimezone(UTC)
    return moment


def _status(component: Any) -> str:
    word = str(component.get("STATUS", "")).upper()
    return {"CANCELLED": "cancelled", "TENTATIVE": "draft"}.get(word, "published")


def _organiser(component: Any) -> str:
    organiser = component.get("ORGANIZER")
    return str(organiser.params.get("CN", "")) if organiser is not None else ""
