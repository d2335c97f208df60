"""The programme: events and the sessions they consist of."""

import enum
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ColumnElement, ForeignKey, Index, Numeric, UniqueConstraint, func
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from catalogue.centres.tables import Centre
from catalogue.database import Base, RowId


class Mode(enum.StrEnum):
    """How people take part; an unknown mode is None on the event."""

    ONSITE = "onsite"
    ONLINE = "online"
    HYBRID = "hybrid"


class Status(enum.StrEnum):
    """Only what is published is seen and joined by teachers."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class Event(Base):
    """Something one joins as a whole; known by its centre and code.

    `seats` None is unlimited, `price_eur` None is unknown and 0 is free, `hours` are academic
    (45 minutes). `registration_closes` and `cancel_until` None mean the start. `revision` grows
    with each change of the programme, so that a reader can ask for what is new since the last
    look; `sequence` is the calendar's own count of changes of this event's time or place.
    `published_at` is the first time teachers could see it. `reminders` are minutes before each
    session, where staff have set others than the installation's; `offers_close` is from when on
    a freed seat is offered to nobody, where staff have set another moment than 12 hours before.
    `approvals_told_at` is when staff last heard that somebody awaits approval, `leaving_told_at`
    that somebody asks to be let go, and `few_told` how many days before the start they heard last
    that few have registered.
    `payer` is who pays for those who come, as a line; `cancel_reason` is told to them where the
    event is off; `reported_at` is when staff said that its report is handed in.
    """

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("centre_id", "code"),
        Index("ix_events_status_starts_at", "status", "starts_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    code: Mapped[str] = mapped_column(index=True)
    code_as_written: Mapped[str] = mapped_column(default="")
    title_lt: Mapped[str] = mapped_column(default="")
    title_en: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    form: Mapped[str] = mapped_column(default="")
    audience: Mapped[list[str]] = mapped_column(default=list)
    subjects: Mapped[list[str]] = mapped_column(default=list)
    priority_field: Mapped[str] = mapped_column(default="")
    mode: Mapped[Mode | None]
    city: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    join_url: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    hours: Mapped[float | None]
    price_eur: Mapped[Decimal | None] = mapped_column(Numeric(10, 2, asdecimal=True))
    funding: Mapped[str] = mapped_column(default="")
    payer: Mapped[str] = mapped_column(default="", server_default="")
    project: Mapped[str] = mapped_column(default="", server_default="")
    seats: Mapped[int | None]
    waiting_list: Mapped[bool] = mapped_column(default=True)
    registration_closes: Mapped[datetime | None]
    cancel_until: Mapped[datetime | None]
    lecturer: Mapped[str] = mapped_column(default="")
    coordinator: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    ktprr_code: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="lt")
    status: Mapped[Status] = mapped_column(default=Status.PUBLISHED)
    certificate: Mapped[bool | None]
    needs_approval: Mapped[bool] = mapped_column(default=False)
    approvals_told_at: Mapped[datetime | None]
    leaving_told_at: Mapped[datetime | None]
    few_told: Mapped[int | None]
    published_at: Mapped[datetime | None] = mapped_column(index=True)
    reported_at: Mapped[datetime | None]
    cancel_reason: Mapped[str] = mapped_column(default="", server_default="")
    reminders: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    offers_close: Mapped[datetime | None]
    next_ticket: Mapped[int] = mapped_column(default=1)
    sequence: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=0, index=True)

    centre: Mapped[Centre] = relationship(lazy="joined", innerjoin=True)
    sessions: Mapped[list["Session"]] = relationship(
        lazy="selectin",
        order_by="Session.starts_at",
        cascade="all, delete-orphan",
        back_populates="event",
    )

    @property
    def title(self) -> str:
        return self.title_lt or self.title_en

    @property
    def closes_at(self) -> datetime:
        return min(self.registration_closes or self.starts_at, self.starts_at)

    @property
    def leaving_until(self) -> datetime:
        return min(self.cancel_until or self.starts_at, self.starts_at)

    @hybrid_property
    def over_at(self) -> datetime:
        """The end of its last meeting; where nobody has said when it ends, its start."""
        return self.ends_at or self.starts_at

    @over_at.inplace.expression
    @classmethod
    def _over_at(cls) -> ColumnElement[datetime]:
        return func.coalesce(cls.ends_at, cls.starts_at)

    def is_to_come(self, now: datetime) -> bool:
        """It is on and has not begun: what is decided or said of taking part still matters."""
        return self.status is Status.PUBLISHED and self.starts_at > now


class Session(Base):
    """One meeting of an event, with a place and time of its own; the calendar's unit.

    `title` and `hours` are those of the module that it is, where the event is a long programme.
    """

    __tablename__ = "sessions"
    __table_args__ = (UniqueConstraint("event_id", "starts_at"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    city: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    join_url: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="", server_default="")
    hours: Mapped[float | None]

    event: Mapped[Event] = relationship(back_populates="sessions")


class Change(Base):
    """An event that was moved, cancelled or taken up again, as those who take part must hear.

    `before` and `after` are plans as `catalogue.editing.changes.plan_of` writes them.
    """

    __tablename__ = "changes"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), index=True)
    made_at: Mapped[datetime]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]


class SchoolHoliday(Base):
    """Days without school, both inclusive; staff keep them."""

    __tablename__ = "school_holidays"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]


class PriorityField(Base):
    """One of the ministry's, with the days on which it holds, both inclusive; staff keep them."""

    __tablename__ = "priority_fields"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str]
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]


class NewEvent(Base):
    """The event that somebody has begun to describe: as cells of a file by column, and its meetings
    line by line. `step` is what is asked next; there is one a person.
    """

    __tablename__ = "new_events"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    step: Mapped[str]
    cells: Mapped[dict[str, Any]] = mapped_column(default=dict)
    begun_at: Mapped[datetime]


class ProgrammeRevision(Base):
    """One row that counts the changes of the whole programme, of what it is read with (words that
    were taught, and pupils' holidays), and of the known answers with the centres they are of.
    """

    __tablename__ = "programme_revision"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    value: Mapped[int] = mapped_column(default=0)
    words: Mapped[int] = mapped_column(default=0, server_default="0")
    holidays: Mapped[int] = mapped_column(default=0, server_default="0")
    answers: Mapped[int] = mapped_column(default=0, server_default="0")
