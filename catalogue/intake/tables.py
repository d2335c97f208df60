"""A file that was read, compared with the programme, and perhaps taken in."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class IntakeState(enum.StrEnum):
    """Nothing is written into the programme before `TAKING`."""

    READY = "ready"
    TAKING = "taking"
    TAKEN = "taken"
    DROPPED = "dropped"
    UNDOING = "undoing"
    UNDONE = "undone"


class Outcome(enum.StrEnum):
    """What an event of the file would be to the programme."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Standing(enum.StrEnum):
    """How far one event of the file has come.

    Somebody changed it meanwhile: `SET_ASIDE` was not taken in, `KEPT` was not undone.
    """

    WAITING = "waiting"
    LEFT_OUT = "left_out"
    TAKEN = "taken"
    SET_ASIDE = "set_aside"
    UNDONE = "undone"
    KEPT = "kept"


class Intake(Base):
    """One file of one member of staff.

    `centres` are those the person may fill (None is all), `founds` whether they may make new
    ones, both as they were when the file came. `revision` is the programme's at the last look or
    writing: while it stands, nothing can have become other than it was shown. `as_drafts`: what
    is new comes as drafts. `refused` and `ignored` are those of the reading, JSON-able;
    `new_centres` are names of centres that would be made.
    """

    __tablename__ = "intakes"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    file_name: Mapped[str]
    made_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    state: Mapped[IntakeState]
    centres: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    founds: Mapped[bool]
    as_drafts: Mapped[bool] = mapped_column(default=False)
    refused: Mapped[list[Any]] = mapped_column(JSON)
    ignored: Mapped[list[str]]
    new_centres: Mapped[list[str]]
    revision: Mapped[int]


class IntakeEvent(Base):
    """One event of the file, in the order of the file, and what was done with it.

    `draft` and `before` are as `catalogue.intake.plain` writes them: what the file says, and what
    the event was before it was taken in, None where it was added. `fields` are what would change,
    as it was shown, and `is_told` whether those in the event would hear of it. `centre_id` None is
    a centre that is made with it. `event_id` is no foreign key: an event that was undone is gone.
    `revision` is the event's as it was left.
    """

    __tablename__ = "intake_events"
    __table_args__ = (Index("ix_intake_events_page", "intake_id", "outcome", "standing", "number"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    intake_id: Mapped[int] = mapped_column(ForeignKey("intakes.id"))
    number: Mapped[int]
    outcome: Mapped[Outcome]
    standing: Mapped[Standing]
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    draft: Mapped[str] = mapped_column(Text)
    fields: Mapped[list[Any]] = mapped_column(JSON)
    is_told: Mapped[bool]
    event_id: Mapped[int | None] = mapped_column(RowId, index=True)
    before: Mapped[str | None] = mapped_column(Text)
    revision: Mapped[int | None]
