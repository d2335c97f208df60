"""Keeping a survey: its questions, when it is open, and when it is over."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
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
from catalogue.needs.tables import Kind, Mark, Survey, SurveyQuestion, SurveyTaker
from catalogue.search.normalise import fold

LONGEST_WORDING, LONGEST_OPTION = 300, 60
FEWEST_OPTIONS, MOST_OPTIONS, MOST_QUESTIONS = 2, 24, 12
_BETWEEN = re.compile(r"[|\n][|\s]*")


async def one(session: AsyncSession, number: int) -> Survey:
    """As it stands. Raises SurveyGone."""
    survey = await session.get(Survey, number)
    if survey is None:
        raise SurveyGone
    return survey


async def locked(session: AsyncSession, number: int) -> Survey:
    """For this turn: answers and changes of questions wait for one another. Raises SurveyGone."""
    survey = await session.scalar(
        select(Survey)
        .where(Survey.id == number)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if survey is None:
        raise SurveyGone
    return survey


async def changeable(session: AsyncSession, number: int) -> Survey:
    """One whose questions may still be changed. Raises SurveyGone, SurveyOver, SurveyAnswered.

    A question answered by some in one wording and by others in another would be counted as one:
    who needs other words closes this survey and begins a new one, also in the same year.
    """
    survey = await locked(session, number)
    if survey.closed_at is not None:
        raise SurveyOver(survey)
    if await is_answered(session, survey):
        raise SurveyAnswered(survey)
    return survey


async def is_answered(session: AsyncSession, survey: Survey) -> bool:
    return bool(await session.scalar(select(exists().where(SurveyTaker.survey_id == survey.id))))


async def takers(session: AsyncSession, survey: Survey) -> int:
    """How many have answered."""
    query = select(func.count()).where(SurveyTaker.survey_id == survey.id)
    return await session.scalar(query) or 0


async def of_centre(session: AsyncSession, centre_id: int) -> Sequence[Survey]:
    """The newest first."""
    query = select(Survey).where(Survey.centre_id == centre_id)
    return (await session.scalars(query.order_by(Survey.year.desc(), Survey.id.desc()))).all()


async def begin(session: AsyncSession, *, centre_id: int, year: int) -> Survey:
    """A draft with the questions of the centre's last survey, so that years can be compared; the
    first one has the usual ones. Where there is a draft already, it is that one.
    """
    await _lock(session, centre_id)
    earlier = await of_centre(session, centre_id)
    if draft := next((one for one in earlier if one.opened_at is None), None):
        draft.year = year
        return draft
    questions = [_copy(one) for one in earlier[0].questions] if earlier else []
    survey = Survey(centre_id=centre_id, year=year, opened_at=None, closed_at=None)
    survey.questions = questions or [one.at(place) for place, one in enumerate(USUAL)]
    session.add(survey)
    await session.flush()
    return survey


async def open_one(session: AsyncSession, survey: Survey, *, now: datetime) -> None:
    """Raises OpenAlready, NotReady. One that is open stays so."""
    await _lock(session, survey.centre_id)
    for other in await of_centre(session, survey.centre_id):
        if other.is_open and other.id != survey.id:
            raise OpenAlready(other)
    _need_ready(survey)
    survey.opened_at = survey.opened_at or now


def close(survey: Survey, *, now: datetime) -> bool:
    """For good: from now on it is told what was answered. Whether it was open."""
    if not survey.is_open:
        return False
    survey.closed_at = now
    return True


async def discard(session: AsyncSession, survey: Survey) -> None:
    """One that nobody has answered."""
    await session.delete(survey)
    await session.flush()


def question_of(survey: Survey, number: int) -> SurveyQuestion:
    """Raises SurveyGone."""
    found = next((asked for asked in survey.questions if asked.id == number), None)
    if found is None:
        raise SurveyGone
    return found


def a_wording(written: str) -> tuple[str, str]:
    """In Lithuanian, and behind „|“ or on the next line in English. Raises NotAQuestion."""
    said, english = _pair(written)
    if not said or max(len(said), len(english)) > LONGEST_WORDING:
        raise NotAQuestion(Wrong.WORDING)
    return said, english


def some_options(written: str) -> list[list[str]]:
    """One a line, each with its English behind „|“; what is written twice is one. Raises
    NotAQuestion.
    """
    found: dict[str, list[str]] = {}
    for line in filter(str.strip, written.splitlines()):
        said, english = _pair(line)
        if not said or max(len(said), len(english)) > LONGEST_OPTION:
            raise NotAQuestion(Wrong.OPTIONS)
        found.setdefault(fold(said), [said, english])
    if not FEWEST_OPTIONS <= len(found) <= MOST_OPTIONS:
        raise NotAQuestion(Wrong.OPTIONS)
    return list(found.values())


def add_question(survey: Survey, written: str) -> SurveyQuestion:
    """The last one, answered in words until its kind is chosen. Raises NotAQuestion."""
    if len(survey.questions) >= MOST_QUESTIONS:
        raise NotAQuestion(Wrong.MOST_QUESTIONS)
    lithuanian, english = a_wording(written)
    place = max((asked.place for asked in survey.questions), default=-1) + 1
    added = SurveyQuestion(
        place=place,
        kind=Kind.WORDS,
        mark=Mark.NOTHING,
        lithuanian=lithuanian,
        english=english,
        options=[],
    )
    survey.questions.append(added)
    return added


def move_up(survey: Survey, asked: SurveyQuestion) -> None:
    """Before the one that stands before it; the first becomes the last."""
    order = [one for one in survey.questions if one is not asked]
    at = survey.questions.index(asked)
    order.insert(at - 1 if at else len(order), asked)
    for place, one_of_them in enumerate(order):
        one_of_them.place = place
    survey.questions.sort(key=lambda one: one.place)


def _need_ready(survey: Survey) -> None:
    if not survey.questions:
        raise NotReady(Unfinished.QUESTIONS)
    if any(one.kind is not Kind.WORDS and not one.options for one in survey.questions):
        raise NotReady(Unfinished.OPTIONS)


def _pair(written: str) -> tuple[str, str]:
    said, english, *_ = [*_BETWEEN.split(unicodedata.normalize("NFC", written.strip())), "", ""]
    return " ".join(said.split()), " ".join(english.split())


def _copy(asked: SurveyQuestion) -> SurveyQuestion:
    return SurveyQuestion(
        place=asked.place,
        kind=asked.kind,
        mark=asked.mark,
        lithuanian=asked.lithuanian,
        english=asked.english,
        options=[list(pair) for pair in asked.options],
    )


async def _lock(session: AsyncSession, centre_id: int) -> None:
    await session.execute(select(Centre.id).where(Centre.id == centre_id).with_for_update())
