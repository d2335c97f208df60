"""What one may go to for the hours that are missing: meant for them, near, and not full."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.finding.alternatives import open_to_join
from catalogue.finding.browsing import events_of
from catalogue.learning.targets import school_year
from catalogue.people.tables import Person, Trait
from catalogue.people.traits import traits_of
from catalogue.programme.tables import Event, Mode
from catalogue.registrations.queries import own_registrations
from catalogue.registrations.tables import State
from catalogue.search.audiences import groups_in
from catalogue.search.filters import Filters
from catalogue.search.index import Index
from catalogue.search.normalise import fold, words
from catalogue.search.questions import Question

LOOKED_AT = 60

Told = Mapping[Trait, Sequence[str]]


async def suggested(
    session: AsyncSession,
    person: Person,
    *,
    missing: float,
    index: Index,
    now: datetime,
    zone: ZoneInfo,
    limit: int = 3,
) -> list[Event]:
    """As a search for what the person told of their work ranks them; those with no more hours than
    are missing first. Whoever told nothing gets the soonest. What ends after this school year fills
    no gap of it.
    """
    year = school_year(now.astimezone(zone).date())
    told = await traits_of(session, person)
    own = {
        one.event_id
        for one in await own_registrations(session, person=person)
        if one.state is not State.CANCELLED
    }
    found = [
        event
        for event in await events_of(session, _hits(told, index, now))
        if event.hours
        and event.id not in own
        and _is_near(event, told[Trait.CITY])
        and school_year(_last_day(event, zone)) == year
    ]
    open_ones = await open_to_join(session, found, now=now)
    return sorted(open_ones, key=lambda event: (event.hours or 0) > missing)[:limit]


async def is_known(session: AsyncSession, person: Person) -> bool:
    """Whether they told anything by which events can be chosen for them."""
    told = await traits_of(session, person)
    return bool(told[Trait.GROUP] or told[Trait.SUBJECT])


def _hits(told: Told, index: Index, now: datetime) -> list[int]:
    """Of events by the row id, the best first; only what was really found."""
    every: dict[int, None] = {}
    for question in _questions(told):
        found = index.find(question, now=now, limit=LOOKED_AT)
        every |= dict.fromkeys(hit.document.key for hit in found.hits)
    return list(every)


def _questions(told: Told) -> Iterator[Question]:
    """One's subjects for one's groups, then the subjects alone, then the groups alone."""
    groups = [name for one in told[Trait.GROUP] for name in sorted(groups_in(one))]
    subjects = [tuple(words(one)) for one in told[Trait.SUBJECT]]
    for topic in subjects:
        yield from (_question(group, topic) for group in groups)
        yield _question(None, topic)
    yield from (_question(group, ()) for group in groups)
    if not groups and not subjects:
        yield _question(None, ())


def _question(group: str | None, topic: tuple[str, ...]) -> Question:
    return Question("", filters=Filters(audience=group), topic=topic)


def _last_day(event: Event, zone: ZoneInfo) -> date:
    return event.over_at.astimezone(zone).date()


def _is_near(event: Event, towns: Sequence[str]) -> bool:
    """Online, or in the person's own town where that is known."""
    from_afar = event.mode in {Mode.ONLINE, Mode.HYBRID}
    return from_afar or not towns or fold(event.city) in map(fold, towns)
