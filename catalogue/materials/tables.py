"""What belongs to an event for later: a file that Telegram keeps, or a link."""

import enum
from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Medium(enum.StrEnum):
    """What it is to Telegram, which gives a file out only as what it came in."""

    LINK = "link"
    DOCUMENT = "document"
    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"


class ForWhom(enum.StrEnum):
    """Who may have it: those who came, all who are registered, or everybody."""

    CAME = "came"
    REGISTERED = "registered"
    EVERYBODY = "everybody"


class Material(Base):
    """One thing to look at after an event, or before it.

    `address` is a link, or Telegram's number of the file: the bytes are never ours. `position`
    orders those of one event, counted from 1. `told_at` is when those who may have it were told.
    """

    __tablename__ = "materials"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    medium: Mapped[Medium]
    address: Mapped[str]
    is_recording: Mapped[bool]
    for_whom: Mapped[ForWhom]
    added_at: Mapped[datetime]
    told_at: Mapped[datetime | None] = mapped_column(index=True)
