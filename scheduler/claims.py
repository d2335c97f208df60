"""The sender's own steps in the outbox: take what is next, write down what became of it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from catalogue.people.reach import mark_unreachable
from scheduler.outbox import Outgoing, Priority, SendState
from scheduler.outcomes import MOST_ATTEMPTS, Fate, Outcome

#: Telegram forgets a press after 10 to 20 seconds; of real time, whatever the business clock says.
CALLBACK_LIFE = timedelta(seconds=10)
LOOK_AHEAD = 128

_STATES = {
    Fate.SENT: SendState.SENT,
    Fate.AGAIN: SendState.WAITING,
    Fate.LATER: SendState.WAITING,
    Fate.AWAY: SendState.WAITING,
    Fate.MOVED: SendState.WAITING,
    Fate.UNREACHABLE: SendState.FAILED,
    Fate.FAILED: SendState.FAILED,
    Fate.EXPIRED: SendState.EXPIRED,
    Fate.CANCELLED: SendState.CANCELLED,
    Fate.NO_ENTRY: SendState.WAITING,
}


@dataclass(frozen=True, slots=True)
class Settled:
    """A row that came back from sending."""

    row: Outgoing
    outcome: Outcome

    @property
    def attempts(self) -> int:
        return self.row.attempts + (self.outcome.fate is Fate.AGAIN)

    @property
    def state(self) -> SendState:
        return SendState.FAILED if self.attempts >= MOST_ATTEMPTS else _STATES[self.outcome.fate]


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

    rows: list[Outgoing]
    is_all: bool
    gone: AbstractSet[int]


async def recover(session: AsyncSession) -> set[int]:
    """What a crash left behind waits again. Returns the ids of those that were tried before."""
    await session.execute(
        update(Outgoing).where(Outgoing.state == SendState.SENDING).values(state=SendState.WAITING)
    )
    tried = select(Outgoing.id).where(Outgoing.state == SendState.WAITING, Outgoing.attempts > 0)
    return set((await session.scalars(tried)).all())


async def settle(session: AsyncSession, settled: Sequence[Settled], *, now: datetime) -> None:
    if not settled:
        return
    table = Outgoing.__table__
    await session.execute(
        update(table)  # type: ignore[arg-type]
        .where(table.c.id == bindparam("row"), table.c.state == SendState.SENDING)
        .values({name: bindparam(f"new_{name}") for name in _values(settled[0], now)}),
        [
            {"row": one.row.id} | {f"new_{k}": v for k, v in _values(one, now).items()}
            for one in settled
        ],
    )
    # What was said is between the two who spoke; that it was said is enough for us.
    sent = [one.row.id for one in settled if one.state is SendState.SENT]
    await session.execute(update(Outgoing).where(Outgoing.id.in_(sent)).values(payload=None))
    for one in settled:
        if one.row.chat_id is None:
            continue
        if one.outcome.fate is Fate.UNREACHABLE and one.row.chat_id > 0:
            await mark_unreachable(session, telegram_id=one.row.chat_id, now=now)
        if one.outcome.new_chat_id is not None:
            await _move(session, old=one.row.chat_id, new=one.outcome.new_chat_id)


def _values(settled: Settled, now: datetime) -> dict[str, object]:
    is_sent = settled.state is SendState.SENT
    return {
        "state": settled.state,
        "attempts": settled.attempts,
        "last_error": settled.outcome.reason,
        "sent_at": now if is_sent else None,
        "message_id": settled.outcome.message_id,
    }


async def _move(session: AsyncSession, *, old: int, new: int) -> None:
    """A group that grew has another number from now on."""
    open_states = (SendState.WAITING, SendState.SENDING)
    await session.execute(
        update(Outgoing)
        .where(Outgoing.chat_id == old, Outgoing.state.in_(open_states))
        .values(chat_id=new)
    )


async def claim(session: AsyncSession, room: Room, *, now: datetime, real_now: datetime) -> Claim:
    """Answers to callbacks first, then at most one row of each chat that is free."""
    await _read_in_order(session)
    gone = await _gone(session, room.retries)
    callbacks = await _callbacks(session, room, now=now)
    candidates = await _candidates(session, room, now=now)
    old = [row for row in callbacks if row.put_at < real_now - CALLBACK_LIFE]
    late = [row for row in candidates if row.expires_at is not None and row.expires_at <= now]
    chosen = _choose([row for row in candidates if row not in late], room)
    chosen = [row for row in callbacks if row not in old] + await _aimed(session, chosen)
    await _become(session, old + late, SendState.EXPIRED)
    await _become(session, chosen, SendState.SENDING)
    is_all = len(candidates) < LOOK_AHEAD or not (chosen or late)
    return Claim(chosen, is_all=is_all, gone=gone)


async def _read_in_order(session: AsyncSession) -> None:
    """The index has those who wait in order, but how many they are changes faster than statistics.

    PostgreSQL therefore read and sorted all of an announcement's ten thousand for each handful.
    """
    if session.get_bind().dialect.name == "postgresql":
        settings = ("enable_sort", "enable_bitmapscan")
        await session.execute(select(*(func.set_config(name, "off", true()) for name in settings)))


def _open(room: Room, *, now: datetime) -> Select[Outgoing]:
    return (
        select(Outgoing)
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
        target.state.in_((SendState.WAITING, SendState.SENDING)),
    )


async def _callbacks(session: AsyncSession, room: Room, *, now: datetime) -> list[Outgoing]:
    if not room.callbacks:
        return []
    query = _open(room, now=now).where(Outgoing.chat_id.is_(None)).limit(room.callbacks)
    return list((await session.execute(query)).scalars())


async def _candidates(session: AsyncSession, room: Room, *, now: datetime) -> list[Outgoing]:
    if not room.chats:
        return []
    query = _open(room, now=now).where(Outgoing.chat_id.is_not(None)).limit(LOOK_AHEAD)
    if room.busy_chats:
        query = query.where(Outgoing.chat_id.not_in(room.busy_chats))
    if not room.bulk:
        query = query.where(Outgoing.priority == Priority.ANSWER)
    return list((await session.execute(query)).scalars())


def _choose(candidates: Sequence[Outgoing], room: Room) -> list[Outgoing]:
    chosen: dict[int | None, Outgoing] = {}
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


async def _aimed(session: AsyncSession, chosen: Sequence[Outgoing]) -> list[Outgoing]:
    """Edits of a message that had no number when they were written learn it now."""
    keys = [row.edits for row in chosen if row.edits is not None]
    if not keys:
        return list(chosen)
    found = select(Outgoing.key, Outgoing.message_id).where(Outgoing.key.in_(keys))
    numbers = dict((await session.execute(found)).all())
    for row in chosen:
        if row.edits is not None and (number := numbers.get(row.edits)) is not None:
            row.edited_message_id = number
        elif row.edits is not None:
            row.state = SendState.CANCELLED
            row.last_error = "the message to edit was never sent"
    return [row for row in chosen if row.state is SendState.WAITING]


async def _become(session: AsyncSession, rows: Sequence[Outgoing], state: SendState) -> None:
    if rows:
        ids = [row.id for row in rows]
        await session.execute(update(Outgoing).where(Outgoing.id.in_(ids)).values(state=state))


async def _gone(session: AsyncSession, retries: AbstractSet[int]) -> AbstractSet[int]:
    if not retries:
        return frozenset()
    there = select(Outgoing.id).where(Outgoing.id.in_(retries), Outgoing.state == SendState.WAITING)
    return retries - set((await session.scalars(there)).all())
