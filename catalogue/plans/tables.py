"""Plans that were published, what they say, and who follows them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class PublishedPlan(Base):
    """A month or a school year that a centre has published, a row each time it did.

    `fed_at` is when the last of the followers was put into the outbox, `looked_at` when the plan
    was last compared with the programme.
    """

    __tablename__ = "published_plans"
    __table_args__ = (Index("ix_published_plans_centre", "centre_id", "last_day"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    published_at: Mapped[datetime]
    published_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    fed_at: Mapped[datetime | None]
    looked_at: Mapped[datetime]


class PlannedEvent(Base):
    """What a centre's plan says of an event: as it was published, or as its followers were last
    told. One for an event, in however many plans it stands, so that nothing is told twice.

    The event may have left the programme since. `ends_at` is when it ends by what was said.
    """

    __tablename__ = "planned_events"
    __table_args__ = (Index("ix_planned_events_centre", "centre_id", "ends_at"),)

    event_id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=False)
    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    facts: Mapped[dict[str, Any]]
    ends_at: Mapped[datetime]


class PlanNews(Base):
    """What became different in a centre's plan, as its followers are told on the morning of `day`.

    `changes` are as `catalogue.plans.entries` writes them, made after `since`; `fed_at` is when
    the last of the followers was put into the outbox.
    """

    __tablename__ = "plan_news"
    __table_args__ = (UniqueConstraint("centre_id", "day"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    day: Mapped[date] = mapped_column(index=True)
    since: Mapped[datetime]
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    fed_at: Mapped[datetime | None]


class PlanFollower(Base):
    """Somebody who hears of a centre's plan; no centre means all of them."""

    __tablename__ = "plan_followers"
    __table_args__ = (UniqueConstraint("person_id", "centre_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"), index=True)
    since: Mapped[datetime]
