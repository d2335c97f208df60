"""Who takes part in what."""

import enum
from datetime import datetime

from sqlalchemy import Enum, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from catalogue.database import Base, RowId
from catalogue.people.tables import Person
from catalogue.programme.tables import Event


class State(enum.StrEnum):
    """The four states a person can be in; both `confirmed` and `pending` hold a seat."""

    CONFIRMED = "confirmed"
    PENDING = "pending"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class Registration(Base):
    """One row for a person at an event for ever; joining again takes a new, later `ticket`.

    Tickets are drawn from the event in order of arrival, so the waiting list is their order.
    """

    __tablename__ = "registrations"
    __table_args__ = (
        UniqueConstraint("event_id", "person_id"),
        Index("ix_registrations_queue", "event_id", "state", "ticket"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[State] = mapped_column(
        Enum(State, native_enum=False, length=16, values_callable=lambda e: [m.value for m in e])
    )
    ticket: Mapped[int]
    access_need: Mapped[str] = mapped_column(default="")
    joined_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    event: Mapped[Event] = relationship(lazy="raise")
    person: Mapped[Person] = relationship(lazy="raise")
