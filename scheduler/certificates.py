"""Papers: events that are reported are looked through, and each paper goes to its holder."""

from datetime import datetime
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning import issuing
from catalogue.learning.tables import Certificate, CertificateIssue
from catalogue.people.tables import Person
from scheduler.addressing import to_person
from scheduler.outbox import Message, Priority, put
from scheduler.ticks import Tick, Watch

#: Put into the outbox in one transaction.
AT_ONCE = 200
KIND = "certificate"
REVOKED = "certificate_revoked"


def certificates(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """Some people a transaction, so that nobody else waits long; cut short, it begins anew."""
        for event_id, asked in await watch.database.read(issuing.waiting):
            after: int | None = 0
            while after is not None:
                after = await watch.database.write(partial(_look, watch, event_id, after, now))
            await watch.database.write(
                partial(issuing.looked_through, event_id=event_id, asked=asked)
            )
        while await watch.database.write(partial(_plan, watch, now)):
            watch.said()

    return Tick("certificates", watch.seconds, work)


async def _look(
    watch: Watch, event_id: int, after: int, now: datetime, session: AsyncSession
) -> int | None:
    """Where to go on."""
    done = await issuing.portion(session, event_id, after=after, now=now, zone=watch.timezone)
    told = [_revoked(watch, one, person, now) for one, person in done.revoked]
    await put(session, [message for message in told if message], now=now)
    return done.last


async def _plan(watch: Watch, now: datetime, session: AsyncSession) -> int:
    """How many there were; 0 when there is nothing left."""
    found = await issuing.unplanned(session, limit=AT_ONCE)
    messages = [
        _message(watch, issue, person, now)
        for issue, person in found
        if person.telegram_id is not None and issue.replaced_at is None
    ]
    await put(session, messages, now=now)
    for issue, _ in found:
        issue.planned_at = now
    return len(found)


def _message(watch: Watch, issue: CertificateIssue, person: Person, now: datetime) -> Message:
    """Nobody hurries: whatever else there is to say goes first."""
    priority = Priority.ANNOUNCEMENT
    return to_person(watch, person, KIND, str(issue.id), now=now, priority=priority)


def _revoked(
    watch: Watch, certificate: Certificate, person: Person, now: datetime
) -> Message | None:
    if person.telegram_id is None:
        return None
    key = f"{certificate.id}:{int(now.timestamp())}"
    return to_person(watch, person, REVOKED, key, now=now, priority=Priority.ANNOUNCEMENT)
