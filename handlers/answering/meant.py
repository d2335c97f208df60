"""Which events a question is about."""

import re
from collections.abc import Sequence

from catalogue.finding import browsing
from catalogue.programme.tables import Event
from catalogue.registrations.queries import is_coming, own_registrations
from catalogue.registrations.tables import Registration, State
from catalogue.search.documents import Document
from catalogue.search.index import Hit, Result
from catalogue.search.normalise import words
from catalogue.search.stems import stem
from handlers.answering.values import PER_PAGE, Asked

CODES = 10

#: Events whose scores differ by less may all be meant.
_CLOSE = 0.1

#: Words of a title that name an event beyond doubt; one may be anybody's theme.
_FEWEST_WORDS = 2

#: Words that point at the event in hand.
_POINTS = re.compile(
    r"\b(?:cia|sit(?:as|a|o|os|ame|oje)|s(?:is|io|iame)\srengin\w+|jis|jo|jame|jos|joje"
    r"|this\s(?:one|event|seminar|course|training|workshop)|it)\b"
)

#: For whom it is, what it is about, whether it suits one: the card tells.
_IN_GENERAL = re.compile(
    r"\bkam\b.*\bskirt|\bapie\ska\b|\bka\s(?:ten|jame|jis|ji|cia)\b"
    r"|\bfor\swhom\b|\bwho\b.*\bfor\b|\bwhat\b.*\babout\b|\btin(?:ka|ku|kama)\b|\bsuit"
)


def asks_in_general(asked: Asked) -> bool:
    """Whether the event in hand is asked about as a whole."""
    if asked.shown is None or asked.names_something:
        return False
    question = asked.question
    # „when“ stands also where no fact is named
    of_no_fact = question.intent == "event_facts" and question.filters.fact in {None, "when"}
    is_open = question.intent in {"unknown", "find_events"} or of_no_fact
    return is_open and _IN_GENERAL.search(asked.folded) is not None


async def meant(asked: Asked, *, own_too: bool = True) -> tuple[list[Event], Result | None]:
    """The events a question is about: the one it points at, those its words name, else what the
    chat was about.

    Where the titles of some say every word of the theme, the others are only alike.
    """
    if not asked.names_something or (asked.shown and _POINTS.search(asked.folded)):
        return await _in_mind(asked, own_too=own_too), None
    result = asked.find(CODES)
    if result.verdict == "nothing":
        return [], result
    if asked.shown and any(hit.document.key == asked.shown.id for hit in result.hits):
        return [asked.shown], result
    if one := clearly_meant(asked, result):
        return await events_of_hits(asked, [one]), result
    close = [hit for hit in result.hits if hit.score > result.hits[0].score - _CLOSE]
    topic = set(map(stem, asked.question.topic))
    named = [hit for hit in close if topic <= _stems(hit.document)] if topic else []
    return await events_of_hits(asked, (named or close)[:PER_PAGE]), result


def clearly_meant(asked: Asked, result: Result) -> Hit | None:
    """The only one that was found, or the only one whose whole title was written."""
    if result.total == 1:
        return result.hits[0]
    written = f" {' '.join(words(asked.question.text))} "
    titled = [hit for hit in result.hits if _is_titled(hit.document, written)]
    return titled[0] if len(titled) == 1 else None


def _is_titled(document: Document, written: str) -> bool:
    titles = (words(title) for title in (document.title_lt, document.title_en))
    return any(
        len(title) >= _FEWEST_WORDS and f" {' '.join(title)} " in written for title in titles
    )


def _stems(document: Document) -> set[str]:
    """Of the words of its titles."""
    return set(map(stem, words(f"{document.title_lt} {document.title_en}")))


async def _in_mind(asked: Asked, *, own_too: bool) -> list[Event]:
    if asked.shown:
        return [asked.shown]
    if asked.listed and asked.question.filters.fact != "link":
        return list(asked.listed[-PER_PAGE:])
    if own_too and asked.person and (own := await own_coming(asked)):
        return [each.event for each in own][:PER_PAGE]
    return list(asked.listed[-PER_PAGE:])


async def own_coming(asked: Asked) -> list[Registration]:
    """The person's own that are to come or are on now."""
    if asked.person is None:
        return []
    return [
        each
        for each in await own_registrations(asked.session, person=asked.person)
        if each.state is not State.CANCELLED and is_coming(each, asked.now)
    ]


async def events_of_hits(asked: Asked, hits: Sequence[Hit]) -> list[Event]:
    return await browsing.events_of(asked.session, [hit.document.key for hit in hits])
