from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.segments import Block, Kind, Segment
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.registrations.tables import Registration, State
from scheduler.announcing import AT_ONCE, announcing
from scheduler.batches import cancel_batch, counts, hold
from scheduler.clock import Clock
from scheduler.outbox import Outgoing, OutgoingBody, Recipe, SendState
from scheduler.outcomes import Fate, Outcome
from scheduler.sender import Composed
from scheduler.ticks import Tick
from tests.factories import NOW, a_person, an_event, kept
from tests.scheduler.steps import Outbox
from tests.scheduler.watching import a_watch

SECOND = timedelta(seconds=1)
NEVER_QUIET: dict[str, Any] = {"quiet_from": 0, "quiet_until": 0}


class Stage:
    """An announcement whose hour has come, its author, and what the tick makes of it."""

    def __init__(self, database: Database, outbox: Outbox) -> None:
        self.database, self.outbox = database, outbox
        self.tick = self.another_process()

    def another_process(self) -> Tick:
        watch = a_watch(self.database)
        return announcing(watch, self._compose)

    async def _compose(self, recipe: Recipe, _now: datetime) -> Composed:
        found = await self.found()
        assert recipe.kind == "announcement"
        if found.photo:
            return Composed("sendPhoto", {"photo": found.photo, "caption": found.text})
        return Composed("sendMessage", {"text": found.text})

    async def set_up(self, *people: Person, **facts: Any) -> None:
        async def work(session: AsyncSession) -> None:
            self.author = a_person(wants_announcements=False, **NEVER_QUIET)
            await kept(session, self.author, *people)
            plain: dict[str, Any] = {
                "author_id": self.author.id, "state": AnnouncementState.SCHEDULED, "text": "Sveiki",
                "created_at": NOW, "send_at": NOW,
            }  # fmt: skip
            await kept(session, Announcement(**plain | facts))

        await self.database.write(work)

    async def do(self, work: Callable[[AsyncSession], Awaitable[Any]]) -> Any:
        return await self.database.write(work)

    async def change(self, **facts: Any) -> None:
        async def work(session: AsyncSession) -> None:
            found = (await session.scalars(select(Announcement))).one()
            for name, value in facts.items():
                setattr(found, name, value)

        await self.do(work)

    async def found(self) -> Announcement:
        async def work(session: AsyncSession) -> Announcement:
            return (await session.scalars(select(Announcement))).one()

        return await self.database.read(work)

    async def rows(self, batch: str | None = "announcement:1") -> list[Outgoing]:
        """Those of the batch; without one what the author is told."""

        async def work(session: AsyncSession) -> list[Outgoing]:
            query = select(Outgoing).where(Outgoing.batch.is_not_distinct_from(batch))
            return list(await session.scalars(query.order_by(Outgoing.id)))

        return await self.database.read(work)

    async def edits(self) -> int:
        return sum(row.method == "editMessageText" for row in await self.rows(None))


@pytest.fixture
def stage(database: Database, clock: Clock) -> Stage:
    return Stage(database, Outbox(database, clock))


async def test_nobody_gets_it_twice(stage: Stage) -> None:
    """More people than one transaction takes, and a process that begins anew: each is put once."""
    await stage.set_up(*(a_person() for _ in range(AT_ONCE + 1)))
    await stage.tick.work(NOW)
    rows = await stage.rows()
    assert len({row.key for row in rows}) == len(rows) == AT_ONCE + 1
    assert {(row.method, row.body_id) for row in rows} == {("sendMessage", 1)}
    found = await stage.found()
    assert (found.state, found.started_at, found.fed_at) == (AnnouncementState.SENDING, NOW, NOW)
    await stage.change(fed_at=None, planned_to=0)
    await stage.another_process().work(NOW)
    assert len(await stage.rows()) == AT_ONCE + 1


async def test_nothing_before_its_hour(stage: Stage) -> None:
    """And nothing of a draft."""
    await stage.set_up(a_person(), send_at=NOW + SECOND)
    await stage.tick.work(NOW)
    assert await stage.rows() == []
    await stage.change(state=AnnouncementState.DRAFT)
    await stage.tick.work(NOW + SECOND)
    assert await stage.rows() == []


async def test_to_each_in_their_own_time(stage: Stage) -> None:
    """After the quiet hours; a week later above one's ceiling; who is out of reach is noted."""
    asleep = a_person(quiet_from=9 * 60, quiet_until=11 * 60)
    awake = a_person(**NEVER_QUIET)
    gone = a_person(unreachable_since=NOW)
    none_at_all = a_person(weekly_ceiling=0, **NEVER_QUIET)
    await stage.set_up(asleep, awake, gone, none_at_all)
    await stage.tick.work(NOW)
    rows = await stage.rows()
    assert [(row.chat_id, row.not_before) for row in rows] == [
        (asleep.telegram_id, NOW + timedelta(hours=1)),
        (awake.telegram_id, NOW),
    ]
    assert (await stage.found()).skipped == [gone.id]


async def test_above_ones_ceiling_it_comes_later(stage: Stage) -> None:
    """But what is about an event one has joined is not counted against it."""
    ona = a_person(weekly_ceiling=1, **NEVER_QUIET)
    await stage.set_up(ona)
    await stage.tick.work(NOW)
    await stage.outbox.send()
    event = an_event()

    async def work(session: AsyncSession) -> None:
        await kept(session, event)
        await kept(
            session,
            Registration(
                event_id=event.id, person_id=ona.id, state=State.CONFIRMED, ticket=1,
                joined_at=NOW, changed_at=NOW,
            ),
        )  # fmt: skip
        plain = {"author_id": ona.id, "state": AnnouncementState.SCHEDULED, "text": "Dar"}
        own = Segment((Block(Kind.REGISTERED, str(event.id)),)).as_json()
        for segment in ({}, own):
            await kept(session, Announcement(created_at=NOW, send_at=NOW, segment=segment, **plain))

    await stage.do(work)

    async def compose(recipe: Recipe, _now: datetime) -> Composed:
        return Composed("sendMessage", {"text": recipe.key})

    watch = a_watch(stage.database)
    await announcing(watch, compose).work(NOW)
    again = [(await stage.rows(f"announcement:{number}"))[0].not_before for number in (2, 3)]
    assert again == [NOW + timedelta(days=7), NOW]


async def test_the_progress_changes_with_the_numbers(stage: Stage) -> None:
    """Not oftener than every three seconds, and not at all while nothing happens; in the end it is
    the report, once.
    """
    await stage.set_up(*(a_person(**NEVER_QUIET) for _ in range(3)))
    await stage.tick.work(NOW)
    first, *edits = await stage.rows(None)
    assert (first.method, first.key) == ("sendMessage", "announcement:1:progress")
    assert len(edits) == 1
    await stage.tick.work(NOW + 5 * SECOND)
    assert await stage.edits() == 1
    await stage.outbox.settle((await stage.outbox.claim(chats=2)).rows, Outcome(Fate.SENT))
    await stage.tick.work(NOW + 10 * SECOND)
    assert await stage.edits() == 2
    await stage.outbox.send(Outcome(Fate.UNREACHABLE, "Forbidden: blocked"))
    await stage.outbox.send(Outcome(Fate.UNREACHABLE, "Forbidden: blocked"))
    await stage.tick.work(NOW + 12 * SECOND)
    assert (await stage.found()).finished_at is None
    await stage.tick.work(NOW + 13 * SECOND)
    found = await stage.found()
    assert (found.state, found.finished_at) == (AnnouncementState.DONE, NOW + 13 * SECOND)
    told = await stage.rows(None)
    assert [row.recipe_kind for row in told[-2:]] == [
        "announcement_progress_again", "announcement_unreached",
    ]  # fmt: skip
    assert told[-2].edits == "announcement:1:progress"
    await stage.another_process().work(NOW + 60 * SECOND)
    assert len(await stage.rows(None)) == len(told)


async def test_what_is_paused_is_not_over(stage: Stage) -> None:
    """What is stopped is, once nothing of it is on its way."""
    await stage.set_up(a_person(**NEVER_QUIET))
    await stage.tick.work(NOW)
    await stage.do(lambda session: hold(session, "announcement:1"))
    await stage.change(state=AnnouncementState.PAUSED)
    await stage.tick.work(NOW + 10 * SECOND)
    assert (await stage.found()).finished_at is None
    await stage.do(lambda session: cancel_batch(session, "announcement:1"))
    await stage.change(state=AnnouncementState.STOPPED)
    await stage.tick.work(NOW + 20 * SECOND)
    found = await stage.found()
    assert (found.state, found.finished_at) == (AnnouncementState.STOPPED, NOW + 20 * SECOND)


async def test_a_pause_while_it_is_fed(stage: Stage) -> None:
    """Nobody more is put into the outbox until it is resumed."""
    await stage.set_up(a_person())
    await stage.tick.work(NOW)
    await stage.change(state=AnnouncementState.PAUSED, fed_at=None)
    later = a_person()
    await stage.do(lambda session: kept(session, later))
    await stage.tick.work(NOW)
    assert len(await stage.rows()) == 1
    await stage.change(state=AnnouncementState.SENDING)
    await stage.tick.work(NOW)
    assert len(await stage.rows()) == 2


async def test_a_correction_reaches_everyone(stage: Stage) -> None:
    """Who has it, and who is getting it this moment, sees it changed, once; the others get it as
    it is now. The picture is not sent again.
    """
    await stage.set_up(*(a_person(**NEVER_QUIET) for _ in range(3)), photo="f1")
    await stage.tick.work(NOW)
    progress, sent, on_the_wire = (await stage.outbox.claim(chats=3)).rows
    await stage.outbox.settle([progress, sent], Outcome(Fate.SENT, message_id=1))
    await stage.change(text="Kitaip", edition=1)
    await stage.tick.work(NOW)
    await stage.change(corrected=0)  # as after a crash before the last step was kept
    await stage.tick.work(NOW)
    assert (await stage.found()).corrected == 1
    edits = await stage.rows("announcement:1:1")
    aims = [row.key for row in await stage.rows() if row.state is not SendState.WAITING]
    assert [(row.method, row.edits, row.key) for row in edits] == [
        ("editMessageCaption", key, f"{key}:1") for key in aims
    ]
    assert {sent.id, on_the_wire.id} == {row.id for row in await stage.rows() if row.key in aims}

    async def bodies(session: AsyncSession) -> list[dict[str, Any]]:
        ids = [(await stage.rows())[0].body_id, edits[0].body_id]
        return [(await session.get_one(OutgoingBody, number)).payload for number in ids]

    assert await stage.database.read(bodies) == [
        {"photo": "f1", "caption": "Kitaip"}, {"caption": "Kitaip"},
    ]  # fmt: skip


async def test_a_forgotten_author_is_told_nothing(stage: Stage) -> None:
    """What they began goes out all the same."""
    await stage.set_up(a_person(**NEVER_QUIET))

    async def work(session: AsyncSession) -> None:
        author = await session.get_one(Person, stage.author.id)
        author.telegram_id, author.forgotten_at = None, NOW

    await stage.do(work)
    await stage.tick.work(NOW)
    assert await stage.rows(None) == []
    await stage.outbox.send()
    await stage.tick.work(NOW + 10 * SECOND)
    assert (await stage.found()).state is AnnouncementState.DONE
    sent = await stage.database.read(lambda session: counts(session, "announcement:1"))
    assert sent == {SendState.SENT: 1}
