"""Those who wait for one thing: it becomes a draft, they are asked for its day, told what came."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from functools import partial

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand import gatherings, polls, telling
from catalogue.demand.tables import Gathering, GatheringVoice
from catalogue.learning.targets import school_year
from catalogue.people.tables import Person
from scheduler.addressing import to_person
from scheduler.marks import mark, set_mark
from scheduler.outbox import Message, put
from scheduler.ticks import Tick, Watch

#: To one of staff: there is a draft, this is what was answered.
DRAFT_KIND, RESULT_KIND = "gathering_draft", "gathering_result"
#: To one who waits: the question, and once more; to one whose wishes have ended.
KIND, REMINDER_KIND, OVER_KIND = "gathering", "gathering_reminder", "wishes_over"
MARK = "wishes_over"
AT_ONCE = 200

_Some = Callable[[AsyncSession], Awaitable[int]]


def gathering(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """No writer waits for it where there is nothing to do, as nearly always."""
        read = watch.database.read
        if await read(partial(telling.without_theme, limit=1)):
            await _until_none(watch, partial(telling.work_out, limit=AT_ONCE))
        year = school_year(now.astimezone(watch.timezone).date())
        for theme in await read(partial(gatherings.reached, year=year)):
            await _said(watch, partial(_draft, watch, now, theme, year))
        for number in await read(partial(_asking, year=year, now=now)):
            await _follow(watch, now, number)
        for one in await read(telling.to_note):
            await watch.database.write(partial(telling.note_event, number=one.id, now=now))
        await _end_year(watch, now)

    return Tick("gathering", watch.seconds, work)


async def _draft(watch: Watch, now: datetime, theme: str, year: int, session: AsyncSession) -> int:
    """How many hear of it."""
    made = await gatherings.draft(session, theme, year=year, now=now)
    if made is None:
        return 0
    people = await telling.coordinators(session, made, owner_ids=watch.owner_ids)
    messages = [_message(watch, one, DRAFT_KIND, str(made.id), now) for one in people]
    return await put(session, messages, now=now)


async def _asking(session: AsyncSession, year: int, now: datetime) -> list[int]:
    """Where there is somebody to ask or to remind, or staff to tell."""
    return [
        one.id
        for one in await polls.asking(session, year=year, now=now)
        if await polls.to_ask(session, one, limit=1)
        or await polls.to_remind(session, one, now=now, limit=1)
        or await polls.is_result_due(session, one, now=now)
    ]


async def _follow(watch: Watch, now: datetime, number: int) -> None:
    """Staff hear of it when whoever could be asked was."""
    await _until_none(watch, partial(_ask, watch, now, number))
    await _until_none(watch, partial(_remind, watch, now, number))
    await _said(watch, partial(_tell, watch, now, number))


async def _ask(watch: Watch, now: datetime, number: int, session: AsyncSession) -> int:
    one = await _open(session, number)
    if one is None:
        return 0
    people = await polls.to_ask(session, one, limit=AT_ONCE)
    session.add_all(
        GatheringVoice(gathering_id=one.id, person_id=person.id, asked_at=now) for person in people
    )
    return await put(session, _questions(watch, one, KIND, people, now), now=now)


async def _remind(watch: Watch, now: datetime, number: int, session: AsyncSession) -> int:
    one = await _open(session, number)
    if one is None:
        return 0
    people = await polls.to_remind(session, one, now=now, limit=AT_ONCE)
    reminded = update(GatheringVoice).where(
        GatheringVoice.gathering_id == one.id,
        GatheringVoice.person_id.in_([person.id for person in people]),
    )
    await session.execute(reminded.values(reminded_at=now))
    return await put(session, _questions(watch, one, REMINDER_KIND, people, now), now=now)


async def _tell(watch: Watch, now: datetime, number: int, session: AsyncSession) -> int:
    """How many of staff hear how it stands, once until they choose to wait on."""
    one = await _open(session, number)
    if one is None or not await polls.is_result_due(session, one, now=now):
        return 0
    one.result_told_at = now
    people = await telling.coordinators(session, one, owner_ids=watch.owner_ids)
    key = f"{one.id}:{int(now.timestamp())}"
    return await put(
        session, [_message(watch, who, RESULT_KIND, key, now) for who in people], now=now
    )


async def _open(session: AsyncSession, number: int) -> Gathering | None:
    one = await session.get_one(Gathering, number, with_for_update=True, populate_existing=True)
    return one if polls.is_open(one) else None


def _questions(
    watch: Watch, one: Gathering, kind: str, people: Iterable[Person], now: datetime
) -> list[Message]:
    """Of days offered anew they are asked anew."""
    assert one.asked_at is not None  # noqa: S101 -- only what is open is asked
    when = int(one.asked_at.timestamp())
    return [_message(watch, who, kind, f"{one.id}:{who.id}:{when}", now) for who in people]


async def _end_year(watch: Watch, now: datetime) -> None:
    """Wishes end with the school year; whoever has some hears of it, and may keep them."""
    ended = telling.year_over(now, watch.timezone)
    if ended is None or await watch.database.read(partial(_is_told, ended)):
        return
    await _until_none(watch, partial(_end_some, watch, now, ended))
    await watch.database.write(partial(set_mark, name=MARK, value=str(ended.year)))


async def _is_told(ended: datetime, session: AsyncSession) -> bool:
    return await mark(session, MARK) == str(ended.year)


async def _end_some(watch: Watch, now: datetime, ended: datetime, session: AsyncSession) -> int:
    before = telling.before_of(ended)
    people = await telling.people_to_end(session, before=before, limit=AT_ONCE)
    for person in people:
        await telling.end_wishes(session, person, before=before, now=now)
    key = now.isoformat()
    messages = [
        _message(watch, one, OVER_KIND, f"{one.id}:{key}", now)
        for one in people
        if one.telegram_id is not None
    ]
    await put(session, messages, now=now)
    return len(people)


def _message(watch: Watch, person: Person, kind: str, key: str, now: datetime) -> Message:
    return to_person(watch, person, kind, key, now=now, known_as=f"{kind}:{key}:{person.id}")


async def _until_none(watch: Watch, some: _Some) -> None:
    """A few hundred in a transaction, so that nobody else waits long."""
    while await _said(watch, some):
        pass


async def _said(watch: Watch, some: _Some) -> int:
    count = await watch.database.write(some)
    if count:
        watch.said()
    return count
