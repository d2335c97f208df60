"""Academic hours: how many each meeting counts, and how many of them a person was there."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from catalogue.files.drafts import ACADEMIC_HOUR
from catalogue.learning.tables import Presence
from catalogue.programme.tables import Event, Session

#: Hours of a clock are rounded to halves, as they stand on papers.
_STEP = 0.5


def shares(event: Event) -> dict[int, float]:
    """Academic hours by the meeting's number.

    A meeting counts what it states. What is left of the event's own hours is shared out among the
    others by their length; where the event states none, their length itself counts.
    """
    stated = {one.id: one.hours for one in event.sessions if one.hours is not None}
    others = [one for one in event.sessions if one.hours is None]
    if event.hours is None:
        return stated | {one.id: _rounded(_length(one)) for one in others}
    left = max(event.hours - sum(stated.values()), 0.0)
    whole = sum(map(_length, others))
    return stated | {one.id: left * _length(one) / whole if whole else 0.0 for one in others}


class Mark(Protocol):
    """What was said of one person at one meeting."""

    @property
    def session_id(self) -> int: ...
    @property
    def presence(self) -> Presence: ...
    @property
    def hours(self) -> float | None: ...


def attended(shared: Mapping[int, float], marks: Iterable[Mark]) -> float:
    """Of one person at one event; never more than a meeting counts."""
    return sum(_counts(mark, shared.get(mark.session_id, 0.0)) for mark in marks)


def _counts(mark: Mark, share: float) -> float:
    if not mark.presence.is_there:
        return 0.0
    return share if mark.hours is None else min(mark.hours, share)


def _length(meeting: Session) -> float:
    return (meeting.ends_at - meeting.starts_at) / ACADEMIC_HOUR


def _rounded(hours: float) -> float:
    return round(hours / _STEP) * _STEP
