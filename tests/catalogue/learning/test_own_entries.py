"""What a person writes into the ledger themselves."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning import own_entries as rules
from catalogue.learning.own_entries import Described
from catalogue.learning.refusals import (
    EntryGone,
    NotADay,
    NotAKind,
    NotATitle,
    NotHours,
    TooManyEntries,
)
from catalogue.learning.tables import OwnKind
from catalogue.people.refusals import ConsentNeeded
from tests.factories import NOW, a_person, kept

TODAY = date(2026, 11, 22)
BOOK = Described(kind=OwnKind.SELF_STUDY, title="Knyga", day=TODAY, hours=4)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-10-15", date(2026, 10, 15)),
        ("2026 m. spalio 15 d.", date(2026, 10, 15)),
        ("spalio 15 d.", date(2026, 10, 15)),
        ("gruodžio 1", date(2025, 12, 1)),
        ("lapkričio 22", TODAY),
        ("11-23", date(2025, 11, 23)),
        ("2016-11-22", date(2016, 11, 22)),
        ("Šiandien", TODAY),
        (" vakar ", date(2026, 11, 21)),
        ("užvakar", date(2026, 11, 20)),
        ("Yesterday", date(2026, 11, 21)),
    ],
)
def test_a_day_without_a_year_is_the_last_such_one(written: str, day: date) -> None:
    """What was learnt is over, so nothing is guessed that would be told otherwise."""
    assert rules.a_day(written, today=TODAY) == day


@pytest.mark.parametrize(
    "written", ["2026-11-23", "2016-11-21", "rytoj", "", "10:00", "vasario 29", "3.4", "31"]
)
def test_what_is_no_day_of_an_entry(written: str) -> None:
    """To come, more than ten years ago, or none at all."""
    with pytest.raises(NotADay):
        rules.a_day(written, today=TODAY)


def test_a_leap_day_of_last_year() -> None:
    """Without its year it is that one, though this year has none."""
    assert rules.a_day("vasario 29", today=date(2029, 1, 31)) == date(2028, 2, 29)


def test_ten_years_before_a_leap_day() -> None:
    """There is such a day."""
    assert rules.oldest(date(2028, 2, 29)) == date(2018, 2, 28)


@pytest.mark.parametrize(
    ("written", "hours"),
    [("6", 6), ("1,5", 1.5), ("0.5", 0.5), ("40 akad. val.", 40), ("200", 200)],
)
def test_hours_as_people_write_them(written: str, hours: float) -> None:
    """With a comma, with words beside them."""
    assert rules.some_hours(written) == hours


@pytest.mark.parametrize("written", ["0", "0,4", "200,5", "201", "-3", "daug", "", "1e3"])
def test_what_is_no_number_of_hours(written: str) -> None:
    """From half an hour to two hundred."""
    with pytest.raises(NotHours):
        rules.some_hours(written)


def test_words_are_bounded() -> None:
    """One line of up to 200 letters; only the organiser may be missing."""
    assert rules.a_title("  Knyga\tapie DI ") == "Knyga apie DI"
    assert rules.an_organiser("-") == ""
    for text in ("", "a" * 201):
        with pytest.raises(NotATitle):
            rules.a_title(text)
    with pytest.raises(NotAKind):
        rules.a_kind("knyga")
    assert rules.a_kind("self_study") is OwnKind.SELF_STUDY


def test_what_a_form_has_gathered_becomes_an_entry() -> None:
    """Through JSON and back."""
    gathered = {"kind": "self_study", "title": "Knyga", "day": "2026-11-22", "hours": 4}
    assert Described.of(gathered) == BOOK


async def test_entries_are_their_writers_alone(database: Database) -> None:
    """Nobody else sees or touches them; they end with the person's data."""

    async def work(session: AsyncSession) -> Any:
        ona, jonas = a_person(), a_person()
        await kept(session, ona, jonas)
        entry = await rules.add(session, ona, BOOK, now=NOW)
        with pytest.raises(EntryGone):
            await rules.one_of(session, jonas, entry.id)
        assert await rules.one_of(session, ona, entry.id) is entry
        other = await rules.add(session, jonas, BOOK, now=NOW)
        await rules.remove(session, other)
        with pytest.raises(EntryGone):
            await rules.one_of(session, jonas, other.id)
        before = list(await rules.of_person(session, ona))
        await rules.forget(session, person=ona)
        return before, await rules.of_person(session, ona)

    before, after = await database.write(work)
    assert ([one.title for one in before], list(after)) == (["Knyga"], [])


async def test_none_without_consent_and_no_more_than_enough(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What tells of a person needs their word; nobody fills the house."""
    monkeypatch.setattr(rules, "MOST", 1)

    async def work(session: AsyncSession) -> None:
        ona, stranger = a_person(), a_person(introduced=False)
        await kept(session, ona, stranger)
        with pytest.raises(ConsentNeeded):
            await rules.add(session, stranger, BOOK, now=NOW)
        await rules.add(session, ona, BOOK, now=NOW)
        with pytest.raises(TooManyEntries):
            await rules.add(session, ona, BOOK, now=NOW)

    await database.write(work)
