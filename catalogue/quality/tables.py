"""What was said of events, and apart from it, who was asked.

Nothing joins the two. What was said has a random key and neither a person nor a day; who was asked
has no moment of the answer. `told` is whether staff see it; when that is, `telling` says. Rows of
one answer are not to be found by how the database lays them out either: on SQLite they lie in the
order of their keys, and on PostgreSQL `rules.answer` writes all of an event anew.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Feedback(Base):
    """What somebody gave for each of `scores.QUESTIONS`, from 1 to 5."""

    __tablename__ = "feedback"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 -- SQLAlchemy's own declaration

    key: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), index=True)
    content: Mapped[int] = mapped_column(SmallInteger)
    lecturer: Mapped[int] = mapped_column(SmallInteger)
    usefulness: Mapped[int] = mapped_column(SmallInteger)
    arrangement: Mapped[int] = mapped_column(SmallInteger)
    overall: Mapped[int] = mapped_column(SmallInteger)
    told: Mapped[bool] = mapped_column(default=False, server_default="0")


class FeedbackComment(Base):
    """What somebody wrote; a row of its own, so that a turn of phrase gives no scores away."""

    __tablename__ = "feedback_comments"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 -- SQLAlchemy's own declaration

    key: Mapped[str] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), index=True)
    comment: Mapped[str]
    told: Mapped[bool] = mapped_column(default=False, server_default="0")


class FeedbackAsked(Base):
    """One who was registered, written to after the event; `came` is what was known then."""

    __tablename__ = "feedback_asked"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registrations.id"), unique=True)
    asked_at: Mapped[datetime]
    came: Mapped[bool]
    reminded_at: Mapped[datetime | None]
    answered: Mapped[bool] = mapped_column(default=False)


class FeedbackTold(Base):
    """What of an event staff have heard already: lecturers that there is something to see, and all
    of it, and coordinators that it was not liked.
    """

    __tablename__ = "feedback_told"

    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id"), primary_key=True, autoincrement=False
    )
    first_at: Mapped[datetime | None]
    final_at: Mapped[datetime | None]
    low_at: Mapped[datetime | None]
