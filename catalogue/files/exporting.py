"""The plan as a file: xlsx, csv, jsonl or ics. What goes out can come in again unchanged."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.centres.queries import NAMELESS
from catalogue.files.calendar import (
    add_text,
    empty_calendar,
    exact,
    finished,
    location,
    new_entry,
    uid_of,
)
from catalogue.files.columns import COLUMNS, HEADINGS, KEYS
from catalogue.files.drafts import end_of
from catalogue.files.invitations import add_own
from catalogue.programme.moments import wall_clock
from catalogue.programme.refused import Reason, Unreadable
from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.spreadsheets import file_of, neutralised, new_book

_MODES = {Mode.ONSITE: "kontaktinis", Mode.ONLINE: "nuotolinis", Mode.HYBRID: "mišrus"}
_STATUSES = {
    Status.DRAFT: "juodraštis",
    Status.PUBLISHED: "paskelbtas",
    Status.CANCELLED: "atšauktas",
}
_SHEET = "Programa"


def write(name: str, events: Sequence[Event], *, zone: ZoneInfo, now: datetime) -> bytes:
    """The file of that ending. Raises Unreadable where we do not write such files."""
    ending = PurePath(name).suffix.lower()
    writers: Mapping[str, Callable[[], bytes]] = {
        ".xlsx": lambda: _xlsx(events, zone),
        ".csv": lambda: _csv(events, zone),
        ".jsonl": lambda: _jsonl(events, zone),
        ".ics": lambda: _ics(events, zone, now),
    }
    if ending not in writers:
        raise Unreadable(Reason.UNKNOWN_ENDING, ending=ending[:20])
    return writers[ending]()


def _rows(
    events: Sequence[Event], zone: ZoneInfo
) -> Iterator[tuple[Event, Session, dict[str, Any]]]:
    """One row a meeting, in the columns' order; times are moments, nothing is worded yet."""
    for event in events:
        of_event = {key: getattr(event, key) for key in KEYS if hasattr(event, key)}
        of_event |= {
            "code": event.code_as_written or event.code,
            "organiser": "" if event.centre.slug == NAMELESS else event.centre.name,
        }
        for meeting in event.sessions:
            yield event, meeting, dict.fromkeys(KEYS) | of_event | {
                "city": meeting.city,
                "place": meeting.place,
                "join_url": meeting.join_url,
                "session_title": meeting.title,
                "session_hours": meeting.hours,
                "start": meeting.starts_at,
                "end": _end(event, meeting, zone),
            }  # fmt: skip


def _end(event: Event, meeting: Session, zone: ZoneInfo) -> datetime | None:
    """Empty where the end is only supposed."""
    if event.ends_at is None:
        supposed, _ = end_of(
            meeting.starts_at,
            hours=meeting.hours or event.hours,
            meetings=1 if meeting.hours else len(event.sessions),
            zone=zone,
        )
        if meeting.ends_at == supposed:
            return None
    return meeting.ends_at


def _xlsx(events: Sequence[Event], zone: ZoneInfo) -> bytes:
    book = new_book()
    sheet = book.add_worksheet(_SHEET)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"})
    price = book.add_format({"num_format": "0.00", "valign": "top"})
    plain = book.add_format({"valign": "top"})
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.heading, head)
    line = 0
    for line, (_, _, row) in enumerate(_rows(events, zone), start=1):
        for number, key in enumerate(KEYS):
            cell = _sheet_cell(row[key], zone)
            if isinstance(cell, datetime):
                sheet.write_datetime(line, number, cell, moment)
            elif isinstance(cell, int | float):
                sheet.write_number(line, number, cell, price if key == "price_eur" else plain)
            elif cell:
                sheet.write_string(line, number, neutralised(cell, phones=True), plain)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, line, len(KEYS) - 1)
    return file_of(book)


def _sheet_cell(value: Any, zone: ZoneInfo) -> datetime | float | str:
    """What a person reads; a real date where the wall clock says it exactly."""
    if isinstance(value, datetime):
        local = wall_clock(value, zone)
        if local is None:
            return value.astimezone(zone).isoformat(timespec="minutes")
        is_midnight = local.hour == local.minute == 0  # a spreadsheet's midnight is a day only
        return local.strftime("%Y-%m-%d %H:%M") if is_midnight else local
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return _word(value)


def _word(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "taip" if value else "ne"
    if isinstance(value, Mode):
        return _MODES[value]
    if isinstance(value, Status):
        return _STATUSES[value]
    return "; ".join(value) if isinstance(value, list) else str(value)


def _csv(events: Sequence[Event], zone: ZoneInfo) -> bytes:
    """With a byte-order mark and `;`, as a Lithuanian spreadsheet opens it by a double click."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(HEADINGS.values())
    for _, _, row in _rows(events, zone):
        writer.writerow([_csv_cell(row[key], zone) for key in KEYS])
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8")


def _csv_cell(value: Any, zone: ZoneInfo) -> str:
    cell = _sheet_cell(value, zone)
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, str):
        return neutralised(cell, phones=False)
    if isinstance(value, int):
        return str(value)
    number = f"{value:.2f}"
    return (number if isinstance(value, Decimal) else number.rstrip("0").rstrip(".")).replace(
        ".", ","
    )


def _jsonl(events: Sequence[Event], zone: ZoneInfo) -> bytes:
    lines = []
    for _, _, row in _rows(events, zone):
        cells = {key: _json_value(value, zone) for key, value in row.items()}
        lines.append(json.dumps(cells, ensure_ascii=False) + "\n")
    return "".join(lines).encode("utf-8")


def _json_value(value: Any, zone: ZoneInfo) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(zone).isoformat(timespec="minutes")
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mode | Status):
        return value.value
    return value


def _ics(events: Sequence[Event], zone: ZoneInfo, now: datetime) -> bytes:
    """Every meeting is an entry under its usual UID; what calendars do not know is in X- lines."""
    whole = empty_calendar("PUBLISH")
    whole.add("X-WR-CALNAME", _SHEET)
    starts = []
    for event, meeting, row in _rows(events, zone):
        starts.append(meeting.starts_at)
        entry = new_entry(
            event,
            uid=uid_of(meeting),
            title=event.title,
            start=exact(meeting.starts_at, zone),
            end=exact(meeting.ends_at, zone),
            now=now,
        )
        add_text(entry, "LOCATION", location(meeting, event.mode, meeting.join_url))
        add_text(entry, "DESCRIPTION", event.summary)
        statuses = {Status.CANCELLED: "CANCELLED", Status.DRAFT: "TENTATIVE"}
        entry.add("STATUS", statuses.get(event.status, "CONFIRMED"))
        for key in KEYS:
            if key == "end" and row["end"] is None:
                add_own(entry, "end", "")
            elif key not in {"start", "end"} and row[key] not in (None, "", []):
                add_own(entry, key, _ics_value(row[key], zone))
        whole.add_component(entry)
    return finished(whole, starts)


def _ics_value(value: Any, zone: ZoneInfo) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ";".join(value)
    return str(_json_value(value, zone))
