"""Those who wait for one thing: when they are enough it becomes a draft.

Who waits is whoever asked to hear of it and has not been told of anything yet, so there is no list
of them beside what they asked for. A gathering lasts to the end of the school year.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, distinct, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.demand.refusals import GatheringOver
from catalogue.demand.tables import Gathering
from catalogue.demand.wishes import most_said
from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed
from catalogue.people.rights import Realm
from catalogue.programme.revisions import locked_revision
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from catalogue.subscriptions.tables import Subscription, SubscriptionHit

#: Where those who wait know no centre.
USUAL = 12
#: Between which staff choose: fewer than five might be recognised.
CHOICES = (5, 8, 10, 12, 15, 20, 25, 30)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many wait for a theme, how many there must be, and for which centre that holds."""

    people: int
    needed: int
    centre_id: int | None = None

    @property
    def is_reached(self) -> bool:
        return self.people >= self.needed


async def waiting(session: AsyncSession, theme: str) -> Sequence[Subscription]:
    """What is open and was never answered, the oldest first; somebody may have asked twice."""
    query = select(Subscription).where(Subscription.theme == theme, *is_waiting())
    return (await session.scalars(query.order_by(Subscription.id))).all()


async def progress(session: AsyncSession, theme: str) -> Progress:
    """The centre is the one whose events most of those who wait have been to; the only one where
    there is no other.
    """
    everybody = select(func.count(distinct(Subscription.person_id)))
    people = await session.scalar(everybody.where(Subscription.theme == theme, *is_waiting()))
    return (await _with_needs(session, {theme: people or 0}))[theme]


async def reached(session: AsyncSession, *, year: int) -> list[str]:
    """Themes for which enough wait, and that have no gathering yet; in a few statements, however
    many themes there are.
    """
    least = min(USUAL, await session.scalar(select(func.min(Centre.gather_at))) or USUAL)
    gathered = select(Gathering.theme).where(is_current(year))
    people = func.count(distinct(Subscription.person_id))
    query = (
        select(Subscription.theme, people)
        .where(Subscription.theme != "", Subscription.theme.not_in(gathered), *is_waiting())
        .group_by(Subscription.theme)
        .having(people >= least)
        .order_by(Subscription.theme)
    )
    rows = await session.execute(query)
    found = await _with_needs(session, {theme: count for theme, count in rows if theme})
    return [theme for theme, one in found.items() if one.is_reached]


async def _with_needs(session: AsyncSession, people: Mapping[str, int]) -> dict[str, Progress]:
    """How many there must be, of themes for which so many wait."""
    if not people:
        return {}
    rows = await session.execute(select(Centre.id, Centre.gather_at))
    gather_at = {row.id: row.gather_at for row in rows}
    only = next(iter(gather_at)) if len(gather_at) == 1 else None
    known = await _known_centres(session, people)
    return {
        theme: Progress(count, gather_at.get(centre, USUAL) if centre else USUAL, centre)
        for theme, count in people.items()
        for centre in [known.get(theme, only)]
    }


async def _known_centres(session: AsyncSession, themes: Collection[str]) -> dict[str, int]:
    """Where most of those who wait for each have been."""
    query = (
        select(Subscription.theme, Event.centre_id)
        .join(Registration, Registration.person_id == Subscription.person_id)
        .join(Event, Event.id == Registration.event_id)
        .where(Subscription.theme.in_(themes), Registration.state != State.CANCELLED, *is_waiting())
        .group_by(Subscription.theme, Event.centre_id)
        .order_by(func.count(distinct(Registration.person_id)), Event.centre_id.desc())
    )
    return {theme: centre for theme, centre in await session.execute(query) if theme}


async def draft(session: AsyncSession, theme: str, *, year: int, now: datetime) -> Gathering | None:
    """The draft, once for however many look at the same moment; None where it is there already, or
    where fewer wait by now. Whoever changes the programme comes one after another.
    """
    await locked_revision(session)
    if await session.scalar(
        select(Gathering.id).where(Gathering.theme == theme, is_current(year)).limit(1)
    ):
        return None
    reached = await progress(session, theme)
    if not reached.is_reached:
        return None
    before = select(func.count()).select_from(Gathering)
    number = await session.scalar(before.where(Gathering.theme == theme, Gathering.year == year))
    made = Gathering(
        theme=theme,
        words=_words(theme, await waiting(session, theme)),
        year=year,
        number=(number or 0) + 1,
        centre_id=reached.centre_id,
        needed=reached.needed,
        drafted_at=now,
    )
    session.add(made)
    await session.flush()
    journal.note(
        session,
        Deed.GATHERED,
        by=None,
        now=now,
        centre_id=made.centre_id,
        words=made.words,
        people=reached.people,
    )
    return made


async def held(session: AsyncSession, number: int) -> Gathering:
    """Locked to the end of the transaction. Raises GatheringOver where it is no more."""
    found = await session.get(Gathering, number, with_for_update=True, populate_existing=True)
    if found is None or found.dropped_at is not None:
        raise GatheringOver
    return found


async def of_theme(session: AsyncSession, theme: str, *, year: int) -> Gathering | None:
    query = select(Gathering).where(Gathering.theme == theme, is_current(year))
    return (await session.scalars(query)).first()


async def open_ones(session: AsyncSession, realm: Realm, *, year: int) -> Sequence[Gathering]:
    """Those of the realm and those of no centre yet, of which no event was published; where nobody
    waits any more there is none, unless a day is chosen.
    """
    still = exists().where(Subscription.theme == Gathering.theme, *is_waiting())
    query = select(Gathering).where(
        is_current(year),
        Gathering.dropped_at.is_(None),
        or_(still, Gathering.event_id.is_not(None)),
    )
    if realm.centres is not None:
        own = Gathering.centre_id.in_(realm.centres)
        query = query.where(or_(own, Gathering.centre_id.is_(None)))
    return (await session.scalars(query.order_by(Gathering.drafted_at, Gathering.id))).all()


def drop(gathering: Gathering, *, now: datetime) -> None:
    """Until the end of the school year those who wait make no draft of it again."""
    gathering.dropped_at = gathering.dropped_at or now


def is_waiting() -> tuple[ColumnElement[bool], ...]:
    """Of a wish: it is open and was never answered."""
    answered = select(SubscriptionHit.id).where(SubscriptionHit.subscription_id == Subscription.id)
    return Subscription.ended_at.is_(None), ~answered.exists()


def is_current(year: int) -> ColumnElement[bool]:
    """Of this school year, and nobody was told of an event for it yet."""
    return and_(Gathering.year == year, Gathering.told_at.is_(None))


def _words(theme: str, waiting: Sequence[Subscription]) -> str:
    said = [one.wanted.get("filters", {}).get("topic") or one.words for one in waiting]
    return most_said(Counter(said), theme)
