from datetime import datetime, timedelta
from typing import Any

import pytest

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations import offers, rules
from catalogue.registrations.queue import move_up
from catalogue.registrations.tables import NoticeKind, Registration
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
from tests.factories import NOW
from tests.handlers.words.made_up import event as made_up_event

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("ahead", "window"),
    [
        (7 * DAY, 12 * HOUR),
        (48 * HOUR, 12 * HOUR),
        (24 * HOUR, 6 * HOUR),
        (13 * HOUR, 3 * HOUR + 15 * MINUTE),
        (HOUR, 30 * MINUTE),
        (20 * MINUTE, 20 * MINUTE),
    ],
)
def test_answer_by(ahead: timedelta, window: timedelta) -> None:
    """12 hours, shorter as the event nears, half an hour at least, never after the start."""
    event = made_up_event(starts=NOW + ahead)
    assert offers.answer_by(event, NOW) == NOW + window


async def offered(session: Any, **facts: Any) -> tuple[Event, list[Registration]]:
    """The first of two who wait has been offered the only seat."""
    event, people = await queued(session, [X, W, W], **facts)
    await move_up(session, event=event, now=NOW)
    own = [
        await rules.registration_of(session, event_id=event.id, person_id=one.id) for one in people
    ]
    return event, [one for one in own if one]


ANSWERS: list[tuple[str, bool, timedelta, dict[str, Any], bool, list[Any]]] = [
    ("taken", True, HOUR, {}, True, [X, C, W]),
    ("taken, to be approved", True, HOUR, {"needs_approval": True}, True, [X, P, W]),
    ("let go", False, HOUR, {}, True, [X, X, F]),
    ("too late", True, 12 * HOUR, {}, False, [X, X, F]),
    ("let go too late", False, 12 * HOUR, {}, False, [X, X, F]),
]


@pytest.mark.parametrize("row", ANSWERS, ids=[row[0] for row in ANSWERS])
async def test_answer(database: Database, row: tuple[Any, ...]) -> None:
    """In time it is theirs, or goes on in the same moment; too late it has gone on already."""
    _, accept, after, facts, is_answered, states = row

    async def work(session: Any) -> tuple[bool, list[Any]]:
        event, (_, own, _) = await offered(session, **facts)
        await offers.settle(session, event=event, delivered={own.id: NOW}, now=NOW)
        person = await session.get_one(Person, own.person_id)
        answered = await offers.answer(
            session, event_id=event.id, person=person, ticket=2, accept=accept, now=NOW + after
        )
        return answered is not None, await states_of(session, event)

    assert await database.write(work) == (is_answered, states)


async def test_an_offer_may_be_taken_before_the_clock_knows_of_its_delivery(
    database: Database,
) -> None:
    """Who presses at once has read it."""

    async def work(session: Any) -> list[Any]:
        event, (_, own, _) = await offered(session)
        person = await session.get_one(Person, own.person_id)
        await offers.answer(
            session, event_id=event.id, person=person, ticket=2, accept=True, now=NOW
        )
        return await states_of(session, event)

    assert await database.write(work) == [X, C, W]


SETTLED: list[tuple[str, dict[str, Any], timedelta, bool, list[Any], list[Any]]] = [
    ("not delivered yet", {}, HOUR, False, [X, F, W], []),
    ("delivered, and time left", {"delivered": NOW}, HOUR, False, [X, F, W], []),
    ("no answer", {"delivered": NOW}, 12 * HOUR, False, [X, X, F], [NoticeKind.OFFER_OVER]),
    ("does not get through", {"failed": True}, HOUR, False, [X, X, F], [NoticeKind.OFFER_OVER]),
    ("cannot be reached", {"failed": True}, HOUR, True, [X, W, F], []),
    ("silent and out of reach", {"delivered": NOW}, 12 * HOUR, True, [X, W, F], []),
    ("dropped on the way", {"dropped": True}, HOUR, False, [X, F, W], []),
    ("cut-off before delivery", {}, 61 * HOUR, False, [X, W, W], []),
    ("answered for after the cut-off", {"delivered": NOW + 59 * HOUR}, 61 * HOUR, False,
     [X, F, W], []),
    ("the start ends it", {"delivered": NOW + 71 * HOUR + 50 * MINUTE}, 72 * HOUR, False,
     [X, X, W], [NoticeKind.OFFER_OVER]),
]  # fmt: skip


@pytest.mark.parametrize("row", SETTLED, ids=[row[0] for row in SETTLED])
async def test_settle(database: Database, row: tuple[Any, ...]) -> None:
    """The time runs from the delivery. Who was asked and kept silent is out and hears it; whose
    fault it was not waits on with the same ticket.
    """
    _, fate, after, blocked, states, said = row

    async def work(session: Any) -> tuple[list[Any], list[Any]]:
        event, (_, own, _) = await offered(session)
        if blocked:
            person = await session.get_one(Person, own.person_id)
            person.unreachable_since = NOW
            await session.flush()
        before = len(await noted(session))
        delivered: dict[int, datetime] = {}
        if "delivered" in fate:
            delivered[own.id] = fate["delivered"]
        await offers.settle(
            session,
            event=event,
            delivered=delivered,
            failed=[own.id] if "failed" in fate else [],
            dropped=[own.id] if "dropped" in fate else [],
            now=NOW + after,
        )
        new = (await noted(session))[before:]
        return await states_of(session, event), [kind for ticket, kind in new if ticket == 2]

    found, kinds = await database.write(work)
    assert found == states
    assert [kind for kind in kinds if kind is NoticeKind.OFFER_OVER] == said


async def test_who_asks_for_it_takes_a_free_seat_at_once(database: Database) -> None:
    """From then on without a question; the wish can be taken back, and one who is in has none."""

    async def work(session: Any) -> list[Any]:
        event, people = await queued(session, [C, W, W])

        async def ask(number: int, *, wanted: bool) -> bool:
            await offers.take_at_once(
                session, event_id=event.id, person=people[number], wanted=wanted, now=NOW
            )
            own = await rules.registration_of(
                session, event_id=event.id, person_id=people[number].id
            )
            return own is not None and own.at_once

        seen: list[Any] = [await ask(0, wanted=True), await ask(1, wanted=True)]
        seen += [await ask(1, wanted=False), await ask(1, wanted=True)]
        await rules.leave(session, event_id=event.id, person=people[0], now=NOW)
        seen.append(await states_of(session, event))
        event.seats = 2
        await move_up(session, event=event, now=NOW)
        return [*seen, await states_of(session, event)]

    assert await database.write(work) == [False, True, False, True, [X, C, W], [X, C, F]]


async def test_open_offers_in_order(database: Database) -> None:
    """With the people they were made to."""

    async def work(session: Any) -> list[tuple[int, bool]]:
        event, people = await queued(session, [F, W, F], seats=2, starts=SOON)
        found = await offers.open_offers(session, event)
        return [(one.ticket, one.person is people[one.ticket - 1]) for one in found]

    assert await database.write(work) == [(1, True), (3, True)]
