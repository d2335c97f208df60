"""The days with which a line of a plan begins: one or several, with or without month and year."""

import re
from dataclasses import dataclass
from datetime import date

from catalogue.centres.names import plain_words
from catalogue.programme.moments import MONTHS, WEEKDAYS, month_of
from catalogue.programme.refused import Reason, WrongCell

_MONTH = "|".join(sorted((stem for stem in MONTHS if len(stem) > 2), key=len, reverse=True))
_LIST = r"\d{1,2}(?:\s*(?:-|,|ir|iki)\s*\d{1,2})*"
_WEEKDAY = (
    r"(?P<weekday>pirmadien|antradien|treciadien|ketvirtadien|penktadien|sestadien|sekmadien"
    r"|mon|tues|wednes|thurs|fri|satur|sun)(?:[a-z]*)"
)
_SHORT = r"(?P<short>pr|pirm|an|antr|tr|trec|kt|ketv|pn|penkt|st|sest|sk|sekm)\b\.?"
_SHORTS = ("pr pirm", "an antr", "tr trec", "kt ketv", "pn penkt", "st sest", "sk sekm")
_HEADING = re.compile(
    rf"(?:(?P<y>\d{{4}})\s*(?:m\b\.?)?\s*)?(?P<word>{_MONTH})[a-z]*\s*(?:men\b\.?|menuo)?"
    r"\s*(?P<late>\d{4})?\s*(?:m\b\.?)?\s*:?"
)
_DAYS = (
    # 2026-12-05, 2026 12 05
    re.compile(
        rf"(?P<y>\d{{4}})\s*[-./ ]\s*(?P<m>\d{{1,2}})\s*[-./ ]\s*(?P<list>{_LIST})(?![\d:])"
    ),
    # 05.12.2026
    re.compile(r"(?P<list>\d{1,2})\s*[-./]\s*(?P<m>\d{1,2})\s*[-./]\s*(?P<y>\d{4})(?!\d)"),
    # 2026 m. gruodžio 5–6 d.
    re.compile(
        rf"(?:(?P<y>\d{{4}})\s*(?:m\b\.?)?\s*)?(?P<word>{_MONTH})[a-z]*\s*(?:men\b\.?)?\s*"
        rf"(?P<list>{_LIST})(?![\d:.])"
    ),
    # 5 d., 5–6 d. below the heading of a month
    re.compile(rf"(?!\d{{1,2}}-0\d)(?P<list>{_LIST})\s*(?=d\b)"),
    # 12-05, 12-12 ir 12-19
    re.compile(
        r"(?P<pairs>\d{1,2}[-./]\d{1,2}(?:\s*(?:,|ir|-|iki)\s*\d{1,2}[-./]\d{1,2})*)\.?(?![\d:])"
    ),
    # 5, penktadienis
    re.compile(r"(?P<list>\d{1,2})\.?(?=\s*[,(]?\s*(?:pirmad|antrad|treciad|ketvirtad|penktad))"),
)
_HOUR = r"\d{1,2}(?:[:.]\d{2})"
_HOURS = re.compile(
    rf"(?:nuo\s+)?(?:{_HOUR}\s*(?:(?:-|iki)\s*\d{{1,2}}(?:[:.]\d{{2}})?)?"
    rf"(?:\s*(?:val\b|h\b)\.?)?"
    rf"|\d{{1,2}}(?:\s*(?:-|iki)\s*\d{{1,2}}(?:[:.]\d{{2}})?)?\s*(?:val\b|h\b)\.?)"
)
_BETWEEN = re.compile(r"[\s,;()|]*(?:d\b\.?)?[\s,;()|:-]*")


@dataclass(frozen=True, slots=True)
class Day:
    """`year` None where it is said nowhere; `text` is the day as `moments.written` reads it."""

    month: int
    day: int
    year: int | None

    @property
    def text(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.year else ""


@dataclass(frozen=True, slots=True)
class Days:
    """`hours` as the line writes them, empty where it says none; `length` is what all of it took
    of the line.
    """

    days: tuple[Day, ...]
    hours: str
    length: int


def month_heading(line: str) -> tuple[int, int | None] | None:
    """„GRUODIS“, „2026 m. gruodžio mėn.“: the month, and the year where it is said."""
    found = _HEADING.fullmatch(_folded(line).strip(" *_#"))
    if found is None:
        return None
    year = found["y"] or found["late"]
    return month_of(found["word"]), int(year) if year else None


def days_of(
    line: str, *, month: int | None, year: int | None = None, strict: bool = False
) -> Days | None:
    """What the line begins with; None where that is no day.

    With `strict` what is doubtful raises WrongCell: a day that there is not, two numbers that may
    be either month or day, a weekday that is not that day's. `month` and `year` are for days
    that name none.
    """
    folded = _folded(line)
    before = re.match(rf"\s*(?:{_WEEKDAY}|{_SHORT})[\s,]*", folded)
    at = before.end() if before else 0
    found = next((one for pattern in _DAYS if (one := pattern.match(folded, at))), None)
    if found is None:
        return None
    if "pairs" not in found.re.groupindex and _month(found, month) is None:
        return None
    try:
        days = _days(found, month, year)
    except WrongCell:
        if strict:
            raise
        days = ()
    at = _past_signs(folded, found.end())
    after = re.match(rf"(?:{_WEEKDAY}|{_SHORT})", folded[at:])
    if after:
        at = _past_signs(folded, at + after.end())
    for weekday in filter(None, (before, after)):
        if strict:
            _check(weekday, days, line[:at].strip(" ,"))
    hours = _HOURS.match(folded, at)
    return Days(days, hours[0] if hours else "", hours.end() if hours else at)


def _past_signs(folded: str, at: int) -> int:
    found = _BETWEEN.match(folded, at)
    return found.end() if found else at


def _folded(line: str) -> str:
    """Of the same length, so that places in it are places in the line."""
    same = re.sub(r"[–—−]", "-", line)
    return re.sub(r"[^\W\d_]", lambda one: plain_words(one[0])[:1] or one[0], same)


def _month(found: re.Match[str], heading: int | None) -> int | None:
    parts = found.groupdict()
    if parts.get("m"):
        return int(parts["m"])
    return month_of(parts["word"]) if parts.get("word") else heading


def _days(found: re.Match[str], heading: int | None, year: int | None) -> tuple[Day, ...]:
    parts = found.groupdict()
    if parts.get("pairs"):
        return _pairs(parts["pairs"], heading, year)
    own = int(parts["y"]) if parts.get("y") else year
    month = _month(found, heading)
    return tuple(_day(month or 0, day, own) for day in _listed(parts["list"]))


def _listed(text: str) -> list[int]:
    """„5–7“ is three days, „5, 12 ir 19“ are three as well."""
    days: list[int] = []
    for part in re.split(r"\s*(?:,|ir)\s*", text):
        first, *last = (int(one) for one in re.split(r"\s*(?:-|iki)\s*", part))
        days += range(first, last[0] + 1) if last else [first]
    return days


def _pairs(text: str, heading: int | None, year: int | None) -> tuple[Day, ...]:
    """Divided by a hyphen the month is first; else the heading, or what can be no month, tells."""
    found = re.findall(r"(\d{1,2})([-./])(\d{1,2})", text)
    days = [_pair(int(a), sign, int(b), heading, year) for a, sign, b in found]
    is_range = len(days) == 2 and re.search(r"\d\s*(?:-|iki)\s*\d{1,2}[-./]\d", text[3:])
    if not is_range or days[0].month != days[1].month:
        return tuple(days)
    return tuple(_day(days[0].month, day, year) for day in range(days[0].day, days[1].day + 1))


def _pair(first: int, sign: str, second: int, heading: int | None, year: int | None) -> Day:
    if sign == "-" or first == heading != second or second > 12:
        return _day(first, second, year)
    if second == heading != first or first > 12 or first == second:
        return _day(second, first, year)
    raise WrongCell(Reason.EITHER_DAY, written=f"{first:02}{sign}{second:02}")


def _day(month: int, day: int, year: int | None) -> Day:
    try:
        date(year or 2028, month, day)  # a leap year, where none is known
    except ValueError:
        raise WrongCell(Reason.NOT_A_DATE, written=f"{month:02}-{day:02}") from None
    return Day(month, day, year)


def _check(said: re.Match[str], days: tuple[Day, ...], written: str) -> None:
    """The weekday is that of the first day; without a year nobody can tell."""
    if not days or days[0].year is None:
        return
    word, short = said["weekday"], said["short"]
    short_ones = (number for number, of in enumerate(_SHORTS, start=1) if short in of.split())
    number = WEEKDAYS[word] if word else next(short_ones)
    if date(days[0].year, days[0].month, days[0].day).isoweekday() != number:
        raise WrongCell(Reason.OTHER_WEEKDAY, written=written)
