"""Heads of schools are written to each month; their teachers are asked once, staff confirm them."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial

import structlog
from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.heads import naming
from catalogue.heads.completed import count
from catalogue.heads.months import after, before, month_due
from catalogue.heads.tables import Head
from catalogue.people.quiet import in_peace
from catalogue.people.rights import Right, roles_with
from catalogue.people.staff import owners, staff_of
from catalogue.people.tables import Person, StaffMember
from catalogue.privacy.uniting import centres_of
from catalogue.programme.spans import midnight
from scheduler.addressing import recipe, to_person
from scheduler.ceiling import when
from scheduler.outbox import Message, Priority, put
from scheduler.ticks import Tick, Watch, is_time_again

log = structlog.get_logger(__name__)

MONTH, NAMING, ASKS = "head_month", "head_naming", "head_asks"
#: How often to look for teachers who are to be asked: nothing hangs on the minute.
LOOK_AGAIN = timedelta(minutes=10)
#: Of those in one transaction, so that nobody else waits long.
AT_ONCE = 200


def heads(watch: Watch) -> Tick:
    return Tick("heads", watch.seconds, _Heads(watch).work)


class _Heads:
    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._looked_at: datetime | None = None

    async def work(self, now: datetime) -> None:
        """One head a transaction."""
        for number in await self._watch.database.read(_unheard_of):
            await self._write(partial(self._tell_staff, number, now))
        month = month_due(now, self._watch.timezone)
        if month is not None:
            for number in await self._watch.database.read(partial(_to_tell, month)):
                await self._write(partial(self._tell, number, month, now))
        if is_time_again(now, self._looked_at, LOOK_AGAIN):
            due = await self._watch.database.read(partial(naming.to_ask, now=now))
            for start in range(0, len(due), AT_ONCE):
                await self._write(partial(self._ask, due[start : start + AT_ONCE], now))
            self._looked_at = now

    async def _write(self, work: Callable[[AsyncSession], Awaitable[int]]) -> None:
        if await self._watch.database.write(work):
            self._watch.said()

    async def _tell(self, number: int, month: date, now: datetime, session: AsyncSession) -> int:
        """Whoever claims the month counts what was completed before it, and writes."""
        claim = update(Head).where(Head.id == number, _is_untold(month)).values(told_for=month)
        if await session.scalar(claim.returning(Head.id)) is None:
            return 0
        head = await session.get_one(Head, number, populate_existing=True)
        person = await session.get_one(Person, head.person_id)
        zone = self._watch.timezone
        await count(session, head, before(month), zone=zone, now=now)
        moment = (await when(session, [person], now=now))[person.id]
        if moment is None:
            return 0
        end = midnight(after(month), zone)
        return await put(
            session,
            [
                Message(
                    chat_id=person.telegram_id,
                    recipe=recipe(self._watch, person, MONTH, f"{number}:{month.isoformat()}"),
                    priority=Priority.ANNOUNCEMENT,
                    not_before=in_peace(person, moment, zone),
                    expires_at=end,
                    key=f"{MONTH}:{number}:{month.isoformat()}",
                )
            ],
            now=now,
        )

    async def _ask(self, due: Sequence[int], now: datetime, session: AsyncSession) -> int:
        people = await naming.claim(session, due, now=now)
        return await put(session, [self._note(NAMING, str(one.id), one, now) for one in people],
                         now=now)  # fmt: skip

    async def _tell_staff(self, number: int, now: datetime, session: AsyncSession) -> int:
        """Of the centres that know the person, all of them where none does; as soon as there is
        anybody to tell.
        """
        head = await session.get(Head, number, with_for_update=True, populate_existing=True)
        if head is None or head.staff_told_at is not None:
            return 0
        people = await self._staff(session, await session.get_one(Person, head.person_id))
        if not people:
            return 0
        head.staff_told_at = now
        log.info("head_asks", head=number, told=len(people))
        messages = [self._note(ASKS, f"{number}:{one.id}", one, now) for one in people]
        return await put(session, messages, now=now)

    async def _staff(self, session: AsyncSession, person: Person) -> list[Person]:
        """Those who decide about people, and the owners of the house."""
        right, found = Right.PARTICIPANTS, list[Person]()
        for centre in sorted(await centres_of(session, person)):
            found += await staff_of(session, centre_id=centre, right=right)
        if not found:
            every = select(StaffMember.person_id).where(StaffMember.role.in_(roles_with(right)))
            found = list(await session.scalars(select(Person).where(Person.id.in_(every))))
        found += await owners(session, self._watch.owner_ids)
        reached = {one.id: one for one in found if one.telegram_id is not None}
        return [one for one in reached.values() if one.id != person.id]

    def _note(self, kind: str, key: str, person: Person, now: datetime) -> Message:
        return to_person(self._watch, person, kind, key, now=now)


def _is_untold(month: date) -> ColumnElement[bool]:
    return or_(Head.told_for.is_(None), Head.told_for < month)


async def _to_tell(month: date, session: AsyncSession) -> Sequence[int]:
    query = (
        select(Head.id)
        .join(Person, Person.id == Head.person_id)
        .where(Head.wants_letters, Person.telegram_id.is_not(None), _is_untold(month))
    )
    return (await session.scalars(query.order_by(Head.id))).all()


async def _unheard_of(session: AsyncSession) -> Sequence[int]:
    query = select(Head.id).where(Head.staff_told_at.is_(None)).order_by(Head.id)
    return (await session.scalars(query)).all()
