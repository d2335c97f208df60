"""After an event: those who came are asked how it was, and staff hear what was said."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.appointing.roster import lecturers
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.quality.asking import is_anybody_due, to_ask, to_remind
from catalogue.quality.queries import results, to_look_through, to_tell
from catalogue.quality.tables import FeedbackAsked, FeedbackTold
from catalogue.quality.telling import tell
from catalogue.quality.times import OPEN_FOR, is_open
from catalogue.registrations.tables import Registration
from scheduler.addressing import to_person
from scheduler.colleagues import coordinators
from scheduler.outbox import Message, put
from scheduler.ticks import Tick, Watch, is_time_again

#: To one who was registered, and to one of staff.
KIND, STAFF_KIND = "feedback", "feedback_results"
#: What one who was registered is written for the first and for the second time.
FIRST, AGAIN, MISSED = "first", "again", "missed"
#: What staff hear: there is something to see, that is all of it, it was not liked.
READY, FINAL, LOW = "ready", "final", "low"
AT_ONCE = 200
#: Whoever answers may let staff see something at once; this is for what time alone brings.
LOOK_AGAIN = timedelta(hours=1)

#: Writes to some; how many there were.
Some = Callable[[Watch, datetime, AsyncSession], Awaitable[int]]


def feedback(watch: Watch) -> Tick:
    return Tick("feedback", watch.seconds, _Feedback(watch).work)


class _Feedback:
    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._looked_at: datetime | None = None

    async def work(self, now: datetime) -> None:
        """No writer waits for it where there is nothing to do, as nearly always."""
        database = self._watch.database
        if await database.read(partial(is_anybody_due, now=now)):
            for some in (_ask, _remind):
                await self._write_to_all(some, now)
        await self._tell_all(await database.read(partial(to_tell, now=now)), now)
        if is_time_again(now, self._looked_at, LOOK_AGAIN):
            await self._tell_all(await database.read(partial(to_look_through, now=now)), now)
            self._looked_at = now

    async def _write_to_all(self, some: Some, now: datetime) -> None:
        """Some hundred in a transaction, so that nobody else waits long."""
        while await self._watch.database.write(partial(some, self._watch, now)):
            self._watch.said()

    async def _tell_all(self, events: Sequence[int], now: datetime) -> None:
        for number in events:
            if await self._watch.database.write(partial(_tell, self._watch, now, number)):
                self._watch.said()


async def _ask(watch: Watch, now: datetime, session: AsyncSession) -> int:
    due = await to_ask(session, now=now, limit=AT_ONCE)
    for one in due:
        asked = one.asked or FeedbackAsked(registration_id=one.registration.id, answered=False)
        asked.asked_at, asked.came = now, one.came
        session.add(asked)
    messages = [
        _question(watch, one.registration, FIRST if one.came else MISSED, now) for one in due
    ]
    await put(session, messages, now=now)
    return len(due)


async def _remind(watch: Watch, now: datetime, session: AsyncSession) -> int:
    """Whoever is reminded once is not reminded again."""
    due = await to_remind(session, now=now, limit=AT_ONCE)
    for _, asked in due:
        asked.reminded_at = now
    messages = [_question(watch, registration, AGAIN, now) for registration, _ in due]
    await put(session, messages, now=now)
    return len(due)


async def _tell(watch: Watch, now: datetime, number: int, session: AsyncSession) -> int:
    """How many of staff hear of it."""
    event = await session.get_one(Event, number, with_for_update=True)
    told = await session.get(FeedbackTold, number, populate_existing=True)
    if told is None:
        told = FeedbackTold(event_id=number)
        session.add(told)
    await tell(session, event, now=now)
    summary = (await results(session, event)).summary
    if summary is None or told.final_at is not None:
        return 0
    messages: list[Message] = []
    is_over = not is_open(event, now=now)
    if is_over or told.first_at is None:
        people = await lecturers(session, event)
        messages += _news(watch, event, people, FINAL if is_over else READY, now)
        told.first_at, told.final_at = told.first_at or now, now if is_over else None
    if summary.is_low and told.low_at is None:
        people = await coordinators(session, watch, event)
        messages += _news(watch, event, people, LOW, now)
        told.low_at = now
    return await put(session, messages, now=now)


def _question(watch: Watch, registration: Registration, what: str, now: datetime) -> Message:
    expires_at, key = registration.event.over_at + OPEN_FOR, f"{registration.id}:{what}"
    return to_person(watch, registration.person, KIND, key, now=now, expires_at=expires_at)


def _news(
    watch: Watch, event: Event, people: Iterable[Person], what: str, now: datetime
) -> list[Message]:
    return [
        to_person(watch, one, STAFF_KIND, f"{event.id}:{one.id}:{what}", now=now)
        for one in people
        if one.telegram_id is not None
    ]
