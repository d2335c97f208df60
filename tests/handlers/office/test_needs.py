"""Surveys of needs as staff keep them: begun, opened, told of, closed."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.centres.tables import Centre
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.needs.refusals import SurveyAnswered
from catalogue.needs.rules import Given
from catalogue.needs.tables import Survey
from catalogue.numbers.groups import LEAST
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Role
from handlers.office import needs
from handlers.office.callbacks.needs import KeptSurvey, SurveyDeed, Surveys
from handlers.replies import Recipe, Replies
from handlers.talk import Talk
from tests.catalogue.needs.made_up import THEMES, a_question, a_survey, answer
from tests.factories import NOW, a_centre, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, each, pressed, texts


@pytest.fixture
async def centre(session: AsyncSession) -> Centre:
    centre = a_centre(name="Kauno centras")
    await kept(session, centre)
    return centre


@pytest.fixture
async def rasa(session: AsyncSession, centre: Centre) -> Talk:
    return await employed(session, Role.COORDINATOR, centre)


def about(survey: Survey, deed: SurveyDeed) -> KeptSurvey:
    return KeptSurvey(survey=survey.id, deed=deed)


async def deeds(session: AsyncSession) -> list[Deed]:
    return list(await session.scalars(select(JournalEntry.deed).order_by(JournalEntry.id)))


async def test_a_survey_from_its_beginning_to_its_end(
    session: AsyncSession, rasa: Talk, centre: Centre
) -> None:
    """Each step is noted once, whatever is pressed again; closing is asked first."""
    empty = await needs.show(pressed(), Surveys(), rasa)
    assert "Apklausų dar nebuvo" in texts(empty)[0]
    assert buttons(empty) == ["Nauja apklausa: 2026–2027 m. m.", "Paklausa"]
    begun = await needs.begin(pressed(), Surveys(centre=centre.id, year=2026), rasa)
    assert buttons(begun) == ["Atverti mokytojams", "Klausimai", "Ištrinti apklausą", "Atgal"]
    (survey,) = await session.scalars(select(Survey))
    for _ in range(2):
        opened = await needs.open_it(pressed(), about(survey, SurveyDeed.OPEN), rasa)
    assert "Atsakė: <b>0</b>." in texts(opened)[0]
    for _ in range(LEAST):
        await answer(session, survey, Given(("Matematika",)))
    asked = await needs.close(pressed(), about(survey, SurveyDeed.CLOSE), rasa)
    assert "nuo tada bus rodomi rezultatai" in texts(asked)[0]
    assert buttons(asked) == ["Taip, baigti apklausą", "Atgal"]
    for _ in range(2):
        closed = await needs.close(pressed(), about(survey, SurveyDeed.REALLY_CLOSE), rasa)
    assert buttons(closed) == ["Rezultatai", "Rezultatai Excel lentelėje", "Atgal"]
    assert await deeds(session) == [Deed.SURVEY_BEGUN, Deed.SURVEY_OPENED, Deed.SURVEY_CLOSED]
    listed = await needs.show(pressed(), Surveys(centre=centre.id), rasa)
    assert buttons(listed)[0] == "2026–2027 m. m.: baigta lapkričio 22 d."


async def test_one_that_too_few_have_answered(
    session: AsyncSession, rasa: Talk, centre: Centre
) -> None:
    """Before it is closed for good staff hear that there would be no results, and afterwards no
    button leads to any.
    """
    survey = await a_survey(session, centre=centre)
    for _ in range(LEAST - 1):
        await answer(session, survey, Given((THEMES[0],)))
    asked = await needs.close(pressed(), about(survey, SurveyDeed.CLOSE), rasa)
    assert "Atsakė 4 žmonės, o rezultatai rodomi, kai atsako bent 5" in texts(asked)[0]
    closed = await needs.close(pressed(), about(survey, SurveyDeed.REALLY_CLOSE), rasa)
    assert "Atsakė mažiau nei 5 žmonės" in texts(closed)[0]
    assert buttons(closed) == ["Atgal"]


async def test_what_is_in_the_way_is_a_button(
    session: AsyncSession, rasa: Talk, centre: Centre
) -> None:
    """A question without options, and another survey that is open."""
    draft = await a_survey(session, centre=centre, questions=[a_question(options=[])], now=None)
    said = await needs.open_it(pressed(), about(draft, SurveyDeed.OPEN), rasa)
    assert buttons(said) == ["Klausimai"]
    await a_survey(session, centre=centre)
    said = await needs.open_it(pressed(), about(draft, SurveyDeed.OPEN), rasa)
    assert buttons(said) == ["Į atvirą apklausą"]
    assert draft.opened_at is None


async def test_teachers_are_told_through_the_announcements(
    session: AsyncSession, rasa: Talk, centre: Centre
) -> None:
    """A draft with a link to the survey, for everyone, to be looked at before it goes out."""
    survey = await a_survey(session, centre=centre)
    said = await needs.announce(pressed(), about(survey, SurveyDeed.ANNOUNCE), rasa)
    (draft,) = await session.scalars(select(Announcement))
    assert (draft.state, draft.author_id) == (AnnouncementState.DRAFT, rasa.person.id)
    assert f"?start=nd_{survey.id}" in draft.text
    assert draft.centres == [centre.id]
    shown = [one.kind for one in each(said) if isinstance(one, Recipe)]
    assert shown == ["announcement", "announcement_summary"]


async def test_only_what_nobody_has_answered_is_deleted(
    session: AsyncSession, rasa: Talk, centre: Centre
) -> None:
    """Asks once."""
    survey = await a_survey(session, centre=centre)
    asked = await needs.discard(pressed(), about(survey, SurveyDeed.DISCARD), rasa)
    assert buttons(asked)[0] == "Taip, ištrinti apklausą"
    await answer(session, survey, Given((THEMES[0],)))
    with pytest.raises(SurveyAnswered):
        await needs.discard(pressed(), about(survey, SurveyDeed.REALLY_DISCARD), rasa)
    draft = await a_survey(session, centre=centre, now=None)
    await needs.discard(pressed(), about(draft, SurveyDeed.REALLY_DISCARD), rasa)
    assert list(await session.scalars(select(Survey))) == [survey]


async def test_an_observer_only_looks(session: AsyncSession, centre: Centre) -> None:
    """An owner of several centres chooses one first."""
    survey = await a_survey(session, centre=centre)
    observer = await employed(session, Role.OBSERVER, centre)
    seen = await needs.look(pressed(), about(survey, SurveyDeed.LOOK), observer)
    assert buttons(seen) == ["Atgal"]
    listed: Replies = await needs.show(pressed(), Surveys(), observer)
    assert buttons(listed) == ["2026–2027 m. m.: atvira", "Paklausa"]
    with pytest.raises(RightNeeded):
        await needs.close(pressed(), about(survey, SurveyDeed.REALLY_CLOSE), observer)
    await kept(session, a_centre(name="Vilniaus centras"))
    owner = await an_owner_of_the_house(session)
    choice = await needs.show(pressed(), Surveys(), owner)
    assert buttons(choice) == ["Kauno centras", "Vilniaus centras"]
    listed = await needs.show(pressed(), Surveys(centre=centre.id), owner)
    assert buttons(listed)[-1] == "Kitas centras"


async def test_a_year_that_is_over_cannot_be_asked_about(
    session: AsyncSession, rasa: Talk, centre: Centre
) -> None:
    """An old button shows what there is; in spring the next year may be asked about too."""
    said = await needs.begin(pressed(), Surveys(centre=centre.id, year=2024), rasa)
    assert "Poreikių apklausos" in texts(said)[0]
    assert list(await session.scalars(select(Survey))) == []
    spring = replace(rasa, now=NOW.replace(year=2027, month=5))
    listed = await needs.show(pressed(), Surveys(), spring)
    years = ["2026–2027 m. m.", "2027–2028 m. m."]
    assert buttons(listed) == [*(f"Nauja apklausa: {year}" for year in years), "Paklausa"]
