"""The queue moves in order, on time, and never stalls: what went wrong elsewhere cannot here."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations import offers, rules
from catalogue.registrations.queue import (
    back_in_line,
    free_seats,
    give,
    locked,
    move_up,
    offers_close,
    place_of,
)
from catalogue.registrations.refusals import EventGone
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.words.made_up import event as made_up_event
from tests.handlers.words.made_up import registration

C, P, F, W, X = (
    State.CONFIRMED, State.PENDING, State.OFFERED, State.WAITING, State.CANCELLED,
)  # fmt: skip
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: So near that a seat is offered, and far enough from the cut-off.
SOON = NOW + 3 * DAY


async def queued(session: Any, states: list[State], **facts: Any) -> tuple[Event, list[Person]]:
    """An event three days ahead, and a person in each of these states in order of ticket."""
    plain: dict[str, Any] = {"starts": SOON, "seats": 1, "next_ticket": len(states) + 1}
    event = an_event(**plain | facts)
    people = [a_person() for _ in states]
    await kept(session, event, *people)
    rows = [
        Registration(
            event_id=event.id, person_id=person.id, state=state, ticket=ticket,
            joined_at=NOW - DAY, changed_at=NOW - DAY,
        )
        for ticket, (person, state) in enumerate(zip(people, states, strict=True), start=1)
    ]  # fmt: skip
    await kept(session, *rows)
    return event, people


async def states_of(session: Any, event: Event) -> list[State]:
    rows = await session.scalars(
        select(Registration).where(Registration.event_id == event.id).order_by(Registration.ticket)
    )
    return [row.state for row in rows]


async def noted(session: Any) -> list[tuple[int, NoticeKind]]:
    """Ticket and kind, in the order noted."""
    await session.flush()
    rows = await session.execute(
        select(Registration.ticket, Notice.kind)
        .join(Notice, Notice.registration_id == Registration.id)
        .order_by(Notice.id)
    )
    return [(ticket, kind) for ticket, kind in rows]


MOVES: list[tuple[str, dict[str, Any], list[State], list[State]]] = [
    ("a week ahead it is given", {"starts": NOW + 8 * DAY}, [X, W, W], [X, C, W]),
    ("nearer it is offered", {}, [X, W, W], [X, F, W]),
    ("the organiser approves", {"starts": NOW + 8 * DAY, "needs_approval": True}, [W], [P]),
    ("an offer holds its seat", {}, [F, W], [F, W]),
    ("each free seat to one", {"seats": 3}, [C, W, W, W], [C, F, F, W]),
    ("no limit of seats", {"seats": None}, [W, W], [F, F]),
    ("after the cut-off", {"starts": NOW + 12 * HOUR}, [X, W], [X, W]),
    ("another cut-off", {"starts": NOW + 12 * HOUR, "offers_close": NOW + HOUR}, [W], [F]),
    ("started", {"starts": NOW}, [W, F], [W, F]),
    ("a draft", {"status": Status.DRAFT}, [W, F], [W, W]),
    ("cancelled", {"status": Status.CANCELLED}, [W, F, C], [W, W, C]),
    ("seats were cut", {"seats": 2}, [C, F, F, W], [C, F, W, W]),
    ("cut below who is in", {"seats": 1}, [C, C, F], [C, C, W]),
]


@pytest.mark.parametrize(("case", "facts", "before", "after"), MOVES, ids=[m[0] for m in MOVES])
async def test_move_up(
    database: Database,
    case: str,
    facts: dict[str, Any],
    before: list[State],
    after: list[State],
) -> None:
    """Who gets a free seat, who the offer of one, and who must let an offer go again."""

    async def work(session: Any) -> tuple[list[State], list[State]]:
        event, _ = await queued(session, before, **facts)
        await move_up(session, event=event, now=NOW)
        once = await states_of(session, event)
        await move_up(session, event=event, now=NOW)
        return once, await states_of(session, event)

    assert await database.write(work) == (after, after)


async def test_whoever_moves_is_noted_for_the_clock(database: Database) -> None:
    """A given seat, an offered one and one taken back each leave a note; only one's own coming does
    not.
    """

    async def work(session: Any) -> list[tuple[int, NoticeKind]]:
        event, people = await queued(session, [X, W, W], seats=2)
        second = await rules.registration_of(session, event_id=event.id, person_id=people[1].id)
        assert second is not None
        second.at_once = True
        moved = await move_up(session, event=event, now=NOW)
        assert [one.ticket for one in moved] == [2, 3]
        assert (second.state, second.remind_at) == (C, NOW)
        event.seats = 1
        await move_up(session, event=event, now=NOW)
        event.seats = None
        await rules.join(session, event_id=event.id, person=people[0], now=NOW, despite_clash=True)
        return await noted(session)

    assert await database.write(work) == [
        (2, NoticeKind.MOVED_UP),
        (3, NoticeKind.OFFERED),
        (3, NoticeKind.OFFER_OVER),
        (3, NoticeKind.OFFERED),
    ]


@pytest.mark.parametrize(
    ("hours", "before", "state"),
    [
        (72, [C], C),  # a free seat and nobody before
        (5, [C], C),  # the same after the cut-off
        (72, [C, W], C),  # there is a seat for the one who waits, and one more
        (5, [C, W], W),  # nobody passes one who waits, also when nobody moves any more
    ],
)
async def test_a_newcomer_passes_nobody(
    database: Database, hours: int, before: list[State], state: State
) -> None:
    """Who finds a free seat has it at once, with no offer; who finds a queue stands behind it."""

    async def work(session: Any) -> State:
        event, _ = await queued(session, before, seats=3, starts=NOW + hours * HOUR)
        new = a_person()
        await kept(session, new)
        joined = await rules.join(session, event_id=event.id, person=new, now=NOW)
        return joined.registration.state

    assert await database.write(work) is state


async def test_who_cannot_be_reached_is_passed_over_and_keeps_the_ticket(
    database: Database,
) -> None:
    """A seat does not wait for a silent phone; who comes back is at the front again."""

    async def work(session: Any) -> list[list[State]]:
        event, people = await queued(session, [X, W, W, W], seats=1)
        people[1].unreachable_since = NOW
        await session.flush()
        await move_up(session, event=event, now=NOW)
        seen = [await states_of(session, event)]
        people[1].unreachable_since = None
        event.seats = 2
        await move_up(session, event=event, now=NOW)
        return [*seen, await states_of(session, event)]

    assert await database.write(work) == [[X, W, F, W], [X, F, F, W]]


async def test_pretix_1163_a_cancelled_offer_revives_and_blocks_the_seat(
    database: Database,
) -> None:
    """One who lets an offer go is out for good: the next is offered it in the same transaction,
    the old buttons do nothing, and a new coming is at the end of the queue.
    """

    async def work(session: Any) -> list[Any]:
        event, (_, ona, jonas, rasa) = await queued(session, [X, W, W, W])
        await move_up(session, event=event, now=NOW)

        async def answer(person: Person, ticket: int, *, accept: bool) -> bool:
            own = await offers.answer(
                session, event_id=event.id, person=person, ticket=ticket, accept=accept, now=NOW
            )
            return own is not None

        seen: list[Any] = [await answer(ona, 2, accept=False), await states_of(session, event)]
        seen += [await answer(ona, 2, accept=True), await states_of(session, event)]
        again = await rules.join(session, event_id=event.id, person=ona, now=NOW)
        seen += [again.place, await answer(ona, 2, accept=True)]
        await rules.leave(session, event_id=event.id, person=jonas, now=NOW)
        seen += [await answer(jonas, 3, accept=True), await answer(rasa, 4, accept=True)]
        return [*seen, await states_of(session, event)]

    assert await database.write(work) == [
        True, [X, X, F, W],
        False, [X, X, F, W],
        3, False,
        False, True, [X, X, C, W],
    ]  # fmt: skip


async def test_pretix_1031_offers_go_out_when_it_is_too_late(database: Database) -> None:
    """From the cut-off on a freed seat is offered to nobody, nor after the start."""

    async def work(session: Any) -> list[list[State]]:
        seen = []
        event, (ona, *_) = await queued(session, [C, W])
        close = offers_close(event)
        await rules.leave(session, event_id=event.id, person=ona, now=close)
        seen.append(await states_of(session, event))
        for late in (close, SOON, SOON + HOUR):
            await move_up(session, event=event, now=late)
            seen.append(await states_of(session, event))
        await move_up(session, event=event, now=close - timedelta(seconds=1))
        return [*seen, await states_of(session, event)]

    assert await database.write(work) == [[X, W]] * 4 + [[X, F]]


async def test_pretix_2119_the_last_one_gets_the_seat(database: Database) -> None:
    """One queue in order of ticket, however often people come, go and come back."""

    async def work(session: Any) -> list[int]:
        event, people = await queued(session, [C, W, W, W])
        await rules.leave(session, event_id=event.id, person=people[1], now=NOW)
        await rules.join(session, event_id=event.id, person=people[1], now=NOW)
        got = []
        for _ in range(4):
            (holder,) = await session.scalars(
                select(Registration).where(
                    Registration.event_id == event.id, Registration.state.in_([C, F])
                )
            )
            got.append(people.index(await session.get_one(Person, holder.person_id)))
            person = people[got[-1]]
            await rules.leave(session, event_id=event.id, person=person, now=NOW)
        return got

    assert await database.write(work) == [0, 2, 3, 1]


async def test_pretix_3628_nobody_is_offered_a_free_seat_and_nobody_knows_why(
    database: Database,
) -> None:
    """However a seat came free, one more look gives it away: more seats, an offer that ran out,
    an event moved further off, a person who is back.
    """

    async def work(session: Any) -> list[State]:
        seen = []
        for facts, later in (
            ({"seats": 0}, {"seats": 1}),
            ({"starts": NOW + HOUR}, {"starts_at": SOON}),
            ({"status": Status.DRAFT}, {"status": Status.PUBLISHED}),
            ({"starts": NOW + 5 * HOUR}, {"offers_close": NOW + 4 * HOUR}),
        ):
            event, _ = await queued(session, [W], **facts)
            await move_up(session, event=event, now=NOW)
            assert await states_of(session, event) == [W]
            for name, value in later.items():
                setattr(event, name, value)
            await move_up(session, event=event, now=NOW)
            seen += await states_of(session, event)
        return seen

    assert await database.write(work) == [F, F, F, F]


async def test_place_of(database: Database) -> None:
    """Who is offered a seat is at the head; the others count everybody before them."""

    async def work(session: Any) -> list[int | None]:
        event, people = await queued(session, [C, F, W, X, W])
        own = [
            await rules.registration_of(session, event_id=event.id, person_id=one.id)
            for one in people
        ]
        return [await place_of(session, one) for one in own if one]

    assert await database.write(work) == [None, 1, 2, None, 3]


@pytest.mark.parametrize(("seats", "free"), [(None, None), (1, 0), (3, 0), (5, 2)])
async def test_free_seats(database: Database, seats: int | None, free: int | None) -> None:
    """An offered seat is not free; never below 0."""

    async def work(session: Any) -> int | None:
        event, _ = await queued(session, [C, P, F, W, X], seats=seats)
        return await free_seats(session, event)

    assert await database.write(work) == free


async def test_locked_knows_what_is_not_there(database: Database) -> None:
    """An event that is gone is a refusal, not an error."""

    async def work(session: Any) -> None:
        await locked(session, 404)

    with pytest.raises(EventGone):
        await database.write(work)


@pytest.mark.parametrize(
    ("facts", "close"),
    [
        ({}, SOON - 12 * HOUR),
        ({"offers_close": SOON - 2 * DAY}, SOON - 2 * DAY),
        ({"offers_close": SOON + HOUR}, SOON),
    ],
)
def test_offers_close(facts: dict[str, Any], close: Any) -> None:
    """12 hours before the start unless staff say otherwise, and never after it."""
    assert offers_close(made_up_event(starts=SOON, **facts)) == close


def test_a_seat_given_and_an_offer_taken_back() -> None:
    """Reminders look at once at one who is in; one who goes back keeps the ticket."""
    own = registration(F, ticket=7, offer_until=NOW)
    back_in_line(own, now=NOW + HOUR)
    assert (own.state, own.ticket, own.offer_until) == (W, 7, None)
    give(own, made_up_event(needs_approval=True), now=NOW)
    assert (own.state, own.remind_at) == (P, None)
    give(own, made_up_event(), now=NOW)
    assert (own.state, own.remind_at, own.changed_at) == (C, NOW, NOW)
