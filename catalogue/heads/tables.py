"""Heads of schools, whose teachers are theirs, and which teachers let themselves be named."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Head(Base):
    """Somebody who says that they are the head or a deputy of the school of their profile.

    No number is given twice: a button that staff were shown of one head never means the next.

    `school` and `city` are as they wrote them when they said so, and what staff have confirmed:
    when the profile says otherwise, nothing is confirmed any more. `groups` are for whom events
    are told of, none is everybody; `told_for` is the first day of the month last written of, and
    `staff_told_at` when staff heard of them.
    """

    __tablename__ = "heads"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 -- as SQLAlchemy has it

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    school: Mapped[str]
    city: Mapped[str]
    said_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    wants_letters: Mapped[bool] = mapped_column(default=True)
    groups: Mapped[list[str]] = mapped_column(JSON, default=list)
    told_for: Mapped[date | None]
    staff_told_at: Mapped[datetime | None]


class HeadTeacher(Base):
    """Staff have said whether somebody works at the school of a head, where what both wrote leaves
    it open. It holds as long as neither writes otherwise: `school` and `city` are the teacher's.
    """

    __tablename__ = "head_teachers"
    __table_args__ = (UniqueConstraint("head_id", "person_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    head_id: Mapped[int] = mapped_column(ForeignKey("heads.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    school: Mapped[str]
    city: Mapped[str]
    is_own: Mapped[bool]
    decided_by: Mapped[int] = mapped_column(ForeignKey("people.id"))


class HeadMonth(Base):
    """What the heads of a school are told of a month: how many unnamed teachers were at what. It is
    counted once for all of them, and stays when one is no longer a head: two counts of one month
    would tell of the one teacher who came in between. `school` and `city` are as the head wrote
    them for whom it was counted, and `person_id` is who that was, until they are forgotten.
    `themes` are pairs of a label and how many times somebody was at it.
    """

    __tablename__ = "head_months"
    __table_args__ = (UniqueConstraint("month", "person_id", "school", "city"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    month: Mapped[date]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    school: Mapped[str]
    city: Mapped[str]
    people: Mapped[int]
    hours: Mapped[float]
    themes: Mapped[list[list[str | int]]] = mapped_column(JSON)
    counted_at: Mapped[datetime]


class NamingConsent(Base):
    """From `given_at` until `withdrawn_at` the confirmed heads of this school see whose name stands
    behind what was completed meanwhile. What lies outside that time is never told by name.
    """

    __tablename__ = "naming_consents"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    school: Mapped[str]
    city: Mapped[str]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class NamingQuestion(Base):
    """Who was asked, once, whether heads may see their name."""

    __tablename__ = "naming_questions"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id"), primary_key=True, autoincrement=False
    )
    asked_at: Mapped[datetime]
