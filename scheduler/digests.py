"""New events for those who asked to hear of them, put into the outbox."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.finding.finder import Finder
from catalogue.people.quiet import quiet_around
from catalogue.people.tables import Person
from catalogue.programme.holidays import school_days
from catalogue.programme.revisions import current_revision
from catalogue.search.index import Index
from catalogue.subscriptions.due import last_due
from catalogue.subscriptions.matching import answering
from catalogue.subscriptions.queries import (
    Waiting,
    keep_hits,
    news_since,
    people_due,
    take_portions,
    those_waiting,
)
from catalogue.subscriptions.tables import Rhythm
from scheduler.addressing import recipe
from scheduler.ceiling import when
from scheduler.marks import mark, set_mark
from scheduler.outbox import Message, Priority, put
from scheduler.ticks import Tick, Watch, is_time_again

log = structlog.get_logger(__name__)

#: Subscriptions looked through, and people written to, in one transaction.
BATCH = 200
MARK = "subscriptions"
#: Without news, how often to look whether an hour, a ceiling or quiet hours let something go.
LOOK_AGAIN = timedelta(minutes=1)


def digests(watch: Watch, finder: Finder) -> Tick:
    return Tick("digests", watch.seconds, _Digests(watch, finder).work)


@dataclass(frozen=True, slots=True)
class _News:
    """Events that were not looked at yet, with when they were first published."""

    revision: int
    published: Mapping[int, datetime]
    index: Index


class _Digests:
    def __init__(self, watch: Watch, finder: Finder) -> None:
        self._watch = watch
        self._finder = finder
        self._looked_at: datetime | None = None

    async def work(self, now: datetime) -> None:
        """Notes for whom the new events are; then tells those to whom something is due."""
        has_news = await self._note_news(now)
        if has_news or is_time_again(now, self._looked_at, LOOK_AGAIN):
            await self._tell(now)
            self._looked_at = now

    async def _note_news(self, now: datetime) -> bool:
        """Done again after a crash in the middle, it finds the same and keeps it once."""
        read, write = self._watch.database.read, self._watch.database.write
        news = await read(lambda session: self._news(session, now))
        if news is None:
            return False
        answers: dict[str, tuple[int, ...]] = {}
        after, has_hits = 0, False
        while rows := await read(partial(_asked, news=news, after=after)):
            hits = await _hits(rows, news, answers, now)
            if hits:
                await write(partial(keep_hits, pairs=hits, now=now))
            after, has_hits = rows[-1].number, has_hits or bool(hits)
        await write(lambda session: set_mark(session, MARK, str(news.revision)))
        return has_hits

    async def _news(self, session: AsyncSession, now: datetime) -> _News | None:
        revision = await current_revision(session)
        seen = int(await mark(session, MARK) or -1)
        if seen == revision:
            return None
        published = await news_since(session, seen, now=now)
        return _News(revision, published, await self._finder.index(session))

    async def _tell(self, now: datetime) -> None:
        due = await self._watch.database.read(lambda session: self._due(session, now))
        last: int | None = 0
        count = 0
        while last is not None:
            last, put_now = await self._watch.database.write(
                partial(self._batch, due=due, after=last, now=now)
            )
            count += put_now
            if put_now:
                self._watch.said()
        if count:
            log.info("digests", put=count)

    async def _due(self, session: AsyncSession, now: datetime) -> dict[Rhythm, datetime]:
        school_year, zone = await school_days(session), self._watch.timezone
        return {
            rhythm: last_due(rhythm, now=now, zone=zone, school_year=school_year)
            for rhythm in Rhythm
        }

    async def _batch(
        self, session: AsyncSession, due: Mapping[Rhythm, datetime], after: int, now: datetime
    ) -> tuple[int | None, int]:
        """The last person looked at, None when there are no more; and how many are written to.

        Whoever is in their quiet hours, or has had as many as they want, keeps what they have
        coming for a later look, and gets it in one message then.
        """
        people = await people_due(session, due, after=after, limit=BATCH)
        if not people:
            return None, 0
        may = await when(session, people, now=now)
        ready = [
            person
            for person in people
            if may[person.id] == now and not quiet_around(person, now, self._watch.timezone)
        ]
        told = await take_portions(session, ready, due, now=now)
        messages = [self._message(person, now) for person in ready if person.id in told]
        return people[-1].id, await put(session, messages, now=now)

    def _message(self, person: Person, now: datetime) -> Message:
        key = f"{person.id}:{now.astimezone(UTC).isoformat()}"
        return Message(
            chat_id=person.telegram_id,
            recipe=recipe(self._watch, person, "digest", key),
            key=f"digest:{key}",
            priority=Priority.ANNOUNCEMENT,
        )


async def _asked(session: AsyncSession, news: _News, after: int) -> Sequence[Waiting]:
    """The next of those that were there before one of these events was published."""
    if not news.published:
        return ()
    newest = max(news.published.values())
    return await those_waiting(session, after=after, before=newest, limit=BATCH)


async def _hits(
    rows: Sequence[Waiting], news: _News, answers: dict[str, tuple[int, ...]], now: datetime
) -> list[tuple[int, int]]:
    """Subscriptions with the events that are news to them; what many want is searched for once."""
    hits: list[tuple[int, int]] = []
    for number, wanted, since in rows:
        key = json.dumps(wanted, sort_keys=True)
        if key not in answers:
            answers[key] = answering(news.index, wanted, news.published.keys(), now=now)
            await asyncio.sleep(0)  # each search takes a millisecond or more of everybody's time
        hits += [(number, event) for event in answers[key] if news.published[event] > since]
    return hits
