"""One's own: events, places in a queue, what can be cancelled, certificates, hours."""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from markupsafe import Markup

from catalogue.learning.attendance import noted
from catalogue.learning.certificates import of_person
from catalogue.learning.ledger import ledger
from catalogue.learning.suggesting import is_known, suggested
from catalogue.learning.targets import school_year
from catalogue.programme.tables import Event, Status
from catalogue.registrations.queries import is_coming, own_registrations
from catalogue.registrations.queue import IN_QUEUE, place_of
from catalogue.registrations.tables import Registration, State
from catalogue.search.normalise import words as words_of
from catalogue.search.stems import stem
from handlers.answering.events import numbered
from handlers.answering.meant import own_coming
from handlers.answering.registering import register
from handlers.answering.values import Answer, Asked, Step, with_events
from handlers.words import about as centre_words
from handlers.words import hours as hours_words
from handlers.words import registrations as registration_words
from handlers.words.answers import own as words

OWN_SHOWN = 10
#: Who writes that they could not come may mean an event that was over so long ago.
_LATELY = timedelta(days=14)

_NEAREST = re.compile(r"\bartimiaus|\bnearest|\bsoonest|\bnext\b(?!\s(?:week|month|year))")
_CALENDAR = re.compile(r"\bcalendar|\bkalendor|\bics\b")


async def my_events(asked: Asked) -> Answer:
    note = [words.calendar_file(asked.say)] if _CALENDAR.search(asked.folded) else []
    if asked.person is None:
        where = words.where_own_events_are(asked.say)
        return Answer(verdict="found", text=Markup("\n\n").join([where, *note]))
    if note and asked.shown:
        card = Answer(verdict="found", text=note[0], heading=note[0], step=Step.CARD)
        return with_events(card, [asked.shown])
    own = [each for each in await own_coming(asked) if each.state not in IN_QUEUE]
    if not own:
        text = registration_words.no_coming(asked.say)
        return Answer(verdict="nothing", text=text, step=Step.DOORS)
    is_nearest = _NEAREST.search(asked.folded)
    own = own[: 1 if is_nearest else OWN_SHOWN]
    heading = (words.nearest if is_nearest else registration_words.coming_heading)(asked.say)
    text = registration_words.own_events(heading, [*await _own_lines(asked, own), *note])
    return with_events(
        Answer(verdict="found", text=text, step=Step.MINE), [each.event for each in own]
    )


async def waiting_list(asked: Asked) -> Answer:
    say = asked.say
    if asked.person is None:
        lines = [words.where_own_places_are(say), words.how_to_wait(say)]
        return Answer(verdict="found", text=Markup("\n\n").join(lines))
    own = [each for each in await own_coming(asked) if each.state in IN_QUEUE][:OWN_SHOWN]
    if own:
        lines = [*await _own_lines(asked, own), words.how_queue_moves(say)]
        text = registration_words.own_events(registration_words.waiting_heading(say), lines)
        return with_events(
            Answer(verdict="found", text=text, step=Step.WAITING), [each.event for each in own]
        )
    if asked.names_something or asked.shown:  # “put me on the waiting list” of that one
        return await register(asked)
    text = Markup("\n\n").join([registration_words.no_waiting(say), words.how_to_wait(say)])
    return Answer(verdict="found", text=text, step=Step.DOORS)


async def cancel(asked: Asked) -> Answer:
    if asked.person is None:
        return Answer(verdict="found", text=words.where_to_cancel(asked.say))
    own = [each.event for each in await own_coming(asked) if each.event.is_to_come(asked.now)]
    if not own:
        text = await _nothing_to_cancel(asked)
        return Answer(verdict="nothing", text=text, step=Step.DOORS)
    meant = _among(asked, own)
    question = words.which_to_cancel(asked.say, len(meant or own))
    if not meant:
        question = words.none_such_to_cancel(asked.say)
    events = (meant or own)[:OWN_SHOWN]
    text = Markup("\n\n").join([question, *await numbered(asked, events)])
    verdict: Literal["found", "unsure"] = "found" if meant else "unsure"
    return with_events(Answer(verdict=verdict, text=text, step=Step.LEAVE), events)


async def certificate(asked: Asked) -> Answer:
    """How many one has; where the words name events, whom to ask of them."""
    if asked.person is None:
        return Answer(verdict="found", text=words.where_certificates_are(asked.say))
    issued = await of_person(asked.session, asked.person)
    lines = [words.certificates(asked.say, len(issued))]
    past = {each.event.id: each for each in await _past(asked)}
    if meant := _like(asked, _in_days(asked, [one.event for one in past.values()]))[-OWN_SHOWN:]:
        own = [past[event.id] for event in meant]
        there = await noted(asked.session, [each.id for each in own])
        lines.append(words.past_with_contacts(asked.say, own, there, now=asked.now))
    text = Markup("\n\n").join(lines)
    return Answer(verdict="found", text=text, step=Step.CERTIFICATES)


async def hours(asked: Asked) -> Answer:
    """Of the school year that is meant, and what fits where some of this one are missing."""
    law = centre_words.told(asked.say, asked.book.of("days"))
    if asked.person is None:
        return Answer(verdict="found", text=words.no_hours(asked.say, law), step=Step.MINE)
    zone, this = asked.say.timezone, school_year(asked.say.local(asked.now).date())
    last = asked.question.filters.last
    year = min(this, school_year(last)) if last else this
    found = await ledger(asked.session, asked.person, year=year, now=asked.now, zone=zone)
    fitting = []
    if year == this and found.missing:
        fitting = await suggested(
            asked.session,
            asked.person,
            missing=found.missing,
            index=asked.index,
            now=asked.now,
            zone=zone,
        )
    knows = await is_known(asked.session, asked.person)
    text = hours_words.answer(
        *(asked.say, found, fitting, law), is_known=knows, is_over=year < this, now=asked.now
    )
    return with_events(Answer(verdict="found", text=text, step=Step.HOURS), fitting)


async def _nothing_to_cancel(asked: Asked) -> Markup:
    past = [each.event for each in await _past(asked)]
    if past and asked.now - past[-1].over_at < _LATELY:
        return words.over_already(asked.say, past[-1])
    return words.nothing_to_cancel(asked.say)


async def _past(asked: Asked) -> list[Registration]:
    """Of what was held and where the person had a seat, the earliest first."""
    if asked.person is None:
        return []
    return [
        each
        for each in await own_registrations(asked.session, person=asked.person)
        if each.state is State.CONFIRMED
        and each.event.status is Status.PUBLISHED
        and not is_coming(each, asked.now)
    ]


def _among(asked: Asked, own: list[Event]) -> list[Event]:
    """Those of one's own events that the words mean; all of them where the words say nothing."""
    if asked.names_something:
        found = asked.find(max(1, len(asked.index)))
        keys = {hit.document.key for hit in found.hits}
        return [event for event in own if event.id in keys]
    if asked.shown and any(event.id == asked.shown.id for event in own):
        return [asked.shown]
    return own


def _in_days(asked: Asked, events: Iterable[Event]) -> list[Event]:
    first, last = asked.question.filters.first, asked.question.filters.last
    return [
        event
        for event in events
        if (first is None or asked.say.local(event.over_at).date() >= first)
        and (last is None or asked.say.local(event.starts_at).date() <= last)
    ]


def _like(asked: Asked, events: list[Event]) -> list[Event]:
    """Those whose title has a word of the topic; all of them where none has."""
    topic = set(map(stem, asked.question.topic))
    named = [
        event
        for event in events
        if topic & set(map(stem, words_of(f"{event.title_lt} {event.title_en}")))
    ]
    return named or events


async def _own_lines(asked: Asked, own: list[Registration]) -> list[Markup]:
    return [
        registration_words.own_line(
            asked.say, number, each, await place_of(asked.session, each), now=asked.now
        )
        for number, each in enumerate(own, start=1)
    ]
