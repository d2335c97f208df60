"""Asking to be let go: what is told of it when it goes out."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.leaving import KINDS
from catalogue.database import Database
from catalogue.people.tables import Role
from catalogue.registrations.leaving import ask
from catalogue.registrations.tables import NoticeKind, State
from scheduler.approvals import LEAVING
from tests.bot.composing.test_notices import Told, labels
from tests.catalogue.registrations.test_queue import DAY, C, X
from tests.factories import NOW, a_person, kept
from tests.handlers.office.people import membership
from tests.handlers.talking import OWNER


@pytest.mark.parametrize(
    ("kind", "state", "words"),
    [
        (NoticeKind.LEAVE_GRANTED, X, "Organizatorius leido atsisakyti"),
        (NoticeKind.LEAVE_REFUSED, C, "Organizatorius atsisakyti neleido"),
    ],
)
async def test_each_answer_is_told_while_it_holds(
    database: Database, kind: NoticeKind, state: State, words: str
) -> None:
    """Not after the start, where the event is off, or to one who has left and come back since."""

    async def work(session: AsyncSession) -> None:
        told = await Told(session).set_up(kind, state)
        made = await told.compose(KINDS[kind])
        assert made is not None
        assert labels(made)
        assert words in made.payload["text"]
        await told.holds_no_more(KINDS[kind], state)

    await database.write(work)


async def test_staff_get_all_who_ask_now_with_the_answers(database: Database) -> None:
    """As it is when it goes out; nothing where a colleague has answered, after the start, or to one
    who has the right no more.
    """

    async def work(session: AsyncSession) -> None:
        told = await Told(session).set_up(NoticeKind.APPROVED, C)
        rasa = a_person()
        await kept(session, rasa)
        member = membership(rasa, Role.COORDINATOR, told.event.centre)
        await kept(session, member)
        make, key = KINDS[LEAVING.kind], f"{told.event.id}:{rasa.id}"
        request = await ask(
            session, event_id=told.event.id, person=told.person, reason="Liga", now=NOW
        )
        made = await told.compose(make, key=key)
        assert made is not None
        assert labels(made) == ["Leisti", "Neleisti", "Į sąrašą"]
        assert "1 žmogus prašo leisti atsisakyti" in made.payload["text"]
        assert "„Liga“" in made.payload["text"]
        assert await told.compose(make, key=key, now=NOW + 4 * DAY) is None
        await session.delete(member)
        assert await told.compose(make, key=key) is None, "names for one who was let go"
        rasa.telegram_id = OWNER
        assert await told.compose(make, key=key) is not None
        request.granted = True
        assert await told.compose(make, key=key) is None

    await database.write(work)
