"""Drafts and differences as plain JSON, to be kept and to travel between processes."""

import enum
import functools
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from decimal import Decimal
from typing import Any

from catalogue.editing.rules import FIELDS, Changed, FieldChange, change, loses
from catalogue.editing.sessions import as_drafts
from catalogue.files.columns import KEYS
from catalogue.files.drafts import EventDraft, SessionDraft
from catalogue.programme.refused import Reason, Refused
from catalogue.programme.tables import Event, Mode, Status

_NAMES = tuple(one.name for one in fields(EventDraft))
_MOMENTS = ("registration_closes", "cancel_until", "ends_at")


def text_of(draft: EventDraft) -> str:
    values = {name: getattr(draft, name) for name in _NAMES}
    return json.dumps(values, ensure_ascii=False, default=plain)


def draft_of(text: str) -> EventDraft:
    """What `text_of` wrote."""
    found: dict[str, Any] = json.loads(text)
    price, mode = found["price_eur"], found["mode"]
    return EventDraft(
        **found
        | {
            "stated": frozenset(found["stated"]),
            "price_eur": None if price is None else Decimal(price),
            "mode": mode and Mode(mode),
            "status": Status(found["status"]),
            "sessions": tuple(SessionDraft(**_timed(one)) for one in found["sessions"]),
            **{name: _moment(found[name]) for name in _MOMENTS},
        }
    )


def state_of(event: Event) -> str:
    """All of the event that a file can change, and what goes with that, to be made so again."""
    draft = EventDraft(
        row=0,
        stated=frozenset(KEYS),
        organiser="",
        code=event.code,
        ends_at=event.ends_at,
        sessions=as_drafts(event),
        **{name: getattr(event, name) for name in FIELDS},
    )
    return json.dumps({"draft": text_of(draft), "inner": {"cancel_reason": event.cancel_reason}})


def put_back(event: Event, text: str) -> Changed:
    """Makes the event what it was when `state_of` wrote the text."""
    found = json.loads(text)
    return change(event, draft_of(found["draft"]), found["inner"])


def loses_by(event: Event, text: str, marked: Collection[int]) -> bool:
    """Whether putting it back would take out a meeting of which it is known who was there."""
    return loses(event, draft_of(json.loads(text)["draft"]), marked)


def differences(changes: Sequence[FieldChange]) -> list[list[Any]]:
    """Name, before and after of each."""
    return [[one.field, plain(one.before), plain(one.after)] for one in changes]


def refusals(refused: Sequence[Refused]) -> list[dict[str, Any]]:
    return [asdict(one) | {"values": dict(one.values)} for one in refused]


def refused_of(kept: Sequence[Mapping[str, Any]]) -> list[Refused]:
    """What `refusals` wrote."""
    return [Refused(**dict(one) | {"reason": Reason(one["reason"])}) for one in kept]


@functools.singledispatch
def plain(value: Any) -> Any:
    """As JSON can hold it."""
    return value


@plain.register
def _(value: datetime) -> str:
    return value.isoformat()


@plain.register
def _(value: Decimal) -> str:
    return str(value)


@plain.register
def _(value: enum.Enum) -> Any:
    return value.value


@plain.register(frozenset)
def _(value: frozenset[str]) -> list[str]:
    return sorted(value)


@plain.register(tuple)
def _(value: tuple[Any, ...]) -> list[Any]:
    return [plain(part) for part in value]


@plain.register
def _(value: SessionDraft) -> dict[str, Any]:
    return {name: plain(part) for name, part in value.values().items()}


def _timed(found: Mapping[str, Any]) -> dict[str, Any]:
    return dict(found) | {name: _moment(found[name]) for name in ("starts_at", "ends_at")}


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)
