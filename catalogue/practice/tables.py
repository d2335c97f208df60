"""Who was asked what they made use of, and the examples they gave to the bank of good practice."""

import enum
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Round(enum.StrEnum):
    """How long after the event it is asked."""

    SIX_WEEKS = "six_weeks"
    SIX_MONTHS = "six_months"


class Use(enum.StrEnum):
    """What became of it in class."""

    REGULARLY = "regularly"
    TRIED = "tried"
    NOT_YET = "not_yet"


class UseAsked(Base):
    """One who came to an event, asked what they made use of; `use` None until they say so.

    When they said it is not kept. `told` is whether it is among what staff see by now.
    """

    __tablename__ = "use_asked"
    __table_args__ = (UniqueConstraint("registration_id", "round"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registrations.id"))
    round: Mapped[Round]
    asked_at: Mapped[datetime]
    use: Mapped[Use | None]
    told: Mapped[bool] = mapped_column(default=False)


class Consent(enum.StrEnum):
    """How an example may stand in the bank."""

    NAMED = "named"
    NAMELESS = "nameless"


class Standing(enum.StrEnum):
    """What staff have decided of it."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"


class PracticeExample(Base):
    """How somebody made use of an event in class, in their words as far as staff left them.

    `consent` None until its author has chosen; until then nobody else sees it. `person_id` None
    where the author was forgotten: such an example was given without a name. `told_at` is when
    staff heard that it waits for them. The number of one that was taken back is never given again:
    an old button would let in another one, unread.
    """

    __tablename__ = "practice_examples"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 -- SQLAlchemy's own declaration

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    words: Mapped[str]
    consent: Mapped[Consent | None]
    standing: Mapped[Standing]
    written_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
