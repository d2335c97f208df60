"""What is kept about a person."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand import rules as demand
from catalogue.heads import naming
from catalogue.heads.rules import head_of
from catalogue.heads.tables import Head, HeadMonth, HeadTeacher, NamingQuestion
from catalogue.learning.certificates import every_issue_of
from catalogue.learning.check_codes import grouped
from catalogue.learning.numbering import register_number
from catalogue.people.quiet import on_the_clock
from catalogue.people.tables import Person
from catalogue.people.traits import traits_of
from catalogue.plans.following import followed
from catalogue.privacy.facts import Facts, said
from catalogue.privacy.seats import of_seats
from catalogue.privacy.staff import of_staff
from catalogue.privacy.written import of_words
from catalogue.subscriptions.queries import all_of, told_of


async def kept(session: AsyncSession, *, person: Person) -> Facts:
    """Everything kept about the person, as JSON-able facts under the names of our columns."""
    return {
        **_of_themselves(person),
        "work": {
            kind.value: told for kind, told in (await traits_of(session, person)).items() if told
        },
        **await of_staff(session, person),
        "registrations": await of_seats(session, person),
        "certificates": await _certificates(session, person),
        "subscriptions": await _subscriptions(session, person),
        "gatherings": await _gatherings(session, person),
        "plans": await _plans(session, person),
        **await of_words(session, person),
        **await _heads(session, person),
    }


def _of_themselves(person: Person) -> Facts:
    return {
        "telegram_id": person.telegram_id,
        "name": person.name,
        "telephone": person.telephone,
        "email": person.email,
        "language": person.language,
        "client_language": person.client_language,
        "met_at": said(person.met_at),
        "consented_at": said(person.consented_at),
        "unreachable_since": said(person.unreachable_since),
        "quiet_from": on_the_clock(person.quiet_from),
        "quiet_until": on_the_clock(person.quiet_until),
        "wants_reminders": person.wants_reminders,
        "unwanted_reminders": person.unwanted_reminders,
        "wants_announcements": person.wants_announcements,
        "wants_feedback": person.wants_feedback,
        "wants_use": person.wants_use,
        "weekly_ceiling": person.weekly_ceiling,
    }


async def _certificates(session: AsyncSession, person: Person) -> list[Facts]:
    """Every paper that was ever issued to them, the replaced ones too."""
    return [
        {
            "number": register_number(certificate.year, certificate.number),
            "title": issue.facts["title"],
            "name": issue.name,
            "academic_hours": issue.hours,
            "check_code": grouped(issue.code),
            "issued_at": said(issue.issued_at),
            "replaced_at": said(issue.replaced_at),
            "revoked_at": said(certificate.revoked_at),
        }
        for certificate, issue in await every_issue_of(session, person)
    ]


async def _subscriptions(session: AsyncSession, person: Person) -> list[Facts]:
    told = await told_of(session, person=person)
    return [
        {
            "words": one.words,
            "rhythm": one.rhythm.value,
            "since": said(one.since),
            "ended_at": said(one.ended_at),
            "told": [event.title for event in told.get(one.id, [])],
        }
        for one in await all_of(session, person=person)
    ]


async def _gatherings(session: AsyncSession, person: Person) -> list[Facts]:
    """`days` are those that suit; none where none does, nothing where they have not said."""
    return [
        {
            "words": gathering.words,
            "asked_at": said(voice.asked_at),
            "days": None if voice.days is None else [said(day.starts_at) for day in days],
        }
        for gathering, voice, days in await demand.answered_by(session, person)
    ]


async def _plans(session: AsyncSession, person: Person) -> list[Facts]:
    return [
        {"centre": centre.name if centre else None, "since": said(one.since)}
        for one, centre in await followed(session, person)
    ]


async def _heads(session: AsyncSession, person: Person) -> Facts:
    """Being the head of a school, and being named to one."""
    head = await head_of(session, person)
    question = await session.get(NamingQuestion, person.id)
    return {
        "head_of_school": {
            "school": head.school,
            "city": head.city,
            "said_at": said(head.said_at),
            "confirmed_at": said(head.confirmed_at),
            "wants_letters": head.wants_letters,
            "groups": list(head.groups),
        }
        if head
        else {},
        "naming_consents": [
            {
                "school": one.school,
                "city": one.city,
                "given_at": said(one.given_at),
                "withdrawn_at": said(one.withdrawn_at),
            }
            for one in await naming.all_of(session, [person.id])
        ],
        "naming_asked_at": said(question.asked_at) if question else None,
        "schools_said": await _schools_said(session, person),
        "head_months": await _head_months(session, person),
    }


async def _schools_said(session: AsyncSession, person: Person) -> list[Facts]:
    """What staff said of whether they work at the school of a head."""
    rows = await session.execute(
        select(HeadTeacher, Head)
        .join(Head, Head.id == HeadTeacher.head_id)
        .where(HeadTeacher.person_id == person.id)
        .order_by(HeadTeacher.id)
    )
    return [
        {"school": one.school, "city": one.city, "head_school": head.school, "is_own": one.is_own}
        for one, head in rows
    ]


async def _head_months(session: AsyncSession, person: Person) -> list[Facts]:
    """The months of their school that were counted for them."""
    rows = await session.scalars(
        select(HeadMonth).where(HeadMonth.person_id == person.id).order_by(HeadMonth.month)
    )
    return [
        {"month": one.month.isoformat(), "school": one.school, "city": one.city} for one in rows
    ]
