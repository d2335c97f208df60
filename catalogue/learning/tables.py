"""Who was at which meeting, and the papers that say so."""

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Presence(enum.StrEnum):
    """Where nothing was said, nobody knows, and nothing counts."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT = "absent"

    @property
    def is_there(self) -> bool:
        """Also who was there for a part of it."""
        return self is not Presence.ABSENT


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
    presence: Mapped[Presence]
    hours: Mapped[float | None]
    source: Mapped[Source]
    marked_at: Mapped[datetime]
    marked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class HouseSecret(Base):
    """What codes of this house are made with; drawn when it is first needed, and kept for ever.

    It is no setting, so that a new token or another machine makes no old code void.
    """

    __tablename__ = "house_secrets"

    name: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[str]


class OwnKind(enum.StrEnum):
    """What a person learnt elsewhere, in their own words."""

    EVENT = "event"
    INTERNSHIP = "internship"
    SELF_STUDY = "self_study"


class OwnEntry(Base):
    """What a person says of hours spent elsewhere; it stands apart until a centre confirms it.

    `day` is its last one, `hours` are academic ones. `asked_of` is the centre that was asked to
    confirm it, and `confirmed_by` who of its staff has; what is changed afterwards is neither.
    """

    __tablename__ = "own_entries"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[OwnKind]
    title: Mapped[str]
    organiser: Mapped[str] = mapped_column(default="")
    day: Mapped[date]
    hours: Mapped[float]
    added_at: Mapped[datetime]
    asked_of: Mapped[int | None] = mapped_column(ForeignKey("centres.id"), index=True)
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class HoursTarget(Base):
    """How many academic hours a year staff have set, from the school year that begins in `since`
    on; so that a new number does not change what earlier years were measured by.
    """

    __tablename__ = "hours_targets"

    since: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hours: Mapped[int]


class CertificateCounter(Base):
    """The last number that a centre has given in a year; see `catalogue.learning.numbering`."""

    __tablename__ = "certificate_counters"

    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class Certificate(Base):
    """A line of the centre's register: the number that one registration has for ever.

    `revoked_at` is since when there is no paper under it, the attendance having been corrected.
    """

    __tablename__ = "certificates"
    __table_args__ = (UniqueConstraint("centre_id", "year", "number"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registrations.id"), unique=True)
    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    year: Mapped[int]
    number: Mapped[int]
    revoked_at: Mapped[datetime | None]


class CertificateIssue(Base):
    """One paper under a number, as it was printed; a newer `version` replaces it.

    `code` is what it is checked by, without dashes. `facts` are as `catalogue.learning.printed`
    makes them and tell of no person; `name` is empty once its holder was forgotten. `issued_by` is
    who of the staff has corrected it, None where it came by itself. `planned_at` is when it was put
    into the outbox for its holder.
    """

    __tablename__ = "certificate_issues"
    __table_args__ = (UniqueConstraint("certificate_id", "version"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificates.id"))
    version: Mapped[int]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    hours: Mapped[float]
    facts: Mapped[dict[str, Any]]
    issued_at: Mapped[datetime]
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    planned_at: Mapped[datetime | None] = mapped_column(index=True)
    replaced_at: Mapped[datetime | None]


class CertificateWork(Base):
    """An event whose papers are to be brought in line with who was there; `asked` is how often it
    was asked for since the last time they were.
    """

    __tablename__ = "certificate_work"

    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id"), primary_key=True, autoincrement=False
    )
    asked: Mapped[int]


class Door(Base):
    """A picture of a meeting's codes that stands in a chat and is made anew each minute.

    `shown` is the number of the minute it was last put into the outbox for; `closes_at` is when it
    closes by itself, `closed_at` when it did, or was closed.
    """

    __tablename__ = "doors"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    session_id: Mapped[int] = mapped_column(
        ForeignKey("sessions.id", ondelete="CASCADE"), index=True
    )
    chat_id: Mapped[int] = mapped_column(BigInteger)
    language: Mapped[str]
    opened_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    shown: Mapped[int | None]
    closed_at: Mapped[datetime | None] = mapped_column(index=True)


class CodeKind(enum.StrEnum):
    """What somebody types a code of: the picture at a door, or a paper."""

    DOOR = "door"
    PAPER = "paper"


class WrongCode(Base):
    """A code that was none; forgotten when it no longer counts. `who` is a person or an address, as
    `catalogue.learning.tries` tells them apart.
    """

    __tablename__ = "wrong_codes"
    __table_args__ = (Index("ix_wrong_codes_who", "who", "kind"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    kind: Mapped[CodeKind]
    who: Mapped[str]
    typed_at: Mapped[datetime] = mapped_column(index=True)
