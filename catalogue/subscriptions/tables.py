"""What people want to hear of."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Rhythm(enum.StrEnum):
    """How often a person hears of new events; `once` is a wish that found nothing."""

    ONCE = "once"
    INSTANT = "instant"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class Subscription(Base):
    """What a person asked for, in their own words; `ended_at` when it was answered or given up.

    `theme` is of what found nothing, alike for every way to ask for it (`subscriptions.themes`);
    empty where it was there, or is nothing that others ask for too; None where it was asked for
    before themes were kept, until it is worked out.
    """

    __tablename__ = "subscriptions"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    words: Mapped[str]
    wanted: Mapped[dict[str, Any]] = mapped_column(default=dict)
    rhythm: Mapped[Rhythm]
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(index=True)
    theme: Mapped[str | None] = mapped_column(index=True)


class SubscriptionHit(Base):
    """A new event that answers a subscription; `planned_at` once it is in the outbox."""

    __tablename__ = "subscription_hits"
    __table_args__ = (UniqueConstraint("subscription_id", "event_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscriptions.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), index=True)
    found_at: Mapped[datetime]
    planned_at: Mapped[datetime | None] = mapped_column(index=True)
