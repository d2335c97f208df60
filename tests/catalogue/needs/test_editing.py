"""Keeping a survey: its questions, and when it is open."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.needs import editing
from catalogue.needs.defaults import USUAL
from catalogue.needs.refusals import (
    NotAQuestion,
    NotReady,
    OpenAlready,
    SurveyAnswered,
    SurveyGone,
    SurveyOver,
    Unfinished,
    Wrong,
)
from catalogue.needs.rules import Given
from catalogue.needs.tables import Survey
from tests.catalogue.needs.made_up import THEMES, a_question, a_survey, answer
from tests.factories import NOW, a_centre, kept

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("written", "pair"),
    [
        (" Ko  reikia? ", ("Ko reikia?", "")),
        ("Ko reikia? | What do you need?", ("Ko reikia?", "What do you need?")),
        ("Ko reikia?\nWhat do you need?", ("Ko reikia?", "What do you need?")),
        ("Ko reikia? \n\n | What do you need?", ("Ko reikia?", "What do you need?")),
    ],
)
def test_a_wording_may_have_english_beside_it(written: str, pair: tuple[str, str]) -> None:
    """Behind a bar or on the next line."""
    assert editing.a_wording(written) == pair


def test_options_stand_one_a_line() -> None:
    """What is there twice, in whatever case, is one."""
    written = "Po pamokų | After lessons\n\nRytais\nPO PAMOKU"
    assert editing.some_options(written) == [["Po pamokų", "After lessons"], ["Rytais", ""]]


@pytest.mark.parametrize(
    ("read", "written", "wrong"),
    [
        (editing.a_wording, "  ", Wrong.WORDING),
        (editing.a_wording, "a" * 301, Wrong.WORDING),
        (editing.some_options, "Vienas", Wrong.OPTIONS),
        (editing.some_options, "Taip\n" + "a" * 61, Wrong.OPTIONS),
        (editing.some_options, "\n".join(map(str, range(25))), Wrong.OPTIONS),
        (editing.some_options, "Taip\n| Yes", Wrong.OPTIONS),
    ],
)
def test_what_cannot_be_asked_is_refused(
    read: Callable[[str], object], written: str, wrong: Wrong
) -> None:
    """With what is wrong about it."""
    with pytest.raises(NotAQuestion) as refusal:
        read(written)
    assert refusal.value.wrong is wrong


async def test_a_new_survey_asks_what_the_last_one_asked(sqlite_database: Database) -> None:
    """The first one has the usual questions; a draft is taken up again."""

    async def work(session: AsyncSession) -> None:
        centre = a_centre()
        await kept(session, centre)
        first = await editing.begin(session, centre_id=centre.id, year=2025)
        assert [asked.lithuanian for asked in first.questions] == [one.lithuanian for one in USUAL]
        added = editing.add_question(first, "Ar norėtumėte vesti?")
        await session.flush()
        editing.move_up(first, added)
        assert [asked.place for asked in first.questions] == [0, 1, 2, 3, 4, 5]
        assert first.questions[4] is added
        await editing.open_one(session, first, now=NOW)
        editing.close(first, now=NOW)
        second = await editing.begin(session, centre_id=centre.id, year=2026)
        again = await editing.begin(session, centre_id=centre.id, year=2026)
        assert again is second
        said = [asked.lithuanian for asked in second.questions]
        assert said == [asked.lithuanian for asked in first.questions]
        await editing.discard(session, second)
        with pytest.raises(SurveyGone):
            await editing.one(session, second.id)

    await sqlite_database.write(work)


async def test_one_open_survey_at_a_centre(sqlite_database: Database) -> None:
    """Another centre has its own; a closed one gives way and is never opened again."""

    async def work(session: AsyncSession) -> None:
        centre = a_centre()
        first = await a_survey(session, centre=centre)
        await a_survey(session)
        second = await a_survey(session, centre=centre, now=None)
        with pytest.raises(OpenAlready) as refusal:
            await editing.open_one(session, second, now=NOW)
        assert refusal.value.survey is first
        assert editing.close(first, now=NOW)
        assert not editing.close(first, now=NOW + DAY)
        await editing.open_one(session, second, now=NOW + DAY)
        assert (first.closed_at, second.opened_at) == (NOW, NOW + DAY)

    await sqlite_database.write(work)


async def test_what_is_unfinished_is_not_opened(sqlite_database: Database) -> None:
    """Without a question, or with one that has nothing to choose from."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session, questions=[a_question(options=[])], now=None)
        for lacks in (Unfinished.OPTIONS, Unfinished.QUESTIONS):
            with pytest.raises(NotReady) as refusal:
                await editing.open_one(session, survey, now=NOW)
            assert refusal.value.lacks is lacks
            survey.questions.clear()

    await sqlite_database.write(work)


async def test_questions_stay_as_they_were_answered(sqlite_database: Database) -> None:
    """From the first answer on, and for good once it is closed."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session)
        assert await editing.changeable(session, survey.id) is survey
        await answer(session, survey, Given((THEMES[0],)))
        with pytest.raises(SurveyAnswered):
            await editing.changeable(session, survey.id)
        editing.close(survey, now=NOW)
        await session.flush()
        with pytest.raises(SurveyOver):
            await editing.changeable(session, survey.id)

    await sqlite_database.write(work)


def test_there_are_no_more_questions_than_are_answered() -> None:
    """A thirteenth is refused."""
    questions = [a_question(place) for place in range(editing.MOST_QUESTIONS)]
    with pytest.raises(NotAQuestion) as refusal:
        editing.add_question(Survey(questions=questions), "Dar vienas?")
    assert refusal.value.wrong is Wrong.MOST_QUESTIONS
