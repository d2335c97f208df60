"""Asks a question as a teacher would."""

import argparse
import json
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.commands.search import add_common_arguments, loading, moment, opened, sentences
from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from catalogue.answers.finder import KnownAnswers
    from catalogue.finding.finder import Finder
    from catalogue.search.questions import Question
    from handlers.answering import Answer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="what to ask")
    add_common_arguments(parser, "questions")
    parser.add_argument(
        "--lang",
        choices=("lt", "en"),
        help="the language of the answer (that of the question, else DEFAULT_LANGUAGE)",
    )


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    with loading():
        from catalogue.answers.finder import KnownAnswers

    now = moment(arguments.at, settings.timezone)
    questions = sentences(arguments.question, stdin=arguments.stdin)
    known = KnownAnswers()
    async with opened(settings) as (database, finder):
        async for together in questions:
            answers = await database.read(
                partial(
                    _answered,
                    finder,
                    known,
                    together,
                    now=now,
                    settings=settings,
                    language=arguments.lang,
                )
            )
            for written, (question, found) in zip(together, answers, strict=True):
                print(
                    _as_json(written, question, found) if arguments.json else _as_text(found),
                    flush=True,
                )
    return 0


async def _answered(
    finder: "Finder",
    known: "KnownAnswers",
    together: list[str],
    session: "AsyncSession",
    *,
    now: datetime,
    settings: Settings,
    language: str | None,
) -> "list[tuple[Question, Answer]]":
    """Nobody in particular asks, so nothing is told about anyone.

    What is asked together is answered from one look at the database.
    """
    from handlers.answering import answer
    from handlers.words.speech import Speech

    index, book = await finder.index(session), await known.book(session)
    answers = []
    for written in together:
        question = index.understand(written, asked_at=now)
        speaks = language or question.language or settings.default_language
        say = Speech(speaks, settings.timezone)
        found = await answer(session, index, question, say=say, now=now, book=book)
        answers.append((found.question or question, found))
    return answers


def _as_json(written: str, question: "Question", found: "Answer") -> str:
    told: dict[str, Any] = {
        "question": written,
        "intent": question.intent,
        "filters": question.filters.as_json(),
        "verdict": found.verdict,
        "codes": list(found.codes),
        "answer": found.plain,
    }
    return json.dumps(told, ensure_ascii=False)


def _as_text(found: "Answer") -> str:
    codes = f"\n[{' '.join(found.codes)}]" if found.codes else ""
    return f"{found.plain}{codes}\n"
