"""A question that was passed on, and whom it went to."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Enquiry(Base):
    """One question of one person; it is open until `closed_at`.

    Of an event it is of the event's centre too; without a centre it is of none in particular.
    `follows` is the question that it goes on from, `addressed_to` who had written to the person,
    where it replies to that. `closed_by` answered or closed it, and is None
    where the person took it back. `words` and `answer` are emptied a year later, or when the person
    is forgotten. `passed_on_at` and `told_at` are when the clock passed it on, and told what
    became of it.
    """

    __tablename__ = "enquiries"
    __table_args__ = (Index("ix_enquiries_open", "closed_at", "asked_at"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    event_id: Mapped[int | None] = mapped_column(
        ForeignKey("events.id", ondelete="SET NULL"), index=True
    )
    follows: Mapped[int | None] = mapped_column(ForeignKey("enquiries.id"))
    addressed_to: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str]
    language: Mapped[str]
    is_nameless: Mapped[bool] = mapped_column(default=False)
    asked_at: Mapped[datetime]
    passed_on_at: Mapped[datetime | None] = mapped_column(index=True)
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    told_at: Mapped[datetime | None] = mapped_column(index=True)

    @property
    def is_withdrawn(self) -> bool:
        """Taken back by the person."""
        return self.closed_at is not None and self.closed_by is None


class EnquiryRecipient(Base):
    """A member of staff whom it was passed on to; with `declined_at` they left it to others."""

    __tablename__ = "enquiry_recipients"

    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiries.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    declined_at: Mapped[datetime | None]
