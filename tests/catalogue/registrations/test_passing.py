"""A seat changes hands: nobody is passed, nothing is lost, and every "no" is plain."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.refusals import Refusal
from catalogue.registrations import passing, payments, rules
from catalogue.registrations.refusals import (
    AlreadyRegistered,
    Clash,
    EventCancelled,
    EventGone,
    EventStarted,
    Hindrance,
    IntroductionNeeded,
    OwnPass,
    PassGone,
    QueueFirst,
    RegistrationClosed,
    SeatNotPassed,
)
from catalogue.registrations.tables import Ending, NoticeKind, Payer, Registration, SeatPass, State
from tests.catalogue.registrations.test_queue import (
    DAY,
    HOUR,
    SOON,
    C,
    F,
    P,
    W,
    X,
    noted,
    queued,
    states_of,
)
from tests.factories import NOW, a_person, an_event, kept


class Scene:
    """Ona with a seat, at an event with as many seats as she needs, and Rita who may get it."""

    def __init__(self, session: Any) -> None:
        self.session = session

    async def set_up(self, *others: State, **facts: Any) -> "Scene":
        self.event, people = await queued(self.session, [C, *others], **facts)
        self.ona, self.rita = people[0], a_person(name="Rita Ritaitė")
        await kept(self.session, self.rita)
        return self

    async def made(self, now: datetime = NOW) -> str:
        return (await passing.make(
            self.session, event_id=self.event.id, person=self.ona, now=now
        )).secret  # fmt: skip

    async def taken(self, secret: str, *, now: datetime = NOW, **facts: Any) -> rules.Joined:
        plain: dict[str, Any] = {"secret": secret, "person": self.rita, "now": now}
        return await passing.take(self.session, **plain | facts)


async def test_the_seat_changes_hands(database: Database) -> None:
    """The giver is out, the colleague is in on a ticket of their own, and one message goes out."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(C, seats=2)
        await payments.say(
            session, await session.get_one(Registration, 1), payer=Payer.SCHOOL, now=NOW
        )
        joined = await scene.taken(await scene.made(), now=NOW + HOUR)
        assert await states_of(session, scene.event) == [X, C, C]
        own = joined.registration
        assert (own.person_id, own.ticket, own.remind_at) == (scene.rita.id, 3, NOW + HOUR)
        assert (await session.get_one(Registration, 1)).remind_at is None
        assert await payments.payment_of(session, own) is None
        assert await noted(session) == [(1, NoticeKind.PASSED_ON)]

    await database.write(work)


async def test_only_the_hash_of_the_secret_is_kept(database: Database) -> None:
    """Whoever reads the database can take nobody's seat."""

    async def work(session: Any) -> None:
        secret = await (await Scene(session).set_up()).made()
        row = (await session.scalars(select(SeatPass))).one()
        assert secret not in str(vars(row))

    await database.write(work)


@pytest.mark.parametrize(
    ("facts", "lives"),
    [
        ({}, timedelta(hours=48)),
        ({"starts": NOW + DAY}, DAY),
        ({"registration_closes": NOW + 3 * HOUR}, 3 * HOUR),
    ],
)
async def test_a_link_lives_two_days_at_most(
    database: Database, facts: dict[str, Any], lives: timedelta
) -> None:
    """Shorter where the event starts sooner, or registration ends."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(**facts)
        made = await passing.make(session, event_id=scene.event.id, person=scene.ona, now=NOW)
        assert made.expires_at == NOW + lives

    await database.write(work)


Change = Callable[[Scene], Awaitable[Any]]


def changed(**facts: Any) -> Change:
    """Facts of the event."""

    async def change(scene: Scene) -> None:
        for name, value in facts.items():
            setattr(scene.event, name, value)

    return change


async def nothing(_scene: Scene) -> None:
    """As it was."""


async def leaves_and_comes_back(scene: Scene) -> None:
    await rules.leave(scene.session, event_id=scene.event.id, person=scene.ona, now=NOW)
    await rules.join(scene.session, event_id=scene.event.id, person=scene.ona, now=NOW)


async def leaves(scene: Scene) -> None:
    await rules.leave(scene.session, event_id=scene.event.id, person=scene.ona, now=NOW)


async def another_waits(scene: Scene) -> None:
    jonas = a_person()
    await kept(scene.session, jonas)
    await rules.join(scene.session, event_id=scene.event.id, person=jonas, now=NOW)


async def rita_waits(scene: Scene) -> None:
    await rules.join(scene.session, event_id=scene.event.id, person=scene.rita, now=NOW)


async def another_takes_it(scene: Scene) -> None:
    link = (await scene.session.scalars(select(SeatPass))).one()
    link.ending, link.ended_at = Ending.TAKEN, NOW


async def withdraws(scene: Scene) -> None:
    await passing.withdraw(scene.session, event_id=scene.event.id, person=scene.ona, now=NOW)


async def makes_another(scene: Scene) -> None:
    await scene.made()


async def has_no_name(scene: Scene) -> None:
    scene.rita.name = ""


async def is_elsewhere(scene: Scene) -> None:
    other = an_event(starts=SOON, code="V-2")
    await kept(scene.session, other)
    await rules.join(scene.session, event_id=other.id, person=scene.rita, now=NOW)


NOT_TAKEN: list[tuple[Change, timedelta, type[Refusal], Hindrance | None]] = [
    (withdraws, HOUR, SeatNotPassed, Hindrance.WITHDRAWN),
    (makes_another, HOUR, SeatNotPassed, Hindrance.WITHDRAWN),
    (another_takes_it, HOUR, SeatNotPassed, Hindrance.USED),
    (another_waits, HOUR, SeatNotPassed, Hindrance.QUEUE),
    (leaves, HOUR, SeatNotPassed, Hindrance.LEFT),
    (leaves_and_comes_back, HOUR, SeatNotPassed, Hindrance.LEFT),
    (nothing, 2 * DAY, SeatNotPassed, Hindrance.EXPIRED),
    (changed(needs_approval=True), HOUR, SeatNotPassed, Hindrance.APPROVAL),
    (changed(status=Status.CANCELLED), HOUR, EventCancelled, None),
    (changed(status=Status.DRAFT), HOUR, EventGone, None),
    (changed(registration_closes=NOW), HOUR, RegistrationClosed, None),
    (nothing, 3 * DAY, EventStarted, None),
    (rita_waits, HOUR, AlreadyRegistered, None),
    (has_no_name, HOUR, IntroductionNeeded, None),
    (is_elsewhere, HOUR, Clash, None),
]


@pytest.mark.parametrize(("change", "later", "refusal", "why"), NOT_TAKEN)
async def test_each_no_leaves_everything_as_it_was(
    database: Database,
    change: Change,
    later: timedelta,
    refusal: type[Refusal],
    why: Hindrance | None,
) -> None:
    """The giver keeps what they have, and the colleague is told why."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up()
        secret = await scene.made()
        await change(scene)
        await session.flush()
        before = await states_of(session, scene.event)
        with pytest.raises(refusal) as refused:
            await scene.taken(secret, now=NOW + later)
        assert getattr(refused.value, "why", None) is why
        assert await states_of(session, scene.event) == before

    await database.write(work)


async def test_neither_oneself_nor_a_guess_takes_it(database: Database) -> None:
    """Nor one who has a seat there already; and a clash can be meant."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(C, seats=2)
        secret = await scene.made()
        with pytest.raises(OwnPass):
            await scene.taken(secret, person=scene.ona)
        with pytest.raises(PassGone):
            await scene.taken(secret[:-1])
        jonas = await session.get_one(Person, (await session.get_one(Registration, 2)).person_id)
        with pytest.raises(AlreadyRegistered):
            await scene.taken(secret, person=jonas)
        await is_elsewhere(scene)
        assert (await scene.taken(secret, despite_clash=True)).registration.state is C

    await database.write(work)


async def test_a_second_press_says_that_one_is_in(database: Database) -> None:
    """The colleague has pressed twice, or opened the link once more."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up()
        secret = await scene.made()
        await scene.taken(secret)
        with pytest.raises(AlreadyRegistered):
            await scene.taken(secret)

    await database.write(work)


@pytest.mark.parametrize(
    ("state", "others", "facts", "refusal"),
    [
        (C, [W], {}, QueueFirst),
        (C, [F], {"seats": 2}, QueueFirst),
        (P, [], {}, SeatNotPassed),
        (W, [], {}, SeatNotPassed),
        (X, [], {}, SeatNotPassed),
        (C, [], {"needs_approval": True}, SeatNotPassed),
        (C, [], {"registration_closes": NOW}, RegistrationClosed),
        (C, [], {"starts": NOW}, EventStarted),
        (C, [], {"status": Status.CANCELLED}, EventCancelled),
    ],
)
async def test_no_link_is_made(
    database: Database,
    state: State,
    others: list[State],
    facts: dict[str, Any],
    refusal: type[Refusal],
) -> None:
    """The queue goes first; and what is not one's own cannot be passed on. Where the queue is not
    the reason, the door is not shown either.
    """

    async def work(session: Any) -> None:
        event, people = await queued(session, [state, *others], **facts)
        own = await session.get_one(Registration, 1)
        with pytest.raises(refusal):
            await passing.make(session, event_id=event.id, person=people[0], now=NOW)
        assert passing.may_pass(own, event, now=NOW) is (refusal is QueueFirst)

    await database.write(work)


async def test_of_many_who_press_at_once_one_gets_it(database: Database) -> None:
    """However many the link was forwarded to; never more in than there are seats."""

    async def work(session: Any) -> tuple[int, str, list[int]]:
        scene = await Scene(session).set_up()
        people = [a_person() for _ in range(8)]
        await kept(session, *people)
        return scene.event.id, await scene.made(), [person.id for person in people]

    event_id, secret, numbers = await database.write(work)

    async def press(number: int) -> str:
        async def take(session: Any) -> str:
            person = await session.get_one(Person, number)
            await passing.take(session, secret=secret, person=person, now=NOW)
            return "in"

        try:
            return await database.write(take)
        except SeatNotPassed as refusal:
            return refusal.why

    said = await asyncio.gather(*map(press, numbers))
    assert sorted(said) == ["in", *[Hindrance.USED] * 7]

    async def read(session: Any) -> list[State]:
        return await states_of(session, await session.get_one(Event, event_id))

    assert await database.read(read) == [X, C]
