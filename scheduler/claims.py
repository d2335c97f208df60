"""The sender's first step in the outbox: it takes what is next.

The statements are made once and read columns, not objects: put together anew for each round they
cost more than the messages themselves.
"""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    bindparam,
    exists,
    false,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from scheduler.outbox import TABLE, OutgoingBody, Priority, Recipe, SendState

#: Telegram forgets a press after 10 to 20 seconds; of real time, whatever the business clock says.
CALLBACK_LIFE = timedelta(seconds=10)
#: Rows of one claim: to set so many sends going takes the event loop some 20 ms.
AT_ONCE = 100
#: So many times as many are looked at as may be taken: several may be of one chat.
LOOK_AHEAD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A row in the sender's hands, as much of it as sending needs; a body stands in `payload`."""

    id: int
    chat_id: int | None = None
    method: str = "sendMessage"
    payload: dict[str, Any] | None = None
    recipe: Recipe | None = None
    priority: int = Priority.ANSWER
    attempts: int = 0
    edits: str | None = None
    edited_message_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many more may be in flight, and what must not be taken now.

    `bulk` is the part of `chats` that others than answers may fill; `retries` are the rows whose
    delay is over: any other row which was tried before stays where it is.
    """

    callbacks: int
    chats: int
    bulk: int
    busy_chats: AbstractSet[int] = field(default_factory=frozenset)
    retries: AbstractSet[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Claim:
    """`is_all` when nothing else could be taken now; `gone` are retries that no longer wait."""

    rows: list[Taken]
    is_all: bool
    gone: AbstractSet[int]


async def claim(session: AsyncSession, room: Room, *, now: datetime, real_now: datetime) -> Claim:
    """Answers to callbacks first, then at most one row of each chat that is free."""
    await _read_in_order(session)
    gone = await _gone(session, room.retries)
    callbacks = await _callbacks(session, room, now=now, forgotten=real_now - CALLBACK_LIFE)
    candidates = await _candidates(session, room, now=now)
    late = [row.id for row in callbacks + candidates if row.is_late]
    await _become(session, late, SendState.EXPIRED)
    chosen = _choose([row for row in candidates if not row.is_late], room)
    wanted = [row for row in callbacks if not row.is_late] + chosen
    ids = await _aimed(session, wanted)
    has_dropped = bool(late) or len(ids) < len(wanted)
    is_all = not has_dropped and _is_all(candidates, chosen, room)
    return Claim(await _take(session, ids), is_all=is_all, gone=gone)


def _look_ahead(room: Room) -> int:
    return LOOK_AHEAD * min(room.chats, AT_ONCE)


def _is_all(candidates: Sequence[Row[Any]], chosen: Sequence[Row[Any]], room: Room) -> bool:
    """Those who go first come first: what was not looked at goes no sooner than the last of it."""
    if len(chosen) == AT_ONCE:
        return False
    if len(candidates) < _look_ahead(room) or len(chosen) == room.chats:
        return True
    bulk = [row for row in chosen if row.priority != Priority.ANSWER]
    return len(bulk) == room.bulk and bool(candidates[-1].priority != Priority.ANSWER)


async def _read_in_order(session: AsyncSession) -> None:
    """The index has those who wait in order, but how many they are changes faster than statistics.

    PostgreSQL therefore read and sorted all of an announcement's ten thousand for each handful.
    """
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(_IN_ORDER)


_IN_ORDER = select(
    *(func.set_config(name, "off", true()) for name in ("enable_sort", "enable_bitmapscan"))
)


def _target_is_open() -> ColumnElement[bool]:
    target = TABLE.alias()
    return exists().where(
        target.c.key == TABLE.c.edits,
        target.c.state.in_((SendState.WAITING, SendState.HELD, SendState.SENDING)),
    )


def _open(is_late: ColumnElement[bool]) -> Select[Any]:
    c = TABLE.c
    return (
        select(c.id, c.chat_id, c.priority, c.edits, is_late.label("is_late"))
        .where(
            c.state == SendState.WAITING,
            or_(c.attempts == 0, c.id.in_(bindparam("retries", expanding=True))),
            or_(c.not_before.is_(None), c.not_before <= bindparam("now")),
            or_(c.edits.is_(None), ~_target_is_open()),
        )
        .order_by(c.priority, c.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
    )


#: All of them are answers: else an announcement of ten thousand would be read through for them.
_CALLBACKS = _open(TABLE.c.put_at < bindparam("forgotten")).where(
    TABLE.c.chat_id.is_(None), TABLE.c.priority == Priority.ANSWER
)
_CANDIDATES = _open(func.coalesce(TABLE.c.expires_at <= bindparam("now"), false())).where(
    TABLE.c.chat_id.is_not(None),
    TABLE.c.chat_id.not_in(bindparam("busy", expanding=True)),
    TABLE.c.priority <= bindparam("lowest"),
)


async def _callbacks(
    session: AsyncSession, room: Room, *, now: datetime, forgotten: datetime
) -> list[Row[Any]]:
    if not room.callbacks:
        return []
    given = {"now": now, "forgotten": forgotten, "most": room.callbacks}
    found = await session.execute(_CALLBACKS, given | {"retries": _padded(room.retries)})
    return list(found)


async def _candidates(session: AsyncSession, room: Room, *, now: datetime) -> list[Row[Any]]:
    if not room.chats:
        return []
    given = {
        "now": now,
        "most": _look_ahead(room),
        "lowest": max(Priority) if room.bulk else Priority.ANSWER,
        "busy": _padded(room.busy_chats),
        "retries": _padded(room.retries),
    }
    return list(await session.execute(_CANDIDATES, given))


def _padded(ids: Collection[int]) -> list[int]:
    """Of a length that comes again: each other length is another statement to be planned."""
    some = list(ids)
    wanted = 1 << max(0, len(some) - 1).bit_length()
    return some + some[-1:] * (wanted - len(some))


def _choose(candidates: Sequence[Row[Any]], room: Room) -> list[Row[Any]]:
    chosen: dict[int, Row[Any]] = {}
    bulk = room.bulk
    for row in candidates:
        if len(chosen) == min(room.chats, AT_ONCE):
            break
        is_bulk = row.priority != Priority.ANSWER
        if row.chat_id in chosen or (is_bulk and not bulk):
            continue
        chosen[row.chat_id] = row
        bulk -= is_bulk
    return list(chosen.values())


async def _aimed(session: AsyncSession, chosen: Sequence[Row[Any]]) -> list[int]:
    """Edits of a message that had no number when they were written learn it now."""
    edits = {row.id: row.edits for row in chosen if row.edits is not None}
    if not edits:
        return [row.id for row in chosen]
    found = select(TABLE.c.key, TABLE.c.message_id).where(
        TABLE.c.key.in_(edits.values()), TABLE.c.message_id.is_not(None)
    )
    numbers = dict((await session.execute(found)).all())
    lost = [row for row, key in edits.items() if key not in numbers]
    await _become(
        session, lost, SendState.CANCELLED, last_error="the message to edit was never sent"
    )
    for row, key in edits.items():
        if key in numbers:
            await _become(session, [row], SendState.WAITING, edited_message_id=numbers[key])
    return [row.id for row in chosen if row.id not in lost]


async def _become(
    session: AsyncSession, ids: Collection[int], state: SendState, **more: object
) -> None:
    if ids:
        changed = update(TABLE).where(TABLE.c.id.in_(ids)).values(state=state, **more)
        await session.execute(changed)


_TAKE = (
    update(TABLE)
    .where(TABLE.c.id.in_(bindparam("ids", expanding=True)))
    .values(state=SendState.SENDING)
    .returning(
        *(
            TABLE.c[name]
            for name in (
                "id", "chat_id", "method", "payload", "recipe_kind", "recipe_key",
                "recipe_language", "body_id", "priority", "attempts", "edits", "edited_message_id",
            )
        )
    )
)  # fmt: skip


async def _take(session: AsyncSession, ids: Sequence[int]) -> list[Taken]:
    """In the order of `ids`."""
    if not ids:
        return []
    rows = {row.id: row for row in await session.execute(_TAKE, {"ids": _padded(ids)})}
    bodies = await _bodies(session, {row.body_id for row in rows.values()} - {None})
    return [_taken(rows[number], bodies) for number in ids if number in rows]


async def _bodies(session: AsyncSession, ids: AbstractSet[int]) -> dict[int, dict[str, Any]]:
    """The payloads that many say alike; each is read once for all who say it."""
    if not ids:
        return {}
    found = select(OutgoingBody.id, OutgoingBody.payload).where(OutgoingBody.id.in_(ids))
    return dict((await session.execute(found)).all())


def _taken(row: Row[Any], bodies: Mapping[int, dict[str, Any]]) -> Taken:
    recipe = row.recipe_kind and Recipe(row.recipe_kind, row.recipe_key, row.recipe_language)
    return Taken(
        id=row.id,
        chat_id=row.chat_id,
        method=row.method,
        payload=bodies.get(row.body_id, row.payload),
        recipe=recipe or None,
        priority=row.priority,
        attempts=row.attempts,
        edits=row.edits,
        edited_message_id=row.edited_message_id,
    )


async def _gone(session: AsyncSession, retries: AbstractSet[int]) -> AbstractSet[int]:
    if not retries:
        return frozenset()
    there = select(TABLE.c.id).where(TABLE.c.id.in_(retries), TABLE.c.state == SendState.WAITING)
    return retries - set((await session.scalars(there)).all())
