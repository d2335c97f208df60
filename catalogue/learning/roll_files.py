"""The list of an event as a workbook: it goes out, is filled in by hand, and comes in again.

In Lithuanian, whoever asks for it. A column a meeting, known by the meeting's number; a row a
person, known by the registration's. Rows may be moved and columns added, no name is looked at.
"""

import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

from catalogue.files.sheets import separated
from catalogue.files.workbook import grids
from catalogue.learning.marking import Said
from catalogue.learning.tables import Attendance, Presence
from catalogue.programme.refused import Unreadable
from catalogue.programme.tables import Event
from catalogue.spreadsheets import file_of, neutralised, new_book

REGISTRATION, NAME, SCHOOL, REASON = (
    "Registracija",
    "Vardas ir pavardė",
    "Mokykla",
    "Taisymo priežastis",
)
_MEETING = re.compile(r"Susitikimas (\d{1,18})\b")
SHEET, LEGEND_SHEET = "lankomumas", "paaiškinimas"
LEGEND = (
    ("+", "dalyvavo"),
    ("v", "vėlavo"),
    ("i", "išėjo anksčiau"),
    ("n", "nedalyvavo"),
    ("2,5", "dalyvavo tiek akademinių valandų; taip pat „v 2,5“ arba „i 2,5“"),
    ("(tuščia)", "nieko nesakoma, lieka kaip buvo"),
    (REASON, "būtina, kai taisoma, kas pažymėta anksčiau, arba ataskaita jau pateikta; be vardų"),
)
_SIGNS: Mapping[Presence, str] = {
    Presence.PRESENT: "+",
    Presence.LATE: "v",
    Presence.LEFT_EARLY: "i",
    Presence.ABSENT: "n",
}
_WORDS = dict(LEGEND)
_READ = {sign: presence for presence, sign in _SIGNS.items()} | {
    "taip": Presence.PRESENT,
    "x": Presence.PRESENT,
    "✓": Presence.PRESENT,
    "ne": Presence.ABSENT,
    "-": Presence.ABSENT,
    "–": Presence.ABSENT,
    "0": Presence.ABSENT,
}
_CELL = re.compile(r"(?P<sign>[^\d\s,.]*)\s*(?P<hours>\d+(?:[.,]\d+)?)?")
_HEADINGS_WITHIN = 30


@dataclass(frozen=True, slots=True)
class Column:
    """One meeting; `starts_at` on the wall clock."""

    meeting_id: int
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """One row; what was said by the meeting's number."""

    registration_id: int
    name: str
    school: str
    said: Mapping[int, Said]


class Wrong(enum.StrEnum):
    """What is the matter with a row, or with one cell of it."""

    NO_REGISTRATION = "no_registration"
    NOT_A_MARK = "not_a_mark"
    TWICE = "twice"
    UNKNOWN = "unknown"
    NO_MEETING = "no_meeting"
    NOT_TAKING_PART = "not_taking_part"
    NOT_HELD = "not_held"
    TOO_EARLY = "too_early"
    TOO_MANY_HOURS = "too_many_hours"
    REASON_NEEDED = "reason_needed"
    NOT_A_REASON = "not_a_reason"
    NAMES_SOMEBODY = "names_somebody"
    NOT_YOURS = "not_yours"
    BY_NOBODY = "by_nobody"


@dataclass(frozen=True, slots=True)
class Problem:
    """`row` counts from 1 as a spreadsheet does; `column` is the heading as the file has it."""

    row: int
    column: str
    wrong: Wrong
    written: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What the file says of a person at a meeting."""

    row: int
    column: str
    registration_id: int
    meeting_id: int
    said: Said
    reason: str


@dataclass(frozen=True, slots=True)
class RollFile:
    cells: Sequence[Cell]
    problems: Sequence[Problem]


def in_words(event: Event, marks: Mapping[int, Sequence[Attendance]]) -> dict[int, list[str]]:
    """By the registration's number, what was said of each meeting in its order."""
    found = {}
    for number, own in marks.items():
        said = {one.session_id: Said(one.presence, one.hours) for one in own}
        found[number] = [_worded(said.get(meeting.id)) for meeting in event.sessions]
    return found


def workbook(columns: Sequence[Column], people: Sequence[Person]) -> bytes:
    """With a sheet that says what to write."""
    book = new_book()
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(SHEET)
    headings = [REGISTRATION, NAME, SCHOOL, *map(_heading, columns), REASON]
    widths = [12, 30, 30, *[16 for _ in columns], 36]
    for number, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, heading, head)
    for line, one in enumerate(people, start=1):
        sheet.write_number(line, 0, one.registration_id)
        told = [neutralised(text, phones=False) for text in (one.name, one.school)]
        told += [_sign(one.said.get(column.meeting_id)) for column in columns]
        for number, text in enumerate(told, start=1):
            if text:
                sheet.write_string(line, number, text)
    sheet.freeze_panes(1, 2)
    legend = book.add_worksheet(LEGEND_SHEET)
    legend.set_column(0, 0, 20)
    legend.set_column(1, 1, 80)
    for line, row in enumerate(LEGEND):
        for number, text in enumerate(row):
            legend.write_string(line, number, text)
    return file_of(book)


def read_roll(name: str, data: bytes) -> RollFile | None:
    """What such a file says; None for any other, also one that cannot be read at all."""
    try:
        for rows in _grids(name, data):
            for top, row in enumerate(rows[:_HEADINGS_WITHIN]):
                if columns := _columns(row):
                    return _read(rows, top, columns)
    except Unreadable:
        return None
    return None


def _grids(name: str, data: bytes) -> Iterator[list[list[Any]]]:
    ending = PurePath(name).suffix.lower()
    if ending == ".xlsx":
        yield from (grid.rows for grid in grids(data))
    elif ending == ".csv":
        yield from separated(data)


def _columns(row: Sequence[Any]) -> dict[int, str]:
    """Headings by place, where the row is one of headings: it has people and meetings."""
    words = {place: " ".join(cell.split()) for place, cell in enumerate(row) if _is_word(cell)}
    known = {
        place: word
        for place, word in words.items()
        if word in {REGISTRATION, REASON} or _MEETING.match(word)
    }
    has_people = REGISTRATION in known.values()
    return known if has_people and any(map(_MEETING.match, known.values())) else {}


def _read(rows: Sequence[Sequence[Any]], top: int, columns: Mapping[int, str]) -> RollFile:
    cells: list[Cell] = []
    problems: list[Problem] = []
    seen: set[int] = set()
    for number, row in enumerate(rows[top + 1 :], start=top + 2):
        held = {
            heading: _text(row[place]) if place < len(row) else ""
            for place, heading in columns.items()
        }
        marks = {head: text for head, text in held.items() if _MEETING.match(head) and text}
        if not marks:
            continue
        registration = held[REGISTRATION]
        if not re.fullmatch(r"\d{1,18}", registration):
            problems.append(Problem(number, REGISTRATION, Wrong.NO_REGISTRATION, registration))
            continue
        if int(registration) in seen:
            problems.append(Problem(number, REGISTRATION, Wrong.TWICE, registration))
            continue
        seen.add(int(registration))
        for heading, text in marks.items():
            said, found = _said(text), _MEETING.match(heading)
            if said is None or found is None:
                problems.append(Problem(number, heading, Wrong.NOT_A_MARK, text[:40]))
                continue
            reason = held.get(REASON, "")
            cells.append(Cell(number, heading, int(registration), int(found[1]), said, reason))
    return RollFile(cells, problems)


def _said(text: str) -> Said | None:
    """None for what is no mark."""
    written = text.lower().lstrip("'")
    if (presence := _READ.get(written)) is not None:
        return Said(presence)
    found = _CELL.fullmatch(written)
    if found is None or found["hours"] is None:
        return None
    presence = _READ.get(found["sign"] or "+")
    if presence is None or not presence.is_there:
        return None
    return Said(presence, float(found["hours"].replace(",", ".")))


def _sign(said: Said | None) -> str:
    if said is None:
        return ""
    if said.hours is None:
        return _SIGNS[said.presence]
    hours = _number(said.hours)
    return hours if said.presence is Presence.PRESENT else f"{_SIGNS[said.presence]} {hours}"


def _worded(said: Said | None) -> str:
    if said is None:
        return ""
    word = _WORDS[_SIGNS[said.presence]]
    return word if said.hours is None else f"{word}, {_number(said.hours)} akad. val."


def _number(hours: float) -> str:
    return f"{hours:g}".replace(".", ",")


def _heading(column: Column) -> str:
    return f"Susitikimas {column.meeting_id}: {column.starts_at:%Y-%m-%d %H:%M}"


def _text(cell: Any) -> str:
    """A whole number without the point that a spreadsheet gives it."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:g}" if not cell.is_integer() else str(int(cell))
    return " ".join(str(cell).split())


def _is_word(cell: Any) -> bool:
    return isinstance(cell, str) and bool(cell.strip())
