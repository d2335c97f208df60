"""People who talk with us, and which of them are staff."""

import enum
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId

QUIET_FROM, QUIET_UNTIL = 21 * 60, 7 * 60 + 30


class Person(Base):
    """Somebody who wrote to us. Only the name they gave themselves is kept, never Telegram's.

    `language` is what the person chose; until then `client_language` decides. A forgotten person
    keeps the row, for the counts, without anything that tells who it was.

    Quiet hours are minutes after midnight on the wall clock; where both are the same there are
    none. `unwanted_reminders` are minutes before the start, and without `wants_reminders` none
    come at all. Without `wants_feedback` nobody asks how an event was, without `wants_use` what of
    it was made use of. `weekly_ceiling` is how many announcements and digests may come within seven
    days; None is without limit.

    One without Telegram was added by staff: `vouched_by` says that they agreed.
    """

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    telegram_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    name: Mapped[str] = mapped_column(default="")
    language: Mapped[str | None]
    client_language: Mapped[str] = mapped_column(default="")
    consented_at: Mapped[datetime | None]
    met_at: Mapped[datetime]
    unreachable_since: Mapped[datetime | None]
    forgotten_at: Mapped[datetime | None]
    telephone: Mapped[str] = mapped_column(default="")
    quiet_from: Mapped[int] = mapped_column(default=QUIET_FROM)
    quiet_until: Mapped[int] = mapped_column(default=QUIET_UNTIL)
    wants_reminders: Mapped[bool] = mapped_column(default=True)
    unwanted_reminders: Mapped[list[int]] = mapped_column(default=list)
    wants_announcements: Mapped[bool] = mapped_column(default=True)
    wants_feedback: Mapped[bool] = mapped_column(default=True, server_default="1")
    wants_use: Mapped[bool] = mapped_column(default=True, server_default="1")
    weekly_ceiling: Mapped[int | None]
    email: Mapped[str] = mapped_column(default="")
    vouched_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Trait(enum.StrEnum):
    """What a person may tell of their work, so that the right news reach them."""

    GROUP = "group"
    SUBJECT = "subject"
    CITY = "city"
    SCHOOL = "school"


class PersonTrait(Base):
    """One such fact; a person may teach several groups and subjects. `key` is the value folded."""

    __tablename__ = "person_traits"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "key"),
        Index("ix_person_traits_segment", "kind", "key"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[Trait]
    value: Mapped[str]
    key: Mapped[str]


class Role(enum.StrEnum):
    """What somebody is at a centre; what they may do stands in `catalogue.people.rights`.

    Owners of the whole house stand in the settings and need no role.
    """

    OWNER = "owner"
    COORDINATOR = "coordinator"
    LECTURER = "lecturer"
    DOOR = "door"
    OBSERVER = "observer"


class StaffMember(Base):
    """One role of a person at a centre; no centre means every centre.

    A lecturer's rights reach only the events of `Lecturing`. `topics` are what a coordinator is
    asked about before others.
    """

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("person_id", "centre_id", "role"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    role: Mapped[Role]
    since: Mapped[datetime]
    topics: Mapped[list[str]] = mapped_column(default=list, server_default="[]")


class Lecturing(Base):
    """An event that a person with the role of lecturer may call their own."""

    __tablename__ = "lecturing"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), primary_key=True, index=True)


class Invitation(Base):
    """A one-time link to become staff; only the hash of its secret is kept.

    `event_id` is the event a lecturer is invited to.
    """

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    role: Mapped[Role]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id"), index=True)
    invited_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    expires_at: Mapped[datetime]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
