"""Questions to a coordinator: passed on, told of when they are over, and remembered."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.enquiries.queries import waiting_too_long
from catalogue.enquiries.tables import Enquiry, EnquiryRecipient
from catalogue.enquiries.whom import next_to_ask
from catalogue.people.tables import Person
from catalogue.programme.holidays import school_days
from scheduler.addressing import recipe, to_person
from scheduler.marks import mark, set_mark
from scheduler.outbox import Message, Outgoing, Priority, SendState, put
from scheduler.ticks import Tick, Watch

QUESTION, SETTLED, ANSWER = "enquiry", "enquiry_settled", "enquiry_answer"
UNREACHED, WAITING = "enquiry_unreached", "enquiries_waiting"

#: Hours of the morning in which staff are reminded, as the clock on the wall has it.
MORNING = range(8, 12)
#: An answer that fails later than this after it was given was tried often enough.
LOOKED_AT_FOR = timedelta(days=2)
MARK = "enquiries"


def enquiries(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """One question a transaction: whoever else answers or asks does not wait."""
        read, write = watch.database.read, watch.database.write
        for due, deed in _DEEDS:
            for number in await read(partial(due, now)):
                await write(partial(deed, watch, now, number))
                watch.said()
        if now.astimezone(watch.timezone).hour in MORNING:
            await _remind(watch, now)

    return Tick("enquiries", watch.seconds, work)


def key_of(enquiry_id: int, person_id: int) -> str:
    """Under which the question to one of staff stands in the outbox."""
    return f"{QUESTION}:{enquiry_id}:{person_id}"


async def _to_pass_on(_now: datetime, session: AsyncSession) -> Sequence[int]:
    waiting = Enquiry.closed_at.is_(None), Enquiry.passed_on_at.is_(None)
    return (await session.scalars(select(Enquiry.id).where(*waiting).order_by(Enquiry.id))).all()


async def _pass_on(watch: Watch, now: datetime, number: int, session: AsyncSession) -> None:
    """Where nobody is there to answer, it waits until somebody is.

    People are locked before the question, as in a turn of theirs.
    """
    seen = await session.get_one(Enquiry, number)
    people = await next_to_ask(session, seen, owner_ids=watch.owner_ids)
    await session.execute(
        select(Person.id)
        .where(Person.id.in_([one.id for one in people]))
        .order_by(Person.id)
        .with_for_update(read=True, key_share=True)
    )
    enquiry = await _locked(session, number)
    if enquiry.closed_at is not None or enquiry.passed_on_at is not None:
        return
    if people or await _recipients(session, number):
        enquiry.passed_on_at = now
    session.add_all(EnquiryRecipient(enquiry_id=number, person_id=one.id) for one in people)
    messages = [
        _message(watch, one, QUESTION, f"{number}:{one.id}", now, known_as=key_of(number, one.id))
        for one in people
    ]
    await put(session, messages, now=now)


async def _to_tell(_now: datetime, session: AsyncSession) -> Sequence[int]:
    over = Enquiry.closed_at.is_not(None), Enquiry.told_at.is_(None)
    return (await session.scalars(select(Enquiry.id).where(*over).order_by(Enquiry.id))).all()


async def _tell(watch: Watch, now: datetime, number: int, session: AsyncSession) -> None:
    """The person the answer, and all whom it went to that it is over."""
    enquiry = await _locked(session, number)
    if enquiry.told_at is not None:
        return
    enquiry.told_at = now
    person = await session.get_one(Person, enquiry.person_id)
    messages = []
    if person.telegram_id is not None:
        messages.append(_message(watch, person, ANSWER, str(number), now))
    messages += [
        Message(
            chat_id=one.telegram_id,
            method="editMessageText",
            recipe=recipe(watch, one, SETTLED, str(number)),
            priority=Priority.URGENT,
            edits=key_of(number, one.id),
        )
        for one in await _recipients(session, number)
        if one.telegram_id is not None
    ]
    await put(session, messages, now=now)


async def _unreached(now: datetime, session: AsyncSession) -> Sequence[int]:
    """Answers that did not reach the person, since they have blocked us."""
    lately = Enquiry.answered_at.is_not(None), Enquiry.told_at > now - LOOKED_AT_FOR
    numbers = (await session.scalars(select(Enquiry.id).where(*lately))).all()
    keys = [f"{kind}:{number}" for kind in (ANSWER, UNREACHED) for number in numbers]
    rows = await session.execute(
        select(Outgoing.recipe_kind, Outgoing.recipe_key, Outgoing.state).where(
            Outgoing.key.in_(keys)
        )
    )
    seen = [(kind, int(key), state) for kind, key, state in rows if key is not None]
    known = {number for kind, number, _ in seen if kind == UNREACHED}
    failed = {number for kind, number, state in seen if (kind, state) == (ANSWER, SendState.FAILED)}
    return sorted(failed - known)


async def _tell_unreached(watch: Watch, now: datetime, number: int, session: AsyncSession) -> None:
    enquiry = await session.get_one(Enquiry, number)
    by = await session.get(Person, enquiry.closed_by) if enquiry.closed_by else None
    if by is not None and by.telegram_id is not None:
        told = _message(watch, by, UNREACHED, str(number), now)
        await put(session, [told], now=now)


#: What there may be to do about questions, each for itself.
_DEEDS = ((_to_pass_on, _pass_on), (_to_tell, _tell), (_unreached, _tell_unreached))


async def _remind(watch: Watch, now: datetime) -> None:
    """Once a day at most."""
    today = now.astimezone(watch.timezone).date().isoformat()
    if await watch.database.read(lambda session: mark(session, MARK)) != today:
        await watch.database.write(partial(_put_reminders, watch, now))
        await watch.database.write(lambda session: set_mark(session, MARK, today))
        watch.said()


async def _put_reminders(watch: Watch, now: datetime, session: AsyncSession) -> None:
    """On working days; how many there are is counted anew when it is sent."""
    year, today = await school_days(session), now.astimezone(watch.timezone).date()
    if not year.is_working(today):
        return
    counts = await waiting_too_long(session, year, now=now, zone=watch.timezone)
    people = await session.scalars(
        select(Person).where(Person.id.in_(counts), Person.telegram_id.is_not(None))
    )
    messages = [
        _message(watch, one, WAITING, str(one.id), now, known_as=f"{WAITING}:{one.id}:{today}")
        for one in people
    ]
    await put(session, messages, now=now)


def _message(
    watch: Watch, person: Person, kind: str, key: str, now: datetime, *, known_as: str | None = None
) -> Message:
    urgent = Priority.URGENT
    return to_person(watch, person, kind, key, now=now, priority=urgent, known_as=known_as)


async def _locked(session: AsyncSession, number: int) -> Enquiry:
    return await session.get_one(Enquiry, number, with_for_update=True, populate_existing=True)


async def _recipients(session: AsyncSession, number: int) -> Sequence[Person]:
    rows = await session.scalars(
        select(Person)
        .join(EnquiryRecipient, EnquiryRecipient.person_id == Person.id)
        .where(EnquiryRecipient.enquiry_id == number)
        .order_by(Person.id)
    )
    return rows.all()
