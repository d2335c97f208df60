"""What staff decide: the state, the word to the person, the queue and the journal."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.programme.tables import Status
from catalogue.registrations import decisions
from catalogue.registrations.decisions import Case, case_of
from catalogue.registrations.refusals import RegistrationGone
from catalogue.registrations.tables import NoticeKind, State
from tests.catalogue.registrations.test_queue import C, F, P, W, X, noted, queued, states_of
from tests.factories import NOW, a_person, kept

Decide = Callable[[Any, Case], Awaitable[bool]]
FAR = {"starts": NOW + timedelta(days=20)}

#: Decided about the second of the event's people.
TABLE: list[tuple[str, Decide, dict[str, Any], list[State], list[State], list[NoticeKind]]] = [
    ("approved", decisions.approve, {"seats": 2}, [C, P], [C, C], [NoticeKind.APPROVED]),
    ("approved twice", decisions.approve, {"seats": 2}, [C, C], [C, C], []),
    ("too late", decisions.approve, {"starts": NOW}, [C, P], [C, P], []),
    (
        "rejected, and the queue moves", decisions.reject, {"seats": 2, **FAR}, [C, P, W],
        [C, X, C], [NoticeKind.REJECTED, NoticeKind.MOVED_UP],
    ),
    ("only who waits for it", decisions.reject, {"seats": 2}, [C, C], [C, C], []),
    ("a seat past the queue", decisions.give_seat, {"seats": 2}, [C, W], [C, C],
     [NoticeKind.SEAT_GIVEN]),
    ("beyond the seats", decisions.give_seat, {}, [C, W], [C, C], [NoticeKind.SEAT_GIVEN]),
    ("of an offer", decisions.give_seat, {"seats": 2}, [C, F], [C, C], [NoticeKind.SEAT_GIVEN]),
    ("has one", decisions.give_seat, {"seats": 2}, [C, P], [C, P], []),
    (
        "taken off, and the queue moves", decisions.take_off, {"seats": 2, **FAR}, [C, C, W],
        [C, X, C], [NoticeKind.TAKEN_OFF, NoticeKind.MOVED_UP],
    ),
    ("gone already", decisions.take_off, {}, [C, X], [C, X], []),
    ("the event is off", decisions.take_off, {"status": Status.CANCELLED}, [C, C], [C, C], []),
]  # fmt: skip


@pytest.mark.parametrize("case", TABLE, ids=[one[0] for one in TABLE])
async def test_decisions(database: Database, case: Any) -> None:
    """Told to whom it concerns, noted where there was anything to decide, and never twice."""
    _, decide, facts, before, after, told = case

    async def work(session: Any) -> None:
        event, people = await queued(session, before, **facts)
        rasa = a_person(name="Rasa")
        await kept(session, rasa)
        at_hand = await case_of(session, 2, by=rasa, now=NOW)
        decided = await decide(session, at_hand)
        assert decided is bool(told)
        assert not await decide(session, at_hand)
        assert await states_of(session, event) == after
        assert [kind for _, kind in await noted(session)] == told
        entries = list(await session.scalars(select(JournalEntry)))
        assert [(one.person_id, one.about_id) for one in entries] == (
            [(rasa.id, people[1].id)] if told else []
        )

    await database.write(work)


async def test_the_last_comes_first_on_the_tickets_of_the_others(database: Database) -> None:
    """No number is drawn anew, and one with an offer keeps theirs."""

    async def work(session: Any) -> list[tuple[int, int]]:
        await queued(session, [F, W, W, W])
        rasa = a_person()
        await kept(session, rasa)
        case = await case_of(session, 4, by=rasa, now=NOW)
        assert await decisions.put_first(session, case)
        assert not await decisions.put_first(session, case)
        (entry,) = await session.scalars(select(JournalEntry))
        assert entry.deed is Deed.PUT_FIRST
        rows = [await case_of(session, number, by=rasa, now=NOW) for number in range(1, 5)]
        return [(one.own.id, one.own.ticket) for one in rows]

    assert await database.write(work) == [(1, 1), (2, 3), (3, 4), (4, 2)]


async def test_going_over_is_known_before(database: Database) -> None:
    """Only of one who waits while no seat is free."""

    async def work(session: Any) -> list[bool]:
        await queued(session, [C, W])
        await queued(session, [C, W], seats=2)
        rasa = a_person()
        await kept(session, rasa)
        cases = [await case_of(session, number, by=rasa, now=NOW) for number in (1, 2, 4)]
        return [await decisions.goes_over(session, case) for case in cases]

    assert await database.write(work) == [False, True, False]


async def test_who_is_not_there_is_nobodys_case(database: Database) -> None:
    """Neither a number nobody has, nor one who has been forgotten."""

    async def work(session: Any) -> None:
        _, people = await queued(session, [C])
        people[0].forgotten_at = NOW
        await session.flush()
        for number in (1, 404):
            with pytest.raises(RegistrationGone):
                await case_of(session, number, by=people[0], now=NOW)

    await database.write(work)


async def test_the_switch_is_noted_once(database: Database) -> None:
    """Pressed twice it is as it is."""

    async def work(session: Any) -> list[Any]:
        event, people = await queued(session, [C])
        for _ in range(2):
            decisions.set_approval(session, event=event, wanted=True, by=people[0], now=NOW)
            await session.flush()
        assert event.needs_approval
        return [one.facts for one in await session.scalars(select(JournalEntry))]

    assert await database.write(work) == [{"changed": {"needs_approval": [False, True]}}]
