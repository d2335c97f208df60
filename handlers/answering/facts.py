"""One fact of the events that a question is about."""

from dataclasses import replace

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.queries import Standing, places, standing
from catalogue.search.index import Result
from handlers.answering.events import nothing, of_result
from handlers.answering.meant import meant
from handlers.answering.values import Answer, Asked, Step, with_events
from handlers.words import about as centre_words
from handlers.words.answers import events as event_words
from handlers.words.answers import facts as words

#: Facts that every line of a list of events tells.
_IN_A_LIST = frozenset({"when", "where", "price"})


async def event_facts(asked: Asked) -> Answer:
    events, result = await meant(asked)
    fact = asked.question.filters.fact or "when"
    if result and result.verdict == "nothing":
        return await _nothing_but_the_last(asked, result, fact)
    if not events:
        text = words.which_event(asked.say)
        return Answer(verdict="unsure", text=text, step=Step.EXAMPLES)
    if len(events) > 1 and result and result.verdict == "found" and fact in _IN_A_LIST:
        return await of_result(asked, result)
    told = [await _told(asked, fact, event) for event in events]
    if len(events) == 1 and (result is None or result.verdict == "found"):
        text = Markup("{}\n\n{}").format(told[0], words.about(asked.say, events[0], now=asked.now))
        return with_events(Answer(verdict="found", text=text, step=Step.EVENT), events)
    listed = asked.listed if events[0] in asked.listed else tuple(events)
    first = listed.index(events[0]) + 1
    lines = [
        words.about_numbered(asked.say, number, event, one, now=asked.now)
        for number, (event, one) in enumerate(zip(events, told, strict=True), start=first)
    ]
    if result and result.verdict == "unsure":
        text = event_words.did_you_mean(asked.say, asked.question, events, lines, now=asked.now)
        return with_events(Answer(verdict="unsure", text=text, step=Step.DOUBT), events)
    of_each = Answer(verdict="found", text=words.of_each(asked.say, lines), step=Step.EVENTS)
    keys = tuple(event.id for event in listed)
    return replace(with_events(of_each, events), first=first, listed=keys)


async def _nothing_but_the_last(asked: Asked, result: Result, fact: str) -> Answer:
    """A word we do not know need not be another theme: the event last looked at is answered too."""
    none = await nothing(asked, result)
    if asked.shown is None:
        return none
    told = words.about_last(asked.say, asked.shown, await _told(asked, fact, asked.shown))
    text = told + "\n\n" + none.text
    return replace(
        none,
        verdict="unsure",
        text=text,
        codes=(asked.shown.code,),
        about_last=asked.shown.id,
        wanted={},
    )


async def _told(asked: Asked, fact: str, event: Event) -> Markup:
    stands = await standing_of(asked, event)
    told = words.fact(asked.say, fact, event, stands, now=asked.now)
    channel = asked.book.of("youtube", centres=[event.centre.slug])
    if fact != "materials" or not channel:
        return told
    return told + "\n" + centre_words.told(asked.say, channel)


async def standing_of(asked: Asked, event: Event) -> Standing:
    if asked.person:
        return await standing(asked.session, event=event, person=asked.person)
    free, waiting = (await places(asked.session, [event]))[event.id]
    return Standing(free=free, waiting=waiting)
