"""Plans for those who follow them: as they are published, and on a working morning what changed."""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.quiet import in_peace
from catalogue.people.tables import Person
from catalogue.plans import following
from catalogue.plans.rules import centres_due, morning, note_changes
from catalogue.plans.tables import PlanNews, PublishedPlan
from scheduler.addressing import recipe
from scheduler.ceiling import when
from scheduler.outbox import Message, Priority, put
from scheduler.ticks import Tick, Watch

log = structlog.get_logger(__name__)

POST, CHANGES = "plan_post", "plan_changes"
#: People written to in one transaction.
AT_ONCE = 200

#: What a person's message is known by: the recipe's kind, and its key.
Known = Callable[[Person], tuple[str, str]]


def plans(watch: Watch) -> Tick:
    return Tick("plans", watch.seconds, Plans(watch).look)


class Plans:
    """Nothing is remembered here: what was begun before a crash is gone on with, and the keys of
    the messages keep anybody from being told twice.
    """

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    async def look(self, now: datetime) -> None:
        for plan in await self._watch.database.read(_to_post):
            await self._feed({plan.centre_id}, partial(_of_plan, plan.id), now)
            await self._watch.database.write(partial(_fed, PublishedPlan, [plan.id], now))
        await self._note(now)
        news = await self._watch.database.read(_to_tell)
        for day in sorted({one.day for one in news}):
            of_day = [one for one in news if one.day == day]
            centres = {one.centre_id for one in of_day}
            await self._feed(centres, partial(_of_day, day.isoformat()), now)
            numbers = [one.id for one in of_day]
            await self._watch.database.write(partial(_fed, PlanNews, numbers, now))

    async def _note(self, now: datetime) -> None:
        """One centre a transaction, all before anybody is told: so each gets one message."""
        zone, write = self._watch.timezone, self._watch.database.write
        due = morning(now, zone)
        if due is None:
            return
        today = now.astimezone(zone).date()
        for centre in await self._watch.database.read(
            lambda session: centres_due(session, due=due, today=today)
        ):
            news = await write(partial(note_changes, centre_id=centre, due=due, zone=zone, now=now))
            if news is not None:
                log.info("plan_changed", centre=centre, changes=len(news.changes))

    async def _feed(self, centres: Collection[int], known: Known, now: datetime) -> None:
        """To each in their own time: not at night, and not above what they want for a week."""
        after: int | None = 0
        while after is not None:
            after = await self._watch.database.write(
                partial(self._some, centres=centres, known=known, after=after, now=now)
            )
            self._watch.said()

    async def _some(
        self,
        session: AsyncSession,
        *,
        centres: Collection[int],
        known: Known,
        after: int,
        now: datetime,
    ) -> int | None:
        """The last person looked at, None when there are no more."""
        people = await following.page(session, centres, after=after, limit=AT_ONCE)
        if not people:
            return None
        moments = await when(session, people, now=now)
        messages = [
            self._message(person, known(person), moment)
            for person in people
            if (moment := moments[person.id]) is not None
        ]
        await put(session, messages, now=now)
        return people[-1].id

    def _message(self, person: Person, known: tuple[str, str], moment: datetime) -> Message:
        kind, key = known
        return Message(
            chat_id=person.telegram_id,
            recipe=recipe(self._watch, person, kind, key),
            priority=Priority.ANNOUNCEMENT,
            not_before=in_peace(person, moment, self._watch.timezone),
            key=f"{kind}:{key}",
        )


def _of_plan(plan_id: int, person: Person) -> tuple[str, str]:
    return POST, f"{plan_id}:{person.id}"


def _of_day(day: str, person: Person) -> tuple[str, str]:
    return CHANGES, f"{person.id}:{day}"


async def _to_post(session: AsyncSession) -> list[PublishedPlan]:
    query = select(PublishedPlan).where(PublishedPlan.fed_at.is_(None))
    return list(await session.scalars(query.order_by(PublishedPlan.id)))


async def _to_tell(session: AsyncSession) -> list[PlanNews]:
    query = select(PlanNews).where(PlanNews.fed_at.is_(None))
    return list(await session.scalars(query.order_by(PlanNews.id)))


async def _fed(
    table: type[PublishedPlan] | type[PlanNews],
    numbers: Collection[int],
    now: datetime,
    session: AsyncSession,
) -> None:
    await session.execute(update(table).where(table.id.in_(numbers)).values(fed_at=now))
