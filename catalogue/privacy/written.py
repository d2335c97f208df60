"""What is kept of what a person has written."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.tables import Announcement
from catalogue.answers.rules import answered_by
from catalogue.centres.queries import all_centres
from catalogue.enquiries import queries as enquiries
from catalogue.glossary.queries import taught_by
from catalogue.learning import own_entries
from catalogue.needs.rules import own_answers
from catalogue.people.tables import Person
from catalogue.practice import bank
from catalogue.privacy.facts import Facts, said


async def of_words(session: AsyncSession, person: Person) -> Facts:
    """To people, for the search, to coordinators, and for themselves."""
    return {
        "announcements": await _announcements(session, person),
        "taught_words": await _taught_words(session, person),
        "answers": await _answers(session, person),
        "enquiries": await _enquiries(session, person),
        "replies": await _replies(session, person),
        "own_entries": await _own_entries(session, person),
        "examples": await _examples(session, person),
        "surveys": await _surveys(session, person),
    }


async def _announcements(session: AsyncSession, person: Person) -> list[Facts]:
    written = await session.scalars(
        select(Announcement).where(Announcement.author_id == person.id).order_by(Announcement.id)
    )
    return [
        {
            "text": one.text,
            "created_at": said(one.created_at),
            "send_at": said(one.send_at),
            "finished_at": said(one.finished_at),
        }
        for one in written
    ]


async def _taught_words(session: AsyncSession, person: Person) -> list[Facts]:
    return [
        {"said": one.said, "meant": one.meant, "taught_at": said(one.taught_at)}
        for one in await taught_by(session, person=person)
    ]


async def _answers(session: AsyncSession, person: Person) -> list[Facts]:
    return [
        {"questions": list(one.questions), "answer": one.answer, "added_at": said(one.added_at)}
        for one in await answered_by(session, person=person)
    ]


async def _enquiries(session: AsyncSession, person: Person) -> list[Facts]:
    """What they asked a coordinator."""
    return [
        {
            "words": one.words,
            "asked_at": said(one.asked_at),
            "nameless": one.is_nameless,
            "answer": one.answer,
            "answered_at": said(one.answered_at),
            "closed_at": said(one.closed_at),
        }
        for one in await enquiries.asked_by(session, person=person)
    ]


async def _replies(session: AsyncSession, person: Person) -> list[Facts]:
    """What they answered as staff."""
    return [
        {"answer": one.answer, "answered_at": said(one.answered_at)}
        for one in await enquiries.closed_by(session, person=person)
        if one.answered_at is not None
    ]


async def _own_entries(session: AsyncSession, person: Person) -> list[Facts]:
    """What they wrote into their ledger of hours themselves, and which centre confirmed it."""
    centres = {centre.id: centre.name for centre in await all_centres(session)}
    return [
        {
            "entry_kind": one.kind.value,
            "entry": one.title,
            "organiser": one.organiser,
            "day": one.day.isoformat(),
            "hours": one.hours,
            "added_at": said(one.added_at),
            "asked_of": centres.get(one.asked_of or 0, ""),
            "confirmed_at": said(one.confirmed_at),
        }
        for one in await own_entries.of_person(session, person)
    ]


async def _examples(session: AsyncSession, person: Person) -> list[Facts]:
    """How they made use of events, as they told it for the bank of good practice."""
    return [
        {
            "title": shared.event.title,
            "text": shared.example.words,
            "consent": shared.example.consent.value if shared.example.consent else None,
            "standing": shared.example.standing.value,
            "created_at": said(shared.example.written_at),
        }
        for shared in await bank.of_author(session, person)
    ]


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
