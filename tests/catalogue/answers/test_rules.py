"""Who approves what."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers import rules
from catalogue.answers.refusals import AnswerGone, NotAnAnswer, NotAQuestion
from catalogue.database import Database
from catalogue.people.tables import Person, Role, StaffMember
from catalogue.programme.revisions import current_revisions
from tests.factories import NOW, a_person, kept

FACTS = {"question": "Ar yra kur pastatyti automobilį?", "answer": " Taip, kieme. "}


async def staff_of(session: AsyncSession, centre_id: int | None) -> Person:
    person = a_person()
    await kept(session, person)
    member = StaffMember(person_id=person.id, centre_id=centre_id, role=Role.COORDINATOR, since=NOW)
    await kept(session, member)
    return person


async def test_an_answer_lives_until_it_is_removed(database: Database) -> None:
    """Each change is counted, so that whoever keeps the answers in memory looks again."""

    async def work(session: AsyncSession) -> None:
        rasa = await staff_of(session, None)
        known = await rules.add(session, **FACTS, language="lt", centre_id=None, by=rasa, now=NOW)
        revisions = [(await current_revisions(session)).answers]
        await rules.ask_also(session, known, "kur  parkuotis?", now=NOW)
        revisions.append((await current_revisions(session)).answers)
        await rules.correct(session, known, "Ne.", now=NOW)
        revisions.append((await current_revisions(session)).answers)
        assert (known.questions, known.answer) == (
            ["Ar yra kur pastatyti automobilį?", "kur parkuotis?"], "Ne.",
        )  # fmt: skip
        assert [each.id for each in await rules.approved(session)] == [known.id]
        assert await rules.one(session, known.id) is known
        await rules.remove(session, known)
        revisions.append((await current_revisions(session)).answers)
        assert revisions == sorted(set(revisions))
        with pytest.raises(AnswerGone):
            await rules.one(session, known.id)

    await database.write(work)


async def test_an_answer_stays_without_its_author(sqlite_database: Database) -> None:
    """It is the centre's; whose it was is told to them and forgotten with them."""

    async def work(session: AsyncSession) -> None:
        rasa = await staff_of(session, None)
        known = await rules.add(session, **FACTS, language="lt", centre_id=None, by=rasa, now=NOW)
        assert await rules.answered_by(session, person=rasa) == [known]
        await rules.forget(session, person=rasa)
        assert (known.added_by, await rules.answered_by(session, person=rasa)) == (None, [])

    await sqlite_database.write(work)


@pytest.mark.parametrize("text", ["", "ar yra?", "???", "kodėl " * 200])
def test_no_question(text: str) -> None:
    """Nothing could be found by it."""
    with pytest.raises(NotAQuestion):
        rules.a_question(text)


@pytest.mark.parametrize("text", ["  ", "a" * 3001])
def test_no_answer(text: str) -> None:
    """It must say something, and fit into a message with its source."""
    with pytest.raises(NotAnAnswer):
        rules.an_answer(text)
