import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people import traits
from catalogue.people.refusals import NotATelephone
from catalogue.people.tables import Trait
from tests.factories import a_person, kept


@pytest.mark.parametrize(
    ("written", "kept_as"),
    [
        ("+37061234567", "+37061234567"),
        ("+370 612 34567", "+37061234567"),
        ("8 612 34567", "+37061234567"),
        ("0 (612) 34-567", "+37061234567"),
        ("0037061234567", "+37061234567"),
        ("+48 601 234 567", "+48601234567"),
    ],
)
def test_a_telephone_has_its_country(written: str, kept_as: str) -> None:
    """However people write it."""
    assert traits.clean_telephone(written) == kept_as


@pytest.mark.parametrize("written", ["", "61234567", "+370612345", "+3706123456789", "Ona"])
def test_what_is_no_telephone_is_refused(written: str) -> None:
    """A digit too many would ring at somebody else's."""
    with pytest.raises(NotATelephone):
        traits.clean_telephone(written)


@pytest.mark.parametrize(
    ("kind", "written", "kept_as"),
    [
        (Trait.CITY, "Kaune", "Kaunas"),
        (Trait.CITY, "siauliuose", "Šiauliai"),
        (Trait.CITY, "Paryžius", "Paryžius"),
        (Trait.SCHOOL, "  Saulės   gimnazija ", "Saulės gimnazija"),
        (Trait.SUBJECT, "m" * 500, "m" * traits.LONGEST_VALUE),
    ],
)
def test_values_are_kept_alike(kind: Trait, written: str, kept_as: str) -> None:
    """A town in its nominative, so that all of a town are together."""
    assert traits.clean_value(kind, written) == kept_as


async def test_what_people_tell(database: Database) -> None:
    """Several subjects, one town; said twice is kept once, and each can be taken back."""

    async def work(session: AsyncSession) -> None:
        ona, jonas = a_person(), a_person()
        await kept(session, ona, jonas)
        for value in ("Matematika", "matematika", "Fizika", "  "):
            await traits.add(session, ona, Trait.SUBJECT, value)
        for town in ("Kaune", "Vilniuje"):
            await traits.add(session, ona, Trait.CITY, town)
        await traits.add(session, jonas, Trait.SUBJECT, "Fizika")
        await traits.add(session, jonas, Trait.GROUP, "logopedai")
        told = await traits.traits_of(session, ona)
        assert told[Trait.SUBJECT] == ["Matematika", "Fizika"]
        assert told[Trait.CITY] == ["Vilnius"]
        assert await traits.known_values(session, Trait.SUBJECT) == ["Fizika", "Matematika"]
        known = await traits.known_values(session, Trait.GROUP)
        assert known[0] == "logopedai"
        assert known.count("logopedai") == 1
        assert "bibliotekininkai" in known
        await traits.remove(session, ona, Trait.SUBJECT, "MATEMATIKA")
        await traits.clear(session, ona, Trait.CITY)
        told = await traits.traits_of(session, ona)
        assert (told[Trait.SUBJECT], told[Trait.CITY]) == (["Fizika"], [])

    await database.write(work)


async def test_there_is_an_end_to_telling(database: Database) -> None:
    """What is above the bound is not kept."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        for number in range(traits.MOST[Trait.SUBJECT] + 3):
            await traits.add(session, ona, Trait.SUBJECT, f"Dalykas {number}")
        told = await traits.traits_of(session, ona)
        assert len(told[Trait.SUBJECT]) == traits.MOST[Trait.SUBJECT]

    await database.write(work)
