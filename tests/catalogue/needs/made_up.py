"""Surveys of needs, with people who have answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.needs import editing, rules
from catalogue.needs.rules import Given
from catalogue.needs.tables import Kind, Mark, Survey, SurveyQuestion
from catalogue.people.tables import Person
from tests.factories import NOW, a_centre, a_person, kept

THEMES = ["Įtraukusis ugdymas", "Vertinimas"]
GROUPS = ["matematikos mokytojai", "pradinių klasių mokytojai"]


def a_question(place: int = 0, **facts: Any) -> SurveyQuestion:
    plain: dict[str, Any] = {
        "place": place,
        "kind": Kind.SEVERAL,
        "mark": Mark.NOTHING,
        "lithuanian": f"Klausimas {place}?",
        "english": "",
        "options": [[theme, ""] for theme in THEMES],
    }
    return SurveyQuestion(**plain | facts)


def three_questions() -> list[SurveyQuestion]:
    """Themes, groups, and a free wish."""
    return [
        a_question(0, mark=Mark.THEME),
        a_question(1, kind=Kind.ONE, mark=Mark.GROUP, options=[[one, ""] for one in GROUPS]),
        a_question(2, kind=Kind.WORDS, mark=Mark.THEME, options=[]),
    ]


async def a_survey(
    session: AsyncSession,
    *,
    centre: Centre | None = None,
    year: int = 2026,
    questions: Sequence[SurveyQuestion] = (),
    now: datetime | None = NOW,
) -> Survey:
    """Open since `now`, where that is given."""
    centre = centre or a_centre()
    await kept(session, centre)
    survey = Survey(centre_id=centre.id, year=year, opened_at=None, closed_at=None)
    survey.questions = list(questions or three_questions())
    await kept(session, survey)
    if now:
        await editing.open_one(session, survey, now=now)
    return survey


async def answer(
    session: AsyncSession,
    survey: Survey,
    *given: Given,
    person: Person | None = None,
    named: bool = False,
) -> Person:
    """To the questions in their order."""
    if person is None:
        person = a_person()
        await kept(session, person)
    said: Mapping[int, Given] = {
        asked.id: one for asked, one in zip(survey.questions, given, strict=False)
    }
    await rules.send(session, survey.id, said, person=person, named=named)
    return person
