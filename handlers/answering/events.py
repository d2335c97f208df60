"""Events found for a question, or the nearest to it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme import browsing
from catalogue.programme.tables import Event
from catalogue.registrations.queries import places
from catalogue.search.index import Result
from catalogue.subscriptions.wanted import wanted_of
from handlers.answering.meant import CODES, events_of_hits
from handlers.answering.values import PER_PAGE, Answer, Asked, Step, with_events
from handlers.words.answers import events as words
from handlers.words.events import line
from handlers.words.speech import Speech

#: How many events are offered in doubt, or instead of what was not found.
OFFERED = 3


async def find_events(asked: Asked) -> Answer:
    return await of_result(asked, asked.find(max(CODES, (asked.page + 1) * PER_PAGE)))


async def of_result(asked: Asked, result: Result) -> Answer:
    if result.verdict == "nothing":
        return await nothing(asked, result)
    if result.verdict == "unsure":
        return await in_doubt(asked, result)
    first = asked.page * PER_PAGE
    events = await events_of_hits(asked, result.hits[first : first + PER_PAGE])
    lines = await numbered(asked, events, first=first + 1)
    filters = asked.question.filters
    text = words.found(asked.say, result.total, filters, lines, now=asked.now)
    if "audience" in result.relaxed:
        text = Markup("{}\n\n{}").format(words.for_everybody(asked.say), text)
    return Answer(
        verdict="found",
        text=text,
        events=tuple(events),
        codes=tuple(hit.document.code for hit in result.hits[:CODES]),
        step=Step.EVENTS,
        total=result.total,
        page=asked.page,
        wanted=wanted_of(asked.question),
    )


def open_card(asked: Asked) -> Answer:
    """Of the event that was chosen by its number in the list."""
    events = [asked.shown] if asked.shown else []
    return with_events(
        Answer(verdict="found", text=words.here_it_is(asked.say), step=Step.CARD), events
    )


async def in_doubt(asked: Asked, result: Result) -> Answer:
    events = await events_of_hits(asked, result.hits[:OFFERED])
    lines = await numbered(asked, events)
    text = words.did_you_mean(asked.say, events, lines)
    doubtful = Answer(
        verdict="unsure", text=text, step=Step.EVENTS, wanted=wanted_of(asked.question)
    )
    return with_events(doubtful, events)


async def nothing(asked: Asked, result: Result) -> Answer:
    """Says so, and shows the nearest with what was let go for it.

    Where the theme was all that was asked for, nothing is near without it.
    """
    wanted = wanted_of(asked.question)
    if "topic" in result.relaxed and not asked.question.filters.said():
        text = words.nothing(asked.say, (), ())
        return Answer(verdict="nothing", text=text, step=Step.EXAMPLES, wanted=wanted)
    events = await events_of_hits(asked, result.nearest[:OFFERED])
    if not events and not await browsing.count(asked.session, now=asked.now):
        text = words.empty_programme(asked.say)
        return Answer(verdict="nothing", text=text, wanted=wanted)
    text = words.nothing(asked.say, result.relaxed, await numbered(asked, events))
    step = Step.EVENTS if events else Step.EXAMPLES
    return Answer(verdict="nothing", text=text, events=tuple(events), step=step, wanted=wanted)


async def numbered(asked: Asked, events: list[Event], *, first: int = 1) -> list[Markup]:
    return await lines_of(asked.session, asked.say, events, now=asked.now, first=first)


async def lines_of(
    session: AsyncSession, say: Speech, events: Sequence[Event], *, now: datetime, first: int = 1
) -> list[Markup]:
    """The numbered lines of a list; whoever would come behind a queue finds no free seat."""
    seats = await places(session, list(events))
    free = {event_id: 0 if queue else left for event_id, (left, queue) in seats.items()}
    return [
        line(say, number, event, free[event.id], now=now)
        for number, event in enumerate(events, start=first)
    ]
