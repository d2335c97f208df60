"""Asking to be let go: the seat stays until somebody has decided, and nobody decides twice."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database, wakes_clock
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.privacy.forgetting import forget
from catalogue.refusals import Refusal
from catalogue.registrations import leaving, rules
from catalogue.registrations.decisions import case_of
from catalogue.registrations.refusals import (
    EventStarted,
    LeaveRefused,
    NotRegistered,
)
from catalogue.registrations.tables import LeaveRequest, NoticeKind, Registration, State
from tests.catalogue.registrations.test_queue import C, F, P, W, X, noted, queued, states_of
from tests.factories import NOW, a_person, kept

HOUR = timedelta(hours=1)


class Scene:
    """The first of a queue may no longer leave by themselves; Rasa decides."""

    def __init__(self, session: Any) -> None:
        self.session = session

    async def set_up(self, *states: State, **facts: Any) -> "Scene":
        late: dict[str, Any] = {"cancel_until": NOW - HOUR}
        self.event, people = await queued(self.session, list(states), **late | facts)
        self.ona, self.rasa = people[0], a_person(name="Rasa Rasaitė")
        await kept(self.session, self.rasa)
        return self

    async def asks(self, reason: str = "", **facts: Any) -> LeaveRequest:
        plain: dict[str, Any] = {
            "event_id": self.event.id,
            "person": self.ona,
            "reason": reason,
            "now": NOW,
        }
        return await leaving.ask(self.session, **plain | facts)

    async def answered(self, *, granted: bool, ticket: int = 1, now: datetime = NOW) -> bool:
        case = await case_of(self.session, 1, by=self.rasa, now=now)
        return await leaving.answer(self.session, case, ticket=ticket, granted=granted)

    async def deeds(self) -> list[Deed]:
        return list(await self.session.scalars(select(JournalEntry.deed)))


async def test_the_seat_stays_until_it_is_answered(database: Database) -> None:
    """The coordinators hear of it; asking once more changes nothing."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(C, W)
        request = await scene.asks("  Susirgo\n vaikas ")
        assert wakes_clock(session)
        assert request.reason == "Susirgo vaikas"
        assert await scene.asks("Kita priežastis") is request
        assert request.reason == "Susirgo vaikas"
        assert await states_of(session, scene.event) == [C, W]
        (asking,) = await leaving.who_ask(session, scene.event)
        assert (asking.request, asking.person) == (request, scene.ona)

    await database.write(work)


async def test_let_go_the_seat_goes_up_the_queue(database: Database) -> None:
    """Both are told, and the journal says who decided."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(P, W)
        await scene.asks()
        assert await scene.answered(granted=True)
        assert await states_of(session, scene.event) == [X, F]
        assert await noted(session) == [(1, NoticeKind.LEAVE_GRANTED), (2, NoticeKind.OFFERED)]
        assert await scene.deeds() == [Deed.LEAVE_GRANTED]
        assert await leaving.who_ask(session, scene.event) == []

    await database.write(work)


async def test_not_let_go_they_stay_and_ask_no_more(database: Database) -> None:
    """From then on it is between people."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(C, W)
        await scene.asks()
        assert await scene.answered(granted=False)
        assert await states_of(session, scene.event) == [C, W]
        assert await noted(session) == [(1, NoticeKind.LEAVE_REFUSED)]
        assert await scene.deeds() == [Deed.LEAVE_REFUSED]
        with pytest.raises(LeaveRefused):
            await scene.asks()

    await database.write(work)


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("second", [True, False])
async def test_the_second_answer_changes_nothing(
    database: Database,
    first: bool,  # noqa: FBT001 -- a table
    second: bool,  # noqa: FBT001 -- a table
) -> None:
    """Two coordinators press, or one presses twice."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(C, W)
        await scene.asks()
        assert await scene.answered(granted=first)
        before = await states_of(session, scene.event)
        assert not await scene.answered(granted=second)
        assert await states_of(session, scene.event) == before
        assert len(await scene.deeds()) == len(await noted(session)) - first == 1

    await database.write(work)


async def test_what_was_asked_before_one_came_back_is_void(database: Database) -> None:
    """The old button lets nobody go who has joined anew; they may ask anew too."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(C)
        await scene.asks()
        own = await session.get_one(Registration, 1)
        rules.end(own, now=NOW)
        assert not await scene.answered(granted=True)
        await rules.join(session, event_id=scene.event.id, person=scene.ona, now=NOW)
        assert not await scene.answered(granted=True)
        assert await leaving.request_of(session, own) is None
        second = await scene.asks()
        assert not await scene.answered(granted=True)
        assert await scene.answered(ticket=second.ticket, granted=True)

    await database.write(work)


async def test_after_the_start_it_is_left_as_it_is(database: Database) -> None:
    """Whoever did not come is absent; nobody is taken out of what has happened."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(C)
        await scene.asks()
        assert not await scene.answered(granted=True, now=scene.event.starts_at)
        assert await states_of(session, scene.event) == [C]

    await database.write(work)


async def test_a_request_can_be_taken_back(database: Database) -> None:
    """They come after all; what is no more cannot be answered, nor taken back again."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(C)
        await scene.asks()
        where: dict[str, Any] = {"event_id": scene.event.id, "person": scene.ona}
        assert await leaving.take_back(session, **where)
        assert not await leaving.take_back(session, **where)
        assert not await scene.answered(granted=True)
        await scene.asks()
        assert await scene.answered(granted=True)

    await database.write(work)


@pytest.mark.parametrize(
    ("state", "later", "refusal"),
    [(W, HOUR, NotRegistered), (X, HOUR, NotRegistered), (C, timedelta(days=3), EventStarted)],
)
async def test_who_need_not_or_cannot_ask(
    database: Database, state: State, later: timedelta, refusal: type[Refusal]
) -> None:
    """Who only waits may simply leave; after the start there is nothing to leave."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(state)
        with pytest.raises(refusal):
            await scene.asks(now=NOW + later)

    await database.write(work)


async def test_a_forgotten_reason_is_nobodys(database: Database) -> None:
    """Why somebody could not come may be about their health."""

    async def work(session: Any) -> None:
        scene = await Scene(session).set_up(C)
        request = await scene.asks("Operacija")
        await forget(session, person=scene.ona, now=NOW)
        await session.refresh(request)
        assert request.reason == ""
        assert await leaving.who_ask(session, scene.event) == []

    await database.write(work)
