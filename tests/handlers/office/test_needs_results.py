"""Results of a closed survey: a page, pictures, groups, words, a workbook."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.needs import editing
from catalogue.needs.gathered import gathered
from catalogue.needs.refusals import SurveyGone
from catalogue.needs.rules import Given
from catalogue.needs.tables import Survey
from catalogue.people.tables import Role
from handlers.office import needs_results as results
from handlers.office.callbacks.needs import KeptSurvey, SurveyDeed, SurveyResults
from handlers.replies import Errand
from handlers.talk import Talk
from handlers.words.speech import Speech
from tests.catalogue.needs.made_up import GROUPS, THEMES, a_survey, answer
from tests.factories import NOW, VILNIUS
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, labels, pressed, texts

WISH = "Apie autizmą"


@pytest.fixture
async def rasa(session: AsyncSession) -> Talk:
    return await an_owner_of_the_house(session)


@pytest.fixture
async def survey(session: AsyncSession) -> Survey:
    """Five of each group, the first of which wants the first theme; one wish."""
    survey = await a_survey(session)
    for group, theme in zip(GROUPS, THEMES, strict=True):
        for _ in range(5):
            await answer(session, survey, Given((theme,)), Given((group,)))
    await answer(session, survey, Given(), Given((GROUPS[0],)), Given(words=WISH))
    editing.close(survey, now=NOW)
    await session.flush()
    return survey


def of(survey: Survey, **facts: int) -> SurveyResults:
    return SurveyResults(**{"survey": survey.id, "at": 1} | facts)


async def test_all_questions_and_each_as_a_picture(rasa: Talk, survey: Survey) -> None:
    """The picture is drawn beside the conversation."""
    page = await results.results(
        pressed(), KeptSurvey(survey=survey.id, deed=SurveyDeed.RESULTS), rasa
    )
    assert f"{THEMES[0]}: 5 (45 %)" in texts(page)[0]
    assert len(buttons(page)) == 5
    drawn = await results.one_question(pressed(), of(survey), rasa)
    assert isinstance(drawn, Errand)
    assert (drawn.kind, drawn.facts["has_words"]) == (results.PICTURE, False)
    keyboard = results.doors(
        Speech("lt", VILNIUS), survey, of(survey, by=2, group=1), has_words=True
    )
    assert labels(keyboard) == [
        "Visų atsakymai",
        "Pagal: Klausimas 1?",
        "Savais žodžiais",
        "Kiti klausimai",
    ]


async def test_too_few_answers_leave_nothing_to_press(session: AsyncSession, rasa: Talk) -> None:
    """An old button leads to why nothing is shown, and back."""
    survey = await a_survey(session)
    await answer(session, survey, Given((THEMES[0],)))
    editing.close(survey, now=NOW)
    page = await results.results(
        pressed(), KeptSurvey(survey=survey.id, deed=SurveyDeed.RESULTS), rasa
    )
    assert "Atsakė mažiau nei 5 žmonės" in texts(page)[0]
    assert buttons(page) == ["Atgal"]


async def test_groups_are_chosen_from_those_that_may_be_told(rasa: Talk, survey: Survey) -> None:
    """Each with how many are in it; the groups themselves are not told apart by groups."""
    choice = await results.one_question(pressed(), of(survey, by=2), rasa)
    assert buttons(choice) == [f"{GROUPS[0]} (6)", f"{GROUPS[1]} (5)", "Kiti klausimai"]
    one = await results.one_question(pressed(), of(survey, by=2, group=1), rasa)
    assert isinstance(one, Errand)
    keyboard = results.doors(Speech("lt", VILNIUS), survey, of(survey, at=2), has_words=False)
    assert labels(keyboard) == ["Kiti klausimai"]
    with pytest.raises(SurveyGone):
        await results.one_question(pressed(), of(survey, at=9), rasa)


async def test_words_are_for_those_who_keep_the_survey(
    rasa: Talk, survey: Survey, session: AsyncSession
) -> None:
    """An observer gets the numbers, as a workbook too."""
    centre = await session.get_one(Centre, survey.centre_id)
    observer = await employed(session, Role.OBSERVER, centre)
    for who, sees in ((rasa, True), (observer, False)):
        said = await results.one_question(pressed(), of(survey, at=3), who)
        assert (WISH in texts(said)[0]) is sees
        book = await results.workbook(
            pressed(), KeptSurvey(survey=survey.id, deed=SurveyDeed.WORKBOOK), who
        )
        assert isinstance(book, Errand)
        assert book.facts["words"] is sees


async def test_nothing_is_told_before_it_is_closed_nor_of_few(
    rasa: Talk, session: AsyncSession
) -> None:
    """Whatever an old button asks for."""
    survey = await a_survey(session)
    for _ in range(4):
        await answer(session, survey, Given((THEMES[0],)), Given((GROUPS[0],)), Given(words=WISH))
    deeds = (SurveyDeed.RESULTS, SurveyDeed.WORKBOOK)
    for deed, show in zip(deeds, (results.results, results.workbook), strict=True):
        said = await show(pressed(), KeptSurvey(survey=survey.id, deed=deed), rasa)
        assert "Atvira nuo" in texts(said)[0]
    assert "Atvira nuo" in texts(await results.one_question(pressed(), of(survey), rasa))[0]
    editing.close(survey, now=NOW)
    for at in (1, 2, 3):
        said = await results.one_question(pressed(), of(survey, at=at), rasa)
        assert WISH not in texts(said)[0]
    none = await results.one_question(pressed(), of(survey, by=2), rasa)
    assert "per mažai" in texts(none)[0]
    assert len((await gathered(session, survey)).chosen) == 4
