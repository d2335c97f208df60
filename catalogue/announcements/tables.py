"""What staff tell many people at once."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class AnnouncementState(enum.StrEnum):
    """A draft is being written; `scheduled` waits for its hour or for the clock's next look."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"


class Announcement(Base):
    """One announcement; to whom it went is known to the outbox, as the batch `announcement:{id}`.

    `text` is Telegram's HTML as its author wrote it; `photo` and `document` are Telegram's own
    numbers of files. `segment` says for whom (see `catalogue.announcements.segments`), among the
    people of these `centres`; None is of the whole house.
    `planned_to` is the row id of the last person looked at while it was put into the outbox, and
    `fed_at` when that was finished; `skipped` are the people who were known to be out of reach.
    `edition` grows with each correction of what was sent, and `corrected` is the last one whose
    corrections are in the outbox.
    """

    __tablename__ = "announcements"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    state: Mapped[AnnouncementState] = mapped_column(index=True)
    text: Mapped[str]
    photo: Mapped[str] = mapped_column(default="")
    document: Mapped[str] = mapped_column(default="")
    source_message_id: Mapped[int | None] = mapped_column(BigInteger)
    event_ids: Mapped[list[int]] = mapped_column(default=list)
    segment: Mapped[dict[str, Any]] = mapped_column(default=dict)
    centres: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    body_id: Mapped[int | None] = mapped_column(RowId)
    created_at: Mapped[datetime]
    send_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    planned_to: Mapped[int] = mapped_column(BigInteger, default=0)
    fed_at: Mapped[datetime | None]
    skipped: Mapped[list[int]] = mapped_column(default=list)
    edition: Mapped[int] = mapped_column(default=0)
    corrected: Mapped[int] = mapped_column(default=0)

    @property
    def batch(self) -> str:
        """Under which the outbox knows those it goes to."""
        return f"announcement:{self.id}"

    @property
    def has_file(self) -> bool:
        """Its text stands under a picture or a document."""
        return bool(self.photo or self.document)
