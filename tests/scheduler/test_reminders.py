from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Mode, Status
from catalogue.registrations.reminders import look_again
from catalogue.registrations.tables import Registration, State
from scheduler.outbox import Outgoing, Priority
from scheduler.reminders import BATCH, reminders
from tests.factories import NOW, VILNIUS, a_person, an_event, kept
from tests.scheduler.watching import a_watch

LEADS = (timedelta(days=7), timedelta(days=1), timedelta(hours=2))
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NEVER_QUIET: dict[str, Any] = {"quiet_from": 0, "quiet_until": 0}


class Plan:
    """The tick on a database, and what it has put into the outbox."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.woken = 0

    async def tick(self, now: datetime, *, leads: tuple[timedelta, ...] = LEADS) -> None:
        watch = a_watch(self.database, reminders=leads, said=self._said)
        await reminders(watch).work(now)

    def _said(self) -> None:
        self.woken += 1

    async def joined(
        self, event: Event, *people: Person, when: datetime = NOW - 30 * DAY, **facts: Any
    ) -> None:
        """Confirmed at that moment, and not looked at yet."""

        async def work(session: AsyncSession) -> None:
            await kept(session, event, *people)
            plain = {
                "event_id": event.id, "state": State.CONFIRMED, "ticket": 1,
                "joined_at": when, "changed_at": when, "remind_at": when,
            }  # fmt: skip
            await kept(session, *(Registration(person_id=p.id, **plain | facts) for p in people))

        await self.database.write(work)

    async def do(self, work: Callable[[AsyncSession], Awaitable[Any]]) -> Any:
        return await self.database.write(work)

    async def put(self) -> list[Outgoing]:
        async def work(session: AsyncSession) -> list[Outgoing]:
            return list(await session.scalars(select(Outgoing).order_by(Outgoing.id)))

        return await self.database.read(work)

    async def leads(self) -> list[tuple[int | None, int]]:
        """Whom each goes to, and how many minutes before the start."""
        return [(row.chat_id, int((row.key or "").split(":")[3])) for row in await self.put()]

    async def look_at(self) -> list[datetime | None]:
        async def work(session: AsyncSession) -> list[datetime | None]:
            rows = await session.execute(select(Registration.remind_at).order_by(Registration.id))
            return [row.remind_at for row in rows]

        return await self.database.read(work)


@pytest.fixture
def plan(database: Database) -> Plan:
    return Plan(database)


async def test_a_reminder_is_put_when_it_is_due(plan: Plan) -> None:
    """In the person's language, before announcements, not after the start; and only once."""
    event, james = an_event(starts=NOW + DAY), a_person(telegram_id=7, client_language="en")
    await plan.joined(event, james, when=NOW - DAY)
    await plan.tick(NOW - timedelta(seconds=1))
    assert (await plan.put(), await plan.look_at(), plan.woken) == ([], [NOW], 0)
    await plan.tick(NOW)
    await plan.tick(NOW + timedelta(seconds=1))
    (row,) = await plan.put()
    start = int(event.starts_at.timestamp())
    key = f"1:{event.sessions[0].id}:1440:{start}"
    assert (row.key, row.recipe_kind, row.recipe_key) == (f"reminder:{key}", "reminder", key)
    assert (row.chat_id, row.recipe_language, row.priority) == (7, "en", Priority.REMINDER)
    assert (row.expires_at, row.not_before) == (event.starts_at, None)
    assert await plan.look_at() == [NOW + DAY - 2 * HOUR]
    assert plan.woken == 1


async def test_looking_again_tells_nothing_twice(plan: Plan) -> None:
    """Neither at once what was due before, nor, of one moment, a second time."""
    await plan.joined(an_event(starts=NOW + DAY), a_person(telegram_id=7))
    await plan.tick(NOW)
    for later in (NOW, NOW + 3 * HOUR):
        await plan.do(partial(look_again, now=later))
        await plan.tick(later)
    assert await plan.leads() == [(7, 1440)]


async def test_the_clocks_change(plan: Plan) -> None:
    """Through both nights, a look every few minutes: nothing twice, nothing missing, each at its
    hour on the wall, at 3:30 too, which comes twice in one night and never in the other.
    """
    nights = {"2026-10-25": "2026-10-24", "2027-03-28": "2027-03-27"}
    owl, ona = a_person(telegram_id=1, **NEVER_QUIET), a_person(telegram_id=2)
    for night in nights:
        for hour in ("03:30", "10:00"):
            start = datetime.fromisoformat(f"{night}T{hour}").replace(tzinfo=VILNIUS)
            for moment in {start.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}:
                if night == "2026-10-25" or moment.astimezone(VILNIUS).hour != 2:
                    await plan.joined(an_event(starts=moment), owl, ona, when=NOW - 100 * DAY)
    seen: list[tuple[int | None, int, str]] = []
    for night, before in nights.items():
        now = datetime.fromisoformat(f"{before}T00:00").replace(tzinfo=VILNIUS).astimezone(UTC)
        end = datetime.fromisoformat(f"{night}T09:00").replace(tzinfo=VILNIUS).astimezone(UTC)
        await plan.do(partial(all_looked_at, when=now))
        while now <= end:
            await plan.tick(now)
            told = await plan.leads() if plan.woken else []
            plan.woken = 0
            wall = f"{now.astimezone(VILNIUS):%m-%d %H:%M}"
            seen += [(chat, lead, wall) for chat, lead in told[len(seen) :]]
            is_night = now.astimezone(VILNIUS).hour < 5
            now += timedelta(minutes=5 if is_night else 30)
    assert sorted(seen) == sorted(
        [
            # twice 3:30: the first and the second are two events of one hour on the wall
            (1, 1440, "10-24 03:30"), (1, 1440, "10-24 03:30"),
            (1, 120, "10-25 01:30"), (1, 120, "10-25 02:30"),
            (1, 1440, "10-24 10:00"), (1, 120, "10-25 08:00"),
            (2, 1440, "10-24 07:30"), (2, 1440, "10-24 07:30"),
            (2, 120, "10-24 20:30"), (2, 120, "10-24 20:30"),
            (2, 1440, "10-24 10:00"), (2, 120, "10-25 08:00"),
            # 3:30 is 4:30 in the night that has no such hour
            (1, 1440, "03-27 04:30"), (1, 120, "03-28 01:30"),
            (1, 1440, "03-27 10:00"), (1, 120, "03-28 08:00"),
            (2, 1440, "03-27 07:30"), (2, 120, "03-27 20:30"),
            (2, 1440, "03-27 10:00"), (2, 120, "03-28 08:00"),
        ]
    )  # fmt: skip


async def all_looked_at(session: AsyncSession, *, when: datetime) -> None:
    await session.execute(update(Registration).values(remind_at=when))


async def test_asleep_for_a_day(plan: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    """What still makes sense goes out once; what no longer does is dropped and counted."""
    leads = (*LEADS, timedelta(hours=20))
    week, day, over = a_person(telegram_id=7), a_person(telegram_id=1), a_person(telegram_id=2)
    asleep = NOW - DAY
    await plan.joined(an_event(starts=NOW + 7 * DAY - HOUR), week, when=asleep)
    await plan.joined(an_event(starts=NOW + 10 * HOUR), day, when=asleep)
    await plan.joined(an_event(starts=NOW - HOUR), over, when=asleep - DAY)
    await plan.tick(NOW, leads=leads)
    await plan.tick(NOW + HOUR, leads=leads)
    assert sorted(await plan.leads()) == [(1, 1200), (7, 7 * 1440)]
    out = capsys.readouterr().out
    assert "put=2" in out
    assert "dropped=4" in out
    assert "Ona" not in out


async def test_put_off_for_quiet_hours(plan: Plan) -> None:
    """The process wakes in the night: what it missed waits for the morning."""
    event = an_event(starts=NOW + DAY)
    await plan.joined(event, a_person(telegram_id=7), when=NOW - DAY)
    await plan.tick(NOW + 12 * HOUR)
    (row,) = await plan.put()
    assert row.not_before is not None
    assert f"{row.not_before.astimezone(VILNIUS):%d %H:%M}" == "23 07:30"


async def test_moved_meetings_are_reminded_of_anew(plan: Plan) -> None:
    """The day before the old start and the day before the new one."""
    event = an_event(starts=NOW + DAY)
    await plan.joined(event, a_person(telegram_id=7), when=NOW - DAY)
    await plan.tick(NOW)

    async def move(session: AsyncSession) -> None:
        moved = await session.get_one(Event, event.id)
        moved.starts_at += 7 * DAY
        moved.sessions[0].starts_at += 7 * DAY
        await look_again(session, now=NOW + HOUR, event_id=event.id)

    await plan.do(move)
    await plan.tick(NOW + HOUR)
    assert len(await plan.put()) == 1
    await plan.tick(NOW + 7 * DAY)
    first, second = await plan.put()
    assert (first.key or "").split(":")[:4] == (second.key or "").split(":")[:4]
    assert first.expires_at != second.expires_at


async def test_who_is_not_told(plan: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    """Not the unreachable, not the forgotten, not of a cancelled event, not without a seat."""
    event, off = an_event(starts=NOW + DAY), an_event(starts=NOW + DAY, status=Status.CANCELLED)
    away = a_person(unreachable_since=NOW - HOUR)
    gone = a_person(telegram_id=None, forgotten_at=NOW - HOUR)
    await plan.joined(event, away, gone)
    await plan.joined(event, a_person(), state=State.PENDING)
    await plan.joined(off, a_person())
    await plan.tick(NOW)
    assert await plan.put() == []
    assert await plan.look_at() == [NOW + DAY - 2 * HOUR, None, None, None]
    assert "unreachable=1" in capsys.readouterr().out


async def test_a_new_setting(plan: Plan) -> None:
    """Whoever is registered already is reminded as REMINDERS says now, from now on; a reminder
    that the new setting would have sent earlier is not made up for.
    """
    await plan.joined(
        an_event(starts=NOW + DAY, mode=Mode.ONLINE), a_person(telegram_id=7), when=NOW - DAY
    )
    await plan.tick(NOW - HOUR)
    await plan.tick(NOW, leads=(3 * DAY, 6 * HOUR))
    assert await plan.look_at() == [NOW + 18 * HOUR + timedelta(hours=3, minutes=30)]
    assert await plan.leads() == []


async def test_registered_before_there_were_reminders(plan: Plan) -> None:
    """After an update of the bot everybody who comes to something is looked at; the past is not."""
    await plan.joined(an_event(starts=NOW + 2 * DAY), a_person(telegram_id=7), remind_at=None)
    await plan.joined(an_event(starts=NOW - 2 * DAY), a_person(telegram_id=8), remind_at=None)
    await plan.tick(NOW)
    assert await plan.look_at() == [NOW + DAY, None]


async def test_more_than_a_batch(plan: Plan) -> None:
    """All that is due goes out in one tick, with the sender woken after each batch."""
    event, count = an_event(starts=NOW + DAY), BATCH + 5

    async def fill(session: AsyncSession) -> None:
        await kept(session, event)
        numbers = range(1, count + 1)
        await session.execute(
            insert(Person), [{"id": n, "telegram_id": n, "met_at": NOW} for n in numbers]
        )
        plain = {
            "event_id": event.id, "state": State.CONFIRMED, "ticket": 1, "access_need": "",
            "joined_at": NOW - DAY, "changed_at": NOW - DAY, "remind_at": NOW, "at_once": False,
        }  # fmt: skip
        await session.execute(insert(Registration), [{"person_id": n, **plain} for n in numbers])

    await plan.do(fill)
    await plan.tick(NOW)
    assert (len(await plan.put()), plan.woken) == (count, 2)


async def test_one_in_a_turns_hands_waits(postgres_database: Database) -> None:
    """A registration that is being changed holds nobody up and has its turn at the next look."""
    plan = Plan(postgres_database)
    event = an_event(starts=NOW + DAY)
    await plan.joined(event, a_person(telegram_id=1), a_person(telegram_id=2))

    async def change(session: AsyncSession) -> None:
        await session.execute(select(Registration).where(Registration.id == 1).with_for_update())
        await plan.tick(NOW)

    await plan.do(change)
    assert await plan.leads() == [(2, 1440)]
    await plan.tick(NOW)
    assert await plan.leads() == [(2, 1440), (1, 1440)]
