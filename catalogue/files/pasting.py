"""A piece of a plan as text → the rows of a programme file.

A line that begins with a day is an event, under a heading of a month too; what stands on the next
lines without a day belongs to it. A table copied out of a spreadsheet is read by its headings.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.files import line_pieces
from catalogue.files.columns import DAY
from catalogue.files.drafts import EventDraft, drafts
from catalogue.files.line_days import Days, days_of, month_heading
from catalogue.files.rows import RawRow, meeting
from catalogue.files.sheets import rows_of, text_grid
from catalogue.programme.codes import derived
from catalogue.programme.days import lacks_year, with_year
from catalogue.programme.refused import Reason, Refused, Unreadable, WrongCell

_BULLET = re.compile(r"^\s*(?:[•●▪◦*·–—-]\s+|\d{1,2}\)\s*|\d{1,2}\.\s+(?=[^\W\d]))")
_DATES = ("start", "end", DAY, "registration_closes", "cancel_until")
#: Of a plan and not of a question: so many lines begin with a day.
_LINES_OF_A_PLAN = 2


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was understood, and each line or part of one that was not, with the reason."""

    drafts: tuple[EventDraft, ...]
    refused: tuple[Refused, ...]


@dataclass(slots=True)
class _Entry:
    """An event's first line with its days, and what is said of it on this line and the next."""

    number: int
    days: Days
    said: list[str] = field(default_factory=list)


def is_plan(text: str) -> bool:
    """Whether several lines begin with a day, or the text is a table with the headings of a plan.

    A question has one line, or none that begins so.
    """
    if _table(text) is not None:
        return True
    month: int | None = None
    dated = 0
    for line in map(_bare, text.splitlines()):
        if heading := month_heading(line):
            month = heading[0]
        else:
            dated += days_of(line, month=month) is not None
    return dated >= _LINES_OF_A_PLAN


def needs_year(text: str) -> bool:
    """Whether the year of any of its days is said nowhere."""
    if (rows := _table(text)) is not None:
        cells = [row.cells.get(key) for row in rows for key in _DATES]
        return any(isinstance(cell, str) and lacks_year(cell) for cell in cells)
    entries, _ = _entries(text, year=None)
    return any(day.year is None for entry in entries for day in entry.days.days)


def pasted(text: str, zone: ZoneInfo, *, organiser: str = "", year: int | None = None) -> Pasted:
    """Events as a file would have them. `organiser` and `year` are for lines that name none."""
    refused: list[Refused] = []
    rows: list[RawRow | Refused]
    if (table := _table(text)) is not None:
        rows = [_with_years(row, year) for row in table]
    else:
        entries, refused = _entries(text, year=year)
        rows = [row for entry in entries for row in _rows(entry, zone, refused)]
    named = [
        row
        if isinstance(row, Refused) or row.cells.get("organiser")
        else RawRow(row.number, {**row.cells, "organiser": organiser}, row.headings, row.sheet)
        for row in rows
    ]
    events, wrong = drafts(named, zone)
    in_order = sorted([*refused, *wrong], key=lambda one: one.row)
    return Pasted(tuple(events), tuple(in_order))


def _table(text: str) -> list[RawRow] | None:
    """The rows under headings with tabs between; None where there are no such."""
    if "\t" not in text:
        return None
    try:
        rows, _ = rows_of([text_grid(text.encode())])
    except Unreadable:
        return None
    return list(rows)


def _with_years(row: RawRow, year: int | None) -> RawRow | Refused:
    cells = dict(row.cells)
    for key in _DATES:
        cell = cells.get(key)
        if year is not None and isinstance(cell, str) and lacks_year(cell):
            try:
                cells[key] = with_year(cell, year)
            except WrongCell as wrong:
                heading = row.headings.get(key, key)
                return Refused(row.number, heading, wrong.reason, wrong.values)
    return RawRow(row.number, cells, row.headings, row.sheet)


def _entries(text: str, *, year: int | None) -> tuple[list[_Entry], list[Refused]]:
    """Line by line; a heading of a month holds until the next one, an empty line ends an event."""
    entries: list[_Entry] = []
    refused: list[Refused] = []
    month: int | None = None
    goes_on = False
    for number, raw in enumerate(text.splitlines(), start=1):
        line = _bare(raw)
        if not line:
            goes_on = False
        elif heading := month_heading(line):
            month, year, goes_on = heading[0], heading[1] or year, False
        else:
            try:
                found = days_of(line, month=month, year=year, strict=True)
            except WrongCell as wrong:
                refused.append(Refused(number, "", wrong.reason, wrong.values))
                goes_on = False
                continue
            if found:
                rest = line[found.length :].strip(" ,;:–—-|\t")
                entries.append(_Entry(number, found, [rest] if rest else []))
                goes_on = True
            elif goes_on:
                entries[-1].said.append(line)
            else:
                refused.append(Refused(number, "", Reason.NO_DAY, {"written": line[:60]}))
    return entries, refused


def _rows(entry: _Entry, zone: ZoneInfo, refused: list[Refused]) -> Iterator[RawRow | Refused]:
    """A row for each day; parts that nobody understands are said, and hold nothing up."""
    cells, left = line_pieces.cells_of(entry.said)
    refused += [Refused(entry.number, "", Reason.LEFT_OVER, {"written": one}) for one in left]
    starts = [f"{day.text} {entry.days.hours}".strip() for day in entry.days.days]
    if len(starts) > 1:
        cells |= _code(cells, starts, zone)
    for start in starts:
        yield RawRow(entry.number, cells | {"start": start})


def _code(cells: dict[str, Any], starts: Sequence[str], zone: ZoneInfo) -> dict[str, str]:
    """Several days of one event are known by one code; a day that is none says so by itself."""
    try:
        starts_at = min(meeting(start, zone)[0] for start in starts)
    except WrongCell:
        return {}
    title = cells.get("title_lt", "")
    return {"code": derived(organiser="", title=title, starts_at=starts_at)} if title else {}


def _bare(line: str) -> str:
    return " ".join(_BULLET.sub("", line.strip()).replace("\t", " | ").split())
