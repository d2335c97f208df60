"""What a plan says of its events, and how two plans differ: pure, without a database or a clock."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from catalogue.programme.tables import Event, Mode, Status


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where."""

    start: datetime
    end: datetime
    city: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event as a plan shows it; `meetings` are in order of time, and there is always one."""

    code: str
    title_lt: str
    title_en: str
    meetings: tuple[Meeting, ...]
    mode: Mode | None = None
    price_eur: Decimal | None = None
    hours: float | None = None
    lecturer: str = ""
    audience: tuple[str, ...] = ()
    is_off: bool = False

    @property
    def starts_at(self) -> datetime:
        return self.meetings[0].start

    @property
    def ends_at(self) -> datetime:
        return max(one.end for one in self.meetings)

    @property
    def city(self) -> str:
        return self.meetings[0].city

    @property
    def place(self) -> str:
        return self.meetings[0].place

    @property
    def times(self) -> tuple[tuple[datetime, datetime], ...]:
        return tuple((one.start, one.end) for one in self.meetings)

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Each said once, in order of time."""
        return tuple(dict.fromkeys((one.city, one.place) for one in self.meetings))


#: By the row id of the event.
Plan = Mapping[int, Entry]


class Kind(enum.StrEnum):
    """What is told of a change."""

    ADDED = "added"
    CANCELLED = "cancelled"
    GONE = "gone"
    REOPENED = "reopened"
    CHANGED = "changed"


class Field(enum.StrEnum):
    """What of an event is told when it is otherwise; the rest of an entry changes without a word:
    a slip mended in a title is no news.
    """

    TIME = "times"
    PLACE = "places"
    MODE = "mode"
    PRICE = "price_eur"
    LECTURER = "lecturer"


@dataclass(frozen=True, slots=True)
class Change:
    """An event before and after; None where the plan does not have it. The two differ."""

    event_id: int
    before: Entry | None
    after: Entry | None

    @property
    def kind(self) -> Kind | None:
        """None where there is nothing to tell."""
        was, is_on = _takes_place(self.before), _takes_place(self.after)
        if was and is_on:
            return Kind.CHANGED if self.fields else None
        if is_on:
            return Kind.REOPENED if self.before else Kind.ADDED
        if was:
            return Kind.CANCELLED if self.after else Kind.GONE
        return None

    @property
    def fields(self) -> tuple[Field, ...]:
        """What is otherwise, of an event that both plans have."""
        if self.before is None or self.after is None:
            return ()
        return tuple(
            field
            for field in Field
            if getattr(self.before, field.value) != getattr(self.after, field.value)
        )

    @property
    def entry(self) -> Entry:
        """As it is, or else as it was."""
        found = self.after or self.before
        if found is None:
            raise AssertionError("a change is of something")
        return found

    def is_over(self, now: datetime) -> bool:
        """Before and after alike: that is nobody's concern any more."""
        return all(one.ends_at <= now for one in (self.before, self.after) if one)

    def beside_notice(self) -> "Change | None":
        """What of it those have not heard who were told of this event by a notice of its own, which
        says all but the price and the lecturer.
        """
        if self.before is None or self.after is None or self.after.is_off:
            return None
        told = replace(self.after, price_eur=self.before.price_eur, lecturer=self.before.lecturer)
        rest = Change(self.event_id, told, self.after)
        return rest if rest.kind else None


def changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """In order of time, as the events are or else were; nothing where both say the same."""
    found = [
        Change(number, before.get(number), after.get(number))
        for number in before.keys() | after.keys()
        if before.get(number) != after.get(number)
    ]
    return tuple(sorted(found, key=lambda one: (one.entry.starts_at, one.event_id)))


def entry_of(event: Event) -> Entry:
    """As the programme has it now; a meeting without a place of its own is held where the event
    is.
    """
    meetings = tuple(
        Meeting(
            one.starts_at,
            one.ends_at,
            *((one.city, one.place) if one.city or one.place else (event.city, event.place)),
        )
        for one in event.sessions
    )
    alone = Meeting(event.starts_at, event.over_at, event.city, event.place)
    return Entry(
        code=event.code,
        title_lt=event.title_lt,
        title_en=event.title_en,
        meetings=meetings or (alone,),
        mode=event.mode,
        price_eur=event.price_eur,
        hours=event.hours,
        lecturer=event.lecturer,
        audience=tuple(event.audience),
        is_off=event.status is Status.CANCELLED,
    )


def as_json(entry: Entry) -> dict[str, Any]:
    """JSON-able, moments in UTC."""
    return {
        "code": entry.code,
        "title_lt": entry.title_lt,
        "title_en": entry.title_en,
        "meetings": [
            [_written(one.start), _written(one.end), one.city, one.place] for one in entry.meetings
        ],
        "mode": entry.mode.value if entry.mode else None,
        "price_eur": None if entry.price_eur is None else str(entry.price_eur),
        "hours": entry.hours,
        "lecturer": entry.lecturer,
        "audience": list(entry.audience),
        "is_off": entry.is_off,
    }


def of_json(facts: Mapping[str, Any]) -> Entry:
    """Of what `as_json` has written."""
    price, mode = facts["price_eur"], facts["mode"]
    return Entry(
        **{name: facts[name] for name in ("code", "title_lt", "title_en", "hours", "lecturer")},
        meetings=tuple(
            Meeting(datetime.fromisoformat(start), datetime.fromisoformat(end), city, place)
            for start, end, city, place in facts["meetings"]
        ),
        mode=None if mode is None else Mode(mode),
        price_eur=None if price is None else Decimal(price),
        audience=tuple(facts["audience"]),
        is_off=facts["is_off"],
    )


def changes_as_json(made: Iterable[Change]) -> list[dict[str, Any]]:
    return [
        {
            "event": one.event_id,
            "before": as_json(one.before) if one.before else None,
            "after": as_json(one.after) if one.after else None,
        }
        for one in made
    ]


def changes_of_json(facts: Iterable[Mapping[str, Any]]) -> tuple[Change, ...]:
    return tuple(
        Change(
            one["event"],
            of_json(one["before"]) if one["before"] else None,
            of_json(one["after"]) if one["after"] else None,
        )
        for one in facts
    )


def _takes_place(entry: Entry | None) -> bool:
    return entry is not None and not entry.is_off


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
