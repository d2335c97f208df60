"""Announcements whose hour has come: fed into the outbox, corrected, followed to their end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements import segments
from catalogue.announcements.audience import page
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.people.languages import language_of
from catalogue.people.quiet import in_peace
from catalogue.people.tables import Person
from scheduler import batches
from scheduler.ceiling import when
from scheduler.outbox import Message, Outgoing, Priority, Recipe, SendState, put
from scheduler.sender import Compose
from scheduler.ticks import Tick, Watch

#: People looked at in one transaction, so that nobody waits long for the database.
AT_ONCE = 150
#: A message that changes oftener annoys its reader, and Telegram.
BETWEEN_EDITS = timedelta(seconds=3)

Counts = dict[SendState, int]

_OPEN = frozenset({SendState.WAITING, SendState.HELD, SendState.SENDING})
_FILES = frozenset({"photo", "document"})


def announcing(watch: Watch, compose: Compose) -> Tick:
    """`compose` makes the words that everybody gets, once for all of them."""
    return Tick("announcing", watch.seconds, Announcing(watch, compose).look)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the author's message of progress said last, and when it was changed."""

    state: AnnouncementState
    counts: Counts
    changed_at: datetime


class Announcing:
    """Only what was shown last is remembered here; after a restart it is shown once more."""

    def __init__(self, watch: Watch, compose: Compose) -> None:
        self._watch = watch
        self._compose = compose
        self._shown: dict[int, Shown] = {}

    async def look(self, now: datetime) -> None:
        due = await self._watch.database.read(lambda session: _due(session, now))
        self._shown = {one.id: self._shown[one.id] for one in due if one.id in self._shown}
        for one in due:
            if one.state is AnnouncementState.SCHEDULED:
                await self._begin(one, now)
            await self._feed(one.id, now)
            if one.edition != one.corrected:
                await self._correct(one, now)
            if await self._follow(one.id, now):
                self._watch.said()

    async def _begin(self, one: Announcement, now: datetime) -> None:
        """Not with words that were changed while they were composed: the next look has them."""
        payload = await self._letter(one.id, now)

        async def work(session: AsyncSession) -> None:
            found = await _locked(session, one.id)
            if found.state is AnnouncementState.SCHEDULED and found.text == one.text:
                found.body_id = await batches.keep_body(session, payload)
                found.state, found.started_at = AnnouncementState.SENDING, now
                await self._tell(session, found, now=now)

        await self._watch.database.write(work)

    async def _feed(self, number: int, now: datetime) -> None:
        """The people of the segment into the outbox, a few hundred in a transaction."""

        async def work(session: AsyncSession) -> bool:
            found = await _locked(session, number)
            if found.state is not AnnouncementState.SENDING or found.fed_at is not None:
                return False
            people = await page(
                session,
                segments.of(found),
                after=found.planned_to,
                limit=AT_ONCE,
                now=now,
                default_language=self._watch.default_language,
            )
            if not people:
                found.fed_at = now
                return False
            found.planned_to = people[-1].id
            gone = [one.id for one in people if one.unreachable_since is not None]
            found.skipped = [*found.skipped, *gone]
            reachable = [one for one in people if one.unreachable_since is None]
            await put(session, await self._addressed(session, found, reachable, now), now=now)
            return True

        while await self._watch.database.write(work):
            self._watch.said()

    async def _addressed(
        self, session: AsyncSession, found: Announcement, people: Sequence[Person], now: datetime
    ) -> list[Message]:
        """To each in their own time: not at night, and not above what they want for a week."""
        moments: dict[int, datetime | None] = {one.id: now for one in people}
        if not segments.of_json(found.segment).is_of_an_own_event:
            moments = await when(session, people, now=now)
        planned = [(one, moment) for one in people if (moment := moments[one.id]) is not None]
        return [
            Message(
                chat_id=person.telegram_id,
                method=_method(found),
                body=found.body_id,
                batch=found.batch,
                priority=Priority.ANNOUNCEMENT,
                not_before=in_peace(person, moment, self._watch.timezone),
                key=f"{found.batch}:{person.id}",
            )
            for person, moment in planned
        ]

    async def _correct(self, one: Announcement, now: datetime) -> None:
        """Who has it sees it changed, who has not gets it as it is now.

        Begun anew after a crash: the keys of the edits are known already then.
        """
        payload = await self._letter(one.id, now)
        body, cursor = 0, 0

        async def work(session: AsyncSession) -> bool:
            nonlocal body, cursor
            found = await _locked(session, one.id)
            if found.edition != one.edition or found.body_id is None:
                return False  # corrected once more meanwhile: the next look has the newer words
            if not body:
                await batches.change_body(session, found.body_id, payload)
                words = {name: value for name, value in payload.items() if name not in _FILES}
                body = await batches.keep_body(session, words)
            rows = await _out_already(session, found.batch, after=cursor)
            edits = [
                Message(
                    chat_id=row.chat_id,
                    method="editMessageCaption" if found.has_file else "editMessageText",
                    body=body,
                    batch=f"{found.batch}:{found.edition}",
                    priority=Priority.ANNOUNCEMENT,
                    key=f"{row.key}:{found.edition}",
                    edits=row.key,
                )
                for row in rows
            ]
            await put(session, edits, now=now)
            cursor = rows[-1].id if rows else cursor
            if not rows:
                found.corrected = found.edition
            return bool(rows)

        while await self._watch.database.write(work):
            self._watch.said()

    async def _follow(self, number: int, now: datetime) -> bool:
        """Whether there was something new to show."""

        async def work(session: AsyncSession) -> Shown | None:
            found = await _locked(session, number)
            counts = await batches.counts(session, found.batch)
            return await self._show(session, found, counts, now)

        shown = await self._watch.database.write(work)
        if shown is not None:
            self._shown[number] = shown
        return shown is not None

    async def _show(
        self,
        session: AsyncSession,
        found: Announcement,
        counts: dict[SendState, int],
        now: datetime,
    ) -> Shown | None:
        """Where it has come further; the last time it is the report."""
        if found.finished_at is not None or found.started_at is None:
            return None
        shown = self._shown.get(found.id)
        is_over = _is_over(found, counts)
        is_news = shown is None or (shown.state, shown.counts) != (found.state, counts)
        is_soon = shown is not None and now - shown.changed_at < BETWEEN_EDITS
        if is_soon or not (is_over or is_news):
            return None
        if is_over:
            found.finished_at = now
            if found.state is AnnouncementState.SENDING:
                found.state = AnnouncementState.DONE
        await self._tell(session, found, now=now, again=True)
        return Shown(found.state, counts, now)

    async def _tell(
        self, session: AsyncSession, found: Announcement, *, now: datetime, again: bool = False
    ) -> None:
        """The author, in a message that is written once and changed from then on."""
        author = await session.get_one(Person, found.author_id)
        if author.telegram_id is None:
            return
        language = language_of(author, default=self._watch.default_language)
        first = f"{found.batch}:progress"
        kind = "announcement_progress_again" if again else "announcement_progress"
        messages = [
            Message(
                chat_id=author.telegram_id,
                method="editMessageText" if again else "sendMessage",
                recipe=Recipe(kind, str(found.id), language),
                priority=Priority.URGENT,
                key=None if again else first,
                edits=first if again else None,
            )
        ]
        if found.finished_at is not None:
            messages.append(
                Message(
                    chat_id=author.telegram_id,
                    recipe=Recipe("announcement_unreached", str(found.id), language),
                    priority=Priority.URGENT,
                    key=f"{found.batch}:unreached",
                )
            )
        await put(session, messages, now=now)

    async def _letter(self, number: int, now: datetime) -> dict[str, Any]:
        """The payload that everybody gets, in the author's language."""

        async def language(session: AsyncSession) -> str:
            author = select(Person).join(Announcement, Announcement.author_id == Person.id)
            found = (await session.scalars(author.where(Announcement.id == number))).one()
            return language_of(found, default=self._watch.default_language)

        spoken = await self._watch.database.read(language)
        letter = await self._compose(Recipe("announcement", str(number), spoken), now)
        assert letter is not None  # noqa: S101 -- one that has been sent is never deleted
        return dict(letter.payload)


async def _due(session: AsyncSession, now: datetime) -> Sequence[Announcement]:
    """Whatever there is something to do about."""
    state = Announcement.state
    is_due = or_(
        and_(state == AnnouncementState.SCHEDULED, Announcement.send_at <= now),
        state.in_((AnnouncementState.SENDING, AnnouncementState.PAUSED)),
        and_(state == AnnouncementState.STOPPED, Announcement.finished_at.is_(None)),
        Announcement.edition != Announcement.corrected,
    )
    rows = await session.scalars(select(Announcement).where(is_due).order_by(Announcement.id))
    return rows.all()


async def _locked(session: AsyncSession, number: int) -> Announcement:
    return await session.get_one(Announcement, number, with_for_update=True)


def _method(found: Announcement) -> str:
    if found.photo:
        return "sendPhoto"
    return "sendDocument" if found.document else "sendMessage"


def _is_over(found: Announcement, counts: Counts) -> bool:
    """Nobody is left who could still get it."""
    if any(counts.get(state) for state in _OPEN):
        return False
    is_fed = found.state is AnnouncementState.SENDING and found.fed_at is not None
    return is_fed or found.state is AnnouncementState.STOPPED


async def _out_already(
    session: AsyncSession, batch: str, *, after: int
) -> Sequence[Row[int, str | None, int | None]]:
    """A page of those who have it, or have it on the wire with the words of before."""
    rows = await session.execute(
        select(Outgoing.id, Outgoing.key, Outgoing.chat_id)
        .where(
            Outgoing.batch == batch,
            Outgoing.state.in_((SendState.SENT, SendState.SENDING)),
            Outgoing.id > after,
        )
        .order_by(Outgoing.id)
        .limit(AT_ONCE)
    )
    return rows.all()
