"""Who was at which meeting."""

import enum
from datetime import datetime

from sqlalchemy import Enum, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Presence(enum.StrEnum):
    """Where nothing was said, nobody knows, and nothing counts."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT = "absent"


class Source(enum.StrEnum):
    """How it became known: a picture at the door, a code that was typed, the list of staff."""

    QR = "qr"
    CODE = "code"
    LIST = "list"


class Attendance(Base):
    """Whether a person was at one meeting, as it was said last; one row for both for ever.

    `hours` are academic ones, where the person was there for a part of the meeting; None is all of
    it. `marked_by` is one of staff, None where the person has shown up by a code. Who has said
    what before, and why it was corrected, stands in the journal.
    """

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("registration_id", "session_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registrations.id"))
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    presence: Mapped[Presence] = mapped_column(
        Enum(Presence, native_enum=False, length=16, values_callable=lambda e: [m.value for m in e])
    )
    hours: Mapped[float | None]
    source: Mapped[Source] = mapped_column(
        Enum(Source, native_enum=False, length=16, values_callable=lambda e: [m.value for m in e])
    )
    marked_at: Mapped[datetime]
    marked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class HouseSecret(Base):
    """What codes of this house are made with; drawn when it is first needed, and kept for ever.

    It is no setting, so that a new token or another machine makes no old code void.
    """

    __tablename__ = "house_secrets"

    name: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[str]
