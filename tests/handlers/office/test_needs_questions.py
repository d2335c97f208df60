"""The questions of a survey, changed in the chat."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.needs.refusals import NotAQuestion, SurveyAnswered
from catalogue.needs.rules import Given
from catalogue.needs.tables import Kind, Mark, Survey
from handlers.office import needs_questions as questions
from handlers.office.callbacks.needs import KeptQuestion, KeptSurvey, QuestionDeed, SurveyDeed
from handlers.replies import Replies
from handlers.talk import Talk
from tests.catalogue.needs.made_up import THEMES, a_survey, answer
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, pressed, texts, written


@pytest.fixture
async def rasa(session: AsyncSession) -> Talk:
    return await an_owner_of_the_house(session)


@pytest.fixture
async def survey(session: AsyncSession) -> Survey:
    return await a_survey(session, now=None)


def about(survey: Survey, deed: QuestionDeed, place: int = 0) -> KeptQuestion:
    return KeptQuestion(survey=survey.id, question=survey.questions[place].id, deed=deed)


async def test_a_question_of_ones_own(rasa: Talk, survey: Survey) -> None:
    """Written, made one to choose from, given options, moved up; in both languages."""
    await questions.add(pressed(), KeptSurvey(survey=survey.id, deed=SurveyDeed.ADD), rasa)
    with pytest.raises(NotAQuestion):
        await questions.wording_written(written("  "), rasa)
    said = await questions.wording_written(written("Iš kur? | Where from?"), rasa)
    assert "EN: Where from?" in texts(said)[0]
    added = survey.questions[-1]
    number = {"survey": survey.id, "question": added.id}
    await questions.choose(pressed(), KeptQuestion(**number, kind=Kind.ONE), rasa)
    said = await questions.choose(pressed(), KeptQuestion(**number, mark=Mark.TOWN), rasa)
    assert [label for label in buttons(said) if "✓" in label] == ["✓ Vienas", "✓ Miestai"]
    await questions.ask(pressed(), KeptQuestion(**number, deed=QuestionDeed.OPTIONS), rasa)
    said = await questions.options_written(written("Kaunas\nAlytus"), rasa)
    assert "• Kaunas\n• Alytus" in texts(said)[0]
    assert await rasa.state.get_state() is None
    await questions.move_up(pressed(), KeptQuestion(**number, deed=QuestionDeed.UP), rasa)
    assert survey.questions[2] is added
    assert (added.kind, added.mark) == (Kind.ONE, Mark.TOWN)
    assert added.options == [["Kaunas", ""], ["Alytus", ""]]


async def test_a_question_is_reworded_and_removed(rasa: Talk, survey: Survey) -> None:
    """Removing asks once."""
    await questions.ask(pressed(), about(survey, QuestionDeed.WORDING), rasa)
    await questions.wording_written(written("Ko trūksta?"), rasa)
    said: Replies = await questions.look(pressed(), about(survey, QuestionDeed.LOOK), rasa)
    assert texts(said)[0].startswith("<b>1. Ko trūksta?</b>")
    asked = await questions.remove(pressed(), about(survey, QuestionDeed.REMOVE), rasa)
    assert buttons(asked) == ["Taip, pašalinti", "Atgal"]
    left = await questions.remove(pressed(), about(survey, QuestionDeed.REALLY_REMOVE), rasa)
    assert buttons(left)[0] == "1. Klausimas 1?"
    assert "Pridėti klausimą" in buttons(left)


async def test_answered_questions_are_only_looked_at(rasa: Talk, session: AsyncSession) -> None:
    """With the reason, and what to do instead."""
    survey = await a_survey(session)
    await answer(session, survey, Given((THEMES[0],)))
    listed = await questions.show(
        pressed(), KeptSurvey(survey=survey.id, deed=SurveyDeed.QUESTIONS), rasa
    )
    assert "Jau yra atsakiusių" in texts(listed)[0]
    assert "Pridėti klausimą" not in buttons(listed)
    with pytest.raises(SurveyAnswered):
        await questions.move_up(pressed(), about(survey, QuestionDeed.UP), rasa)
    with pytest.raises(SurveyAnswered):
        await questions.ask(pressed(), about(survey, QuestionDeed.WORDING), rasa)
