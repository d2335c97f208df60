"""People who talk with us, and which of them are staff."""

import enum
from datetime import datetime

from sqlalchemy import BigInteger, Enum, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Person(Base):
    """Somebody who wrote to us. Only the name they gave themselves is kept, never Telegram's.

    `language` is what the person chose; until then `client_language` decides. A forgotten person
    keeps the row, for the counts, without anything that tells who it was.
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


class Role(enum.StrEnum):
    """What a member of staff may do; an owner stands in the settings."""

    COORDINATOR = "coordinator"


class StaffMember(Base):
    """A person's role at a centre; no centre means every centre."""

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("person_id", "centre_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    role: Mapped[Role] = mapped_column(
        Enum(Role, native_enum=False, length=16, values_callable=lambda e: [m.value for m in e])
    )
    since: Mapped[datetime]


class Invitation(Base):
    """A one-time link to become staff; only the hash of its secret is kept."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    role: Mapped[Role] = mapped_column(
        Enum(Role, native_enum=False, length=16, values_callable=lambda e: [m.value for m in e])
    )
    invited_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    expires_at: Mapped[datetime]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
