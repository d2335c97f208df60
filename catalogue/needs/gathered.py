"""What was gathered by a survey that is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.needs.results import Label, Told, strata, told, told_by
from catalogue.needs.tables import Kind, Mark, Survey, SurveyAnswer, SurveyQuestion, SurveyWords
from catalogue.numbers.groups import LEAST
from catalogue.search.normalise import fold

#: By what the answers to all the other questions may be told apart.
APART = (Mark.GROUP, Mark.TOWN)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was chosen, and what was written to each question in an order that tells nothing."""

    survey: Survey
    chosen: Sequence[Mapping[str, Sequence[str]]]
    words: Mapping[int, Sequence[str]]

    def told(self, asked: SurveyQuestion) -> Told | None:
        """None where too few have answered, or where all is in words."""
        if asked.kind is Kind.WORDS:
            return None
        return told(asked.kind, _options(asked), self._answers(asked))

    def told_by(self, asked: SurveyQuestion, by: SurveyQuestion) -> Mapping[Label, Told]:
        """Of each group that another question makes; nothing where they are too few."""
        groups = strata(self._answers(by))
        answers = self._answers(asked)
        return told_by(
            asked.kind,
            _options(asked),
            {group: [answers[place] for place in places] for group, places in groups.items()},
        )

    def written(self, asked: SurveyQuestion) -> Sequence[str]:
        """Nothing where too few have answered the survey."""
        return self.words.get(asked.id, ()) if len(self.chosen) >= LEAST else ()

    def _answers(self, asked: SurveyQuestion) -> list[Sequence[str]]:
        return [one.get(str(asked.id), ()) for one in self.chosen]


async def gathered(session: AsyncSession, survey: Survey) -> Gathered:
    """By the random keys of the rows, and so always in the same order."""
    chosen = await session.scalars(
        select(SurveyAnswer.chosen)
        .where(SurveyAnswer.survey_id == survey.id)
        .order_by(SurveyAnswer.key)
    )
    rows = await session.execute(
        select(SurveyWords.question_id, SurveyWords.words)
        .where(SurveyWords.question_id.in_([asked.id for asked in survey.questions]))
        .order_by(SurveyWords.key)
    )
    words: dict[int, list[str]] = {}
    for number, said in rows:
        words.setdefault(number, []).append(said)
    return Gathered(survey, chosen.all(), words)


async def year_before(session: AsyncSession, survey: Survey) -> Gathered | None:
    """The last survey of the same centre in an earlier school year."""
    query = select(Survey).where(
        Survey.centre_id == survey.centre_id,
        Survey.year < survey.year,
        Survey.closed_at.is_not(None),
    )
    query = query.order_by(Survey.year.desc(), Survey.closed_at.desc()).limit(1)
    before = await session.scalar(query)
    return await gathered(session, before) if before else None


def same_in(asked: SurveyQuestion, earlier: Survey) -> SurveyQuestion | None:
    """The question that was asked in the same words and of the same kind."""
    return next(
        (
            one
            for one in earlier.questions
            if one.kind is asked.kind and fold(one.lithuanian) == fold(asked.lithuanian)
        ),
        None,
    )


def makers_of_groups(survey: Survey) -> list[SurveyQuestion]:
    """The questions by which answers may be told apart."""
    return [one for one in survey.questions if one.mark in APART and one.kind is not Kind.WORDS]


def _options(asked: SurveyQuestion) -> list[str]:
    return [pair[0] for pair in asked.options]
