"""What goes out to many: said alike, held back and released, counted and stopped together."""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from scheduler.outbox import Outgoing, OutgoingBody, SendState, wake_sender


async def keep_body(session: AsyncSession, payload: dict[str, Any]) -> int:
    """The number to put into `Message.body`."""
    body = OutgoingBody(payload=payload)
    session.add(body)
    await session.flush()
    return body.id


async def change_body(session: AsyncSession, body_id: int, payload: dict[str, Any]) -> None:
    """What has not been sent yet goes out as it is now."""
    changed = update(OutgoingBody).where(OutgoingBody.id == body_id).values(payload=payload)
    await session.execute(changed)


async def hold(session: AsyncSession, batch: str) -> None:
    """Nothing more of it goes out until `release`; what is on the wire may still arrive."""
    await _become(session, batch, (SendState.WAITING, SendState.SENDING), SendState.HELD)


async def release(session: AsyncSession, batch: str) -> None:
    await _become(session, batch, (SendState.HELD,), SendState.WAITING)
    await wake_sender(session)


async def cancel_batch(session: AsyncSession, batch: str) -> int:
    """How many now never go out; what is on the wire may still arrive, and is not among them."""
    waiting = (SendState.WAITING, SendState.HELD)
    count = await _become(session, batch, waiting, SendState.CANCELLED)
    await _become(session, batch, (SendState.SENDING,), SendState.CANCELLED)
    return count


async def _become(
    session: AsyncSession, batch: str, states: Sequence[SendState], state: SendState
) -> int:
    changing = (
        update(Outgoing)
        .where(Outgoing.batch == batch, Outgoing.state.in_(states))
        .values(state=state)
        .execution_options(synchronize_session=False)
    )
    changed = cast("CursorResult[Any]", await session.execute(changing))
    return changed.rowcount


async def counts(session: AsyncSession, batch: str) -> dict[SendState, int]:
    """How many stand where; a state in which nobody is has no entry."""
    query = (
        select(Outgoing.state, func.count()).where(Outgoing.batch == batch).group_by(Outgoing.state)
    )
    return dict((await session.execute(query)).all())


async def unreached(session: AsyncSession, batch: str) -> list[tuple[int, str]]:
    """Whom it did not reach, by chat, and why in Telegram's words."""
    states = (SendState.FAILED, SendState.EXPIRED)
    query = (
        select(Outgoing.chat_id, Outgoing.last_error)
        .where(Outgoing.batch == batch, Outgoing.state.in_(states))
        .order_by(Outgoing.id)
    )
    return [(chat_id or 0, reason) for chat_id, reason in await session.execute(query)]
