from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.programme import holidays
from catalogue.programme.holidays import Days, SchoolYear, is_public_holiday, read
from catalogue.programme.refusals import NotHolidays
from tests.factories import kept

AUTUMN = Days(name="Rudens atostogos", first=date(2026, 10, 26), last=date(2026, 10, 30))


@pytest.mark.parametrize(
    "text",
    [
        "Rudens atostogos 2026-10-26 – 2026-10-30",
        "Rudens atostogos: 2026-10-26-2026-10-30",
        "Rudens atostogos 2026.10.26 - 10.30",
        "  Rudens   atostogos, 2026-10-26 iki 30",
        "Rudens atostogos (2026 m. spalio 26–30 d.)",
        "Rudens atostogos 2026 10 26 — 2026 10 30",
        "Rudens atostogos 26/10/2026 – 30/10/2026",
        "2026-10-26 – 2026-10-30 d. Rudens atostogos",
        "Rudens atostogos 2026 m. spalio 26 d. – spalio 30 d.",
    ],
)
def test_days_are_read_as_people_write_them(text: str) -> None:
    """In any order and with any dash; the last day need not repeat the year or the month."""
    assert read(text) == AUTUMN


def test_one_day_is_enough() -> None:
    """A single day off begins and ends on itself."""
    day = date(2027, 2, 15)
    assert read("Laisva diena 2027-02-15") == Days(name="Laisva diena", first=day, last=day)


@pytest.mark.parametrize(
    "text",
    [
        "", "Rudens atostogos", "2026-10-26 – 2026-10-30", "Rudens 2026-10-30 – 2026-10-26",
        "Rudens spalio 26–30 d.", "Rudens 2026-13-01 – 2026-13-05",
        "Vasara 2026-06-01 – 2027-01-01",
        "a" * 101 + " 2026-10-26 – 2026-10-30", "Rudens 2026-10-26 10:00", "🙂 12",
    ],
)  # fmt: skip
def test_what_is_no_holidays_is_refused(text: str) -> None:
    """No name, no year, no such day, the end before the beginning, or longer than 120 days."""
    with pytest.raises(NotHolidays):
        read(text)


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        (date(2026, 12, 24), True),
        (date(2027, 3, 28), True),  # Easter Sunday
        (date(2027, 3, 29), True),
        (date(2027, 3, 30), False),
        (date(2027, 5, 2), True),  # Mothers' day
        (date(2027, 6, 6), True),  # Fathers' day
        (date(2027, 6, 13), False),
        (date(2026, 11, 2), True),
        (date(2026, 11, 3), False),
    ],
)
def test_public_holidays(day: date, is_one: bool) -> None:  # noqa: FBT001 -- a table
    """The fixed ones, and those that move with Easter or a month's first Sunday."""
    assert is_public_holiday(day) is is_one


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 11, 30)),  # a Saturday
        (date(2026, 12, 25), date(2027, 1, 7)),  # Christmas holidays by the usual rule
        (date(2026, 11, 1), date(2026, 11, 3)),  # All Saints and All Souls
        (date(2027, 7, 2), date(2027, 9, 1)),
    ],
)
def test_working_days_by_the_usual_rule(day: date, working: date) -> None:
    """Where staff entered nothing, the first working day after holidays is known all the same."""
    assert SchoolYear().working_day(day) == working


def test_what_staff_entered_stands_for_its_school_year() -> None:
    """The usual rule is kept for the years of which they entered nothing."""
    moved = SchoolYear((Days(name="Rudens", first=date(2026, 11, 9), last=date(2026, 11, 13)),))
    assert moved.is_holiday(date(2026, 11, 13))
    assert not moved.is_holiday(date(2026, 10, 30))
    assert moved.is_holiday(date(2027, 11, 2))
    assert (moved.is_entered(date(2026, 9, 1)), moved.is_entered(date(2027, 9, 1))) == (True, False)


async def test_staff_keep_them(database: Database) -> None:
    """In order of time; the same days twice are kept once; what is gone already is no error."""
    winter = Days(name="Žiema", first=date(2027, 2, 15), last=date(2027, 2, 19))

    async def work(session: AsyncSession) -> tuple[Days, ...]:
        await kept(session)
        for days in (winter, AUTUMN, Days(name="Žiemos", first=winter.first, last=winter.last)):
            await holidays.add(session, days)
        both = (await holidays.school_days(session)).entered
        assert [one.name for one in both] == ["Rudens atostogos", "Žiemos"]
        first = (await holidays.entered(session))[0]
        for _ in range(2):
            await holidays.remove(session, first.id)
        return (await holidays.school_days(session)).entered

    assert [one.name for one in await database.write(work)] == ["Žiemos"]
