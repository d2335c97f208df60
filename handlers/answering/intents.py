"""Each intent and what answers it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers.book import Book, shipped_book
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.search.index import Index
from catalogue.search.intents import Intent
from catalogue.search.questions import Question
from handlers.answering.assistant import language, offer_help, preferences, privacy, unknown
from handlers.answering.centres import centre_info, known_first, saying
from handlers.answering.events import find_events, open_card
from handlers.answering.facts import event_facts
from handlers.answering.going_on import going_on
from handlers.answering.meant import asks_in_general
from handlers.answering.own import cancel, certificate, hours, my_events, waiting_list
from handlers.answering.registering import register
from handlers.answering.values import Answer, Answering, Asked
from handlers.words.speech import Speech


async def answer(
    session: AsyncSession,
    index: Index,
    question: Question | str,
    *,
    say: Speech,
    now: datetime,
    person: Person | None = None,
    before: Question | None = None,
    shown: Event | None = None,
    listed: Sequence[Event] = (),
    centre: str = "",
    page: int = 0,
    as_list: bool = False,
    book: Book | None = None,
) -> Answer:
    """The answer to a sentence. `shown`, `listed` and `centre` are what this chat has just been
    about, and `before` the question from which a sentence may go on.

    Without a person, what is asked about *me* is answered by saying where in the chat to ask.
    Without a book, what comes with the assistant is all that is known of centres.
    """
    if isinstance(question, str):
        question = index.understand(question, asked_at=now)
    if before is not None:
        seen = [shown] if shown else listed
        question = going_on(before, question, seen=seen, say=say, at=now)
    chosen = question.ordinal is not None and 1 <= question.ordinal <= len(listed)
    if question.ordinal is not None and chosen:
        shown, listed = listed[question.ordinal - 1], ()
    asked = Asked(
        session=session,
        index=index,
        question=question,
        say=say,
        now=now,
        person=person,
        shown=shown,
        listed=tuple(listed),
        centre=centre,
        page=page,
        as_list=as_list,
        book=book or shipped_book(),
    )
    is_chosen = chosen and question.intent == "event_facts" and question.filters.fact is None
    if is_chosen or asks_in_general(asked):
        found = open_card(asked)
    else:
        found = await known_first(asked, ANSWERS[question.intent])
    return replace(found, question=found.question or question)


ANSWERS: dict[Intent, Answering] = {
    "find_events": find_events,
    "event_facts": event_facts,
    "register": register,
    "cancel": cancel,
    "my_events": my_events,
    "waiting_list": waiting_list,
    "certificate": certificate,
    "hours": hours,
    "centre_info": centre_info,
    "propose_programme": saying("propose_programme"),
    "borrow": saying("borrow"),
    "retraining": saying("retraining"),
    "award": saying("award"),
    "preferences": preferences,
    "privacy": privacy,
    "language": language,
    "help": offer_help,
    "unknown": unknown,
}
