"""One fact of the events that a question is about."""

import re
from dataclasses import replace

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.queries import Standing, standings
from catalogue.search.index import Result
from handlers.answering.events import beside_the_last, nothing, of_result
from handlers.answering.materials import has_for, materials_of, own_with_materials
from handlers.answering.meant import meant
from handlers.answering.values import Answer, Asked, Step, with_events
from handlers.words import about as centre_words
from handlers.words.answers import events as event_words
from handlers.words.answers import facts as words

#: Facts that every line of a list of events tells.
_IN_A_LIST = frozenset({"when", "where", "price"})


_LEAVING = re.compile(r"\b(?:atsisak|atsauk|isregistr|cancel|withdraw)")


async def event_facts(asked: Asked) -> Answer:
    fact = asked.question.filters.fact or "when"
    if fact == "deadline" and _LEAVING.search(asked.folded):
        fact, asked = "leaving", _without_leaving(asked)
    events, result = await _meant(asked, fact)
    if result and result.verdict == "nothing":
        return await _nothing_but_the_last(asked, result, fact)
    if not events:
        text = words.which_event(asked.say)
        return Answer(verdict="unsure", text=text, step=Step.EXAMPLES)
    if len(events) > 1 and result and result.verdict == "found" and fact in _IN_A_LIST:
        return await of_result(asked, result)
    if len(events) == 1 and (result is None or result.verdict == "found"):
        told = (await _told(asked, fact, events))[0]
        text = Markup("{}\n\n{}").format(told, words.about(asked.say, events[0], now=asked.now))
        has = fact == "materials" and await has_for(asked, events[0])
        step = Step.MATERIALS if has else Step.EVENT
        one = Answer(verdict="found", text=text, step=step, to_coordinator=True)
        return with_events(one, events)
    return await _of_each(asked, fact, events, in_doubt=bool(result and result.verdict == "unsure"))


async def _meant(asked: Asked, fact: str) -> tuple[list[Event], Result | None]:
    """Materials are asked for when the event is over."""
    own = await own_with_materials(asked) if fact == "materials" else []
    return (own, None) if own else await meant(asked)


def _without_leaving(asked: Asked) -> Asked:
    """The words for it are no theme."""
    topic = tuple(word for word in asked.question.topic if not _LEAVING.match(word))
    filters = replace(asked.question.filters, topic=" ".join(topic) or None)
    return replace(asked, question=replace(asked.question, topic=topic, filters=filters))


async def _of_each(asked: Asked, fact: str, events: list[Event], *, in_doubt: bool) -> Answer:
    """Under the numbers that they have on the screen, where they were listed before."""
    is_listed = asked.listed[-len(events) :] == tuple(events)
    listed = asked.listed if is_listed else tuple(events)
    first = len(listed) - len(events) + 1
    told = await _told(asked, fact, events, among_others=True)
    lines = [
        words.about_numbered(asked.say, number, event, one, name=fact, now=asked.now)
        for number, (event, one) in enumerate(zip(events, told, strict=True), start=first)
    ]
    if in_doubt:
        text = event_words.did_you_mean(asked.say, asked.question, lines, now=asked.now)
        return with_events(Answer(verdict="unsure", text=text, step=Step.DOUBT), events)
    of_each = Answer(verdict="found", text=words.of_each(asked.say, lines), step=Step.EVENTS)
    keys = tuple(event.id for event in listed)
    return replace(with_events(of_each, events), first=first, listed=keys)


async def _nothing_but_the_last(asked: Asked, result: Result, fact: str) -> Answer:
    """A word we do not know need not be another theme: the event last looked at is answered too."""
    none = await nothing(asked, result)
    if asked.shown is None:
        return none
    (told,) = await _told(asked, fact, [asked.shown])
    return beside_the_last(asked, none, words.about_last(asked.say, asked.shown, told))


async def _told(
    asked: Asked, fact: str, events: list[Event], *, among_others: bool = False
) -> list[Markup]:
    """Of each event; materials may also be where its centre shows recordings."""
    stands = await standings(asked.session, events, person=asked.person)
    told = []
    for event in events:
        stand = stands[event.id]
        there_are = await materials_of(asked, event) if fact == "materials" else None
        if there_are:
            told.append(there_are)
            continue
        one = words.fact(asked.say, fact, event, stand, now=asked.now, among_others=among_others)
        channel = fact == "materials" and asked.book.of("youtube", centres=[event.centre.slug])
        told.append(one + "\n" + centre_words.told(asked.say, channel) if channel else one)
    return told


async def standing_of(asked: Asked, event: Event) -> Standing:
    return (await standings(asked.session, [event], person=asked.person))[event.id]
