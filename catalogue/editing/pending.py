"""What somebody means to change of an event and has not saved yet, as plain values to be kept."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.editing.rules import Edits
from catalogue.editing.sessions import as_drafts
from catalogue.files.drafts import SessionDraft, end_of
from catalogue.files.rows import meeting, value_of
from catalogue.programme.refused import Reason, WrongCell
from catalogue.programme.tables import Event

#: Fields that are asked for one by one, in the order in which a plan has them.
ASKED = (
    "title_lt", "title_en", "form", "mode", "city", "place", "join_url", "audience", "subjects",
    "priority_field", "hours", "price_eur", "funding", "payer", "project", "seats", "waiting_list",
    "registration_closes", "cancel_until", "lecturer", "coordinator", "contact", "ktprr_code",
    "language", "certificate", "summary",
)  # fmt: skip
#: Of a meeting: what is written of it, and the column of a file by which it is read.
OF_MEETING = {
    "when": "start", "city": "city", "place": "place", "join_url": "join_url",
    "title": "session_title", "hours": "session_hours",
}  # fmt: skip
MOST_MEETINGS = 60


@dataclass(frozen=True, slots=True)
class Pending:
    """`cells` are texts by field as they were written, `sessions` are all meetings as they shall
    be. `revision` is the event's when this was begun.
    """

    event: int
    revision: int
    cells: Mapping[str, str] = field(default_factory=dict)
    sessions: tuple[SessionDraft, ...] | None = None
    ends_known: bool = False

    def __bool__(self) -> bool:
        return bool(self.cells) or self.sessions is not None


def begun(event: Event) -> Pending:
    return Pending(event.id, event.revision)


def plain(pending: Pending) -> dict[str, Any]:
    """JSON-able."""
    sessions = pending.sessions
    return asdict(pending) | {
        "sessions": None if sessions is None else [_plain(one) for one in sessions]
    }


def of_plain(kept: Mapping[str, Any]) -> Pending:
    """What `plain` wrote."""
    sessions = kept["sessions"]
    return Pending(
        **{
            **kept,
            "sessions": None if sessions is None else tuple(_of_plain(one) for one in sessions),
        }
    )


def edits(pending: Pending, zone: ZoneInfo) -> Edits:
    """Raises WrongCell, though what is pending was read once already."""
    values = {name: value_of(name, cell, zone) for name, cell in pending.cells.items()}
    return Edits(values, pending.sessions, pending.ends_known)


def with_cell(pending: Pending, event: Event, name: str, cell: str, zone: ZoneInfo) -> Pending:
    """Read at once, so that what cannot be taken is never pending. Raises WrongCell."""
    value = value_of(name, cell, zone)
    cells = dict(pending.cells) | {name: cell}
    titles = [cells.get(title, getattr(event, title)) for title in ("title_lt", "title_en")]
    if not any(titles):
        raise WrongCell(Reason.NO_TITLE)
    if value == getattr(event, name):
        del cells[name]
    return replace(pending, cells=cells)


def meetings(pending: Pending, event: Event) -> tuple[SessionDraft, ...]:
    """All of them as they would be."""
    return as_drafts(event) if pending.sessions is None else pending.sessions


def with_meeting(
    pending: Pending, event: Event, number: int, *, name: str, cell: str, zone: ZoneInfo
) -> Pending:
    """The meeting with this number otherwise; a new time without an end keeps its length.

    Raises WrongCell.
    """
    sessions = list(meetings(pending, event))
    one = sessions[number]
    ends_known = pending.ends_known
    if name == "when":
        starts_at, ends_at = meeting(cell, zone)
        ends_known = ends_known or ends_at is not None
        lasts = one.ends_at - one.starts_at
        sessions[number] = replace(one, starts_at=starts_at, ends_at=ends_at or starts_at + lasts)
    else:
        value: dict[str, Any] = {name: value_of(OF_MEETING[name], cell, zone)}
        sessions[number] = replace(one, **value)
    return _with(pending, sessions, ends_known=ends_known)


def with_more(pending: Pending, event: Event, lines: Sequence[str], zone: ZoneInfo) -> Pending:
    """A meeting for each line, where the event is. Raises WrongCell."""
    sessions = list(meetings(pending, event))
    ends_known = pending.ends_known
    for line in lines:
        starts_at, ends_at = meeting(line, zone)
        ends_known = ends_known or ends_at is not None
        supposed, _ = end_of(starts_at, hours=None, meetings=1, zone=zone)
        sessions.append(
            SessionDraft(starts_at, ends_at or supposed, event.city, event.place, event.join_url)
        )
    return _with(pending, sessions, ends_known=ends_known)


def without_meeting(pending: Pending, event: Event, number: int) -> Pending:
    """The last one stays: an event without a meeting is none."""
    sessions = list(meetings(pending, event))
    if len(sessions) > 1:
        del sessions[number]
    return _with(pending, sessions, ends_known=pending.ends_known)


def _with(pending: Pending, sessions: Sequence[SessionDraft], *, ends_known: bool) -> Pending:
    starts = [one.starts_at for one in sessions]
    if len(set(starts)) < len(starts):
        raise WrongCell(Reason.SAME_START)
    if len(sessions) > MOST_MEETINGS:
        raise WrongCell(Reason.TOO_MANY, limit=MOST_MEETINGS)
    in_order = tuple(sorted(sessions, key=lambda one: one.starts_at))
    return replace(pending, sessions=in_order, ends_known=ends_known)


def _plain(one: SessionDraft) -> dict[str, Any]:
    moments = {"starts_at": one.starts_at.isoformat(), "ends_at": one.ends_at.isoformat()}
    return asdict(one) | moments


def _of_plain(kept: Mapping[str, Any]) -> SessionDraft:
    moments = {name: datetime.fromisoformat(kept[name]) for name in ("starts_at", "ends_at")}
    return SessionDraft(**{**kept, **moments})
