"""Rows → events: rows with one code are the meetings of one event.

The first row that states something speaks for the event. What may differ from meeting to meeting
is the time, the place and the link; hours that differ are added up, lecturers are listed, and
meetings of different modes make the event hybrid. A row that is refused holds up no other; the
event is then `incomplete`, so that an import takes no meeting away because of a slip.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.centres.names import name_key
from catalogue.files.columns import DAY, HOUR, KEYS
from catalogue.files.rows import (
    RawRow,
    Row,
    code_of,
    is_blank,
    refused,
    start_column,
    understood,
)
from catalogue.programme.refused import Reason, Refused, WrongCell
from catalogue.programme.tables import Mode, Status

ACADEMIC_HOUR = timedelta(minutes=45)
_A_MEETING = 2 * ACADEMIC_HOUR  # where nobody said how long
_A_FULL_DAY = 8 * ACADEMIC_HOUR  # where the hours are of more than one day


@dataclass(frozen=True, slots=True)
class SessionDraft:
    starts_at: datetime
    ends_at: datetime
    city: str = ""
    place: str = ""
    join_url: str = ""
    title: str = ""
    hours: float | None = None

    def values(self) -> dict[str, Any]:
        """By the names of `Session`; a file has thousands, which `asdict` would copy deeply."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """What a file says of one event; the fields are those of `Event`.

    `organiser` is empty where the file names none. `stated` are the columns the file has: what
    stands in no column is left as it is. `row` is the first row of the event.
    """

    row: int
    sheet: str = ""
    stated: frozenset[str]
    incomplete: bool = False
    organiser: str
    code: str
    code_as_written: str = ""
    title_lt: str = ""
    title_en: str = ""
    summary: str = ""
    form: str = ""
    audience: list[str]
    subjects: list[str]
    priority_field: str = ""
    mode: Mode | None = None
    hours: float | None = None
    price_eur: Decimal | None = None
    funding: str = ""
    payer: str = ""
    project: str = ""
    seats: int | None = None
    waiting_list: bool = True
    registration_closes: datetime | None = None
    cancel_until: datetime | None = None
    lecturer: str = ""
    coordinator: str = ""
    contact: str = ""
    ktprr_code: str = ""
    language: str = "lt"
    status: Status = Status.PUBLISHED
    certificate: bool | None = None
    ends_at: datetime | None = None
    sessions: tuple[SessionDraft, ...]

    @property
    def starts_at(self) -> datetime:
        return self.sessions[0].starts_at


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: `ignored` are the headings we do not know."""

    drafts: tuple[EventDraft, ...]
    refused: tuple[Refused, ...]
    ignored: tuple[str, ...] = ()


@dataclass(slots=True)
class _Group:
    rows: list[Row]
    incomplete: bool = False


def drafts(
    rows: Iterable[RawRow | Refused], zone: ZoneInfo
) -> tuple[list[EventDraft], list[Refused]]:
    """Every event the rows make, and every row that was refused, each in the order of the file."""
    groups: dict[tuple[str, str], _Group] = {}
    refusals: list[Refused] = []
    broken: set[str] = set()
    for raw in rows:
        row = raw if isinstance(raw, Refused) or is_blank(raw) else understood(raw, zone)
        if isinstance(row, Row):
            row = _placed(row, groups)
        if isinstance(row, Refused):
            refusals.append(row)
            broken |= _code_of_refused(raw)
    for group in groups.values():
        group.incomplete = group.rows[0].code in broken
    return [_event(group, zone) for group in groups.values()], refusals


def length(hours: float | None, meetings: int) -> timedelta | None:
    """How long one meeting is when the hours are shared out evenly."""
    return ACADEMIC_HOUR * (hours / meetings) if hours else None


def end_of(
    starts_at: datetime, *, hours: float | None, meetings: int, zone: ZoneInfo
) -> tuple[datetime, bool]:
    """The end of a meeting nobody stated, and whether it is known.

    Hours that reach past midnight are those of a programme whose other days we do not know.
    """
    taken = length(hours, meetings)
    if taken is None:
        return starts_at + _A_MEETING, False
    ends_at = starts_at + timedelta(minutes=round(taken / timedelta(minutes=1)))
    if ends_at.astimezone(zone).date() == starts_at.astimezone(zone).date():
        return max(ends_at, starts_at + timedelta(minutes=1)), True
    return starts_at + _A_FULL_DAY, False


#: Whoever changes these between two rows of one code contradicts themselves.
_ONE_FOR_ALL = (
    "price_eur",
    "seats",
    "waiting_list",
    "registration_closes",
    "cancel_until",
    "status",
)


def _placed(row: Row, groups: dict[tuple[str, str], _Group]) -> Row | Refused:
    """Puts the row with the other meetings of its event, or says why it cannot be one."""
    key = (name_key(row.organiser), row.code)
    if not row.has_title:
        key = next((k for k in reversed(groups) if k[1] == row.code), key)
    group = groups.get(key)
    if group is None:
        if not row.has_title:
            return refused(row.raw, "title_lt", Reason.NO_TITLE)
        groups[key] = _Group([row])
        return row
    first = group.rows[0]
    facts: dict[str, str | int] = {"code": row.code_as_written or row.code, "row": first.raw.number}
    for title in ("title_lt", "title_en"):
        if row.values[title] and first.values[title] not in {"", row.values[title]}:
            return refused(row.raw, title, Reason.ANOTHER_EVENT, **facts)
    for other in group.rows:
        if other.starts_at == row.starts_at:
            facts["row"] = other.raw.number
            return refused(row.raw, start_column(row.raw), Reason.TWICE, **facts)
    for column in _ONE_FOR_ALL:
        said = next((r for r in group.rows if r.values[column] is not None), first)
        if None not in {row.values[column], said.values[column]} and (
            row.values[column] != said.values[column]
        ):
            return refused(row.raw, column, Reason.DIFFERS, row=said.raw.number)
    group.rows.append(row)
    return row


def _event(group: _Group, zone: ZoneInfo) -> EventDraft:
    rows = group.rows
    first = rows[0]
    values = {key: _first([row.values[key] for row in rows]) for key in first.values}
    values |= {
        "hours": _hours_of(rows),
        "lecturer": "; ".join(dict.fromkeys(n for row in rows if (n := row.values["lecturer"]))),
        "mode": _mode([row.values["mode"] for row in rows]),
        "waiting_list": values["waiting_list"] is not False,
        "language": values["language"] or "lt",
        "status": values["status"] or Status.PUBLISHED,
        "audience": values["audience"] or [],
        "subjects": values["subjects"] or [],
    }
    for key in ("city", "place", "join_url", "session_title", "session_hours"):
        del values[key]
    sessions, ends_at = _sessions(rows, values["hours"], zone)
    return EventDraft(
        row=first.raw.number,
        sheet=first.raw.sheet,
        stated=_stated(rows),
        incomplete=group.incomplete,
        organiser=next((row.organiser for row in rows if row.organiser), ""),
        code=first.code,
        code_as_written=first.code_as_written,
        ends_at=ends_at,
        sessions=sessions,
        **values,
    )


def _sessions(
    rows: Sequence[Row], hours: float | None, zone: ZoneInfo
) -> tuple[tuple[SessionDraft, ...], datetime | None]:
    """In order of time; the event's end is None where a meeting's end is only supposed.

    A meeting with hours of its own is as long as they say.
    """
    sessions, known = [], True
    for row in sorted(rows, key=lambda row: row.starts_at):
        ends_at, stated = row.ends_at, True
        title, own_hours = row.values["session_title"], row.values["session_hours"]
        if ends_at is None:
            ends_at, stated = end_of(
                row.starts_at,
                hours=own_hours or hours,
                meetings=1 if own_hours else len(rows),
                zone=zone,
            )
        known = known and stated
        where = _where(row, rows[0])
        sessions.append(SessionDraft(row.starts_at, ends_at, title=title, hours=own_hours, **where))
    return tuple(sessions), max(s.ends_at for s in sessions) if known else None


def _where(row: Row, first: Row) -> dict[str, str]:
    """A row that only goes on from another, without a title, is at the same place."""
    said = {key: row.values[key] for key in ("city", "place", "join_url")}
    if row.has_title or any(said.values()):
        return said
    return {key: first.values[key] for key in said}


def _stated(rows: Sequence[Row]) -> frozenset[str]:
    keys = {key for row in rows for key in row.raw.cells}
    return frozenset(keys & set(KEYS)) | ({"start"} if keys & {DAY, HOUR} else set())


def _first(values: Sequence[Any]) -> Any:
    return next((value for value in values if value not in (None, "", [])), values[0])


def _hours_of(rows: Sequence[Row]) -> float | None:
    """Where only the modules state theirs, the event has those of all of them."""
    known: list[float] = [one for row in rows if (one := row.values["hours"]) is not None]
    if not known:
        modules = [one for row in rows if (one := row.values["session_hours"]) is not None]
        return sum(modules) if modules else None
    return known[0] if len(set(known)) == 1 else sum(known)


def _mode(values: Sequence[Mode | None]) -> Mode | None:
    known = {value for value in values if value is not None}
    return Mode.HYBRID if len(known) > 1 else next(iter(known), None)


def _code_of_refused(raw: RawRow | Refused) -> set[str]:
    if isinstance(raw, Refused):
        return set()
    try:
        return {code_of(raw)[0]} - {""}
    except WrongCell:
        return set()
