"""How we speak: one language, one time zone, every inserted value escaped.

Sentences stand in the code in English and in `locale/lt` in Lithuanian. The result is Telegram's
HTML: escaping happens here and nowhere else.
"""

import functools
import gettext
import io
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from babel import Locale, dates, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup

LOCALE = Path(__file__).parent / "locale"

Text = TypeVar("Text", str, Markup)


def _(sentence: str) -> str:
    """Marks a sentence for translation; it is said where the person's language is known."""
    return sentence


def capitalised(text: Text) -> Text:
    """With a capital letter where a line or a button begins; the rest stays as it is."""
    return text[:1].upper() + text[1:]


class Speech:
    """Says a sentence in one language: `say("{name}, good day", name=name)`."""

    def __init__(self, language: str, timezone: ZoneInfo) -> None:
        self.language = language
        self.timezone = timezone
        self._translations = _translations(language)
        self._babel = _locale(language)

    def __call__(self, sentence: str, /, **values: object) -> Markup:
        return Markup(self._translations.gettext(sentence)).format(**values)  # noqa: S704 -- ours

    def n(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        """The form that goes with the number, which the sentence calls `{n}`."""
        chosen = self._translations.ngettext(one, many, number)
        return Markup(chosen).format(n=number, **values)  # noqa: S704 -- ours

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.timezone)

    def clock(self, moment: datetime) -> str:
        return self.local(moment).strftime("%H:%M")

    def day(self, day: datetime | date, *, now: datetime | None = None) -> str:
        """„gruodžio 5 d., penktadienis“; the year too when it is not the year of `now`."""
        day = self.local(day).date() if isinstance(day, datetime) else day
        pattern = "EEEE d MMMM" if self.language == "en" else "MMMM d 'd'., EEEE"
        if now is None or self.local(now).year != day.year:
            pattern = "EEEE d MMMM y" if self.language == "en" else "y 'm'. MMMM d 'd'., EEEE"
        return dates.format_date(day, pattern, locale=self._babel)

    def date_alone(self, moment: datetime) -> str:
        """„2026 m. gruodžio 5 d.“, without the weekday, so that it stands well after „nuo“."""
        pattern = "d MMMM y" if self.language == "en" else "y 'm'. MMMM d 'd'."
        return dates.format_date(self.local(moment).date(), pattern, locale=self._babel)

    def plain_day(self, day: date, *, now: datetime | None = None) -> str:
        """„gruodžio 5 d.“, “5 December”: also after „nuo“ and „iki“; the year as in `day`."""
        has_year = now is None or self.local(now).year != day.year
        if self.language == "en":
            pattern = "d MMMM y" if has_year else "d MMMM"
        else:
            pattern = "y 'm'. MMMM d 'd'." if has_year else "MMMM d 'd'."
        return dates.format_date(day, pattern, locale=self._babel)

    def days(self, first: date, last: date, *, now: datetime | None = None) -> str:
        """„gruodžio 7–13 d.“, “30 November – 6 December”."""
        begin, end = self.plain_day(first, now=now), self.plain_day(last, now=now)
        if (first.year, first.month) != (last.year, last.month):
            return f"{begin} – {end}"
        if self.language == "en":
            return f"{first.day}–{end}"
        return f"{begin.removesuffix(' d.')}–{last.day} d."

    def short_day(self, moment: datetime) -> str:
        """„12-05“ or “5 Dec”: for buttons, where every letter counts."""
        pattern = "d MMM" if self.language == "en" else "MM-dd"
        return dates.format_date(self.local(moment).date(), pattern, locale=self._babel)

    def month(self, day: date) -> str:
        """„2026 m. gruodis“, the month standing alone."""
        pattern = "LLLL y" if self.language == "en" else "y 'm'. LLLL"
        return dates.format_date(day, pattern, locale=self._babel)

    def month_alone(self, day: date) -> str:
        """„gruodis“, without the year."""
        return dates.format_date(day, "LLLL", locale=self._babel)

    def moment(self, moment: datetime, *, now: datetime | None = None) -> str:
        """A day with its hour."""
        return f"{self.day(moment, now=now)}, {self.clock(moment)}"

    def deadline(self, moment: datetime, *, now: datetime) -> str:
        """After „iki“ and „nuo“: „gruodžio 5 d. 10:00“; the weekday would need another case."""
        if self.language == "en":
            return self.moment(moment, now=now)
        is_this_year = self.local(now).year == self.local(moment).year
        pattern = "MMMM d 'd'." if is_this_year else "y 'm'. MMMM d 'd'."
        day = dates.format_date(self.local(moment).date(), pattern, locale=self._babel)
        return f"{day} {self.clock(moment)}"

    def brief(self, moment: datetime, *, now: datetime) -> str:
        """For lists: „gruodžio 5 d., pn 10:00“, “Fri 5 Dec, 10:00”; the year too in another one."""
        local = self.local(moment)
        has_year = self.local(now).year != local.year
        if self.language == "en":
            pattern = "EEE d MMM y," if has_year else "EEE d MMM,"
        else:
            pattern = "y 'm'. MMMM d 'd'., EEE" if has_year else "MMMM d 'd'., EEE"
        return f"{dates.format_date(local.date(), pattern, locale=self._babel)} {local:%H:%M}"

    def period(self, start: datetime, end: datetime, *, now: datetime | None = None) -> str:
        """One meeting: its day with the hours, or both days where it lasts over night."""
        if self.local(start).date() == self.local(end).date():
            return f"{self.moment(start, now=now)}–{self.clock(end)}"
        return f"{self.moment(start, now=now)} – {self.moment(end, now=now)}"

    def euros(self, amount: Decimal) -> str:
        pattern = "0" if amount == amount.to_integral_value() else "0.00"
        return f"{numbers.format_decimal(amount, pattern, locale=self._babel)} €"

    def number(self, number: float) -> str:
        return numbers.format_decimal(number, "0.##", locale=self._babel)

    def nth(self, place: int) -> str:
        """„3-ia“ to stand before a feminine noun such as „vieta“; a plain number in English."""
        if self.language == "en":
            return str(place)
        return f"{place}-ia" if place % 10 == 3 and place % 100 != 13 else f"{place}-a"

    def span(self, length: timedelta) -> str:
        """„2 valandos“, “3 days”: the largest unit alone."""
        return dates.format_timedelta(length, threshold=1.5, locale=self._babel)


@functools.cache
def _locale(language: str) -> Locale:
    return Locale.parse("en_GB" if language == "en" else language)


@functools.cache
def _translations(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()  # the sentences in the code are English
    with (LOCALE / language / "LC_MESSAGES" / "kvieslys.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
