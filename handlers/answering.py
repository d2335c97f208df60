"""From an understood question to what to answer: from the catalogue alone, honest about the rest.

Knows no aiogram: the chat and the command line answer with the same words.
"""

import enum
import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import unescape
from typing import Literal

from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.known import known_centres
from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.people.tables import Person
from catalogue.programme import browsing
from catalogue.programme.queries import upcoming
from catalogue.programme.tables import Event, Status
from catalogue.registrations.queries import (
    Standing,
    is_coming,
    own_registrations,
    places,
    standing,
)
from catalogue.registrations.rules import place_of
from catalogue.registrations.tables import Registration, State
from catalogue.search.index import Hit, Index, Result
from catalogue.search.intents import Intent
from catalogue.search.normalise import fold
from catalogue.search.normalise import words as words_of
from catalogue.search.questions import Question
from catalogue.search.reading import generic_words, stop_words
from catalogue.search.stems import stem
from handlers.words import about as centre_words
from handlers.words import answers as words
from handlers.words import menu
from handlers.words import registrations as registration_words
from handlers.words.events import line
from handlers.words.speech import Speech

PER_PAGE = 5
#: How many events are offered in doubt, or instead of what was not found.
OFFERED = 3

CODES = 10
OWN_SHOWN = 10

#: Events whose scores differ by less may all be meant.
_CLOSE = 0.1

#: Facts that every line of a list of events tells.
_IN_A_LIST = frozenset({"when", "where", "price"})

_TAG = re.compile(r"</?[a-z][^<>]*>")
_COLLEAGUE = re.compile(r"\bkoleg|\bcolleague|\bvietoje?\smanes|\binstead\sof\sme|\bin\smy\splace")
_CALENDAR = re.compile(r"\bcalendar|\bkalendor|\bics\b")
_THANKS = re.compile(r"^\W*(?:aciu|dekui|dekoju|thanks|thank\syou)\b")
_GREETING = re.compile(
    r"^\W*(?:labas|sveik|laba\sdiena|labas\srytas|hello|hi|start|kas\s(?:tu|jus))\b"
)

_ABOUT_CENTRES = (
    (r"\bakredit|\baccredit", ("accreditation",)),
    (r"\bikurt|\bikure|\bsenia|\bfounded|\bestablished|\bhow\sold", ("founded", "renaming")),
    (r"\bvadin|\bpavadinim|\bpervadin|\bcalled|\brenamed", ("renaming",)),
    (
        r"\bvizij|\bmisij|\bvertyb|\bfilosofij|\bvision|\bmission|\bvalues|\bphilosoph",
        ("vision", "philosophy", "values"),
    ),
    (r"\bsvetain|\bpuslap|\byoutube|\bwebsite|\bsite\b", ("site", "youtube")),
    (r"\bfinansav|\bfund", ("funding",)),
    (r"\bgabi|\bgifted|\bolimpiad|\bolympiad", ("pupils",)),
    (r"\buzsien|\babroad", ("abroad",)),
    (r"\bveikl|\bfunkcij|\buzsiim|\bactivit|\bdoes\b", ("functions",)),
)
_CENTRE_IN_SHORT = ("about", "founded", "functions", "site")
_CONTACTS = re.compile(
    r"\badres|\btelef|\bkontakt|\bdarbo\slaik|\brekvizit|\bpast(?:a|as|o)\b|\bkur\b"
    r"|\baddress|\bphone|\bcontact|\b(?:opening|office|working)\shours|\bwhere\b"
)


class Step(enum.StrEnum):
    """What one can do after the answer: which buttons come with it."""

    NONE = "none"
    EVENTS = "events"
    EVENT = "event"
    CARD = "card"
    MINE = "mine"
    WAITING = "waiting"
    LEAVE = "leave"
    LANGUAGE = "language"
    PRIVACY = "privacy"
    CENTRES = "centres"
    EXAMPLES = "examples"
    DOORS = "doors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`text` is Telegram's HTML.

    `events` are in the order of the text, of `page` where there are `total` of them; `codes` are
    those of the events that answer the question, up to ten, and none where nothing was found.
    """

    verdict: Literal["found", "unsure", "nothing"]
    text: Markup
    events: tuple[Event, ...] = ()
    codes: tuple[str, ...] = ()
    step: Step = Step.NONE
    total: int = 0
    page: int = 0
    centres: tuple[Centre, ...] = ()

    @property
    def plain(self) -> str:
        """The text without Telegram's HTML, for a terminal."""
        return unescape(_TAG.sub("", str(self.text)))

    @property
    def has_more(self) -> bool:
        return self.total > (self.page + 1) * PER_PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    session: AsyncSession
    index: Index
    question: Question
    say: Speech
    now: datetime
    person: Person | None
    shown: Event | None
    listed: tuple[Event, ...]
    page: int

    @property
    def folded(self) -> str:
        return fold(self.question.text)

    @property
    def names_something(self) -> bool:
        """Whether the words themselves say which events are meant."""
        return bool(self.question.topic or self.question.filters.said())

    def find(self, limit: int) -> Result:
        return self.index.find(self.question, now=self.now, limit=limit)


async def answer(
    session: AsyncSession,
    index: Index,
    question: Question | str,
    *,
    say: Speech,
    now: datetime,
    person: Person | None = None,
    shown: Event | None = None,
    listed: Sequence[Event] = (),
    page: int = 0,
) -> Answer:
    """The answer to a sentence. `shown` and `listed` are what this chat has just been about.

    Without a person, what is asked about *me* is answered by saying where in the chat to ask.
    """
    if isinstance(question, str):
        question = index.understand(question, asked_at=now)
    asked = _Asked(
        session=session,
        index=index,
        question=question,
        say=say,
        now=now,
        person=person,
        shown=shown,
        listed=tuple(listed),
        page=page,
    )
    return await ANSWERS[question.intent](asked)


async def _find_events(asked: _Asked) -> Answer:
    return await _of_result(asked, asked.find(max(CODES, (asked.page + 1) * PER_PAGE)))


async def _of_result(asked: _Asked, result: Result) -> Answer:
    if result.verdict == "nothing":
        return await _nothing(asked, result)
    if result.verdict == "unsure":
        return await _in_doubt(asked, result)
    first = asked.page * PER_PAGE
    events = await _events(asked, result.hits[first : first + PER_PAGE])
    lines = await _lines(asked, events, first=first + 1)
    filters = asked.question.filters
    return Answer(
        verdict="found",
        text=words.found(asked.say, result.total, filters, lines, now=asked.now),
        events=tuple(events),
        codes=tuple(hit.document.code for hit in result.hits[:CODES]),
        step=Step.EVENTS,
        total=result.total,
        page=asked.page,
    )


async def _in_doubt(asked: _Asked, result: Result) -> Answer:
    events = await _events(asked, result.hits[:OFFERED])
    lines = await _lines(asked, events)
    text = words.did_you_mean(asked.say, events, lines)
    return _with(Answer(verdict="unsure", text=text, step=Step.EVENTS), events)


async def _nothing(asked: _Asked, result: Result) -> Answer:
    """Says so, and shows the nearest with what was let go for it."""
    events = await _events(asked, result.nearest[:OFFERED])
    if not events and not await browsing.count(asked.session, now=asked.now):
        return Answer(verdict="nothing", text=words.empty_programme(asked.say))
    text = words.nothing(asked.say, result.relaxed, await _lines(asked, events))
    step = Step.EVENTS if events else Step.EXAMPLES
    return Answer(verdict="nothing", text=text, events=tuple(events), step=step)


async def _event_facts(asked: _Asked) -> Answer:
    events, result = await _meant(asked)
    fact = asked.question.filters.fact or "when"
    if result and result.verdict == "nothing":
        return await _nothing_but_the_last(asked, result, fact)
    if not events:
        text = words.which_event(asked.say)
        return Answer(verdict="unsure", text=text, step=Step.EXAMPLES)
    if len(events) > 1 and result and result.verdict == "found" and fact in _IN_A_LIST:
        return await _of_result(asked, result)
    told = [await _told(asked, fact, event) for event in events]
    if len(events) == 1 and (result is None or result.verdict == "found"):
        text = Markup("{}\n\n{}").format(told[0], words.about(asked.say, events[0], now=asked.now))
        return _with(Answer(verdict="found", text=text, step=Step.EVENT), events)
    lines = [
        words.about_numbered(asked.say, number, event, one, now=asked.now)
        for number, (event, one) in enumerate(zip(events, told, strict=True), start=1)
    ]
    if result and result.verdict == "unsure":
        text = words.did_you_mean(asked.say, events, lines)
        return _with(Answer(verdict="unsure", text=text, step=Step.EVENTS), events)
    text = words.of_each(asked.say, lines)
    return _with(Answer(verdict="found", text=text, step=Step.EVENTS), events)


async def _nothing_but_the_last(asked: _Asked, result: Result, fact: str) -> Answer:
    """A word we do not know need not be another theme: the event last looked at is answered too."""
    none = await _nothing(asked, result)
    if asked.shown is None:
        return none
    told = words.about_last(asked.say, asked.shown, await _told(asked, fact, asked.shown))
    return _with(
        replace(none, verdict="unsure", text=told + "\n\n" + none.text),
        [asked.shown, *none.events],
        codes=[asked.shown],
    )


async def _told(asked: _Asked, fact: str, event: Event) -> Markup:
    stands = await _standing(asked, event)
    told = words.fact(asked.say, fact, event, stands, now=asked.now)
    if fact != "materials" or not (channel := event.centre.facts.get("youtube")):
        return told
    return told + "\n" + words.centre_writes(asked.say, channel)


async def _register(asked: _Asked) -> Answer:
    if _COLLEAGUE.search(asked.folded):
        return Answer(verdict="found", text=words.for_a_colleague(asked.say), step=Step.MINE)
    events, result = await _meant(asked, own_too=False)
    if result and result.verdict == "nothing":
        return await _nothing(asked, result)
    if not events:
        text = words.what_to_join(asked.say)
        return Answer(verdict="unsure", text=text, step=Step.DOORS)
    if result and result.verdict == "unsure":
        return await _in_doubt(asked, result)
    if len(events) == 1:
        stands = await _standing(asked, events[0])
        text = words.to_register(asked.say, events[0], stands, now=asked.now)
        if asked.person is None:
            text += "\n\n" + words.about(asked.say, events[0], now=asked.now)
        return _with(Answer(verdict="found", text=text, step=Step.CARD), events)
    text = words.which_to_join(asked.say, await _lines(asked, events))
    return _with(Answer(verdict="found", text=text, step=Step.EVENTS), events)


async def _cancel(asked: _Asked) -> Answer:
    if asked.person is None:
        return Answer(verdict="found", text=words.where_to_cancel(asked.say))
    own = [
        each.event
        for each in await _own(asked)
        if each.event.starts_at > asked.now and each.event.status is Status.PUBLISHED
    ]
    if not own:
        return Answer(verdict="nothing", text=words.nothing_to_cancel(asked.say), step=Step.DOORS)
    meant = _among(asked, own)
    question = words.which_to_cancel(asked.say, len(meant or own))
    if not meant:
        question = words.none_such_to_cancel(asked.say)
    events = (meant or own)[:OWN_SHOWN]
    text = Markup("\n\n").join([question, *await _lines(asked, events)])
    verdict: Literal["found", "unsure"] = "found" if meant else "unsure"
    return _with(Answer(verdict=verdict, text=text, step=Step.LEAVE), events)


async def _my_events(asked: _Asked) -> Answer:
    note = [words.calendar_file(asked.say)] if _CALENDAR.search(asked.folded) else []
    if asked.person is None:
        where = words.where_own_events_are(asked.say)
        return Answer(verdict="found", text=Markup("\n\n").join([where, *note]))
    if note and asked.shown:
        return _with(Answer(verdict="found", text=note[0], step=Step.CARD), [asked.shown])
    own = [each for each in await _own(asked) if each.state is not State.WAITING][:OWN_SHOWN]
    if not own:
        text = registration_words.no_coming(asked.say)
        return Answer(verdict="nothing", text=text, step=Step.DOORS)
    heading = registration_words.coming_heading(asked.say)
    text = registration_words.own_events(heading, [*await _own_lines(asked, own), *note])
    return _with(Answer(verdict="found", text=text, step=Step.MINE), [each.event for each in own])


async def _waiting_list(asked: _Asked) -> Answer:
    say = asked.say
    if asked.person is None:
        lines = [words.where_own_places_are(say), words.how_to_wait(say)]
        return Answer(verdict="found", text=Markup("\n\n").join(lines))
    own = [each for each in await _own(asked) if each.state is State.WAITING][:OWN_SHOWN]
    if own:
        lines = [*await _own_lines(asked, own), words.how_queue_moves(say)]
        text = registration_words.own_events(registration_words.waiting_heading(say), lines)
        return _with(
            Answer(verdict="found", text=text, step=Step.WAITING), [each.event for each in own]
        )
    if asked.names_something or asked.shown:  # “put me on the waiting list” of that one
        return await _register(asked)
    text = Markup("\n\n").join([registration_words.no_waiting(say), words.how_to_wait(say)])
    return Answer(verdict="found", text=text, step=Step.DOORS)


async def _certificate(asked: _Asked) -> Answer:
    lines = [words.no_certificates(asked.say)]
    if asked.person is None:
        lines.append(words.where_own_events_are(asked.say))
        return Answer(verdict="found", text=Markup("\n\n").join(lines))
    past = [
        each.event
        for each in await own_registrations(asked.session, person=asked.person)
        if each.state is State.CONFIRMED and not is_coming(each, asked.now)
    ]
    if meant := _like(asked, _in_days(asked, past))[-OWN_SHOWN:]:
        lines.append(words.past_with_contacts(asked.say, meant, now=asked.now))
    return Answer(verdict="found", text=Markup("\n\n").join(lines), step=Step.MINE)


async def _hours(asked: _Asked) -> Answer:
    return Answer(verdict="found", text=words.no_hours(asked.say), step=Step.MINE)


async def _centre_info(asked: _Asked) -> Answer:
    present = await all_centres(asked.session)
    centres = present or known_centres()
    chosen = _centres_meant(asked, _with_known(present))
    wanted = [key for way, keys in _ABOUT_CENTRES if re.search(way, asked.folded) for key in keys]
    if len(chosen) == 1:
        return await _one_centre(asked, chosen[0], wanted)
    if saying := [each for each in chosen or centres if wanted and _facts(each, wanted)]:
        return Answer(verdict="found", text=_what_they_say(asked.say, saying, wanted))
    names = [_name(asked.say, centre) for centre in chosen or centres]
    text = words.which_centre(asked.say, names) if names else words.no_centres(asked.say)
    rows = tuple(centre for centre in chosen or centres if centre in present)
    return Answer(verdict="unsure", text=text, step=Step.CENTRES, centres=rows)


async def _one_centre(asked: _Asked, centre: Centre, wanted: Sequence[str]) -> Answer:
    """What was asked of it; where that is nothing in particular, the centre in short."""
    facts = _facts(centre, wanted or _CENTRE_IN_SHORT)
    contacts = not wanted and _CONTACTS.search(asked.folded)
    if contacts:
        facts = _facts(centre, ("site",))
    lines = [centre_words.centre(asked.say, _name(asked.say, centre), facts)]
    if contacts:
        lines = [words.contacts_unknown(asked.say), *(lines if facts else [])]
        if centre.id:
            coming = await upcoming(asked.session, now=asked.now, centre_id=centre.id, limit=20)
            lines += [words.contact_of_event(asked.say, each) for each in coming if each.contact][
                :1
            ]
    rows = (centre,) if centre.id else ()
    text = Markup("\n\n").join(lines)
    return Answer(verdict="found", text=text, step=Step.CENTRES, centres=rows)


def _saying(key: str, note: Callable[[Speech], Markup] | None = None) -> "Answering":
    """An answer from what centres say of themselves under `key`, each with its source."""

    async def saying(asked: _Asked) -> Answer:
        centres = _with_known(await all_centres(asked.session))
        found = [centre for centre in centres if key in centre.facts]
        if not found:
            return Answer(verdict="nothing", text=words.nobody_says(asked.say), step=Step.DOORS)
        text = _what_they_say(asked.say, found, (key,))
        notes = [note(asked.say)] if note else []
        return Answer(verdict="found", text=Markup("\n\n").join([text, *notes]))

    return saying


async def _preferences(asked: _Asked) -> Answer:
    return Answer(verdict="found", text=words.no_preferences(asked.say), step=Step.DOORS)


async def _privacy(asked: _Asked) -> Answer:
    return Answer(verdict="found", text=words.privacy(asked.say), step=Step.PRIVACY)


async def _language(asked: _Asked) -> Answer:
    return Answer(verdict="found", text=words.language(asked.say), step=Step.LANGUAGE)


async def _help(asked: _Asked) -> Answer:
    if _THANKS.search(asked.folded):
        text = words.thanks(asked.say)
    elif _GREETING.search(asked.folded):
        count = await browsing.count(asked.session, now=asked.now)
        text = menu.welcome(asked.say, count)
    else:
        text = menu.help_text(asked.say)
    return Answer(verdict="found", text=text, step=Step.DOORS)


async def _unknown(asked: _Asked) -> Answer:
    return Answer(verdict="nothing", text=words.unknown(asked.say), step=Step.EXAMPLES)


async def _meant(asked: _Asked, *, own_too: bool = True) -> tuple[list[Event], Result | None]:
    """The events a question is about: those its words name, else what the chat was about."""
    if not asked.names_something:
        return await _in_mind(asked, own_too=own_too), None
    result = asked.find(CODES)
    if result.verdict == "nothing":
        return [], result
    close = [hit for hit in result.hits if hit.score > result.hits[0].score - _CLOSE]
    if asked.shown and any(hit.document.key == asked.shown.id for hit in result.hits):
        return [asked.shown], result
    return await _events(asked, close[:PER_PAGE]), result


async def _in_mind(asked: _Asked, *, own_too: bool) -> list[Event]:
    if asked.shown:
        return [asked.shown]
    if asked.listed and asked.question.filters.fact != "link":
        return list(asked.listed[:PER_PAGE])
    if own_too and asked.person and (own := await _own(asked)):
        return [each.event for each in own][:PER_PAGE]
    return list(asked.listed[:PER_PAGE])


async def _own(asked: _Asked) -> list[Registration]:
    """The person's own that are to come or are on now."""
    if asked.person is None:
        return []
    return [
        each
        for each in await own_registrations(asked.session, person=asked.person)
        if each.state is not State.CANCELLED and is_coming(each, asked.now)
    ]


def _among(asked: _Asked, own: list[Event]) -> list[Event]:
    """Those of one's own events that the words mean; all of them where the words say nothing."""
    if asked.names_something:
        found = asked.find(max(1, len(asked.index)))
        keys = {hit.document.key for hit in found.hits}
        return [event for event in own if event.id in keys]
    if asked.shown and any(event.id == asked.shown.id for event in own):
        return [asked.shown]
    return own


def _in_days(asked: _Asked, events: Iterable[Event]) -> list[Event]:
    first, last = asked.question.filters.first, asked.question.filters.last
    return [
        event
        for event in events
        if (first is None or asked.say.local(event.ends_at or event.starts_at).date() >= first)
        and (last is None or asked.say.local(event.starts_at).date() <= last)
    ]


def _like(asked: _Asked, events: list[Event]) -> list[Event]:
    """Those whose title has a word of the topic; all of them where none has."""
    topic = set(map(stem, asked.question.topic))
    named = [
        event
        for event in events
        if topic & set(map(stem, words_of(f"{event.title_lt} {event.title_en}")))
    ]
    return named or events


async def _events(asked: _Asked, hits: Sequence[Hit]) -> list[Event]:
    return await browsing.events_of(asked.session, [hit.document.key for hit in hits])


async def _lines(asked: _Asked, events: list[Event], *, first: int = 1) -> list[Markup]:
    """The numbered lines of a list; whoever would come behind a queue finds no free seat."""
    seats = await places(asked.session, events)
    free = {event_id: 0 if queue else left for event_id, (left, queue) in seats.items()}
    return [
        line(asked.say, number, event, free[event.id], now=asked.now)
        for number, event in enumerate(events, start=first)
    ]


async def _own_lines(asked: _Asked, own: list[Registration]) -> list[Markup]:
    return [
        registration_words.own_line(
            asked.say, number, each, await place_of(asked.session, each), now=asked.now
        )
        for number, each in enumerate(own, start=1)
    ]


async def _standing(asked: _Asked, event: Event) -> Standing:
    if asked.person:
        return await standing(asked.session, event=event, person=asked.person)
    free, waiting = (await places(asked.session, [event]))[event.id]
    return Standing(free=free, waiting=waiting)


def _with(
    answered: Answer, events: Sequence[Event], *, codes: Sequence[Event] | None = None
) -> Answer:
    named = events if codes is None else codes
    return replace(
        answered,
        events=tuple(events),
        codes=tuple(event.code for event in named),
        total=len(events),
    )


def _with_known(present: list[Centre]) -> list[Centre]:
    """The centres of the programme, and those whose pages we have read all the same."""
    slugs = {centre.slug for centre in present}
    return [*present, *[known for known in known_centres() if known.slug not in slugs]]


def _centres_meant(asked: _Asked, centres: list[Centre]) -> list[Centre]:
    """By name, else by what the centre says it is for: those that share most words."""
    if organiser := asked.question.filters.organiser:
        return [centre for centre in centres if centre.name == organiser]
    generic = stop_words() | generic_words()
    said = {
        stem(word)
        for word in words_of(asked.question.text)
        if word not in generic and not word.startswith("cent")
    }
    likeness = [(_likeness(said, centre), centre) for centre in centres]
    best = max((score for score, _ in likeness), default=0)
    return [centre for score, centre in likeness if score == best > 0]


def _likeness(said: set[str], centre: Centre) -> int:
    purpose = centre.facts.get("about", {})
    named = set(map(stem, words_of(" ".join(centre.names))))
    written = set(map(stem, words_of(f"{purpose.get('lt', '')} {purpose.get('en', '')}")))
    return 3 * len(said & named) + len(said & written)


def _facts(centre: Centre, keys: Iterable[str]) -> list[dict[str, str]]:
    return [centre.facts[key] for key in dict.fromkeys(keys) if key in centre.facts]


def _what_they_say(say: Speech, centres: Sequence[Centre], keys: Sequence[str]) -> Markup:
    return Markup("\n\n").join(
        centre_words.centre(say, _name(say, centre), _facts(centre, keys)) for centre in centres
    )


def _name(say: Speech, centre: Centre) -> str:
    return (centre.name_en if say.language == "en" else "") or centre.name


Answering = Callable[[_Asked], Awaitable[Answer]]

ANSWERS: dict[Intent, Answering] = {
    "find_events": _find_events,
    "event_facts": _event_facts,
    "register": _register,
    "cancel": _cancel,
    "my_events": _my_events,
    "waiting_list": _waiting_list,
    "certificate": _certificate,
    "hours": _hours,
    "centre_info": _centre_info,
    "propose_programme": _saying("propose_programme", words.proposing),
    "borrow": _saying("borrow", words.borrowing),
    "retraining": _saying("retraining", words.retraining),
    "award": _saying("award"),
    "preferences": _preferences,
    "privacy": _privacy,
    "language": _language,
    "help": _help,
    "unknown": _unknown,
}
