"""What is to be said, kept in the same transaction as what was decided."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    Table,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId, insert_into
from scheduler.clock import real_now

KEPT_FOR = timedelta(days=30)
#: Of PostgreSQL's NOTIFY; it carries no word, only that there is something new.
CHANNEL = "kvieslys_outgoing"


class Priority(enum.IntEnum):
    """Who goes first; a smaller number overtakes, across chats too."""

    ANSWER = 0
    URGENT = 1
    REMINDER = 2
    ANNOUNCEMENT = 3


class SendState(enum.StrEnum):
    """`waiting` with attempts waits for another one; `sending` is in the sender's hands.

    `held` waits for somebody's word, with its whole batch.
    """

    WAITING = "waiting"
    HELD = "held"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


FINISHED = (SendState.SENT, SendState.FAILED, SendState.EXPIRED, SendState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is composed only at the moment it is sent: `kind` says how, `key` says of what."""

    kind: str
    key: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Exactly one of `payload`, `recipe` and `body`; ValueError otherwise.

    `chat_id` None is an answer to a callback or an inline query, and goes first. The payload is
    JSON-able and need not repeat `chat_id`; without one of its own it gets the row's. `edits`
    names, by its key, a message whose id is not known yet, and the payload gets that id.
    `not_before` and `expires_at` are business time. A message put twice under one `key` is kept
    once. `body` is the number of a payload that many say alike, `batch` what `scheduler.batches`
    holds, counts and stops together.
    """

    chat_id: int | None
    method: str = "sendMessage"
    payload: dict[str, Any] | None = None
    recipe: Recipe | None = None
    body: int | None = None
    batch: str | None = None
    priority: Priority = Priority.ANSWER
    not_before: datetime | None = None
    expires_at: datetime | None = None
    key: str | None = None
    edits: str | None = None

    def __post_init__(self) -> None:
        if [self.payload, self.recipe, self.body].count(None) != 2:
            raise ValueError("A message is either a finished payload, or a recipe, or a body")


class OutgoingBody(Base):
    """A finished payload that many rows say alike, kept once."""

    __tablename__ = "outgoing_bodies"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    payload: Mapped[dict[str, Any]]


class Outgoing(Base):
    """One row for each thing to say; `put_at` is real time, all else is business time."""

    __tablename__ = "outgoing"
    __table_args__ = (
        Index("ix_outgoing_line", "state", "priority", "id"),
        Index("ix_outgoing_edited", "chat_id", "edited_message_id"),
        Index("ix_outgoing_batch", "batch", "state", "id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    key: Mapped[str | None] = mapped_column(unique=True)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    method: Mapped[str]
    payload: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    recipe_kind: Mapped[str | None]
    recipe_key: Mapped[str | None]
    recipe_language: Mapped[str | None]
    batch: Mapped[str | None]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("outgoing_bodies.id"))
    edits: Mapped[str | None]
    edited_message_id: Mapped[int | None] = mapped_column(BigInteger)
    priority: Mapped[int]
    state: Mapped[SendState]
    not_before: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    put_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(default="")
    sent_at: Mapped[datetime | None]
    message_id: Mapped[int | None] = mapped_column(BigInteger)


#: Past the objects: through the class, rows of unlike columns would go one by one.
TABLE = cast("Table", Outgoing.__table__)


async def put(session: AsyncSession, messages: Sequence[Message], *, now: datetime) -> int:
    """How many were new; those whose key is known already are left as they are."""
    if not messages:
        return 0
    statement = (
        insert_into(session, TABLE)
        .on_conflict_do_nothing(index_elements=[TABLE.c.key])
        .returning(TABLE.c.id, TABLE.c.chat_id, TABLE.c.method, TABLE.c.edits,
                   TABLE.c.edited_message_id)
    )  # fmt: skip
    put_at = real_now()
    rows = [_row(message, now=now, put_at=put_at) for message in messages]
    kept = (await session.execute(statement, rows)).all()
    for row in sorted(kept, key=lambda row: row.id):
        if row.edited_message_id is not None or row.edits is not None:
            await _replace_older(session, row)
    if kept:
        await wake_sender(session)
    return len(kept)


async def wake_sender(session: AsyncSession) -> None:
    """With the commit, in whichever process the sender is; on SQLite there is only this one."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(select(func.pg_notify(CHANNEL, "")))


def _row(message: Message, *, now: datetime, put_at: datetime) -> dict[str, Any]:
    recipe = message.recipe
    return {
        "key": message.key,
        "chat_id": message.chat_id,
        "method": message.method,
        "payload": message.payload,
        "recipe_kind": recipe and recipe.kind,
        "recipe_key": recipe and recipe.key,
        "recipe_language": recipe and recipe.language,
        "batch": message.batch,
        "body_id": message.body,
        "edits": message.edits,
        "edited_message_id": _edited(message.method, message.payload),
        "priority": int(Priority.ANSWER if message.chat_id is None else message.priority),
        "state": SendState.WAITING,
        "not_before": message.not_before,
        "expires_at": message.expires_at,
        "created_at": now,
        "put_at": put_at,
        "attempts": 0,
        "last_error": "",
    }


def _edited(method: str, payload: dict[str, Any] | None) -> int | None:
    if payload is None or not method.startswith("editMessage"):
        return None
    return payload.get("message_id")


async def _replace_older(session: AsyncSession, newest: Any) -> None:
    """Of one message only the newest look is worth sending.

    New buttons alone do not replace a waiting text; a new text brings its buttons along.
    """
    if newest.edits is None:
        same = Outgoing.edited_message_id == newest.edited_message_id
    else:
        same = Outgoing.edits == newest.edits
    await session.execute(
        update(Outgoing)
        .where(
            Outgoing.chat_id == newest.chat_id,
            same,
            Outgoing.id < newest.id,
            Outgoing.state == SendState.WAITING,
            Outgoing.method.in_({newest.method, "editMessageReplyMarkup"}),
        )
        .values(state=SendState.CANCELLED, last_error="replaced by a newer edit")
    )


async def forget(session: AsyncSession, *, chat_id: int) -> None:
    """Deletes what was said and what waits to be said in a chat, and to others of who is there; not
    what is in flight just now.
    """
    own = or_(Outgoing.chat_id == chat_id, Outgoing.batch == about(chat_id))
    await session.execute(delete(Outgoing).where(own, Outgoing.state != SendState.SENDING))


def about(chat_id: int) -> str:
    """The batch of what tells others of the person in this chat."""
    return f"about:{chat_id}"


async def unsay(session: AsyncSession, *, chat_id: int, message_id: int) -> None:
    """Deletes every edit of this message; not what is in flight just now, which `prune` takes."""
    await session.execute(
        delete(Outgoing).where(
            Outgoing.chat_id == chat_id,
            Outgoing.edited_message_id == message_id,
            Outgoing.state != SendState.SENDING,
        )
    )


async def prune(session: AsyncSession, *, now: datetime) -> int:
    """Forgets what was sent and has neither key nor batch to be known by, answered callbacks, and
    all else that was finished 30 days ago, with the bodies that nobody says any more; how many
    rows.
    """
    sent = and_(Outgoing.state == SendState.SENT, Outgoing.key.is_(None), Outgoing.batch.is_(None))
    answered = or_(Outgoing.chat_id.is_(None), sent)
    old = func.coalesce(Outgoing.sent_at, Outgoing.created_at) < now - KEPT_FOR
    result = await session.execute(
        delete(Outgoing)
        .where(and_(Outgoing.state.in_(FINISHED), or_(answered, old)))
        .returning(Outgoing.body_id)
    )
    bodies = result.scalars().all()
    # A body is kept before the first row says it: only those that had rows are looked at.
    await session.execute(
        delete(OutgoingBody).where(
            OutgoingBody.id.in_(set(bodies) - {None}),
            ~exists().where(Outgoing.body_id == OutgoingBody.id),
        )
    )
    return len(bodies)
