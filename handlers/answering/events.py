"""Events found for a question, or the nearest to it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers.words import is_question
from catalogue.finding import browsing
from catalogue.programme.tables import Event
from catalogue.registrations.queries import places
from catalogue.search.follow_ups import removable
from catalogue.search.index import Hit, Result
from catalogue.subscriptions.wanted import wanted_of
from handlers.answering.meant import CODES, clearly_meant, events_of_hits
from handlers.answering.values import PER_PAGE, Answer, Asked, Step, with_events
from handlers.words.answers import events as words
from handlers.words.answers.reasons import reasons
from handlers.words.events import line
from handlers.words.speech import Speech

#: How many events are offered in doubt, or instead of what was not found.
OFFERED = 3

_DAYS = frozenset({"from", "to", "weekday", "part_of_day"})

#: One condition is not worth a button to let it go: nothing would be left of the question.
_FEWEST_TO_REMOVE = 2


async def find_events(asked: Asked) -> Answer:
    found = await of_result(asked, asked.find(max(CODES, (asked.page + 1) * PER_PAGE)))
    is_a_theme = asked.question.filters.said() or not is_question(asked.question.text)
    if found.verdict == "found" or asked.shown is None or is_a_theme:
        return found
    return beside_the_last(asked, found, words.not_told(asked.say, asked.shown))


def beside_the_last(asked: Asked, found: Answer, told: Markup) -> Answer:
    """A word we do not know need not be another theme: of the event last looked at one is `told`
    too, and nothing is waited for.
    """
    if asked.shown is None:
        return found
    return replace(
        found,
        verdict="unsure",
        text=Markup("{}\n\n{}").format(told, found.text),
        codes=(asked.shown.code,),
        about_last=asked.shown.id,
        wanted={},
        to_coordinator=True,
    )


async def of_result(asked: Asked, result: Result) -> Answer:
    if result.verdict == "nothing":
        return await nothing(asked, result)
    if result.verdict == "unsure":
        return await in_doubt(asked, result)
    first = asked.page * PER_PAGE
    hits = result.hits[first : first + PER_PAGE]
    events = await events_of_hits(asked, hits)
    heading = words.heading(asked.say, result.total, asked.question, now=asked.now)
    if "audience" in result.relaxed:
        heading = Markup("{}\n\n{}").format(words.for_everybody(asked.say), heading)
    said = {"audience"} if "audience" in result.relaxed else set()
    lines = await numbered(asked, events, hits=hits, first=first + 1, said=said)
    found = _sought(
        asked,
        Answer(
            verdict="found",
            text=Markup("\n\n").join([heading, *lines]),
            events=tuple(events),
            codes=tuple(hit.document.code for hit in result.hits[:CODES]),
            step=Step.EVENTS,
            total=result.total,
            first=first + 1,
            page=asked.page,
            listed=_keys(result.hits[: first + PER_PAGE]),
        ),
    )
    if asked.as_list or asked.page or (one := clearly_meant(asked, result)) is None:
        return found
    return replace(
        found,
        events=tuple(await events_of_hits(asked, [one])),
        step=Step.CARD,
        heading=heading if result.total == 1 else None,
        listed=_keys([one]),
    )


def open_card(asked: Asked) -> Answer:
    """Of the event that was chosen by its number in the list."""
    events = [asked.shown] if asked.shown else []
    return with_events(
        Answer(verdict="found", text=words.here_it_is(asked.say), step=Step.CARD), events
    )


async def in_doubt(asked: Asked, result: Result) -> Answer:
    events = await events_of_hits(asked, result.hits[:OFFERED])
    lines = await numbered(asked, events, hits=result.hits[:OFFERED])
    text = words.did_you_mean(asked.say, asked.question, lines, now=asked.now)
    doubtful = _sought(asked, Answer(verdict="unsure", text=text, step=Step.DOUBT))
    return with_events(doubtful, events)


async def nothing(asked: Asked, result: Result) -> Answer:
    """Says so, and shows the nearest with what was let go for it.

    Where the theme was all that was asked for, nothing is near without it.
    """
    none = _sought(asked, Answer(verdict="nothing", text=Markup(), step=Step.EXAMPLES))
    if "topic" in result.relaxed and not asked.question.filters.said():
        text = words.nothing(asked.say, asked.question, (), (), now=asked.now)
        return replace(none, text=text)
    events = await events_of_hits(asked, result.nearest[:OFFERED])
    if not events and not await browsing.count(asked.session, now=asked.now):
        return replace(none, text=words.empty_programme(asked.say), step=Step.NONE)
    lines = await numbered(asked, events, hits=result.nearest[:OFFERED])
    text = words.nothing(asked.say, asked.question, result.relaxed, lines, now=asked.now)
    only_days = bool(result.relaxed) and _DAYS.issuperset(result.relaxed)
    return replace(_instead(none, text, events), only_days=only_days)


async def otherwise(asked: Asked) -> Answer:
    """When none of those offered was meant: the next by theme, else by time and place."""
    result = asked.find(OFFERED * 2)
    offered = result.hits or result.nearest
    refused = {hit.document.key for hit in offered[:OFFERED]}
    hits = offered[OFFERED:]
    if not hits and asked.question.filters.said():
        filters = replace(asked.question.filters, topic=None)
        beside = replace(asked.question, topic=(), filters=filters)
        found = asked.index.find(beside, now=asked.now, limit=OFFERED * 2).hits
        hits = tuple(hit for hit in found if hit.document.key not in refused)[:OFFERED]
    events = await events_of_hits(asked, hits)
    text = words.otherwise(asked.say, await numbered(asked, events, hits=hits))
    none = Answer(verdict="nothing", text=text, step=Step.EXAMPLES, question=asked.question)
    return _instead(_sought(asked, none), text, events)


async def numbered(
    asked: Asked,
    events: list[Event],
    *,
    hits: Sequence[Hit] = (),
    first: int = 1,
    said: AbstractSet[str] = frozenset(),
) -> list[Markup]:
    """The lines of a list, with the reason for each hit where its title does not show it, nor the
    conditions above; kinds of reason that were `said` of all are left out too.
    """
    said = said | ({"organiser"} if asked.question.filters.organiser else set())
    why = {hit.document.key: [one for one in hit.why if one[0] not in said] for hit in hits}
    told = {event.id: reasons(asked.say, event, why.get(event.id, ())) for event in events}
    return await lines_of(asked.session, asked.say, events, now=asked.now, first=first, why=told)


async def lines_of(
    session: AsyncSession,
    say: Speech,
    events: Sequence[Event],
    *,
    now: datetime,
    first: int = 1,
    why: Mapping[int, Markup | None] | None = None,
) -> list[Markup]:
    """The numbered lines of a list; whoever would come behind a queue finds no free seat."""
    seats = await places(session, list(events))
    free = {event_id: 0 if queue else left for event_id, (left, queue) in seats.items()}
    lines = []
    for number, event in enumerate(events, start=first):
        told = line(say, number, event, free[event.id], now=now)
        reason = why.get(event.id) if why else None
        lines.append(Markup("{}\n{}").format(told, reason) if reason else told)
    return lines


def _sought(asked: Asked, answered: Answer) -> Answer:
    """With what one may let go of the question, and may ask to hear of."""
    names = removable(asked.question)
    return replace(
        answered,
        wanted=wanted_of(asked.question),
        removable=names if len(names) >= _FEWEST_TO_REMOVE else (),
    )


def _instead(none: Answer, text: Markup, events: Sequence[Event]) -> Answer:
    """No code claims to be an answer, but the events can be opened."""
    step = Step.EVENTS if events else Step.EXAMPLES
    listed = tuple(event.id for event in events)
    return replace(none, text=text, events=tuple(events), step=step, listed=listed)


def _keys(hits: Sequence[Hit]) -> tuple[int, ...]:
    return tuple(hit.document.key for hit in hits)
