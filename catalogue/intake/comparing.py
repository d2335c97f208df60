"""What a file would do to the programme, without doing it: some events at a time, so that nobody
else waits for it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.names import name_key
from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.editing.marked import marked_meetings
from catalogue.editing.rules import change, is_told, loses, twin
from catalogue.files.columns import HEADINGS
from catalogue.files.drafts import EventDraft
from catalogue.intake import plain
from catalogue.intake.tables import Outcome, Standing
from catalogue.intake.whose import Reach, centre_of
from catalogue.programme.refused import Reason, Refused, WrongCell
from catalogue.programme.tables import Event

#: Events at a time: the longest that anybody waits while these are looked at.
PORTION = 100

Key = tuple[int | str, str]


@dataclass(slots=True)
class Comparison:
    """`rows` are values of `IntakeEvent`; `seen` knows centre and code of each, with its row.

    `founded` are the names of centres that would be made.
    """

    rows: list[dict[str, Any]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    founded: dict[str, str] = field(default_factory=dict)
    seen: dict[Key, int] = field(default_factory=dict)


async def compare(
    session: AsyncSession,
    done: Comparison,
    texts: Sequence[str],
    reach: Reach,
    *,
    now: datetime,
) -> None:
    """Adds a portion, drafts as `plain.text_of` writes them, to what is `done`."""
    present = await all_centres(session)
    own: list[tuple[str, EventDraft, Centre | None]] = []
    for text in texts:
        draft = plain.draft_of(text)
        try:
            centre = centre_of(draft.organiser, present, reach)
        except WrongCell as wrong:
            done.refused.append(_refused(draft, "organiser", wrong.reason, wrong.values))
            continue
        key = (centre.id if centre else name_key(draft.organiser), draft.code)
        if key in done.seen:  # two names of one centre
            facts = {"code": draft.code, "row": done.seen[key]}
            done.refused.append(_refused(draft, "code", Reason.TWICE, facts))
            continue
        done.seen[key] = draft.row
        if centre is None:
            done.founded.setdefault(name_key(draft.organiser), draft.organiser)
        own.append((text, draft, centre))
    known = await at_keys(session, [(centre.id, draft.code) for _, draft, centre in own if centre])
    marked = await marked_meetings(session, [event.id for event in known.values()])
    for text, draft, centre in own:
        event = known.get((centre.id, draft.code)) if centre else None
        if event is not None and loses(event, draft, marked.get(event.id, ())):
            done.refused.append(_refused(draft, "start", Reason.MEETING_MARKED, {}))
            continue
        row = would_do(event, draft, now=now)
        done.rows.append(
            row
            | {
                "number": len(done.rows),
                "draft": text,
                "centre_id": centre.id if centre else None,
                "standing": Standing.WAITING,
            }
        )


async def at_keys(
    session: AsyncSession, keys: Sequence[tuple[int, str]]
) -> dict[tuple[int, str], Event]:
    """The events of these centres and codes."""
    codes: dict[int, list[str]] = defaultdict(list)
    for centre_id, code in keys:
        codes[centre_id].append(code)
    return {
        (event.centre_id, event.code): event
        for centre_id, some in codes.items()
        for event in await session.scalars(
            select(Event).where(Event.centre_id == centre_id, Event.code.in_(some))
        )
    }


def would_do(event: Event | None, draft: EventDraft, *, now: datetime) -> dict[str, Any]:
    """Outcome, differences, and whether people would hear of it; the event stays as it is."""
    if event is None:
        return {"outcome": Outcome.ADDED, "fields": [], "is_told": False, "event_id": None}
    changed = change(twin(event), draft)
    return {
        "outcome": Outcome.CHANGED if changed.fields else Outcome.UNCHANGED,
        "fields": plain.differences(changed.fields),
        "is_told": is_told(changed, now=now),
        "event_id": event.id,
    }


def _refused(draft: EventDraft, key: str, reason: Reason, values: dict[str, Any]) -> Refused:
    return Refused(draft.row, HEADINGS[key], reason, values, draft.sheet)
