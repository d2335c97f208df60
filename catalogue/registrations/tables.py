"""Who takes part in what."""

import enum
from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from catalogue.database import Base, RowId
from catalogue.people.tables import Person
from catalogue.programme.tables import Event


class State(enum.StrEnum):
    """The states a registration can be in; `confirmed`, `pending` and `offered` hold a seat.

    To the person one who has been offered a seat is still first in the queue.
    """

    CONFIRMED = "confirmed"
    PENDING = "pending"
    OFFERED = "offered"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class Registration(Base):
    """One row for a person at an event for ever; joining again takes a new, later `ticket`.

    Tickets are drawn from the event in order of arrival, so the waiting list is their order.
    `at_once` takes a freed seat without being asked. `offer_until` is known once the offer has
    been delivered. `remind_at` is when to look next whether a reminder is due; None is never.
    `phoned_at` is when staff said last that they have told the person by telephone. Who `walked_in`
    came without a registration and was given a seat at the door.
    """

    __tablename__ = "registrations"
    __table_args__ = (
        UniqueConstraint("event_id", "person_id"),
        Index("ix_registrations_queue", "event_id", "state", "ticket"),
        Index("ix_registrations_look", "remind_at", "event_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[State]
    ticket: Mapped[int]
    access_need: Mapped[str] = mapped_column(default="")
    joined_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    at_once: Mapped[bool] = mapped_column(default=False)
    offer_until: Mapped[datetime | None]
    remind_at: Mapped[datetime | None]
    phoned_at: Mapped[datetime | None]
    walked_in: Mapped[bool] = mapped_column(default=False, server_default="0")

    event: Mapped[Event] = relationship(lazy="raise")
    person: Mapped[Person] = relationship(lazy="raise")


class NoticeKind(enum.StrEnum):
    """What has become of a registration without the person's doing."""

    MOVED_UP = "moved_up"
    OFFERED = "offered"
    OFFER_OVER = "offer_over"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    APPROVED = "approved"
    REJECTED = "rejected"
    SEAT_GIVEN = "seat_given"
    TAKEN_OFF = "taken_off"
    PASSED_ON = "passed_on"
    LINK_OVER = "link_over"
    LEAVE_GRANTED = "leave_granted"
    LEAVE_REFUSED = "leave_refused"


class Notice(Base):
    """Something a person must be told of their registration, kept with what was decided.

    The clock puts it into the outbox, under the key `notice:{id}`, and notes it in `planned_at`.
    `is_fine` is the person's answer to a change; None until they answer.
    """

    __tablename__ = "notices"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registrations.id"), index=True)
    kind: Mapped[NoticeKind]
    change_id: Mapped[int | None] = mapped_column(ForeignKey("changes.id"), index=True)
    made_at: Mapped[datetime]
    planned_at: Mapped[datetime | None] = mapped_column(index=True)
    is_fine: Mapped[bool | None]
    answered_at: Mapped[datetime | None]


class Payer(enum.StrEnum):
    """Who pays for a person at an event."""

    SCHOOL = "school"
    SELF = "self"
    OTHER = "other"


class Payment(Base):
    """Who pays, as the person said it, and whether staff have seen the money.

    `payer` None until it is said. `school` is the name of the school, or of whoever else pays;
    `contact` is where the invoice goes. `ticked_by` is who has said last that it is paid, or not.
    """

    __tablename__ = "payments"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registrations.id"), unique=True)
    payer: Mapped[Payer | None]
    school: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    said_at: Mapped[datetime | None]
    paid_at: Mapped[datetime | None]
    ticked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Ending(enum.StrEnum):
    """What has become of a link by which a seat was to be passed on."""

    TAKEN = "taken"
    WITHDRAWN = "withdrawn"
    QUEUE = "queue"


class SeatPass(Base):
    """A one-time link by which one who is registered passes the seat on to a colleague.

    Only the hash of its secret is kept. `ticket` is the giver's of that day: a link does not
    outlive the registration it was made for. `taken_by` is the registration of the colleague.
    """

    __tablename__ = "seat_passes"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registrations.id"), index=True)
    ticket: Mapped[int]
    secret_hash: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ending: Mapped[Ending | None]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("registrations.id"), index=True)


class LeaveRequest(Base):
    """One who may no longer leave by themselves asks the organiser to be let go.

    Asked once for each `ticket`. `granted` is None until one of staff has decided.
    """

    __tablename__ = "leave_requests"
    __table_args__ = (UniqueConstraint("registration_id", "ticket"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registrations.id"))
    ticket: Mapped[int]
    reason: Mapped[str] = mapped_column(default="")
    asked_at: Mapped[datetime]
    granted: Mapped[bool | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
