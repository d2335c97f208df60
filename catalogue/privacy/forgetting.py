"""Forgetting a person: what goes, and what stays without them."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements import rules as announcements
from catalogue.answers import rules as answers
from catalogue.appointing import rules as appointing
from catalogue.demand import rules as demand
from catalogue.enquiries import rules as enquiries
from catalogue.glossary import rules as glossary
from catalogue.heads import rules as heads
from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from catalogue.learning import arriving, certificates, own_entries
from catalogue.needs import rules as needs
from catalogue.people.tables import QUIET_FROM, QUIET_UNTIL, Person, PersonTrait
from catalogue.plans import following
from catalogue.practice import bank
from catalogue.programme.tables import NewEvent
from catalogue.registrations import rules as registrations
from catalogue.registrations.decisions import Case
from catalogue.subscriptions import rules as subscriptions
from catalogue.subscriptions.queries import all_of


async def forget(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Keeps the row for the counts and nothing that tells who it was; the queues move.

    What they asked to hear of and told of their work goes, and so do the words they wrote to
    others: what of it has not gone out yet is stopped. The words they taught stay without them, and
    so do the numbers of their papers.
    """
    await registrations.forget(session, person=person, now=now)
    await session.execute(delete(PersonTrait).where(PersonTrait.person_id == person.id))
    await appointing.forget(session, person=person)
    await subscriptions.forget(session, *await all_of(session, person=person))
    await demand.forget(session, person)
    await following.forget(session, person)
    await glossary.forget(session, person=person)
    await answers.forget(session, person=person)
    await enquiries.forget(session, person=person, now=now)
    await certificates.forget(session, person=person)
    await arriving.forget(session, person=person, now=now)
    await own_entries.forget(session, person=person)
    await bank.forget(session, person=person)
    await needs.forget(session, person=person)
    await heads.forget(session, person)
    await session.execute(delete(NewEvent).where(NewEvent.person_id == person.id))
    await announcements.forget(session, person=person, now=now)
    _blank(person)
    person.forgotten_at = now


async def forget_added(session: AsyncSession, *, case: Case) -> bool:
    """One whom staff added by hand; False for one who can do that in their own chat."""
    person = case.person
    if person.telegram_id is not None:
        return False
    await forget(session, person=person, now=case.now)
    note(session, Deed.PERSON_DELETED, by=case.by, now=case.now, event=case.event, about=person)
    return True


def _blank(person: Person) -> None:
    """As one we never met."""
    person.telegram_id, person.name, person.telephone = None, "", ""
    person.language, person.client_language, person.consented_at = None, "", None
    person.quiet_from, person.quiet_until = QUIET_FROM, QUIET_UNTIL
    person.wants_reminders, person.unwanted_reminders = True, []
    person.wants_announcements, person.weekly_ceiling = True, None
    person.wants_feedback, person.wants_use = True, True
    person.email, person.vouched_by = "", None
