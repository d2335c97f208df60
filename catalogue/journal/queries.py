"""Reading the journal, as far as one's right reaches."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, false, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload

from catalogue.centres.tables import Centre
from catalogue.journal.tables import KINDS, JournalEntry, Kind
from catalogue.people.rights import Realm
from catalogue.people.tables import Person
from catalogue.programme.tables import Event

#: So many people or events to choose from are enough to find the one of late.
MOST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which deeds: those of one person, at one event, of one kind; None is any."""

    person_id: int | None = None
    event_id: int | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A deed with whom and what it was about; who has been forgotten has no name. What is by
    nobody the house did by itself.
    """

    entry: JournalEntry
    by: Person | None
    about: Person | None
    event: Event | None
    centre: Centre | None


async def page(
    session: AsyncSession, realm: Realm, sought: Sought, *, first: int, most: int
) -> list[Noted]:
    """The newest first. What was done for all centres is shown to everyone with a realm."""
    by, about = aliased(Person), aliased(Person)
    rows = await session.execute(
        select(JournalEntry, by, about, Event, Centre)
        .outerjoin(by, by.id == JournalEntry.person_id)
        .outerjoin(about, about.id == JournalEntry.about_id)
        .outerjoin(Event, Event.id == JournalEntry.event_id)
        .outerjoin(Centre, Centre.id == JournalEntry.centre_id)
        .options(joinedload(Event.centre, innerjoin=False))
        .where(_seen(realm), _fits(sought))
        .order_by(JournalEntry.id.desc())
        .offset(first)
        .limit(most)
    )
    return [
        Noted(entry=entry, by=who, about=whom, event=event, centre=centre)
        for entry, who, whom, event, centre in rows
    ]


async def people(session: AsyncSession, realm: Realm) -> Sequence[Person]:
    """Who has done something, the last first; of those who were forgotten none."""
    newest = _newest(JournalEntry.person_id, realm)
    query = select(Person).join(newest, newest.c.number == Person.id).where(Person.name != "")
    return (await session.scalars(query.order_by(newest.c.entry.desc()).limit(MOST))).all()


async def events(session: AsyncSession, realm: Realm) -> Sequence[Event]:
    """Of what something was done, the last first."""
    newest = _newest(JournalEntry.event_id, realm)
    query = select(Event).join(newest, newest.c.number == Event.id)
    return (await session.scalars(query.order_by(newest.c.entry.desc()).limit(MOST))).all()


async def kinds(session: AsyncSession, realm: Realm) -> list[Kind]:
    """Those of which anything was done."""
    done = set(await session.scalars(select(JournalEntry.deed).where(_seen(realm)).distinct()))
    return [kind for kind, deeds in KINDS.items() if deeds & done]


def _newest(column: InstrumentedAttribute[Any], realm: Realm) -> Subquery:
    """Each `number` of the column with its newest `entry`."""
    return (
        select(column.label("number"), func.max(JournalEntry.id).label("entry"))
        .where(_seen(realm))
        .group_by(column)
        .subquery()
    )


def _seen(realm: Realm) -> ColumnElement[bool]:
    if realm.centres is None:
        return true()
    own = JournalEntry.centre_id.in_(realm.centres)
    return or_(own, JournalEntry.centre_id.is_(None)) if realm.centres else false()


def _fits(sought: Sought) -> ColumnElement[bool]:
    wanted: list[ColumnElement[bool]] = [true()]
    if sought.person_id is not None:
        wanted.append(JournalEntry.person_id == sought.person_id)
    if sought.event_id is not None:
        wanted.append(JournalEntry.event_id == sought.event_id)
    if sought.kind is not None:
        wanted.append(JournalEntry.deed.in_(KINDS[sought.kind]))
    return and_(*wanted)
