"""When the events are: the days of their sessions, and which have not started yet."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from datetime import date, datetime
from heapq import nsmallest
from zoneinfo import ZoneInfo

from catalogue.search.documents import Document
from catalogue.search.postings import Postings, slots_of

_FEW = 64
_NEVER = float("inf")
PARTS = {"morning": range(12), "afternoon": range(12, 18), "evening": range(16, 24)}
"""Local hours of a start; afternoon and evening share those right after the lessons."""


class Timetable:
    """Slots by local day, weekday and hour of their sessions, and in the order of their starts."""

    def __init__(self, timezone: ZoneInfo) -> None:
        self._timezone = timezone
        self._days: dict[date, Postings] = defaultdict(Postings)
        self._weekdays: dict[int, Postings] = defaultdict(Postings)
        self._hours: dict[int, Postings] = defaultdict(Postings)
        self._entries: dict[int, tuple[float, int, int]] = {}
        self._order: list[tuple[float, int, int]] = []
        self._waiting: list[tuple[float, int, int]] = []
        self._started = Postings()
        self._cursor = 0
        self._moment = -_NEVER
        self._calendar: list[date] = []
        self._today = date.min

    def put(self, slot: int, document: Document) -> None:
        """Enter an event; one without a session has no day and never starts."""
        for start in document.starts:
            local = start.astimezone(self._timezone)
            day = local.date()
            if day not in self._days:
                insort(self._calendar, day)
            self._days[day].add(slot)
            self._weekdays[local.isoweekday()].add(slot)
            self._hours[local.hour].add(slot)
        self._entries[slot] = _place(slot, document)
        self._waiting.append(self._entries[slot])

    def remove(self, slot: int, document: Document) -> None:
        """Take an event out again, by the document it was entered with."""
        self._settle()
        for start in document.starts:
            local = start.astimezone(self._timezone)
            self._days[local.date()].discard(slot)
            self._weekdays[local.isoweekday()].discard(slot)
            self._hours[local.hour].discard(slot)
        at = bisect_left(self._order, self._entries.pop(slot))
        del self._order[at]
        self._started.discard(slot)
        self._cursor -= at < self._cursor

    def _settle(self) -> None:
        if not self._waiting:
            return
        if len(self._waiting) > 32:
            self._order += self._waiting
            self._order.sort()
            self._started, self._cursor, self._moment = Postings(), 0, -_NEVER
        else:
            for entry in self._waiting:
                insort(self._order, entry)
                if entry[0] <= self._moment:
                    self._started.add(entry[2])
                    self._cursor += 1
        self._waiting.clear()

    def started(self, now: datetime) -> int:
        """The bits of the events whose first session has begun."""
        self._settle()
        self._moment = now.timestamp()
        self._today = now.astimezone(self._timezone).date()
        target = bisect_right(self._order, (self._moment, _NEVER, 0))
        for _, _, slot in self._order[self._cursor : target]:
            self._started.add(slot)
        for _, _, slot in self._order[target : self._cursor]:
            self._started.discard(slot)
        self._cursor = target
        return self._started.bits()

    def between(self, first: date | None, last: date | None) -> int:
        """The bits of the events with a session on one of these local days, both included."""
        found = 0
        start = bisect_left(self._calendar, first) if first else 0
        end = bisect_right(self._calendar, last) if last else None
        for day in self._calendar[start:end]:
            found |= self._days[day].bits()
        return found

    def on_weekdays(self, weekdays: tuple[int, ...]) -> int:
        """The bits of the events with a session on one of these days, 1 = Monday."""
        found = 0
        for weekday in weekdays:
            found |= self._weekdays[weekday].bits()
        return found

    def in_part(self, part: str) -> int:
        """The bits of the events that begin in the morning, the afternoon or the evening."""
        found = 0
        for hour in PARTS[part]:
            found |= self._hours[hour].bits()
        return found

    def earliest(self, bits: int, limit: int) -> list[int]:
        """The first of these not yet started slots, by start and then by key.

        Many are taken day by day: an event of several days comes with its first.
        """
        found: list[int] = []
        if bits.bit_count() > _FEW:
            for day in self._calendar[bisect_left(self._calendar, self._today) :]:
                if here := bits & self._days[day].bits():
                    found += self._soonest(here, limit - len(found))
                    bits ^= here
                    if len(found) == limit:
                        return found
        return found + self._soonest(bits, limit - len(found))

    def _soonest(self, bits: int, limit: int) -> list[int]:
        entries = map(self._entries.__getitem__, slots_of(bits))
        return [entry[2] for entry in nsmallest(limit, entries)]


def _place(slot: int, document: Document) -> tuple[float, int, int]:
    start = document.starts[0].timestamp() if document.starts else _NEVER
    return start, document.key, slot
