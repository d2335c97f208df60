"""The sender's last step in the outbox: it writes down what became of what it took."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.reach import mark_unreachable
from catalogue.people.tables import Person
from scheduler.claims import Taken
from scheduler.outbox import FINISHED, TABLE, Outgoing, Priority, SendState
from scheduler.outcomes import MOST_ATTEMPTS, Fate, Outcome

_ENDED = frozenset(FINISHED) - {SendState.SENT}

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

    row: Taken
    outcome: Outcome

    @property
    def attempts(self) -> int:
        return self.row.attempts + (self.outcome.fate is Fate.AGAIN)

    @property
    def state(self) -> SendState:
        return SendState.FAILED if self.attempts >= MOST_ATTEMPTS else _STATES[self.outcome.fate]


async def recover(session: AsyncSession) -> set[int]:
    """What a crash left behind waits again. Returns the ids of those that were tried before."""
    await session.execute(
        update(Outgoing).where(Outgoing.state == SendState.SENDING).values(state=SendState.WAITING)
    )
    tried = select(Outgoing.id).where(Outgoing.state == SendState.WAITING, Outgoing.attempts > 0)
    return set((await session.scalars(tried)).all())


async def settle(session: AsyncSession, settled: Sequence[Settled], *, now: datetime) -> None:
    """What has become of a row is a fact and stands; that it waits again gives way to those who
    held it back or took it back meanwhile.
    """
    sent = [one for one in settled if one.state is SendState.SENT]
    back = [one for one in settled if one.state is SendState.WAITING]
    ended = [one for one in settled if one.state in _ENDED]
    # What was said is between the two who spoke; that it was said is enough for us.
    await _write_down(session, sent, sent_at=now, payload=None)
    await _write_down(session, ended)
    await _write_down(session, back, only=(TABLE.c.state == SendState.SENDING,))
    for one in ended + back:
        if one.row.chat_id is None:
            continue
        blocked = one.outcome.fate is Fate.UNREACHABLE and one.row.chat_id > 0
        if blocked and not await _is_answered_since(session, one.row):
            await mark_unreachable(session, telegram_id=one.row.chat_id, now=now)
        if one.outcome.new_chat_id is not None:
            await _move(session, old=one.row.chat_id, new=one.outcome.new_chat_id)


async def _is_answered_since(session: AsyncSession, row: Taken) -> bool:
    """Who blocked us may be back before we know that the row failed; then their answer will tell.
    Their turn holds their row, so none is half done here.
    """
    await session.execute(
        select(Person.id).where(Person.telegram_id == row.chat_id).with_for_update(key_share=True)
    )
    answer = exists().where(
        TABLE.c.chat_id == row.chat_id,
        TABLE.c.id > row.id,
        TABLE.c.priority == Priority.ANSWER,
    )
    return bool(await session.scalar(select(answer)))


async def _write_down(
    session: AsyncSession,
    settled: Sequence[Settled],
    *,
    only: Sequence[ColumnElement[bool]] = (),
    **alike: object,
) -> None:
    if not settled:
        return
    each = [
        {
            "row": one.row.id,
            "new_state": one.state,
            "new_attempts": one.attempts,
            "new_last_error": one.outcome.reason,
            "new_message_id": one.outcome.message_id,
        }
        for one in settled
    ]
    new: dict[str, object] = {
        name.removeprefix("new_"): bindparam(name) for name in each[0] if name != "row"
    }
    await session.execute(
        update(TABLE).where(TABLE.c.id == bindparam("row"), *only).values(new | alike), each
    )


async def _move(session: AsyncSession, *, old: int, new: int) -> None:
    """A group that grew has another number from now on."""
    open_states = (SendState.WAITING, SendState.HELD, SendState.SENDING)
    await session.execute(
        update(TABLE)
        .where(TABLE.c.chat_id == old, TABLE.c.state.in_(open_states))
        .values(chat_id=new)
    )
