"""What people looked for in vain, and what staff taught the search to understand."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Miss(Base):
    """How often on one day the same thing was looked for in vain, by nobody in particular.

    `key` are the sorted stems of what it was to be about, so that every case form of it counts
    together; it is empty where only filters were said. `filters` are those, as JSON without days;
    `words` is the last wording, if there was any with diacritics one that has them. `is_known`
    where it was the filters that left nothing, for without them the search would have found it.
    """

    __tablename__ = "misses"
    __table_args__ = (UniqueConstraint("key", "filters", "day"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    key: Mapped[str]
    filters: Mapped[str]
    day: Mapped[date] = mapped_column(index=True)
    words: Mapped[str]
    is_known: Mapped[bool]
    count: Mapped[int]


class IgnoredMiss(Base):
    """What staff do not want to see among the misses; what is asked after that day counts anew."""

    __tablename__ = "ignored_misses"

    key: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[date]


class TaughtWord(Base):
    """Another way to say what the programme calls otherwise. The keys are stems in order.

    `taught_by` is empty where that person asked to be forgotten.
    """

    __tablename__ = "taught_words"
    __table_args__ = (UniqueConstraint("said_key", "meant_key"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    said: Mapped[str]
    meant: Mapped[str]
    said_key: Mapped[str]
    meant_key: Mapped[str]
    taught_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    taught_at: Mapped[datetime]
