"""The bank of good practice: nobody reads what its author and staff have not both agreed to."""

from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.people.tables import PersonTrait, Trait
from catalogue.practice import bank
from catalogue.practice.refusals import ExampleGone, NotAnExample
from catalogue.practice.tables import Consent, PracticeExample, Standing
from tests.catalogue.practice.made_up import an_example
from tests.factories import NOW, a_person, an_event, kept

NAMED, NAMELESS = Consent.NAMED, Consent.NAMELESS
WAITING, APPROVED, DECLINED = Standing


@pytest.mark.parametrize("text", ["", "  ", "5 !", "a" * (bank.LONGEST + 1)])
def test_what_is_no_example(text: str) -> None:
    """Nothing in words, or more than a page of the bank holds."""
    with pytest.raises(NotAnExample):
        bank.an_example(text)


async def test_who_reads_what(sqlite_database: Database) -> None:
    """Everyone what is agreed to and let in, with a name where that was agreed to; staff decide of
    what is agreed to and waits; its author always sees it.
    """

    async def work(session: AsyncSession) -> None:
        ona = a_person(name="Ona Onaitė")
        await kept(session, ona)
        school = PersonTrait(person_id=ona.id, kind=Trait.SCHOOL, value="Saulė", key="saule")
        await kept(session, school)
        for consent, standing in product((None, NAMED, NAMELESS), Standing):
            event = an_event()
            await kept(session, event)
            one = an_example(event, ona, consent=consent, standing=standing)
            await kept(session, one)
            is_open = consent is not None and standing is APPROVED
            signed = ("Ona Onaitė", "Saulė") if consent is NAMED else ("", "")
            read = await bank.in_bank(session, [one.id])
            assert [(each.name, each.school) for each in read] == [signed] * is_open
            assert await bank.has_any(session, event) is is_open
            waits = consent is not None and standing is WAITING
            realm = Realm(events=frozenset({event.id}))
            assert await bank.count_waiting(session, realm) == waits
            assert len(await bank.waiting(session, realm)) == waits
            assert (one.id in await bank.to_tell(session)) is waits
        assert len(await bank.of_author(session, ona)) == 9
        assert await bank.count_waiting(session, EVERYWHERE) == 2

    await sqlite_database.write(work)


async def test_staff_decide_of_their_own(database: Database) -> None:
    """The one that waits longest first; of another centre's none."""

    async def work(session: AsyncSession) -> None:
        event, other, ona = an_event(), an_event(), a_person()
        await kept(session, event, other, ona)
        new = an_example(event, ona, words="Nauja")
        old = an_example(event, ona, words="Sena", written_at=NOW - timedelta(days=1))
        await kept(session, new, old, an_example(other, ona))
        realm = Realm(centres=frozenset({event.centre_id}))
        found = await bank.waiting(session, realm)
        assert [one.example.words for one in found] == ["Sena", "Nauja"]
        assert await bank.count_waiting(session, realm) == 2
        before = await bank.last_change(session)
        bank.decide(old, APPROVED, now=NOW)
        await session.flush()
        let_in = await bank.last_change(session)
        bank.reword(old, " Be vardų ", now=NOW + timedelta(minutes=1))
        await session.flush()
        assert len({before, let_in, await bank.last_change(session)}) == 3
        assert [one.example.words for one in await bank.in_bank(session)] == ["Be vardų"]
        assert [one.example.id for one in await bank.in_bank(session, [new.id])] == []

    await database.write(work)


async def test_its_author_gives_it_and_takes_it_back(sqlite_database: Database) -> None:
    """Nobody else can, and staff do not see what was not given."""

    async def work(session: AsyncSession) -> None:
        event, ona, jonas = an_event(), a_person(), a_person()
        await kept(session, event, ona, jonas)
        kept_one = await bank.write(session, event, " Bandėme ", author=ona, now=NOW)
        assert (kept_one.words, kept_one.consent) == ("Bandėme", None)
        with pytest.raises(ExampleGone):
            await bank.own(session, kept_one.id, author=jonas)
        with pytest.raises(ExampleGone):
            await bank.before_staff(session, kept_one.id)
        bank.offer(session, await bank.own(session, kept_one.id, author=ona), NAMELESS)
        await session.flush()
        assert (await bank.before_staff(session, kept_one.id)).name == ""
        await bank.remove(session, kept_one)
        with pytest.raises(ExampleGone):
            await bank.own(session, kept_one.id, author=ona)

    await sqlite_database.write(work)


async def test_one_who_is_forgotten(sqlite_database: Database) -> None:
    """Only what stands in the bank without a name stays, and is nobody's from then on."""

    async def work(session: AsyncSession) -> None:
        event, ona, other = an_event(), a_person(), a_person()
        await kept(session, event, ona, other)
        every: dict[str, PracticeExample] = {
            f"{consent}-{standing}": an_example(event, ona, consent=consent, standing=standing)
            for consent, standing in product((None, NAMED, NAMELESS), Standing)
        }
        stays, others = every["nameless-approved"], an_example(event, other)
        await kept(session, *every.values(), others)
        await bank.forget(session, person=ona)
        left = await session.execute(select(PracticeExample.id, PracticeExample.person_id))
        assert set(map(tuple, left)) == {(stays.id, None), (others.id, other.id)}
        assert [one.name for one in await bank.in_bank(session)] == [""]

    await sqlite_database.write(work)


async def test_what_was_given_to_nobody_goes(sqlite_database: Database) -> None:
    """After a month; what was given stays."""

    async def work(session: AsyncSession) -> None:
        event, ona = an_event(), a_person()
        await kept(session, event, ona)
        old = NOW - timedelta(days=31)
        await kept(
            session,
            an_example(event, ona, consent=None, written_at=old),
            an_example(event, ona, consent=None),
            an_example(event, ona, written_at=old),
        )
        await bank.prune(session, now=NOW)
        assert await session.scalar(select(func.count()).select_from(PracticeExample)) == 2

    await sqlite_database.write(work)
