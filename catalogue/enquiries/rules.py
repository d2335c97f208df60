"""Asking a coordinator, answering, closing, leaving it to others."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers.rules import LONGEST_ANSWER
from catalogue.database import wake_clock
from catalogue.enquiries.refusals import (
    EnquiryGone,
    EnquirySettled,
    NotAnEnquiry,
    NotAReply,
    TooManyEnquiries,
    TooManyTopics,
)
from catalogue.enquiries.tables import Enquiry, EnquiryRecipient
from catalogue.people.rights import Right, roles_with
from catalogue.people.tables import Person, StaffMember
from catalogue.programme.holidays import SchoolYear
from catalogue.programme.tables import Event
from catalogue.search.normalise import fold

#: Letters: a question and its answer fit into one message.
LONGEST_ENQUIRY = 800
LONGEST_REPLY = LONGEST_ANSWER

#: Nobody need ask more at once: a coordinator has other people too.
MOST_OPEN = 3
MOST_A_DAY = 10
DAY = timedelta(days=1)

#: Within so many working days an answer may be expected; after that staff are reminded.
WORKING_DAYS = 2

KEPT_FOR = timedelta(days=365)

LONGEST_TOPIC = 60
MOST_TOPICS = 20


def an_enquiry(text: str) -> str:
    """As written, without blanks around. Raises NotAnEnquiry."""
    written = text.strip()
    if not any(letter.isalnum() for letter in written) or len(written) > LONGEST_ENQUIRY:
        raise NotAnEnquiry
    return written


def a_reply(text: str) -> str:
    """The same of an answer. Raises NotAReply."""
    written = text.strip()
    if not 0 < len(written) <= LONGEST_REPLY:
        raise NotAReply
    return written


def answer_by(year: SchoolYear, asked_on: date) -> date:
    """The working day by whose end an answer may be expected."""
    day = asked_on
    for _ in range(WORKING_DAYS):
        day = year.working_day(day + DAY)
    return day


async def ask(
    session: AsyncSession,
    *,
    person: Person,
    words: str,
    language: str,
    now: datetime,
    event: Event | None = None,
    centre_id: int | None = None,
    follows: Enquiry | None = None,
    addressed_to: int | None = None,
    is_nameless: bool = False,
) -> Enquiry:
    """What is asked twice is kept once, as long as it is open. The person is locked.

    Raises NotAnEnquiry, TooManyEnquiries.
    """
    written = an_enquiry(words)
    since = or_(Enquiry.closed_at.is_(None), Enquiry.asked_at > now - DAY)
    own = (
        await session.scalars(select(Enquiry).where(Enquiry.person_id == person.id, since))
    ).all()
    still = [one for one in own if one.closed_at is None]
    place = (event.id if event else None, event.centre_id if event else centre_id)
    for one in still:
        if fold(one.words) == fold(written) and (one.event_id, one.centre_id) == place:
            return one
    if len(still) >= MOST_OPEN:
        raise TooManyEnquiries(are_open=True)
    if sum(one.asked_at > now - DAY for one in own) >= MOST_A_DAY:
        raise TooManyEnquiries(are_open=False)
    enquiry = Enquiry(
        person_id=person.id,
        event_id=place[0],
        centre_id=place[1],
        follows=follows.id if follows else None,
        addressed_to=addressed_to,
        words=written,
        language=language,
        is_nameless=is_nameless or not person.name,
        asked_at=now,
    )
    session.add(enquiry)
    await session.flush()
    wake_clock(session)
    return enquiry


async def one(session: AsyncSession, number: int) -> Enquiry:
    """Locked, and not one that was taken back. Raises EnquiryGone."""
    found = await session.get(Enquiry, number, with_for_update=True, populate_existing=True)
    if found is None or found.is_withdrawn:
        raise EnquiryGone
    return found


async def still_open(session: AsyncSession, number: int) -> Enquiry:
    """Whoever answers first has it. Raises EnquiryGone, EnquirySettled."""
    found = await one(session, number)
    if found.closed_at is not None and found.closed_by is not None:
        raise EnquirySettled(await session.get_one(Person, found.closed_by), found.closed_at)
    return found


async def reply(
    session: AsyncSession, enquiry: Enquiry, text: str, *, by: Person, now: datetime
) -> None:
    """Raises NotAReply."""
    enquiry.answer, enquiry.answered_at = a_reply(text), now
    close(session, enquiry, by=by, now=now)


def close(session: AsyncSession, enquiry: Enquiry, *, by: Person, now: datetime) -> None:
    """Without an answer, unless there is one."""
    enquiry.closed_at, enquiry.closed_by = now, by.id
    wake_clock(session)


async def leave_to_others(
    session: AsyncSession, enquiry: Enquiry, *, by: Person, now: datetime
) -> None:
    """It goes on to those who were not asked yet; once they were, this changes nothing more."""
    row = await session.get(EnquiryRecipient, (enquiry.id, by.id))
    if row is None:
        row = EnquiryRecipient(enquiry_id=enquiry.id, person_id=by.id)
        session.add(row)
    if row.declined_at is None:
        row.declined_at, enquiry.passed_on_at = now, None
        wake_clock(session)


async def forget(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """What is open is taken back, and the words are not kept; what they answered stays the other
    person's.
    """
    for own in await session.scalars(
        select(Enquiry).where(Enquiry.person_id == person.id).with_for_update()
    ):
        own.words, own.answer = "", ""
        own.closed_at = own.closed_at or now
    await session.execute(delete(EnquiryRecipient).where(EnquiryRecipient.person_id == person.id))
    wake_clock(session)


async def prune(session: AsyncSession, *, now: datetime) -> None:
    """After a year the words of what is over are not kept."""
    await session.execute(
        update(Enquiry)
        .where(Enquiry.closed_at < now - KEPT_FOR, Enquiry.words != "")
        .values(words="", answer="")
    )


async def topics_of(session: AsyncSession, person: Person) -> list[str] | None:
    """What they chose to be asked about; None for one who is no staff of any centre."""
    rows = await session.scalars(select(StaffMember.topics).where(*_own(person)))
    chosen = rows.all()
    return list(dict.fromkeys(topic for topics in chosen for topic in topics)) if chosen else None


async def change_topic(session: AsyncSession, person: Person, topic: str) -> None:
    """Takes what was not taken, and leaves what was. Raises TooManyTopics."""
    topic = " ".join(topic.split())[:LONGEST_TOPIC]
    chosen = await topics_of(session, person) or []
    others = [one for one in chosen if fold(one) != fold(topic)]
    if len(others) == len(chosen) and topic:
        others.append(topic)
    if len(others) > MOST_TOPICS:
        raise TooManyTopics
    for member in await session.scalars(select(StaffMember).where(*_own(person))):
        member.topics = others


def _own(person: Person) -> tuple[ColumnElement[bool], ...]:
    """The roles by which the person answers questions."""
    return (
        StaffMember.person_id == person.id,
        StaffMember.role.in_(roles_with(Right.ANSWER)),
    )
