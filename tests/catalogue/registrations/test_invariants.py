"""Joins, leaves, passed seats, answers, changed seats and time never break the promises."""

import asyncio
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.refusals import Refusal
from catalogue.registrations import leaving, offers, passing, rules
from catalogue.registrations.decisions import case_of
from catalogue.registrations.queue import HOLDS_A_SEAT, IN_QUEUE, locked, move_up
from catalogue.registrations.tables import Registration, State
from tests.databases import Files
from tests.factories import NOW, a_person, an_event, kept

PEOPLE = 8
START = NOW + timedelta(days=9)
HOUR = timedelta(hours=1)
#: Ticket, state, and whether the person can be reached.
Row = tuple[int, State, bool]


class Promises(RuleBasedStateMachine):
    """After every step the clock looks, as it does in a running bot a moment later."""

    url = ""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.database = Database(self.url)
        self.now = NOW
        self.seats: int | None = 0
        self.ended: set[int] = set()
        self.known: list[Row] = []
        self.links: list[str] = []

    def teardown(self) -> None:
        self.loop.run_until_complete(self.database.close())
        self.loop.close()

    def write(self, work: Any) -> Any:
        return self.loop.run_until_complete(self.database.write(work))

    def at_event(self, work: Any) -> Any:
        """With the event's lock, and refusals as answers."""

        async def locked_work(session: Any) -> Any:
            return await work(session, await locked(session, self.event))

        try:
            return self.write(locked_work)
        except Refusal as refusal:
            return refusal

    @initialize(seats=st.integers(0, 4))
    def make(self, seats: int) -> None:
        self.seats = seats

        async def work(session: Any) -> None:
            event = an_event(seats=seats, starts=START)
            people = [a_person() for _ in range(PEOPLE)]
            await kept(session, event, *people)
            self.event, self.people = event.id, [person.id for person in people]

        self.write(work)

    @rule(who=st.integers(0, PEOPLE - 1))
    def join(self, who: int) -> None:
        async def work(session: Any, event: Event) -> None:
            person = await session.get_one(Person, self.people[who])
            await rules.join(session, event_id=event.id, person=person, now=self.now)

        self.at_event(work)

    @rule(who=st.integers(0, PEOPLE - 1))
    def leave(self, who: int) -> None:
        async def work(session: Any, event: Event) -> int:
            person = await session.get_one(Person, self.people[who])
            own = await rules.leave(session, event_id=event.id, person=person, now=self.now)
            return own.ticket

        if isinstance(ticket := self.at_event(work), int):
            self.ended.add(ticket)

    @rule(who=st.integers(0, PEOPLE - 1), ticket=st.integers(1, 20), accept=st.booleans())
    def answer(self, who: int, ticket: int, accept: bool) -> None:  # noqa: FBT001 -- drawn
        """Any button that was ever sent, pressed by anybody."""

        async def work(session: Any, event: Event) -> bool:
            person = await session.get_one(Person, self.people[who])
            own = await offers.answer(
                session, event_id=event.id, person=person, ticket=ticket, accept=accept,
                now=self.now,
            )  # fmt: skip
            return own is not None

        if self.at_event(work) is True and not accept:
            self.ended.add(ticket)

    @rule(who=st.integers(0, PEOPLE - 1), accept=st.booleans())
    def answer_own(self, who: int, accept: bool) -> None:  # noqa: FBT001 -- drawn by hypothesis
        async def look(session: Any, event: Event) -> int:
            own = await rules.registration_of(
                session, event_id=event.id, person_id=self.people[who]
            )
            return own.ticket if own else 0

        self.answer(who, self.at_event(look), accept)

    @rule(
        giver=st.integers(0, PEOPLE - 1),
        taker=st.integers(0, PEOPLE - 1),
        comes=st.none() | st.integers(0, PEOPLE - 1),
    )
    def pass_on(self, giver: int, taker: int, comes: int | None) -> None:
        """A link is made and followed; in between somebody else may come."""

        async def work(session: Any, event: Event) -> str:
            person = await session.get_one(Person, self.people[giver])
            made = await passing.make(session, event_id=event.id, person=person, now=self.now)
            return made.secret

        self.join(giver)
        if isinstance(secret := self.at_event(work), str):
            self.links.append(secret)
        if comes is not None:
            self.join(comes)
        if self.links:
            self.take(taker, self.links[-1])

    @rule(who=st.integers(0, PEOPLE - 1), which=st.integers(0, 20))
    def take_by_an_old_link(self, who: int, which: int) -> None:
        """Any that was ever made."""
        if self.links:
            self.take(who, self.links[which % len(self.links)])

    def take(self, who: int, secret: str) -> None:
        """One seat changes hands, or nothing happens."""

        async def work(session: Any, event: Event) -> bool:
            person = await session.get_one(Person, self.people[who])
            await passing.take(session, secret=secret, person=person, now=self.now)
            return True

        before = self.look()
        taken = self.at_event(work) is True
        after = self.look()
        if not taken:
            assert after == before
            return
        assert not any(state in IN_QUEUE for _, state, _ in before), "passed the queue"
        assert len(_holding(after)) == len(_holding(before)), "a seat lost or won"
        self.ended |= _holding(before) - _holding(after)

    @rule(who=st.integers(0, PEOPLE - 1), granted=st.booleans())
    def ask_to_leave(self, who: int, granted: bool) -> None:  # noqa: FBT001 -- drawn
        """Answered at once: what matters is what becomes of the seat."""

        async def work(session: Any, event: Event) -> int:
            person = await session.get_one(Person, self.people[who])
            request = await leaving.ask(
                session, event_id=event.id, person=person, reason="", now=self.now
            )
            case = await case_of(session, request.registration_id, by=person, now=self.now)
            let_go = await leaving.answer(session, case, ticket=request.ticket, granted=granted)
            return request.ticket if let_go and granted else 0

        if isinstance(ticket := self.at_event(work), int) and ticket:
            self.ended.add(ticket)

    @rule(who=st.integers(0, PEOPLE - 1), wanted=st.booleans())
    def take_at_once(self, who: int, wanted: bool) -> None:  # noqa: FBT001 -- drawn
        async def work(session: Any, event: Event) -> None:
            person = await session.get_one(Person, self.people[who])
            await offers.take_at_once(
                session, event_id=event.id, person=person, wanted=wanted, now=self.now
            )

        self.at_event(work)

    @rule(seats=st.none() | st.integers(0, 5))
    def change_seats(self, seats: int | None) -> None:
        self.seats = seats

        async def work(session: Any, event: Event) -> None:
            event.seats = seats
            await move_up(session, event=event, now=self.now)

        self.at_event(work)

    @rule(who=st.integers(0, PEOPLE - 1), reachable=st.booleans())
    def block(self, who: int, reachable: bool) -> None:  # noqa: FBT001 -- drawn by hypothesis
        async def work(session: Any, event: Event) -> None:
            person = await session.get_one(Person, self.people[who])
            person.unreachable_since = None if reachable else self.now

        self.at_event(work)

    @rule(hours=st.sampled_from([1, 6, 13, 48]), delivered=st.booleans())
    def time_passes(self, hours: int, delivered: bool) -> None:  # noqa: FBT001 -- drawn
        """Offers reach everybody who can be reached, or nobody yet."""
        if delivered:
            self.look(delivered=True)
        self.now += hours * HOUR

    def look(self, *, delivered: bool = False) -> list[Row]:
        async def work(session: Any, event: Event) -> list[Row]:
            told = {
                own.id: self.now
                for own in await offers.open_offers(session, event)
                if delivered and own.person.unreachable_since is None
            }
            await offers.settle(session, event=event, delivered=told, now=self.now)
            rows = await session.execute(
                select(Registration, Person)
                .join(Person)
                .where(Registration.event_id == event.id)
                .order_by(Registration.ticket)
            )
            return [(own.ticket, own.state, who.unreachable_since is None) for own, who in rows]

        rows: list[Row] = self.at_event(work)
        return rows

    @invariant()
    def promises_are_kept(self) -> None:
        if not hasattr(self, "event"):
            return
        before = {ticket: state for ticket, state, _ in self.known}
        self.known = self.look()
        holders = [ticket for ticket, state, _ in self.known if state in HOLDS_A_SEAT]
        new = [ticket for ticket in holders if before.get(ticket) not in HOLDS_A_SEAT]
        waiting = [ticket for ticket, state, here in self.known if state is State.WAITING and here]
        offered = [ticket for ticket, state, _ in self.known if state is State.OFFERED]
        free = PEOPLE if self.seats is None else self.seats - len(holders)
        assert len({ticket for ticket, _, _ in self.known}) == len(self.known)
        if self.now < START:
            assert free >= 0 or not (new or offered), "oversold"
        assert not any(ticket > early for ticket in new for early in waiting), "passed over"
        if self.now < START - 12 * HOUR:
            assert free <= 0 or not waiting, "stalled"
        assert not self.ended.intersection(
            ticket for ticket, state, _ in self.known if state is not State.CANCELLED
        ), "came back to life"
        self.ended |= {
            ticket
            for ticket, state, _ in self.known
            if state is State.CANCELLED and before.get(ticket) is not State.CANCELLED
        }


def _holding(rows: list[Row]) -> set[int]:
    return {ticket for ticket, state, _ in rows if state in HOLDS_A_SEAT}


def _run(url: str, examples: int) -> None:
    machine = type("Here", (Promises,), {"url": url})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_promises_hold_on_sqlite() -> None:
    """Never oversold, order kept, no stall before the cut-off; offers end for good, and no seat is
    lost or won by being passed on.
    """
    files = Files(Path(mkdtemp()))
    _run(asyncio.run(files.fresh()), examples=10)


def test_promises_hold_on_postgresql(postgres: Any) -> None:
    """The same promises, where transactions really run side by side."""
    _run(asyncio.run(postgres.fresh()), examples=4)
