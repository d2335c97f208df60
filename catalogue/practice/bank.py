"""The bank of good practice: what its authors give, what staff let in, what everyone reads."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import wake_clock
from catalogue.people.rights import Realm
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.practice.refusals import ExampleGone, NotAnExample
from catalogue.practice.tables import Consent, PracticeExample, Standing
from catalogue.programme.queries import within
from catalogue.programme.tables import Event

#: Three of them, with their headings, stand in one message.
LONGEST = 900
#: An example whose author has not said what may become of it.
_UNDECIDED_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """An example with its event; `name` and `school` as the author has told them last, and only
    where they agreed to be named.
    """

    example: PracticeExample
    event: Event
    name: str = ""
    school: str = ""


def an_example(text: str) -> str:
    """Raises NotAnExample."""
    written = text.strip()
    if not any(map(str.isalpha, written)) or len(written) > LONGEST:
        raise NotAnExample
    return written


async def write(
    session: AsyncSession, event: Event, words: str, *, author: Person, now: datetime
) -> PracticeExample:
    """Nobody sees it before its author has chosen how. Raises NotAnExample."""
    example = PracticeExample(
        event_id=event.id,
        person_id=author.id,
        words=an_example(words),
        standing=Standing.WAITING,
        written_at=now,
    )
    session.add(example)
    await session.flush()
    return example


async def own(session: AsyncSession, number: int, *, author: Person) -> PracticeExample:
    """Locked. Raises ExampleGone."""
    example = await session.get(PracticeExample, number, with_for_update=True)
    if example is None or example.person_id != author.id:
        raise ExampleGone
    return example


def offer(session: AsyncSession, example: PracticeExample, consent: Consent) -> None:
    """To the bank; staff look at it first. What stands there already keeps its place."""
    example.consent = consent
    wake_clock(session)


async def remove(session: AsyncSession, example: PracticeExample) -> None:
    """Its author takes it back: nothing of it is left."""
    await session.delete(example)
    await session.flush()


async def of_author(session: AsyncSession, author: Person) -> list[Shared]:
    """The last written first."""
    return await _shared(session, PracticeExample.person_id == author.id)


async def in_bank(session: AsyncSession, numbers: Collection[int] | None = None) -> list[Shared]:
    """What everyone reads, the newest first; of these `numbers` alone where they are given."""
    among = [] if numbers is None else [PracticeExample.id.in_(numbers)]
    return await _shared(session, *_open(), *among)


async def last_change(session: AsyncSession) -> tuple[int, datetime | None]:
    """Is another one after each change of what everyone reads."""
    query = select(func.count(), func.max(PracticeExample.decided_at)).where(*_open())
    count, decided_at = (await session.execute(query)).one()
    return count, decided_at


async def has_any(session: AsyncSession, event: Event) -> bool:
    """Whether anybody told how they made use of this event."""
    query = select(func.count()).select_from(PracticeExample)
    return bool(await session.scalar(query.where(*_open(), PracticeExample.event_id == event.id)))


async def waiting(session: AsyncSession, realm: Realm) -> list[Shared]:
    """For whom staff of the realm have to decide; the one that waits longest first."""
    found = await _shared(session, *_waiting(), within(realm))
    return found[::-1]


async def count_waiting(session: AsyncSession, realm: Realm) -> int:
    query = (
        select(func.count())
        .select_from(PracticeExample)
        .join(Event, Event.id == PracticeExample.event_id)
        .where(*_waiting(), within(realm))
    )
    return await session.scalar(query) or 0


async def before_staff(session: AsyncSession, number: int) -> Shared:
    """Locked, wherever it stands. Raises ExampleGone, also where nothing was agreed to."""
    example = await session.get(PracticeExample, number, with_for_update=True)
    if example is None or example.consent is None:
        raise ExampleGone
    return (await _shared(session, PracticeExample.id == number))[0]


def decide(example: PracticeExample, standing: Standing, *, now: datetime) -> None:
    example.standing, example.decided_at = standing, now


def reword(example: PracticeExample, words: str, *, now: datetime) -> None:
    """Staff take names and the like out of it. Raises NotAnExample."""
    example.words, example.decided_at = an_example(words), now


async def to_tell(session: AsyncSession) -> Sequence[int]:
    """The numbers of those that wait for staff who have not heard of them."""
    query = select(PracticeExample.id).where(*_waiting(), PracticeExample.told_at.is_(None))
    return (await session.scalars(query.order_by(PracticeExample.id))).all()


async def prune(session: AsyncSession, *, now: datetime) -> None:
    """What was written and never given to anybody is not kept for long."""
    await session.execute(
        delete(PracticeExample).where(
            PracticeExample.consent.is_(None), PracticeExample.written_at < now - _UNDECIDED_FOR
        )
    )


async def forget(session: AsyncSession, *, person: Person) -> None:
    """What stands in the bank without a name stays there as nobody's; all the rest goes, for it was
    agreed to with the name alone, or not yet at all.
    """
    of_author = PracticeExample.person_id == person.id
    nameless = PracticeExample.consent == Consent.NAMELESS, *_open()
    await session.execute(
        update(PracticeExample).where(of_author, *nameless).values(person_id=None)
    )
    await session.execute(delete(PracticeExample).where(of_author))


def _open() -> tuple[ColumnElement[bool], ...]:
    return PracticeExample.consent.is_not(None), PracticeExample.standing == Standing.APPROVED


def _waiting() -> tuple[ColumnElement[bool], ...]:
    return PracticeExample.consent.is_not(None), PracticeExample.standing == Standing.WAITING


async def _shared(session: AsyncSession, *which: ColumnElement[bool]) -> list[Shared]:
    rows = await session.execute(
        select(PracticeExample, Event, Person.name, PersonTrait.value)
        .join(Event, Event.id == PracticeExample.event_id)
        .outerjoin(Person, Person.id == PracticeExample.person_id)
        .outerjoin(
            PersonTrait,
            (PersonTrait.person_id == Person.id) & (PersonTrait.kind == Trait.SCHOOL),
        )
        .where(*which)
        .order_by(PracticeExample.written_at.desc(), PracticeExample.id.desc())
    )
    return [
        Shared(example=example, event=event, name=name or "", school=school or "")
        if example.consent is Consent.NAMED
        else Shared(example=example, event=event)
        for example, event, name, school in rows
    ]
