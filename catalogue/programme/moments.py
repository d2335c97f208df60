"""Days and hours as people write them, on the wall clock of the time zone setting.

The year is never guessed. An hour that the clocks skip in spring is refused; one that they show
twice in autumn means the first of the two, and the second can be written with its offset.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from catalogue.centres.names import plain_words
from catalogue.programme.refused import Reason, WrongCell

FIRST_YEAR, LAST_YEAR = 1990, 2100
_EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 -- a spreadsheet's day has no time zone

MONTHS = {
    stem: number
    for number, stems in enumerate(
        (
            "saus january jan", "vasar february feb", "kov march mar", "baland april apr",
            "geguz may", "birzel june jun", "liep july jul", "rugpj august aug",
            "rugsej september sep sept", "spal october oct", "lapkri november nov",
            "gruod december dec",
        ),
        start=1,
    )
    for stem in stems.split()
}  # fmt: skip
#: By the beginning of a folded word.
WEEKDAYS = {
    stem: number
    for number, stems in enumerate(
        (
            "pirmadien mon", "antradien tues", "treciadien wednes", "ketvirtadien thurs",
            "penktadien fri", "sestadien satur", "sekmadien sun",
        ),
        start=1,
    )
    for stem in stems.split()
}  # fmt: skip
_WEEKDAY = re.compile(
    r"\(?\b(?:(?:pirmadien|antradien|treciadien|ketvirtadien|penktadien|sestadien|sekmadien)[a-z]*"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\)?,?"
)
_DAY = (
    re.compile(r"(?P<y>\d{4})\s*[-./ ]\s*(?P<m>\d{1,2})\s*[-./ ]\s*(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?P<d>\d{1,2})\s*[-./]\s*(?P<m>\d{1,2})\s*[-./]\s*(?P<y>\d{4})(?!\d)"),
    re.compile(
        r"(?P<y>\d{4})\s*(?:m\b\.?)?,?\s*(?P<word>[a-z]{3,})\s*(?:men\b\.?)?\s*(?P<d>\d{1,2})(?!\d)"
    ),
    re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<word>[a-z]{3,})\.?,?\s+(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?P<word>[a-z]{3,})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})(?!\d)"),
)
_NO_YEAR = re.compile(
    r"\d{1,2}[-./]\d{1,2}(?!\d)|[a-z]{3,}\s*(?:men\b\.?)?\s*\d{1,2}\b|\d{1,2} [a-z]{3}"
)
_HOUR = (
    r"(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>\d{{2}})(?::(?P<{0}s>\d{{2}})(?:[.,]\d{{1,9}})?)?"
    r"|(?=\s*(?:val|h\b|am\b|pm\b|(?:-|iki)\s*\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:val|h\b))))"
    r"\s*(?P<{0}half>am\b|pm\b)?(?:(?:valand[a-z]*|val\b\.?|h\b\.?)(?:\s*(?P<{0}mm>\d{{1,2}})\s*min\b\.?)?)?"
)
#: A minus is the dash of „10:00-14:00“; only in the ISO form it is an offset.
_OFFSET = r"\s*(?P<offset>z|utc|gmt|\+\d{2}:?\d{2})"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(:\d{2}([.,]\d{1,6})?)?-\d{2}:\d{2}")
_HOURS = re.compile(
    rf"(?:nuo\s+)?{_HOUR.format('a')}(?:{_OFFSET}|\s*(?:-|iki)\s*{_HOUR.format('b')})?"
)


@dataclass(frozen=True, slots=True)
class Written:
    """What a cell says: a day, an hour, both, and perhaps an hour of the end or an offset."""

    day: date | None = None
    hour: time | None = None
    until: time | None = None
    offset: timezone | None = None
    text: str = ""


def written(cell: object) -> Written:
    """Reads a real date, a spreadsheet's number or a text. Raises WrongCell."""
    if isinstance(cell, datetime):
        away = cell.utcoffset()
        offset = None if away is None else timezone(away)
        return Written(cell.date(), cell.time(), offset=offset, text=str(cell))
    if isinstance(cell, date):
        return Written(cell, text=str(cell))
    if isinstance(cell, time):
        return Written(hour=cell, text=str(cell))
    if isinstance(cell, timedelta) and timedelta() <= cell < timedelta(days=1):
        return Written(hour=(_EXCEL_EPOCH + cell).time(), text=str(cell))
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _of_number(cell)
    if not isinstance(cell, str):
        raise WrongCell(Reason.NOT_A_DATE, written=cell)
    return _of_text(cell)


def moment(said: Written, zone: ZoneInfo) -> datetime:
    """The instant, in UTC and to the minute. Raises WrongCell."""
    if said.day is None:
        raise WrongCell(Reason.NOT_A_DATE, written=said.text)
    if not FIRST_YEAR <= said.day.year <= LAST_YEAR:
        raise WrongCell(Reason.YEAR_OUT_OF_RANGE, written=said.text)
    if said.hour is None:
        raise WrongCell(Reason.NO_TIME, written=said.text)
    naive = datetime.combine(said.day, _to_the_minute(said.hour))
    if said.offset is not None:
        return naive.replace(tzinfo=said.offset).astimezone(UTC)
    instant = naive.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != naive:
        raise WrongCell(Reason.NO_SUCH_TIME, written=said.text)
    return instant


def wall_clock(instant: datetime, zone: ZoneInfo) -> datetime | None:
    """The naive hour of the wall clock, or None where it would be read back as another instant."""
    local = instant.astimezone(zone)
    naive = local.replace(tzinfo=None, fold=0)
    return naive if naive.replace(tzinfo=zone).astimezone(UTC) == instant else None


def _to_the_minute(hour: time) -> time:
    """A spreadsheet keeps 10:00 as a fraction, which can come back as 09:59:59.999."""
    nearer = datetime.combine(date.min, hour.replace(tzinfo=None)) + timedelta(seconds=1)
    return nearer.time().replace(second=0, microsecond=0)


def _of_number(number: float) -> Written:
    if not 30_000 <= number <= 75_000:  # days since 1900: 1982 to 2105
        raise WrongCell(Reason.NOT_A_DATE, written=number)
    whole = _EXCEL_EPOCH + timedelta(minutes=round(number * 24 * 60))
    hour = None if number == int(number) else whole.time()
    return Written(whole.date(), hour, text=str(number))


def _of_text(cell: str) -> Written:
    text = _WEEKDAY.sub(" ", re.sub(r"[–—−]", "-", _plain(cell[:200]))).strip()
    if _ISO.fullmatch(text):
        return _of_iso(cell.strip())
    day, rest = _day_of(text)
    rest = re.sub(r"^(?:\s|,|d\b\.?|t(?=\d))+", "", rest).rstrip(" .,;")
    if day is None and (not rest or _HOURS.fullmatch(rest) is None):
        reason = Reason.NO_YEAR if _NO_YEAR.match(text) else Reason.NOT_A_DATE
        raise WrongCell(reason, written=cell)
    if not rest:
        return Written(day, text=cell)
    found = _HOURS.fullmatch(rest)
    if found is None:
        raise WrongCell(Reason.NOT_A_DATE, written=cell)
    try:
        return Written(
            day,
            _hour_of(found, "a"),
            _hour_of(found, "b") if found["bh"] else None,
            _offset_of(found["offset"]),
            cell,
        )
    except ValueError:
        raise WrongCell(Reason.NOT_A_DATE, written=cell) from None


def _of_iso(cell: str) -> Written:
    try:
        return written(datetime.fromisoformat(cell.upper()))
    except ValueError:
        raise WrongCell(Reason.NOT_A_DATE, written=cell) from None


def _plain(text: str) -> str:
    """Folds letters only: signs matter in a date."""
    return re.sub(r"[^\W\d_]+", lambda word: plain_words(word[0]), text).strip()


def _day_of(text: str) -> tuple[date | None, str]:
    for pattern in _DAY:
        if found := pattern.match(text):
            parts = found.groupdict()
            month = month_of(parts["word"]) if "word" in parts else int(parts["m"])
            try:
                return date(int(parts["y"]), month, int(parts["d"])), text[found.end() :]
            except ValueError:
                raise WrongCell(Reason.NOT_A_DATE, written=text) from None
    return None, text


def month_of(word: str) -> int:
    """From a folded word in any case form, in Lithuanian or English; 0 where it is none."""
    if word in MONTHS:
        return MONTHS[word]
    return next((n for stem, n in MONTHS.items() if len(stem) > 2 and word.startswith(stem)), 0)


def _hour_of(found: re.Match[str], side: str) -> time:
    hour, minute = int(found[f"{side}h"]), int(found[f"{side}m"] or found[f"{side}mm"] or 0)
    if half := found[f"{side}half"]:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute)


def _offset_of(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text.isalpha():
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    return timezone(timedelta(hours=hours, minutes=minutes))
