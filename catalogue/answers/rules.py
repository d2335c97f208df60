"""Approved answers, and what an answer and a question must be."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers.refusals import AnswerGone, NotAnAnswer, NotAQuestion, TooManyQuestions
from catalogue.answers.tables import KnownAnswer
from catalogue.answers.words import telling
from catalogue.people.tables import Person
from catalogue.programme.revisions import stamp_answers
from catalogue.search.normalise import LONGEST_TEXT, clean

#: Letters; a message holds 4096, and the source stands below.
LONGEST_ANSWER = 3000

MOST_QUESTIONS = 20


async def approved(session: AsyncSession) -> Sequence[KnownAnswer]:
    """The newest first."""
    query = select(KnownAnswer).order_by(KnownAnswer.id.desc())
    return (await session.scalars(query)).all()


async def answered_by(session: AsyncSession, *, person: Person) -> Sequence[KnownAnswer]:
    """What one person approved, in order of time."""
    query = select(KnownAnswer).where(KnownAnswer.added_by == person.id).order_by(KnownAnswer.id)
    return (await session.scalars(query)).all()


async def forget(session: AsyncSession, *, person: Person) -> None:
    """The answers are the centre's and stay; whose they were is not kept."""
    for known in await answered_by(session, person=person):
        known.added_by = None


async def one(session: AsyncSession, number: int) -> KnownAnswer:
    """Raises AnswerGone."""
    found = await session.get(KnownAnswer, number, with_for_update=True)
    if found is None:
        raise AnswerGone
    return found


async def add(
    session: AsyncSession,
    *,
    question: str,
    answer: str,
    language: str,
    centre_id: int | None,
    by: Person,
    now: datetime,
) -> KnownAnswer:
    """For all centres where there is none. Raises NotAQuestion, NotAnAnswer."""
    known = KnownAnswer(
        centre_id=centre_id,
        questions=[a_question(question)],
        answer=an_answer(answer),
        language=language,
        added_by=by.id,
        added_at=now,
        changed_at=now,
    )
    session.add(known)
    await stamp_answers(session)
    return known


async def ask_also(
    session: AsyncSession, known: KnownAnswer, question: str, *, now: datetime
) -> None:
    """Another way in which it is asked for; one that is there already changes nothing.

    Raises NotAQuestion, TooManyQuestions.
    """
    written = a_question(question)
    if written in known.questions:
        return
    needs_room(known)
    known.questions = [*known.questions, written]
    known.changed_at = now
    await stamp_answers(session)


async def correct(session: AsyncSession, known: KnownAnswer, answer: str, *, now: datetime) -> None:
    """Raises NotAnAnswer."""
    known.answer = an_answer(answer)
    known.changed_at = now
    await stamp_answers(session)


async def remove(session: AsyncSession, known: KnownAnswer) -> None:
    await session.delete(known)
    await stamp_answers(session)


def needs_room(known: KnownAnswer) -> None:
    """For one more question. Raises TooManyQuestions."""
    if len(known.questions) >= MOST_QUESTIONS:
        raise TooManyQuestions


def a_question(text: str) -> str:
    """In one line. Raises NotAQuestion."""
    written = clean(text)
    if len(text) > LONGEST_TEXT or not telling(written)[0]:
        raise NotAQuestion
    return written


def an_answer(text: str) -> str:
    """As written, without blanks around. Raises NotAnAnswer."""
    written = text.strip()
    if not 0 < len(written) <= LONGEST_ANSWER:
        raise NotAnAnswer
    return written
