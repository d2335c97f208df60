"""Those who wait for one thing before there is a day for it, and what staff put aside."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId
from catalogue.programme.tables import Mode


class SetAside(Base):
    """A demand that staff do not want to see; what is wanted after that day counts anew."""

    __tablename__ = "demand_set_aside"

    key: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[date]


class Gathering(Base):
    """A theme that so many wait for that it became a draft, though nobody knows its day yet.

    `theme` is as of `subscriptions.themes`, `words` how most of them said it; `year` is the
    September of the school year in which they gathered, `number` tells one such draft of it from
    the next. `centre_id` is empty where they know none; `needed` is how many there had to be.
    `asked_at` is when the days offered went out to all who wait, `answers_until` until when they
    have time to answer, `result_told_at` when staff heard how it stands; `event_id` is what came of
    it, `told_at` when that was noted for them, and `dropped_at` when staff let it be.
    """

    __tablename__ = "gatherings"
    __table_args__ = (UniqueConstraint("theme", "year", "number"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    theme: Mapped[str]
    words: Mapped[str]
    year: Mapped[int]
    number: Mapped[int]
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"))
    needed: Mapped[int]
    drafted_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    answers_until: Mapped[datetime | None]
    result_told_at: Mapped[datetime | None]
    event_id: Mapped[int | None] = mapped_column(
        ForeignKey("events.id", ondelete="SET NULL"), index=True
    )
    told_at: Mapped[datetime | None]
    dropped_at: Mapped[datetime | None]


class GatheringDay(Base):
    """One of the days offered; `place` is a town or more, where it is not online. A number is never
    given again: the buttons of days offered before stand in old messages.
    """

    __tablename__ = "gathering_days"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 -- SQLAlchemy's own declaration

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    gathering_id: Mapped[int] = mapped_column(ForeignKey("gatherings.id"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    mode: Mapped[Mode | None]
    place: Mapped[str] = mapped_column(default="")


class GatheringVoice(Base):
    """Somebody who was asked for a day: `days` are those that suit, none where none does, and no
    list at all where they have not answered. `answered_at` is when they pressed last, and
    `reminded_at` when they were reminded of the question.
    """

    __tablename__ = "gathering_voices"

    gathering_id: Mapped[int] = mapped_column(ForeignKey("gatherings.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    asked_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]
    days: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    answered_at: Mapped[datetime | None]
