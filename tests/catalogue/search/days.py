"""What a sentence says of days, short enough for a table."""

from datetime import date, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

from catalogue.search.dates import When, take_dates
from catalogue.search.sentence import Sentence
from catalogue.search.spans import Span

SUNDAY = date(2026, 11, 22)
VILNIUS = ZoneInfo("Europe/Vilnius")


def read(text: str, today: date = SUNDAY, *, past: bool = False) -> When:
    """What a sentence says of days on a day of asking."""
    return take_dates(Sentence(text), today, past=past)


def days(text: str, today: date = SUNDAY, *, past: bool = False) -> str:
    """The range said, as two ISO dates, an open side left out."""
    span = read(text, today, past=past).span
    return _range(span) if span else ""


def meaning(when: When) -> str:
    """All that was said, as the table of phrases writes it."""
    said = [
        _range(when.span) if when.span else "",
        _weekdays(when.weekdays),
        when.part_of_day or "",
        f"not {_range(when.not_span)}" if when.not_span else "",
        f"not {_weekdays(when.not_weekdays)}" if when.not_weekdays else "",
        f"not {when.not_part_of_day}" if when.not_part_of_day else "",
        *(f"or {_range(one.other)}" for one in when.doubts),
    ]
    return ", ".join(filter(None, said)) or "-"


def phrases() -> list[tuple[datetime, str, str]]:
    """The table: the moment of asking, the phrase, what it means."""
    asked = datetime.min.replace(tzinfo=VILNIUS)
    rows: list[tuple[datetime, str, str]] = []
    text = files(__package__).joinpath("days_said.txt").read_text(encoding="utf-8")
    for line in filter(None, text.splitlines()):
        phrase, means, meant = line.partition(" | ")
        if line.startswith("@ "):
            asked = datetime.fromisoformat(line[2:18]).replace(tzinfo=VILNIUS)
        elif means and not line.startswith("#"):
            rows.append((asked, phrase, meant))
    return rows


def _range(span: Span) -> str:
    if span.first == span.last:
        return f"{span.first}"
    return f"{span.first or ''}..{span.last or ''}"


def _weekdays(weekdays: tuple[int, ...]) -> str:
    return f"weekday {' '.join(map(str, weekdays))}" if weekdays else ""
