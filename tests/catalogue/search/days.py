"""What a sentence says of days, short enough for a table."""

from datetime import date

from catalogue.search.dates import When, take_dates
from catalogue.search.sentence import Sentence

SUNDAY = date(2026, 11, 22)


def read(text: str, today: date = SUNDAY, *, past: bool = False) -> When:
    """What a sentence says of days on a day of asking."""
    return take_dates(Sentence(text), today, past=past)


def days(text: str, today: date = SUNDAY, *, past: bool = False) -> str:
    """The range said, as two ISO dates, an open side left out."""
    span = read(text, today, past=past).span
    if span is None:
        return ""
    return f"{span.first or ''}..{span.last or ''}"
