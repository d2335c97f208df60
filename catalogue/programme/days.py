"""A day that somebody writes without its year: which it may be, and the whole day."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from catalogue.programme.moments import written
from catalogue.programme.refused import Reason, WrongCell

_NUMBERS = re.compile(r"(\d{1,2})([-./])(\d{1,2})\.?(?![\d:])")
_WORD_AFTER = re.compile(r"(\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d]{3,})", re.IGNORECASE)
_LAST_MONTH = 12


def lacks_year(text: str) -> bool:
    """Whether the day is clear and only its year is not said."""
    try:
        written(text)
    except WrongCell as wrong:
        return wrong.reason is Reason.NO_YEAR
    return False


def with_year(text: str, year: int) -> str:
    """The same day of that year, as `moments.written` reads it; unchanged where it has one.

    Numbers divided by hyphens are a month and a day. Otherwise both orders are in use, so what
    may be either is refused. Raises WrongCell.
    """
    if not lacks_year(text):
        return text
    if numbers := _NUMBERS.match(text.strip()):
        return _of_numbers(numbers, text.strip(), year)
    for candidate in (f"{year} {text}", _WORD_AFTER.sub(rf"\1 {year}", text, count=1)):
        try:
            written(candidate)
        except WrongCell:
            continue
        return candidate
    raise WrongCell(Reason.NOT_A_DATE, written=text)


def years(now: datetime, zone: ZoneInfo) -> tuple[int, int]:
    """The two that a coming event can be of."""
    this = now.astimezone(zone).year
    return this, this + 1


def _of_numbers(found: re.Match[str], text: str, year: int) -> str:
    first, second = int(found[1]), int(found[3])
    rest = text[found.end() :]
    if found[2] != "-" and first <= _LAST_MONTH >= second and first != second:
        raise WrongCell(Reason.EITHER_DAY, written=found[0])
    month, day = (second, first) if first > _LAST_MONTH else (first, second)
    return f"{year}-{month}-{day}{rest}"
