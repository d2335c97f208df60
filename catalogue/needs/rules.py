"""Answering a survey, with one's name or so that nobody can tell who has said what."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self, cast

from sqlalchemy import Table, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.needs.editing import locked, one
from catalogue.needs.mixing import mix_in
from catalogue.needs.refusals import NothingSaid, SurveyGiven, SurveyGone, SurveyOver, TooLong
from catalogue.needs.tables import (
    Kind,
    Mark,
    Survey,
    SurveyAnswer,
    SurveyQuestion,
    SurveyTaker,
    SurveyWords,
)
from catalogue.people.tables import Person
from catalogue.people.traits import with_consent
from catalogue.search.audiences import groups_in
from catalogue.search.normalise import fold
from catalogue.search.places import take_city
from catalogue.search.sentence import Sentence

LONGEST_WORDS = 500


@dataclass(frozen=True, slots=True)
class Given:
    """What is answered to one question: options in Lithuanian, and own words."""

    chosen: tuple[str, ...] = ()
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.chosen or self.words)

    def as_json(self) -> dict[str, Any]:
        return {"chosen": list(self.chosen), "words": self.words}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        return cls(tuple(kept.get("chosen", ())), kept.get("words", ""))


@dataclass(frozen=True, slots=True)
class Stands:
    """How a person stands to a survey; `own` is what they answered with their name, by the numbers
    of the questions.
    """

    survey: Survey
    has_answered: bool
    own: Mapping[int, Given] = field(default_factory=dict)


def pressed(asked: SurveyQuestion, before: Given, option: str) -> Given:
    """The option taken, or let go of where it was taken before."""
    if option in before.chosen:
        return replace(before, chosen=tuple(one for one in before.chosen if one != option))
    return _with(asked, before, (option,))


def written(asked: SurveyQuestion, before: Given, text: str) -> Given:
    """Own words; where they name an option, a group or a town, that is chosen. Raises TooLong."""
    words = " ".join(text.split())
    if len(words) > LONGEST_WORDS:
        raise TooLong(LONGEST_WORDS)
    if asked.kind is not Kind.WORDS and (named := _named(asked, words)):
        return _with(asked, before, named)
    return Given(words=words) if asked.kind is Kind.ONE else replace(before, words=words)


def _with(asked: SurveyQuestion, before: Given, more: Sequence[str]) -> Given:
    if asked.kind is Kind.ONE:
        return Given((more[0],))
    return replace(before, chosen=tuple(dict.fromkeys((*before.chosen, *more))))


def _named(asked: SurveyQuestion, words: str) -> tuple[str, ...]:
    said = fold(words).rstrip(".")
    if found := [pair[0] for pair in asked.options if said in map(fold, pair)]:
        return (found[0],)
    if asked.mark is Mark.GROUP:
        return tuple(sorted(groups_in(words)))
    if asked.mark is Mark.TOWN and (town := take_city(Sentence(words))[0]):
        return (town,)
    return ()


async def open_for(session: AsyncSession, person: Person) -> list[Stands]:
    """Every open survey, the newest first, with how this person stands to it."""
    query = select(Survey).where(Survey.opened_at.is_not(None), Survey.closed_at.is_(None))
    found = await session.scalars(query.order_by(Survey.opened_at.desc(), Survey.id.desc()))
    return [await _standing(session, survey, person) for survey in found]


async def waits_for(session: AsyncSession, person: Person) -> bool:
    """Whether any survey is open that the person has not answered."""
    taken = select(SurveyTaker.survey_id).where(SurveyTaker.person_id == person.id)
    query = select(Survey.id).where(
        Survey.opened_at.is_not(None), Survey.closed_at.is_(None), Survey.id.not_in(taken)
    )
    return await session.scalar(query.limit(1)) is not None


async def standing(session: AsyncSession, number: int, person: Person) -> Stands:
    """Raises SurveyGone, SurveyOver."""
    survey = await one(session, number)
    _need_open(survey)
    return await _standing(session, survey, person)


async def send(
    session: AsyncSession,
    number: int,
    given: Mapping[int, Given],
    *,
    person: Person,
    named: bool,
) -> Survey:
    """Kept once for each person; with a name it takes the place of what they said before.

    Raises SurveyGone, SurveyOver, SurveyGiven, NothingSaid, and ConsentNeeded where a name is to
    be kept.
    """
    if named:
        with_consent(person)
    survey = await locked(session, number)
    _need_open(survey)
    before = await _standing(session, survey, person)
    if before.has_answered and not (named and before.own):
        raise SurveyGiven(survey)
    answers = {asked: given.get(asked.id, Given()) for asked in survey.questions}
    if not any(answers.values()):
        raise NothingSaid
    await _write(session, survey, person, answers=answers, named=named)
    return survey


async def withdraw(session: AsyncSession, number: int, *, person: Person) -> Survey:
    """What was answered with a name. Raises SurveyGone, SurveyOver, SurveyGiven."""
    survey = await locked(session, number)
    _need_open(survey)
    if not (await _standing(session, survey, person)).own:
        raise SurveyGiven(survey)
    await _write(session, survey, person, answers={}, named=True)
    return survey


async def own_answers(session: AsyncSession, person: Person) -> list[Stands]:
    """Every survey that the person has answered, the oldest first."""
    query = select(Survey).join(SurveyTaker, SurveyTaker.survey_id == Survey.id)
    query = query.where(SurveyTaker.person_id == person.id).order_by(Survey.id)
    return [await _standing(session, one, person) for one in await session.scalars(query)]


async def forget(session: AsyncSession, *, person: Person) -> None:
    """What was answered with a name, and that anything was. Who answers a survey writes all of it
    anew, theirs too: so nobody may do so meanwhile.
    """
    taken = select(SurveyTaker.survey_id).where(SurveyTaker.person_id == person.id)
    surveys = select(Survey.id).where(Survey.id.in_(taken)).order_by(Survey.id)
    await session.execute(surveys.with_for_update())
    for table in (_ANSWERS, _WORDS, _TAKERS):
        await session.execute(delete(table).where(table.c.person_id == person.id))


def _need_open(survey: Survey) -> None:
    """Raises SurveyGone, SurveyOver."""
    if survey.opened_at is None:
        raise SurveyGone
    if survey.closed_at is not None:
        raise SurveyOver(survey)


async def _standing(session: AsyncSession, survey: Survey, person: Person) -> Stands:
    taken = select(SurveyTaker.person_id).where(
        SurveyTaker.survey_id == survey.id, SurveyTaker.person_id == person.id
    )
    if await session.scalar(taken) is None:
        return Stands(survey, has_answered=False)
    chosen = await session.scalar(
        select(SurveyAnswer.chosen).where(
            SurveyAnswer.survey_id == survey.id, SurveyAnswer.person_id == person.id
        )
    )
    if chosen is None:
        return Stands(survey, has_answered=True)
    rows = await session.execute(
        select(SurveyWords.question_id, SurveyWords.words).where(
            SurveyWords.question_id.in_([asked.id for asked in survey.questions]),
            SurveyWords.person_id == person.id,
        )
    )
    words = {row.question_id: row.words for row in rows}
    own = {
        asked.id: Given(tuple(chosen.get(str(asked.id), ())), words.get(asked.id, ""))
        for asked in survey.questions
    }
    return Stands(survey, has_answered=True, own=own)


async def _write(
    session: AsyncSession,
    survey: Survey,
    person: Person,
    *,
    answers: Mapping[SurveyQuestion, Given],
    named: bool,
) -> None:
    """In place of what the person said before with their name; see `mixing`."""
    who = {"person_id": person.id if named else None}
    chosen = {str(asked.id): list(said.chosen) for asked, said in answers.items() if said.chosen}
    answer = {"key": _key(), "survey_id": survey.id, "chosen": chosen, **who}
    words = [
        {"key": _key(), "question_id": asked.id, "words": said.words, **who}
        for asked, said in answers.items()
        if said.words
    ]
    taker = {"survey_id": survey.id, "person_id": person.id}
    await session.flush()
    of_survey = select(SurveyQuestion.id).where(SurveyQuestion.survey_id == survey.id)
    for table, among, by, new in (
        (_ANSWERS, _ANSWERS.c.survey_id == survey.id, "key", [answer] if answers else []),
        (_WORDS, _WORDS.c.question_id.in_(of_survey), "key", words),
        (_TAKERS, _TAKERS.c.survey_id == survey.id, "person_id", [taker] if answers else []),
    ):
        await session.execute(delete(table).where(among, table.c.person_id == person.id))
        await mix_in(session, table, among, new, by=by)


def _key() -> str:
    return uuid.uuid4().hex


_ANSWERS = cast("Table", SurveyAnswer.__table__)
_WORDS = cast("Table", SurveyWords.__table__)
_TAKERS = cast("Table", SurveyTaker.__table__)
