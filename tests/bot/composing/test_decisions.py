"""What staff have decided, as it is told."""

from decimal import Decimal

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.decisions import KINDS
from catalogue.database import Database
from catalogue.programme.tables import Status
from catalogue.registrations.tables import NoticeKind, State
from scheduler.approvals import APPROVALS
from tests.bot.composing.test_notices import Told, labels
from tests.catalogue.registrations.test_queue import DAY, C, P, W, X
from tests.factories import NOW

SAID = [
    (NoticeKind.APPROVED, C, "organizatorius patvirtino Jūsų registraciją"),
    (NoticeKind.SEAT_GIVEN, C, "organizatorius skyrė Jums vietą"),
    (NoticeKind.REJECTED, X, "nepatvirtino Jūsų registracijos į „Vertinimas“"),
    (NoticeKind.TAKEN_OFF, X, "Organizatorius atšaukė Jūsų registraciją"),
]


@pytest.mark.parametrize(("kind", "state", "words"), SAID)
async def test_each_decision_is_told_while_it_holds(
    database: Database, kind: NoticeKind, state: State, words: str
) -> None:
    """Not after the start, not where the event is off, not where it has turned out otherwise."""

    async def work(session: AsyncSession) -> None:
        told = await Told(session).set_up(kind, state)
        made = await told.compose(KINDS[kind])
        assert made is not None
        assert words in made.payload["text"]
        assert await told.compose(KINDS[kind], now=NOW + 4 * DAY) is None
        told.own.state = W if state is C else C
        assert await told.compose(KINDS[kind]) is None
        told.own.state, told.event.status = state, Status.CANCELLED
        assert await told.compose(KINDS[kind]) is None

    await database.write(work)


async def test_an_approval_asks_who_pays(database: Database) -> None:
    """Where it costs, and nobody has said it yet."""

    async def work(session: AsyncSession) -> None:
        told = await Told(session).set_up(NoticeKind.APPROVED, C, price_eur=Decimal(40))
        made = await told.compose(KINDS[NoticeKind.APPROVED])
        assert labels(made)[:3] == ["Mokykla", "Pats / pati", "Kitas"]

    await database.write(work)


async def test_staff_hear_how_many_wait_now(database: Database) -> None:
    """Counted when it goes out; nothing where a colleague has decided about all."""

    async def work(session: AsyncSession) -> None:
        told = await Told(session).set_up(NoticeKind.APPROVED, P)
        made = await told.compose(KINDS[APPROVALS.kind], key=f"{told.event.id}:1")
        assert made is not None
        assert "1 registracija laukia patvirtinimo" in made.payload["text"]
        assert labels(made) == ["Peržiūrėti"]
        told.own.state = C
        assert await told.compose(KINDS[APPROVALS.kind], key=f"{told.event.id}:1") is None

    await database.write(work)
