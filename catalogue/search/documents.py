"""What the search knows of one event."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One event as the search sees it.

    `key` is the event's row id. `price_eur` None is unknown and 0 is free; `hours` are academic.
    `starts` and `ends` are aware, one a session, sorted: the event has started at `starts[0]`.
    """

    key: int
    code: str
    title_lt: str = ""
    title_en: str = ""
    summary: str = ""
    form: str = ""
    audience: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    priority_field: str = ""
    mode: str = ""
    city: str = ""
    place: str = ""
    organiser: str = ""
    organiser_names: tuple[str, ...] = ()
    lecturer: str = ""
    language: str = "lt"
    price_eur: Decimal | None = None
    hours: float | None = None
    starts: tuple[datetime, ...] = ()
    ends: tuple[datetime, ...] = ()
