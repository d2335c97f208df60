"""A programme file → drafts of events, by its ending: xlsx, csv, jsonl or ics."""

import json
from collections.abc import Iterator
from pathlib import PurePath
from zoneinfo import ZoneInfo

from catalogue.files.columns import key_of
from catalogue.files.drafts import Reading, drafts
from catalogue.files.rows import RawRow, is_blank
from catalogue.files.workbook import MOST_ROWS
from catalogue.programme.refused import Reason, Refused, Unreadable

MOST_BYTES = 20 * 2**20  # what Telegram lets a bot download, too
ENDINGS = (".xlsx", ".csv", ".jsonl", ".ics")


def check_size(size: int) -> None:
    """Call it before the file is read into memory. Raises Unreadable."""
    if size == 0:
        raise Unreadable(Reason.EMPTY)
    if size > MOST_BYTES:
        raise Unreadable(Reason.TOO_LARGE, megabytes=MOST_BYTES // 2**20)


def read(name: str, data: bytes, *, zone: ZoneInfo) -> Reading:
    """What the file says; hours without an offset are wall clock of `zone`.

    Takes up to seconds of computing and touches nothing else. Raises Unreadable where nothing at
    all could be understood.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in ENDINGS:
        raise Unreadable(Reason.UNKNOWN_ENDING, ending=ending[:20])
    check_size(len(data))
    rows, ignored = _rows(ending, data, zone)
    if all(isinstance(row, RawRow) and is_blank(row) for row in rows):
        raise Unreadable(Reason.NO_ROWS)
    events, refused = drafts(rows, zone)
    return Reading(tuple(events), tuple(refused), tuple(ignored))


def _rows(ending: str, data: bytes, zone: ZoneInfo) -> tuple[list[RawRow | Refused], list[str]]:
    if ending == ".ics":
        from catalogue.files import invitations

        return invitations.rows_of(data, zone), []
    if ending == ".jsonl":
        ignored: dict[str, None] = {}
        return list(_objects(data, ignored)), list(ignored)
    from catalogue.files import sheets, workbook

    grids = workbook.grids(data) if ending == ".xlsx" else [sheets.text_grid(data)]
    rows, unknown = sheets.rows_of(grids)
    return list(rows), unknown


def _objects(data: bytes, ignored: dict[str, None]) -> Iterator[RawRow | Refused]:
    """One object a line; empty lines are counted and passed over."""
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if len(lines) > MOST_ROWS:
        raise Unreadable(Reason.TOO_MANY_ROWS, limit=MOST_ROWS)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            yield Refused(number, "", Reason.NOT_JSON)
            continue
        cells, headings = {}, {}
        for heading, cell in found.items():
            key = key_of(heading)
            if key is None or key in cells:
                ignored[heading[:60]] = None
            else:
                cells[key], headings[key] = cell, heading
        yield RawRow(number, cells, headings)
