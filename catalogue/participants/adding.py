"""People whom staff add to an event by hand: without Telegram, and by the same rules as all."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed
from catalogue.participants.pasted import Pasted
from catalogue.participants.queries import Listed, everybody
from catalogue.people import traits
from catalogue.people.tables import Person, Trait
from catalogue.programme.tables import Event
from catalogue.registrations.queue import confirm
from catalogue.registrations.refusals import AddedAlready
from catalogue.registrations.rules import Joined, join
from catalogue.registrations.tables import State
from catalogue.search.normalise import fold


async def add(
    session: AsyncSession, *, event: Event, given: Pasted, by: Person, now: datetime
) -> Joined:
    """`by` says that the person agrees. What they wait for is given without asking, since nobody
    could ask them; where the event needs approval, this is the approval. The caller holds the
    event's lock. Raises AddedAlready, or whatever joining is refused by.
    """
    if is_there(await everybody(session, event), given):
        raise AddedAlready(event, given.name)
    person = await new_person(session, given, by=by, now=now)
    joined = await join(session, event_id=event.id, person=person, now=now, past_deadline=True)
    joined.registration.at_once = True
    if joined.registration.state is State.PENDING:
        confirm(joined.registration, now=now)
    journal.note(session, Deed.PERSON_ADDED, by=by, now=now, event=event, about=person)
    await session.flush()
    return joined


async def new_person(session: AsyncSession, given: Pasted, *, by: Person, now: datetime) -> Person:
    """One without Telegram, of whom `by` says that they agree."""
    person = Person(
        name=given.name,
        telephone=given.telephone,
        email=given.email,
        vouched_by=by.id,
        consented_at=now,
        met_at=now,
        client_language="",
    )
    session.add(person)
    await session.flush()
    if given.school:
        await traits.add(session, person, Trait.SCHOOL, given.school)
    return person


def is_there(listed: Iterable[Listed], given: Pasted) -> bool:
    """Whether somebody of this name is at the event, or waits, and nothing tells them apart."""
    return any(one.state is not State.CANCELLED for one in alike(listed, given))


def alike(listed: Iterable[Listed], given: Pasted) -> list[Listed]:
    """Those of this name whom nothing tells apart; also who has cancelled."""
    return [one for one in listed if fold(one.name) == fold(given.name) and _same(one, given)]


def _same(there: Listed, given: Pasted) -> bool:
    """Two people of one name are told apart by what is known of both: by a telephone or an e-mail,
    and where there is none to compare by the school.
    """
    pairs = [(there.telephone, given.telephone), (there.email, given.email)]
    told = [(one, other) for one, other in pairs if one and other]
    if told:
        return any(one == other for one, other in told)
    return not (there.school and given.school) or fold(there.school) == fold(given.school)
