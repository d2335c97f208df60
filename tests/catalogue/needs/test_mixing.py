"""How many rows are written anew with a new one."""

from functools import partial
from typing import Any
from uuid import uuid4

from sqlalchemy import String, insert, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.needs import editing
from catalogue.needs.mixing import ROWS
from catalogue.needs.rules import Given
from catalogue.needs.tables import SurveyAnswer, SurveyTaker
from catalogue.people.tables import Person
from tests.catalogue.needs.made_up import a_survey, answer
from tests.factories import NOW, a_person, kept

BEFORE = 7 * ROWS


async def test_a_new_row_is_one_of_many(postgres_database: Database) -> None:
    """Where many have answered, a whole lot of answers and of people has the mark of the last
    transaction; by far not all of them, and none is lost.
    """

    async def work(session: AsyncSession) -> tuple[int, int]:
        survey, last = await a_survey(session), a_person()
        await kept(session, last)
        people = [{"name": "", "met_at": NOW} for _ in range(BEFORE)]
        numbers = await session.scalars(insert(Person).returning(Person.id), people)
        which: dict[str, Any] = {"survey_id": survey.id}
        takers = [which | {"person_id": one} for one in numbers]
        answers = [which | {"key": uuid4().hex, "person_id": None, "chosen": {}} for _ in takers]
        await session.execute(insert(SurveyTaker), takers)
        await session.execute(insert(SurveyAnswer), answers)
        return survey.id, last.id

    async def one_more(session: AsyncSession, number: int, who: int) -> None:
        survey, person = await editing.one(session, number), await session.get_one(Person, who)
        await answer(session, survey, Given(), Given(), Given(words="Keramika"), person=person)

    async def look(session: AsyncSession) -> None:
        mark = literal_column("xmin::text", String)
        for table in (SurveyAnswer, SurveyTaker):
            marks = list(await session.scalars(select(mark).select_from(table)))
            assert len(marks) == BEFORE + 1
            assert ROWS / 2 < min(map(marks.count, set(marks))) < BEFORE / 2

    number, who = await postgres_database.write(work)
    await postgres_database.write(partial(one_more, number=number, who=who))
    await postgres_database.read(look)
