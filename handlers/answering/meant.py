"""Which events a question is about."""

from collections.abc import Sequence

from catalogue.programme import browsing
from catalogue.programme.tables import Event
from catalogue.registrations.queries import is_coming, own_registrations
from catalogue.registrations.tables import Registration, State
from catalogue.search.index import Hit, Result
from handlers.answering.values import PER_PAGE, Asked

CODES = 10

#: Events whose scores differ by less may all be meant.
_CLOSE = 0.1


async def meant(asked: Asked, *, own_too: bool = True) -> tuple[list[Event], Result | None]:
    """The events a question is about: those its words name, else what the chat was about."""
    if not asked.names_something:
        return await _in_mind(asked, own_too=own_too), None
    result = asked.find(CODES)
    if result.verdict == "nothing":
        return [], result
    close = [hit for hit in result.hits if hit.score > result.hits[0].score - _CLOSE]
    if asked.shown and any(hit.document.key == asked.shown.id for hit in result.hits):
        return [asked.shown], result
    return await events_of_hits(asked, close[:PER_PAGE]), result


async def _in_mind(asked: Asked, *, own_too: bool) -> list[Event]:
    if asked.shown:
        return [asked.shown]
    if asked.listed and asked.question.filters.fact != "link":
        return list(asked.listed[:PER_PAGE])
    if own_too and asked.person and (own := await own_coming(asked)):
        return [each.event for each in own][:PER_PAGE]
    return list(asked.listed[:PER_PAGE])


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
