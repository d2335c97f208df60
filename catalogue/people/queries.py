"""What is kept about a person."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.tables import Announcement
from catalogue.answers.rules import answered_by
from catalogue.centres.tables import Centre
from catalogue.enquiries import queries as enquiries
from catalogue.glossary.queries import taught_by
from catalogue.heads import naming
from catalogue.heads.rules import head_of
from catalogue.heads.tables import NamingQuestion
from catalogue.journal.tables import JournalEntry
from catalogue.learning import own_entries
from catalogue.learning.attendance import marks_of
from catalogue.learning.certificates import every_issue_of
from catalogue.learning.check_codes import grouped
from catalogue.learning.numbering import register_number
from catalogue.needs.rules import own_answers
from catalogue.people.quiet import on_the_clock
from catalogue.people.tables import Invitation, Lecturing, Person, StaffMember
from catalogue.people.traits import traits_of
from catalogue.plans.following import followed
from catalogue.practice import bank
from catalogue.practice.tables import UseAsked
from catalogue.programme.tables import Event
from catalogue.quality.tables import FeedbackAsked
from catalogue.registrations.queries import own_registrations
from catalogue.registrations.tables import (
    LeaveRequest,
    Notice,
    Payment,
    Registration,
    SeatPass,
)
from catalogue.subscriptions.queries import all_of, told_of

Facts = dict[str, Any]
OfSeat = TypeVar("OfSeat", Notice, LeaveRequest, SeatPass, UseAsked)


async def kept(session: AsyncSession, *, person: Person) -> Facts:
    """Everything kept about the person, as JSON-able facts under the names of our columns."""
    return {
        **_of_themselves(person),
        "work": {
            kind.value: told for kind, told in (await traits_of(session, person)).items() if told
        },
        "staff": await _staff(session, person),
        "lectures": await _lectures(session, person),
        "invitations": await _invitations(session, person),
        "deeds": await _deeds(session, person),
        "registrations": await _registrations(session, person),
        "certificates": await _certificates(session, person),
        "subscriptions": await _subscriptions(session, person),
        "plans": await _plans(session, person),
        "announcements": await _announcements(session, person),
        "taught_words": await _taught_words(session, person),
        "answers": await _answers(session, person),
        "enquiries": await _enquiries(session, person),
        "replies": await _replies(session, person),
        "own_entries": await _own_entries(session, person),
        "examples": await _examples(session, person),
        "surveys": await _surveys(session, person),
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
        "met_at": _said(person.met_at),
        "consented_at": _said(person.consented_at),
        "unreachable_since": _said(person.unreachable_since),
        "quiet_from": on_the_clock(person.quiet_from),
        "quiet_until": on_the_clock(person.quiet_until),
        "wants_reminders": person.wants_reminders,
        "unwanted_reminders": person.unwanted_reminders,
        "wants_announcements": person.wants_announcements,
        "wants_feedback": person.wants_feedback,
        "wants_use": person.wants_use,
        "weekly_ceiling": person.weekly_ceiling,
    }


async def _staff(session: AsyncSession, person: Person) -> list[Facts]:
    roles = await session.execute(
        select(StaffMember, Centre)
        .outerjoin(Centre, Centre.id == StaffMember.centre_id)
        .where(StaffMember.person_id == person.id)
    )
    return [
        {
            "centre": centre.name if centre else "",
            "role": member.role.value,
            "since": _said(member.since),
            "topics": list(member.topics),
        }
        for member, centre in roles
    ]


async def _lectures(session: AsyncSession, person: Person) -> list[Facts]:
    own = await session.scalars(
        select(Event)
        .join(Lecturing, Lecturing.event_id == Event.id)
        .where(Lecturing.person_id == person.id)
        .order_by(Event.starts_at, Event.id)
    )
    return [{"title": event.title, "starts_at": _said(event.starts_at)} for event in own]


async def _invitations(session: AsyncSession, person: Person) -> list[Facts]:
    made = await session.scalars(
        select(Invitation).where(Invitation.invited_by == person.id).order_by(Invitation.id)
    )
    return [
        {
            "role": one.role.value,
            "expires_at": _said(one.expires_at),
            "used": one.used_by is not None,
        }
        for one in made
    ]


async def _deeds(session: AsyncSession, person: Person) -> list[Facts]:
    """What they did as staff, and what other staff did about them."""
    noted = await session.scalars(
        select(JournalEntry)
        .where(or_(JournalEntry.person_id == person.id, JournalEntry.about_id == person.id))
        .order_by(JournalEntry.id)
    )
    return [
        {
            "deed": one.deed.value,
            "made_at": _said(one.made_at),
            "own": one.person_id == person.id,
            "facts": one.facts,
        }
        for one in noted
    ]


async def _registrations(session: AsyncSession, person: Person) -> list[Facts]:
    notices = await _of_each(session, person, Notice, _notice)
    paying = await _payments(session, person)
    attended = await _attendance(session, person)
    asked = await _of_each(session, person, LeaveRequest, _request)
    links = await _of_each(session, person, SeatPass, _seat_pass)
    feedback = await _feedback(session, person)
    used = await _of_each(session, person, UseAsked, _use)
    return [
        {
            "title": own.event.title,
            "centre": own.event.centre.name,
            "starts_at": _said(own.event.starts_at),
            "state": own.state.value,
            "joined_at": _said(own.joined_at),
            "changed_at": _said(own.changed_at),
            "access_need": own.access_need,
            "at_once": own.at_once,
            "offer_until": _said(own.offer_until),
            "payment": paying.get(own.id, {}),
            "leave_requests": asked.get(own.id, []),
            "seat_passes": links.get(own.id, []),
            "attendance": attended.get(own.id, []),
            "feedback": feedback.get(own.id, {}),
            "use_asked": used.get(own.id, []),
            "notices": notices.get(own.id, []),
        }
        for own in await own_registrations(session, person=person)
    ]


async def _attendance(session: AsyncSession, person: Person) -> Mapping[int, list[Facts]]:
    """What was said of them at each meeting."""
    found: dict[int, list[Facts]] = {}
    for mark, meeting in await marks_of(session, person):
        facts = {
            "starts_at": _said(meeting.starts_at),
            "presence": mark.presence.value,
            "hours": mark.hours,
            "source": mark.source.value,
            "marked_at": _said(mark.marked_at),
        }
        found.setdefault(mark.registration_id, []).append(facts)
    return found


async def _feedback(session: AsyncSession, person: Person) -> Mapping[int, Facts]:
    """That they were asked, and whether they answered; what they said nobody can find."""
    rows = await session.scalars(
        select(FeedbackAsked)
        .join(Registration, Registration.id == FeedbackAsked.registration_id)
        .where(Registration.person_id == person.id)
    )
    return {
        one.registration_id: {
            "asked_at": _said(one.asked_at),
            "reminded_at": _said(one.reminded_at),
            "answered": one.answered,
        }
        for one in rows
    }


async def _payments(session: AsyncSession, person: Person) -> Mapping[int, Facts]:
    """Who pays for each registration where that was said or paid."""
    rows = await session.scalars(
        select(Payment)
        .join(Registration, Registration.id == Payment.registration_id)
        .where(Registration.person_id == person.id)
    )
    return {
        one.registration_id: {
            "payer": one.payer.value if one.payer else None,
            "payer_name": one.school,
            "payer_contact": one.contact,
            "said_at": _said(one.said_at),
            "paid_at": _said(one.paid_at),
        }
        for one in rows
    }


async def _of_each(
    session: AsyncSession,
    person: Person,
    table: type[OfSeat],
    facts: Callable[[OfSeat], Facts],
) -> Mapping[int, list[Facts]]:
    """What stands in a table of each registration, the oldest first."""
    rows = await session.scalars(
        select(table)
        .join(Registration, Registration.id == table.registration_id)
        .where(Registration.person_id == person.id)
        .order_by(table.id)
    )
    found: dict[int, list[Facts]] = {}
    for one in rows:
        found.setdefault(one.registration_id, []).append(facts(one))
    return found


def _request(one: LeaveRequest) -> Facts:
    return {"reason": one.reason, "asked_at": _said(one.asked_at), "granted": one.granted}


def _seat_pass(one: SeatPass) -> Facts:
    return {"made_at": _said(one.made_at), "used": one.taken_by is not None}


def _use(one: UseAsked) -> Facts:
    """That they were asked what they made use of, and what they said."""
    return {
        "asked_at": _said(one.asked_at),
        "round": one.round.value,
        "use": one.use.value if one.use else None,
    }


def _notice(one: Notice) -> Facts:
    """What the person was told, and what they answered."""
    return {
        "notice": one.kind.value,
        "made_at": _said(one.made_at),
        "is_fine": one.is_fine,
        "answered_at": _said(one.answered_at),
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
            "issued_at": _said(issue.issued_at),
            "replaced_at": _said(issue.replaced_at),
            "revoked_at": _said(certificate.revoked_at),
        }
        for certificate, issue in await every_issue_of(session, person)
    ]


async def _subscriptions(session: AsyncSession, person: Person) -> list[Facts]:
    told = await told_of(session, person=person)
    return [
        {
            "words": one.words,
            "rhythm": one.rhythm.value,
            "since": _said(one.since),
            "ended_at": _said(one.ended_at),
            "told": [event.title for event in told.get(one.id, [])],
        }
        for one in await all_of(session, person=person)
    ]


async def _plans(session: AsyncSession, person: Person) -> list[Facts]:
    return [
        {"centre": centre.name if centre else None, "since": _said(one.since)}
        for one, centre in await followed(session, person)
    ]


async def _announcements(session: AsyncSession, person: Person) -> list[Facts]:
    written = await session.scalars(
        select(Announcement).where(Announcement.author_id == person.id).order_by(Announcement.id)
    )
    return [
        {
            "text": one.text,
            "created_at": _said(one.created_at),
            "send_at": _said(one.send_at),
            "finished_at": _said(one.finished_at),
        }
        for one in written
    ]


async def _taught_words(session: AsyncSession, person: Person) -> list[Facts]:
    return [
        {"said": one.said, "meant": one.meant, "taught_at": _said(one.taught_at)}
        for one in await taught_by(session, person=person)
    ]


async def _answers(session: AsyncSession, person: Person) -> list[Facts]:
    return [
        {"questions": list(one.questions), "answer": one.answer, "added_at": _said(one.added_at)}
        for one in await answered_by(session, person=person)
    ]


async def _enquiries(session: AsyncSession, person: Person) -> list[Facts]:
    """What they asked a coordinator."""
    return [
        {
            "words": one.words,
            "asked_at": _said(one.asked_at),
            "nameless": one.is_nameless,
            "answer": one.answer,
            "answered_at": _said(one.answered_at),
            "closed_at": _said(one.closed_at),
        }
        for one in await enquiries.asked_by(session, person=person)
    ]


async def _replies(session: AsyncSession, person: Person) -> list[Facts]:
    """What they answered as staff."""
    return [
        {"answer": one.answer, "answered_at": _said(one.answered_at)}
        for one in await enquiries.closed_by(session, person=person)
        if one.answered_at is not None
    ]


async def _own_entries(session: AsyncSession, person: Person) -> list[Facts]:
    """What they wrote into their ledger of hours themselves."""
    return [
        {
            "entry_kind": one.kind.value,
            "entry": one.title,
            "organiser": one.organiser,
            "day": one.day.isoformat(),
            "hours": one.hours,
            "added_at": _said(one.added_at),
        }
        for one in await own_entries.of_person(session, person)
    ]


async def _heads(session: AsyncSession, person: Person) -> Facts:
    """Being the head of a school, and being named to one."""
    head = await head_of(session, person)
    question = await session.get(NamingQuestion, person.id)
    return {
        "head_of_school": {
            "school": head.school,
            "city": head.city,
            "said_at": _said(head.said_at),
            "confirmed_at": _said(head.confirmed_at),
            "wants_letters": head.wants_letters,
            "groups": list(head.groups),
        }
        if head
        else {},
        "naming_consents": [
            {
                "school": one.school,
                "city": one.city,
                "given_at": _said(one.given_at),
                "withdrawn_at": _said(one.withdrawn_at),
            }
            for one in await naming.all_of(session, [person.id])
        ],
        "naming_asked_at": _said(question.asked_at) if question else None,
    }


async def _surveys(session: AsyncSession, person: Person) -> list[Facts]:
    """That they answered; what they said only where it was with their name."""
    return [
        {
            "school_year": stands.survey.year,
            "with_name": bool(stands.own),
            "survey_answers": [
                {"question": asked.lithuanian, **stands.own[asked.id].as_json()}
                for asked in stands.survey.questions
                if stands.own.get(asked.id)
            ],
        }
        for stands in await own_answers(session, person)
    ]


async def _examples(session: AsyncSession, person: Person) -> list[Facts]:
    """How they made use of events, as they told it for the bank of good practice."""
    return [
        {
            "title": shared.event.title,
            "text": shared.example.words,
            "consent": shared.example.consent.value if shared.example.consent else None,
            "standing": shared.example.standing.value,
            "created_at": _said(shared.example.written_at),
        }
        for shared in await bank.of_author(session, person)
    ]


def _said(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
