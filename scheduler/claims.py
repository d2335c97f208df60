"""The sender's first step in the outbox: it takes what is next.

Columns instead of objects: of ten thousand rows in line a step reads a hundred, and wants of each
little more than its number.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Table,
    exists,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from scheduler.outbox import Outgoing, OutgoingBody, Priority, Recipe, SendState

#: Telegram forgets a press after 10 to 20 seconds; of real time, whatever the business clock says.
CALLBACK_LIFE = timedelta(seconds=10)
LOOK_AHEAD = 512

_TABLE: Table = Outgoing.__table__  # type: ignore[assignment]


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
    callbacks = await _callbacks(session, room, now=now)
    candidates = await _candidates(session, room, now=now)
    late = {row.id for row in callbacks if row.put_at < real_now - CALLBACK_LIFE}
    late |= {row.id for row in candidates if row.expires_at is not None and row.expires_at <= now}
    await _become(session, late, SendState.EXPIRED)
    chosen = [row for row in callbacks if row.id not in late]
    chosen += _choose([row for row in candidates if row.id not in late], room)
    rows = await _take(session, await _aimed(session, chosen))
    is_all = len(candidates) < LOOK_AHEAD or not (chosen or late)
    return Claim(rows, is_all=is_all, gone=gone)


async def _read_in_order(session: AsyncSession) -> None:
    """The index has those who wait in order, but how many they are changes faster than statistics.

    PostgreSQL therefore read and sorted all of an announcement's ten thousand for each handful.
    """
    if session.get_bind().dialect.name == "postgresql":
        settings = ("enable_sort", "enable_bitmapscan")
        await session.execute(select(*(func.set_config(name, "off", true()) for name in settings)))


def _open(room: Room, *, now: datetime) -> Any:
    return (
        select(
            Outgoing.id,
            Outgoing.chat_id,
            Outgoing.priority,
            Outgoing.put_at,
            Outgoing.expires_at,
            Outgoing.edits,
        )
        .where(
            Outgoing.state == SendState.WAITING,
            or_(Outgoing.attempts == 0, Outgoing.id.in_(room.retries)),
            or_(Outgoing.not_before.is_(None), Outgoing.not_before <= now),
            or_(Outgoing.edits.is_(None), ~_target_is_open()),
        )
        .order_by(Outgoing.priority, Outgoing.id)
        .with_for_update(skip_locked=True)
    )


def _target_is_open() -> ColumnElement[bool]:
    target = aliased(Outgoing)
    return exists().where(
        target.key == Outgoing.edits,
        target.state.in_((SendState.WAITING, SendState.HELD, SendState.SENDING)),
    )


async def _callbacks(session: AsyncSession, room: Room, *, now: datetime) -> Sequence[Row[Any]]:
    if not room.callbacks:
        return []
    query = _open(room, now=now).where(Outgoing.chat_id.is_(None)).limit(room.callbacks)
    return (await session.execute(query)).all()


async def _candidates(session: AsyncSession, room: Room, *, now: datetime) -> Sequence[Row[Any]]:
    if not room.chats:
        return []
    query = _open(room, now=now).where(Outgoing.chat_id.is_not(None)).limit(LOOK_AHEAD)
    if room.busy_chats:
        query = query.where(Outgoing.chat_id.not_in(room.busy_chats))
    if not room.bulk:
        query = query.where(Outgoing.priority == Priority.ANSWER)
    return (await session.execute(query)).all()


def _choose(candidates: Sequence[Row[Any]], room: Room) -> list[Row[Any]]:
    chosen: dict[int, Row[Any]] = {}
    bulk = room.bulk
    for row in candidates:
        if len(chosen) == room.chats:
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
    found = select(Outgoing.key, Outgoing.message_id).where(
        Outgoing.key.in_(edits.values()), Outgoing.message_id.is_not(None)
    )
    numbers = dict((await session.execute(found)).all())
    lost = {row for row, key in edits.items() if key not in numbers}
    await _become(
        session, lost, SendState.CANCELLED, last_error="the message to edit was never sent"
    )
    for row, key in edits.items():
        if key in numbers:
            await _become(session, {row}, SendState.WAITING, edited_message_id=numbers[key])
    return [row.id for row in chosen if row.id not in lost]


async def _become(
    session: AsyncSession, ids: Iterable[int], state: SendState, **more: object
) -> None:
    if ids:
        changed = update(_TABLE).where(_TABLE.c.id.in_(ids)).values(state=state, **more)
        await session.execute(changed)


async def _take(session: AsyncSession, ids: Sequence[int]) -> list[Taken]:
    """In the order of `ids`."""
    if not ids:
        return []
    c = _TABLE.c
    found = await session.execute(
        update(_TABLE)
        .where(c.id.in_(ids))
        .values(state=SendState.SENDING)
        .returning(
            c.id, c.chat_id, c.method, c.payload, c.recipe_kind, c.recipe_key, c.recipe_language,
            c.body_id, c.priority, c.attempts, c.edits, c.edited_message_id,
        )
    )  # fmt: skip
    rows = {row.id: row for row in found}
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
    there = select(Outgoing.id).where(Outgoing.id.in_(retries), Outgoing.state == SendState.WAITING)
    return retries - set((await session.scalars(there)).all())
