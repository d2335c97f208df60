"""One row of a programme file, understood or refused as a whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.files import cells
from catalogue.files.columns import DAY, HOUR
from catalogue.programme import codes
from catalogue.programme.moments import Written, moment, written
from catalogue.programme.refused import Reason, Refused, WrongCell

LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True)
class RawRow:
    """Cells by column key, as the file holds them; `headings` are the file's own words for keys."""

    number: int
    cells: Mapping[str, Any]
    headings: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One meeting with everything its row says; a value nobody stated is None or empty."""

    raw: RawRow
    code: str
    code_as_written: str
    organiser: str
    values: Mapping[str, Any]
    starts_at: datetime
    ends_at: datetime | None

    @property
    def has_title(self) -> bool:
        return bool(self.values["title_lt"] or self.values["title_en"])


_PARSE: Mapping[str, Callable[[Any], Any]] = {
    "title_lt": partial(cells.text, longest=300),
    "title_en": partial(cells.text, longest=300),
    "summary": partial(cells.text, longest=3000, lines=True),
    "form": partial(cells.text, longest=100),
    "audience": partial(cells.texts, longest=200, most=30),
    "subjects": partial(cells.texts, longest=200, most=30),
    "priority_field": partial(cells.text, longest=200),
    "mode": cells.mode,
    "city": partial(cells.text, longest=100),
    "place": partial(cells.text, longest=300),
    "join_url": cells.link,
    "hours": partial(cells.number, lowest=0, highest=5000),
    "price_eur": partial(cells.money, highest=100_000),
    "funding": partial(cells.text, longest=300),
    "payer": partial(cells.text, longest=300),
    "project": partial(cells.text, longest=300),
    "seats": partial(cells.whole, lowest=0, highest=1_000_000),
    "waiting_list": cells.yes_or_no,
    "lecturer": partial(cells.text, longest=300),
    "coordinator": partial(cells.text, longest=200),
    "contact": partial(cells.text, longest=300),
    "ktprr_code": partial(cells.text, longest=60),
    "language": cells.language,
    "status": cells.status,
    "certificate": cells.yes_or_no,
    "session_title": partial(cells.text, longest=300),
    "session_hours": partial(cells.number, lowest=0, highest=5000),
}


def value_of(key: str, cell: object, zone: ZoneInfo) -> Any:
    """What a cell of this column says of an event, as a whole row would have it. Raises WrongCell.

    An empty one says what a file without the column would.
    """
    if key in {"registration_closes", "cancel_until"}:
        return _until(cell, zone)
    value = _PARSE[key](cell)
    unstated: Mapping[str, Any] = {"waiting_list": True, "language": "lt"}
    return unstated.get(key, value) if value is None or value == "" else value


def meeting(text: str, zone: ZoneInfo) -> tuple[datetime, datetime | None]:
    """„2026-12-05 14:00–16:30“: when it begins, and when it ends where that is said.

    Raises WrongCell.
    """
    raw = RawRow(0, {"start": text})
    start = _start(raw)
    starts_at = moment(start, zone)
    return starts_at, _end(raw, start, starts_at, zone)


def is_blank(raw: RawRow) -> bool:
    return all(
        cell is None or cell == [] or (isinstance(cell, str) and not cell.strip())
        for cell in raw.cells.values()
    )


def understood(raw: RawRow, zone: ZoneInfo) -> Row | Refused:
    """The whole row, or the first cell of it that cannot be taken."""
    values: dict[str, Any] = {}
    key = "organiser"
    try:
        organiser = cells.text(raw.cells.get(key), longest=200)
        for key, parse in _PARSE.items():
            values[key] = parse(raw.cells.get(key))
        key = start_column(raw)
        start = _start(raw)
        starts_at = moment(start, zone)
        key = "end"
        ends_at = _end(raw, start, starts_at, zone)
        for key in ("registration_closes", "cancel_until"):
            values[key] = _until(raw.cells.get(key), zone)
        key = "code"
        code, as_written = code_of(raw)
    except WrongCell as wrong:
        return refused(raw, key, wrong.reason, **wrong.values)
    title = values["title_lt"] or values["title_en"]
    if not code and not title:
        return refused(raw, "title_lt", Reason.NO_TITLE)
    code = code or codes.derived(organiser=organiser, title=title, starts_at=starts_at)
    return Row(raw, code, as_written, organiser, values, starts_at, ends_at)


def start_column(raw: RawRow) -> str:
    """Where this file keeps the start."""
    return next((key for key in ("start", DAY, HOUR) if key in raw.cells), "start")


def code_of(raw: RawRow) -> tuple[str, str]:
    """The code and, where that is a slug, the spelling it was made of; empty where none stands."""
    as_written = cells.text(raw.cells.get("code"), longest=200)
    if not as_written:
        return "", ""
    code = codes.code_of(as_written)
    return code, "" if code == as_written else as_written


def refused(raw: RawRow, key: str, reason: Reason, **values: str | int) -> Refused:
    return Refused(raw.number, raw.headings.get(key, key), reason, values, raw.sheet)


def _start(raw: RawRow) -> Written:
    """From one column, or from the columns of a day and of an hour together."""
    cell = next((raw.cells[k] for k in ("start", DAY, HOUR) if _given(raw, k)), None)
    if cell is None:
        raise WrongCell(Reason.MISSING)
    said = written(cell)
    if said.hour is None and _given(raw, HOUR):
        hours = written(raw.cells[HOUR])
        return Written(said.day, hours.hour, hours.until, hours.offset, said.text)
    return said


def _end(raw: RawRow, start: Written, starts_at: datetime, zone: ZoneInfo) -> datetime | None:
    """An end that is only an hour is on the day of the start."""
    if _given(raw, "end"):
        said = written(raw.cells["end"])
        if said.day is None:
            said = Written(start.day, said.hour, None, said.offset, said.text)
    elif start.until is not None:
        said = Written(start.day, start.until, text=start.text)
    else:
        return None
    ends_at = moment(said, zone)
    if ends_at <= starts_at:
        raise WrongCell(Reason.END_BEFORE_START)
    if ends_at - starts_at > timedelta(days=LONGEST_DAYS):
        raise WrongCell(Reason.TOO_LONG_TO_BE_ONE, days=LONGEST_DAYS)
    return ends_at


def _until(cell: object, zone: ZoneInfo) -> datetime | None:
    """A deadline that names only a day holds to the end of that day."""
    if cells.is_empty(cell):
        return None
    said = written(cell)
    if said.hour is None:
        said = Written(said.day, time(23, 59), None, said.offset, said.text)
    return moment(said, zone)


def _given(raw: RawRow, key: str) -> bool:
    return not cells.is_empty(raw.cells.get(key))
