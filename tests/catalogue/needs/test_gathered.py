"""What a closed survey tells, and beside it the one of a year ago."""

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.needs import editing
from catalogue.needs.gathered import gathered, makers_of_groups, same_in, year_before
from catalogue.needs.results import Line
from catalogue.needs.rules import Given
from catalogue.needs.tables import Kind, Survey
from tests.catalogue.needs.made_up import (
    GROUPS,
    THEMES,
    a_question,
    a_survey,
    answer,
    three_questions,
)
from tests.factories import NOW, a_centre


async def filled(session: AsyncSession, survey: Survey, *, times: int) -> None:
    """So many of each group, all of the first want the first theme, and one of each writes."""
    for group, theme in zip(GROUPS, THEMES, strict=True):
        for number in range(times):
            words = Given(words=f"Noras {number}") if number == 0 else Given()
            await answer(session, survey, Given((theme,)), Given((group,)), words)
    editing.close(survey, now=NOW)
    await session.flush()


async def test_by_group_and_in_words(sqlite_database: Database) -> None:
    """The free words stand by their random keys, which is the same at each look."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session)
        await filled(session, survey, times=5)
        found = await gathered(session, survey)
        themes, groups, wish = survey.questions
        assert makers_of_groups(survey) == [groups]
        whole = found.told(themes)
        assert whole is not None
        assert list(whole.lines) == [Line(THEMES[0], 5), Line(THEMES[1], 5)]
        apart = found.told_by(themes, groups)
        assert list(apart[GROUPS[0]].lines) == [Line(THEMES[0], 5), Line(THEMES[1], 0)]
        assert (found.told(wish), len(found.written(wish))) == (None, 2)
        assert found.written(wish) == (await gathered(session, survey)).written(wish)

    await sqlite_database.write(work)


async def test_of_few_answers_not_a_word(sqlite_database: Database) -> None:
    """Four people are too few for numbers and for words."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session)
        await filled(session, survey, times=2)
        found = await gathered(session, survey)
        themes, groups, wish = survey.questions
        assert (found.told(themes), found.told_by(themes, groups)) == (None, {})
        assert list(found.written(wish)) == []

    await sqlite_database.write(work)


async def test_beside_the_same_question_a_year_ago(sqlite_database: Database) -> None:
    """In whatever case and marks it was written; not where it was answered otherwise, and not of
    another centre.
    """

    async def work(session: AsyncSession) -> None:
        centre = a_centre()
        old = await a_survey(session, centre=centre, year=2024)
        editing.close(old, now=NOW)
        before = await a_survey(session, centre=centre, year=2025)
        await filled(session, before, times=5)
        elsewhere = await a_survey(session, year=2025)
        editing.close(elsewhere, now=NOW)
        now = await a_survey(session, centre=centre, questions=three_questions())
        found = await year_before(session, now)
        assert found is not None
        assert found.survey is before
        assert len(found.chosen) == 10
        again = a_question(9, lithuanian="KLAUSIMAS 0?")
        assert same_in(again, before) is before.questions[0]
        assert same_in(a_question(9, lithuanian="Klausimas 0?", kind=Kind.ONE), before) is None
        assert await year_before(session, old) is None

    await sqlite_database.write(work)
