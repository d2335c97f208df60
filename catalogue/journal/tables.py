"""The journal of what staff did; the database itself refuses to change it."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import Enum, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Deed(enum.StrEnum):
    """What was done. A new kind of deed is a new word here and a sentence in the words."""

    INVITED = "invited"
    BECAME_STAFF = "became_staff"
    LET_GO = "let_go"
    EVENT_MADE = "event_made"
    EVENT_CHANGED = "event_changed"
    EVENT_PUBLISHED = "event_published"
    EVENT_CANCELLED = "event_cancelled"


class JournalEntry(Base):
    """One deed of a member of staff; kept for ever and never changed.

    `facts` hold numbers, codes and names of fields, never what tells of a person: who is meant
    stands in `about_id`, so that somebody who is forgotten has no name here either. No centre
    means that it was done for all of them.
    """

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_centre", "centre_id", "id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    made_at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    deed: Mapped[Deed] = mapped_column(
        Enum(Deed, native_enum=False, length=32, values_callable=lambda e: [m.value for m in e])
    )
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id"), index=True)
    about_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
