"""Weeks after an event: those who came are asked what they made use of, and staff hear of examples
that wait for them.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.practice import asking, bank, rules
from catalogue.practice.tables import PracticeExample, Round, UseAsked
from catalogue.programme.holidays import school_days
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration
from scheduler.addressing import to_person
from scheduler.colleagues import coordinators
from scheduler.outbox import Message, put
from scheduler.ticks import Tick, Watch, is_time_again

#: To one who came, and to one of staff.
KIND, STAFF_KIND = "use", "examples"
AT_ONCE = 200
#: How often to look whom to ask, and which rounds have ended by themselves: nothing hangs on the
#: minute, and whoever answers may let staff see something at once.
LOOK_AGAIN = timedelta(minutes=10)


def practice(watch: Watch) -> Tick:
    return Tick("practice", watch.seconds, _Practice(watch).work)


class _Practice:
    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._looked_at: datetime | None = None

    async def work(self, now: datetime) -> None:
        """No writer waits for it where there is nothing to do, as nearly always."""
        if is_time_again(now, self._looked_at, LOOK_AGAIN):
            await self._ask_everybody(now)
            await self._tell_all(now)
            self._looked_at = now
        if new := await self._watch.database.read(bank.to_tell):
            await self._watch.database.write(partial(_pass_on, self._watch, now, new))
            self._watch.said()

    async def _ask_everybody(self, now: datetime) -> None:
        """Some hundred in a transaction, so that nobody else waits long."""
        database, zone = self._watch.database, self._watch.timezone
        school_year = await database.read(school_days)
        if not asking.is_time_to_ask(now, zone, school_year):
            return
        since = asking.since(now, zone, school_year)
        turns = await database.read(partial(asking.whose_turn, now=now, since=since))
        for start in range(0, len(turns), AT_ONCE):
            await database.write(partial(_ask, self._watch, now, turns[start : start + AT_ONCE]))
            self._watch.said()

    async def _tell_all(self, now: datetime) -> None:
        """What nobody can add to any more."""
        look = partial(rules.to_tell, now=now, zone=self._watch.timezone)
        for number, round_ in await self._watch.database.read(look):
            await self._watch.database.write(partial(_tell, self._watch, now, number, round_))


async def _ask(
    watch: Watch, now: datetime, turns: Sequence[tuple[int, Round]], session: AsyncSession
) -> None:
    due = await asking.to_ask(session, turns, now=now)
    asked = [
        UseAsked(registration_id=registration.id, round=round_, asked_at=now)
        for registration, round_ in due
    ]
    session.add_all(asked)
    await session.flush()
    messages = [
        _question(watch, registration, one, now)
        for (registration, _), one in zip(due, asked, strict=True)
    ]
    await put(session, messages, now=now)


async def _tell(
    watch: Watch, now: datetime, number: int, round_: Round, session: AsyncSession
) -> None:
    event = await session.get_one(Event, number, with_for_update=True)
    await rules.tell(session, event, round_, now=now, zone=watch.timezone)


async def _pass_on(
    watch: Watch, now: datetime, numbers: Sequence[int], session: AsyncSession
) -> None:
    """Several examples of one event in one message."""
    newest: dict[int, int] = {}
    for number in numbers:
        example = await session.get(PracticeExample, number, with_for_update=True)
        if example is not None:
            example.told_at = now
            newest[example.event_id] = number
    messages: list[Message] = []
    for event_id, number in newest.items():
        event = await session.get_one(Event, event_id)
        people = await coordinators(session, watch, event)
        messages += [_news(watch, event, one, number, now) for one in people]
    await put(session, messages, now=now)


def _question(watch: Watch, own: Registration, asked: UseAsked, now: datetime) -> Message:
    expires_at = now + asking.ANSWERED_WITHIN
    return to_person(watch, own.person, KIND, str(asked.id), now=now, expires_at=expires_at)


def _news(watch: Watch, event: Event, person: Person, newest: int, now: datetime) -> Message:
    return to_person(watch, person, STAFF_KIND, f"{event.id}:{person.id}:{newest}", now=now)
