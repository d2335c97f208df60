"""What teachers need, as far as it may be told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.needs.tables import Mark, Survey, SurveyAnswer, SurveyQuestion, SurveyWords
from catalogue.programme.spans import moments
from catalogue.search.questions import wish
from catalogue.search.reading import vocabulary
from catalogue.search.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One wish of one answer, chosen or written. `topic` are its folded words, as of a question.

    `person` is None where it was said without a name; then `answer` tells what one and the same
    answer said, as far as that may be known: written words stand each for themselves.
    """

    words: str
    topic: tuple[str, ...]
    groups: tuple[str, ...]
    town: str | None
    person: int | None
    answer: str


async def said(session: AsyncSession, *, span: Span, zone: ZoneInfo) -> Sequence[Said]:
    """The wishes of all surveys that were closed within the span, of whichever centre."""
    closed = select(Survey).where(
        Survey.closed_at.is_not(None), *moments(Survey.closed_at, span, zone)
    )
    found: list[Said] = []
    for survey in await session.scalars(closed.order_by(Survey.id)):
        found += await _said_in(session, survey, zone)
    return found


async def _said_in(session: AsyncSession, survey: Survey, zone: ZoneInfo) -> list[Said]:
    answers = await session.scalars(
        select(SurveyAnswer).where(SurveyAnswer.survey_id == survey.id).order_by(SurveyAnswer.key)
    )
    read = _Reader(survey, zone)
    chosen = list(answers)
    named = {one.person_id: one for one in chosen}
    named.pop(None, None)
    written = await session.scalars(
        select(SurveyWords)
        .where(SurveyWords.question_id.in_(read.wished))
        .order_by(SurveyWords.key)
    )
    return [
        *[wished for one in chosen for wished in read.chosen(one)],
        *[read.written(one, named.get(one.person_id)) for one in written],
    ]


class _Reader:
    """Wishes of one survey, with for whom and where they are as far as the same answer tells."""

    def __init__(self, survey: Survey, zone: ZoneInfo) -> None:
        self._at, self._zone, self._known = survey.closed_at, zone, vocabulary()
        self._marked = {mark: _marked(survey, mark) for mark in Mark}
        self.wished = [one.id for one in self._marked[Mark.THEME]]

    def chosen(self, answer: SurveyAnswer) -> Iterator[Said]:
        """Every theme that was chosen."""
        for words in _chosen(answer, self._marked[Mark.THEME]):
            yield self._said(words, answer, person=answer.person_id, key=answer.key)

    def written(self, written: SurveyWords, beside: SurveyAnswer | None) -> Said:
        """Own words; `beside` is what the same person chose, where they gave their name."""
        key = beside.key if beside else written.key
        return self._said(written.words, beside, person=written.person_id, key=key)

    def _said(
        self, words: str, beside: SurveyAnswer | None, *, person: int | None, key: str
    ) -> Said:
        assert isinstance(self._at, datetime)  # noqa: S101 -- only closed surveys are read
        wanted = wish(words, asked_at=self._at, timezone=self._zone, known=self._known)
        groups = _chosen(beside, self._marked[Mark.GROUP]) if beside else ()
        towns = _chosen(beside, self._marked[Mark.TOWN]) if beside else ()
        named = wanted.filters.audience
        return Said(
            words=words,
            topic=wanted.topic,
            groups=(named,) if named else groups,
            town=wanted.filters.city or (towns[0] if len(towns) == 1 else None),
            person=person,
            answer=key,
        )


def _marked(survey: Survey, mark: Mark) -> list[SurveyQuestion]:
    return [one for one in survey.questions if one.mark is mark]


def _chosen(answer: SurveyAnswer, questions: Sequence[SurveyQuestion]) -> tuple[str, ...]:
    return tuple(one for asked in questions for one in answer.chosen.get(str(asked.id), ()))
