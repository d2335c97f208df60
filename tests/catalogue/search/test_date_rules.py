"""One expression of days at a time, on ordinary and on awkward days."""

from datetime import date

import pytest

from catalogue.search.dates import When
from tests.catalogue.search.days import days, read


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("šiandien", "2026-11-22..2026-11-22"),
        ("siandien vakare", "2026-11-22..2026-11-22"),
        ("rytoj", "2026-11-23..2026-11-23"),
        ("rytoj 15 val.", "2026-11-23..2026-11-23"),
        ("poryt", "2026-11-24..2026-11-24"),
        ("užporyt", "2026-11-25..2026-11-25"),
        ("pirmadienį", "2026-11-23..2026-11-23"),
        ("penktadienį", "2026-11-27..2026-11-27"),
        ("šį penktadienį", "2026-11-27..2026-11-27"),
        ("kitą penktadienį", "2026-11-27..2026-11-27"),
        ("sekmadienį", "2026-11-22..2026-11-22"),
        ("šią savaitę", "2026-11-16..2026-11-22"),
        ("kitą savaitę", "2026-11-23..2026-11-29"),
        ("dar kitą savaitę", "2026-11-30..2026-12-06"),
        ("kitos savaitės pradžioje", "2026-11-23..2026-11-24"),
        ("kitos savaites pabaigoje", "2026-11-26..2026-11-29"),
        ("savaitgalį", "2026-11-21..2026-11-22"),
        ("šį savaitgalį", "2026-11-21..2026-11-22"),
        ("kitą savaitgalį", "2026-11-28..2026-11-29"),
        ("šį mėnesį", "2026-11-01..2026-11-30"),
        ("kita menesi", "2026-12-01..2026-12-31"),
        ("kito mėnesio pradžioje", "2026-12-01..2026-12-10"),
        ("mėnesio pabaigoje", "2026-11-21..2026-11-30"),
        ("gruodį", "2026-12-01..2026-12-31"),
        ("gruodzio men", "2026-12-01..2026-12-31"),
        ("kovo mėnesį", "2027-03-01..2027-03-31"),
        ("lapkritį", "2026-11-01..2026-11-30"),
        ("spalį", "2027-10-01..2027-10-31"),
        ("vasario mėn.", "2027-02-01..2027-02-28"),
        ("gegužę", "2027-05-01..2027-05-31"),
        ("liepą", "2027-07-01..2027-07-31"),
        ("rugpjūtį", "2027-08-01..2027-08-31"),
        ("2028 m. vasaris", "2028-02-01..2028-02-29"),
        ("2027-03", "2027-03-01..2027-03-31"),
        ("lapkričio pabaigoje", "2026-11-21..2026-11-30"),
        ("gruodžio pradžioje", "2026-12-01..2026-12-10"),
        ("gruodzio viduryje", "2026-12-11..2026-12-20"),
        ("lapkričio pradžioje", "2027-11-01..2027-11-10"),
        ("gruodžio 5 d.", "2026-12-05..2026-12-05"),
        ("gruodžio 5", "2026-12-05..2026-12-05"),
        ("gruodzio 5 diena", "2026-12-05..2026-12-05"),
        ("2026 m. gruodžio 5 d.", "2026-12-05..2026-12-05"),
        ("š. m. gruodžio 5 d.", "2026-12-05..2026-12-05"),
        ("spalio 12 d.", "2027-10-12..2027-10-12"),
        ("2026-12-05", "2026-12-05..2026-12-05"),
        ("2026.12.05", "2026-12-05..2026-12-05"),
        ("12-05", "2026-12-05..2026-12-05"),
        ("05.12.2026", "2026-12-05..2026-12-05"),
        ("25 d.", "2026-11-25..2026-11-25"),
        ("15 d.", "2026-12-15..2026-12-15"),
        ("gruodžio 5–7 d.", "2026-12-05..2026-12-07"),
        ("gruodžio 5-7", "2026-12-05..2026-12-07"),
        ("per savaitę", "2026-11-22..2026-11-29"),
        ("per dvi savaites", "2026-11-22..2026-12-06"),
        ("per artimiausias 2 savaites", "2026-11-22..2026-12-06"),
        ("per 10 dienų", "2026-11-22..2026-12-02"),
        ("po 2 savaičių", "2026-11-30..2026-12-06"),
        ("po dviejų savaičių", "2026-11-30..2026-12-06"),
        ("po savaitės", "2026-11-23..2026-11-29"),
        ("po 3 dienų", "2026-11-25..2026-11-25"),
        ("pavasarį", "2027-03-01..2027-05-31"),
        ("rudenį", "2026-09-01..2026-11-30"),
        ("žiemą", "2026-12-01..2027-02-28"),
        ("vasarą", "2027-06-01..2027-08-31"),
        ("today", "2026-11-22..2026-11-22"),
        ("tomorrow's training", "2026-11-23..2026-11-23"),
        ("the day after tomorrow", "2026-11-24..2026-11-24"),
        ("this Friday", "2026-11-27..2026-11-27"),
        ("next Friday", "2026-11-27..2026-11-27"),
        ("this weekend", "2026-11-21..2026-11-22"),
        ("next week", "2026-11-23..2026-11-29"),
        ("next month", "2026-12-01..2026-12-31"),
        ("in December", "2026-12-01..2026-12-31"),
        ("in May", "2027-05-01..2027-05-31"),
        ("end of November", "2026-11-21..2026-11-30"),
        ("mid December", "2026-12-11..2026-12-20"),
        ("early January", "2027-01-01..2027-01-10"),
        ("December 5th", "2026-12-05..2026-12-05"),
        ("5 December 2026", "2026-12-05..2026-12-05"),
        ("in two weeks", "2026-11-30..2026-12-06"),
        ("within two weeks", "2026-11-22..2026-12-06"),
    ],
)
def test_a_phrase_is_read_as_a_range(phrase: str, expected: str) -> None:
    """Asked on a Sunday evening, each phrase means the days a teacher means."""
    assert days(phrase) == expected


@pytest.mark.parametrize(
    ("today", "phrase", "expected"),
    [
        (date(2026, 12, 31), "rytoj", "2027-01-01..2027-01-01"),
        (date(2026, 12, 31), "kitą savaitę", "2027-01-04..2027-01-10"),
        (date(2026, 12, 31), "kitą mėnesį", "2027-01-01..2027-01-31"),
        (date(2026, 12, 31), "sausį", "2027-01-01..2027-01-31"),
        (date(2026, 12, 31), "gruodžio 31 d.", "2026-12-31..2026-12-31"),
        (date(2026, 12, 31), "gruodžio 30 d.", "2027-12-30..2027-12-30"),
        (date(2027, 1, 31), "per mėnesį", "2027-01-31..2027-02-28"),
        (date(2028, 2, 29), "vasario 29 d.", "2028-02-29..2028-02-29"),
        (date(2028, 2, 29), "kitą mėnesį", "2028-03-01..2028-03-31"),
        (date(2028, 3, 1), "vasario 29 d.", "2032-02-29..2032-02-29"),
        (date(2026, 3, 28), "rytoj", "2026-03-29..2026-03-29"),
        (date(2026, 3, 29), "kitą savaitę", "2026-03-30..2026-04-05"),
        (date(2026, 10, 24), "savaitgalį", "2026-10-24..2026-10-25"),
        (date(2026, 10, 25), "rytoj", "2026-10-26..2026-10-26"),
        (date(2026, 11, 27), "penktadienį", "2026-11-27..2026-11-27"),
        (date(2026, 11, 27), "kitą penktadienį", "2026-12-04..2026-12-04"),
        (date(2026, 11, 25), "savaitgalį", "2026-11-28..2026-11-29"),
        (date(2027, 1, 15), "žiemą", "2026-12-01..2027-02-28"),
    ],
)
def test_awkward_days_of_asking(today: date, phrase: str, expected: str) -> None:
    """Year's ends, a leap day and both clock changes move nothing by a day."""
    assert days(phrase, today) == expected


@pytest.mark.parametrize(
    ("phrase", "weekdays"),
    [
        ("penktadieniais", (5,)),
        ("savaitgaliais", (6, 7)),
        ("darbo dienomis", (1, 2, 3, 4, 5)),
        ("antradieniais ir ketvirtadieniais", (2, 4)),
        ("on Fridays", (5,)),
    ],
)
def test_a_habit_is_weekdays_and_no_range(phrase: str, weekdays: tuple[int, ...]) -> None:
    """On Fridays is any Friday, not the next one."""
    assert read(phrase) == When(weekdays=weekdays)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("už rugsėjo seminarą", "2026-09-01..2026-09-30"),
        ("gruodžio", "2025-12-01..2025-12-31"),
        ("spalio 12 d.", "2026-10-12..2026-10-12"),
        ("from September", "2026-09-01..2026-09-30"),
    ],
)
def test_looking_back_a_bare_month_is_the_last_one(phrase: str, expected: str) -> None:
    """A certificate for September is for the September that was."""
    assert days(phrase, past=True) == expected


@pytest.mark.parametrize(
    "text",
    [
        "kova su patyčiomis",
        "vakaras su vaiku",
        "1–12 klasėse",
        "8 val. programa",
        "teachers may join",
        "Python 3",
        "gruodžiojimas",
        "iki 50 eur",
        "99999",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Words and numbers that only look like the calendar stay for the search."""
    assert read(text) == When()
