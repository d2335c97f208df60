"""How far an announcement has come."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from catalogue.announcements.tables import AnnouncementState


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Counts of people. Of those `left`, `later` wait for their own hour; `unreachable` have
    blocked us or left Telegram, `failed` is every other reason. `last_at` is when the last one got
    it.
    """

    state: AnnouncementState
    is_over: bool
    began: datetime
    last_at: datetime | None
    sent: int = 0
    left: int = 0
    later: int = 0
    unreachable: int = 0
    failed: int = 0
    cancelled: int = 0

    @property
    def lasted(self) -> timedelta:
        return max((self.last_at or self.began) - self.began, timedelta())

    def time_left(self, *, now: datetime) -> timedelta | None:
        """At the rate so far; None while there is none to go by, or nothing is under way."""
        due = self.left - self.later
        passed = now - self.began
        if self.state is not AnnouncementState.SENDING or not self.sent or due <= 0:
            return None
        return passed * (due / self.sent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """Somebody who did not get it."""

    name: str
    telephone: str
