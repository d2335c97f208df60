"""Joins, leaves, changed seats and passing time in any order never break the promises."""

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
from catalogue.registrations import rules
from catalogue.registrations.tables import Registration, State
from tests.databases import Files
from tests.factories import NOW, a_person, an_event, kept

PEOPLE = 8


class Promises(RuleBasedStateMachine):
    """A small model beside the real thing: who is in, and who waits in which order."""

    url = ""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.database = Database(self.url)
        self.inside: list[int] = []
        self.queue: list[int] = []
        self.seats = 0

    def teardown(self) -> None:
        self.loop.run_until_complete(self.database.close())
        self.loop.close()

    def write(self, work: Any) -> Any:
        return self.loop.run_until_complete(self.database.write(work))

    @initialize(seats=st.integers(0, 4))
    def make(self, seats: int) -> None:
        self.seats = seats

        async def work(session: Any) -> None:
            event, people = an_event(seats=seats), [a_person() for _ in range(PEOPLE)]
            await kept(session, event, *people)
            self.event, self.people = event.id, [person.id for person in people]

        self.write(work)

    @rule(who=st.integers(0, PEOPLE - 1))
    def join(self, who: int) -> None:
        person_id = self.people[who]

        async def work(session: Any) -> int | None:
            person = await session.get_one(Person, person_id)
            joined = await rules.join(session, event_id=self.event, person=person, now=NOW)
            return joined.place

        try:
            place = self.write(work)
        except Refusal:
            assert person_id in self.inside + self.queue
            return
        assert person_id not in self.inside + self.queue
        self.queue.append(person_id)
        self.settle()
        assert place == (self.queue.index(person_id) + 1 if person_id in self.queue else None)

    @rule(who=st.integers(0, PEOPLE - 1))
    def leave(self, who: int) -> None:
        person_id = self.people[who]

        async def work(session: Any) -> list[int]:
            person = await session.get_one(Person, person_id)
            left = await rules.leave(session, event_id=self.event, person=person, now=NOW)
            return [one.person_id for one in left.moved_up]

        try:
            moved = self.write(work)
        except Refusal:
            assert person_id not in self.inside + self.queue
            return
        (self.inside if person_id in self.inside else self.queue).remove(person_id)
        assert moved == self.settle()

    @rule(seats=st.integers(0, 5), late=st.booleans())
    def change_seats(self, seats: int, late: bool) -> None:  # noqa: FBT001 -- drawn by hypothesis
        """More seats move the queue before the start; fewer take nobody's away."""
        now = NOW + timedelta(days=10 if late else 0)

        async def work(session: Any) -> list[int]:
            event = await session.get_one(Event, self.event, with_for_update=True)
            event.seats = seats
            return [one.person_id for one in await rules.move_up(session, event=event, now=now)]

        moved = self.write(work)
        self.seats = seats
        assert moved == ([] if late else self.settle())

    def settle(self) -> list[int]:
        free = max(0, self.seats - len(self.inside))
        moved, self.queue = self.queue[:free], self.queue[free:]
        self.inside += moved
        return moved

    @invariant()
    def rows_are_as_promised(self) -> None:
        if not hasattr(self, "event"):
            return

        async def look(session: Any) -> list[Registration]:
            query = select(Registration).order_by(Registration.ticket)
            return list(await session.scalars(query.where(Registration.event_id == self.event)))

        rows = self.loop.run_until_complete(self.database.read(look))
        assert len({row.person_id for row in rows}) == len(rows)
        assert {row.person_id for row in rows if row.state is State.CONFIRMED} == set(self.inside)
        assert [row.person_id for row in rows if row.state is State.WAITING] == self.queue


def _run(url: str, examples: int) -> None:
    machine = type("Here", (Promises,), {"url": url})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_promises_hold_on_sqlite() -> None:
    """No order of joins, leaves and changed seats oversells, loses or reorders anybody."""
    files = Files(Path(mkdtemp()))
    _run(asyncio.run(files.fresh()), examples=25)


def test_promises_hold_on_postgresql(postgres: Any) -> None:
    """The same promises, where transactions really run side by side."""
    _run(asyncio.run(postgres.fresh()), examples=10)
