"""A paper as it goes out."""

import pickle
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.certificates import KINDS, paper, revoked
from bot.composing.making import Drawing
from catalogue.database import Database
from catalogue.learning import certificates
from catalogue.learning.certificates import Paper
from catalogue.people.tables import Person
from handlers.certificates import PAPER
from scheduler.certificates import KIND, REVOKED
from tests.bot.composing.test_digests import making
from tests.catalogue.learning.papers import A, P, a_reported_event, attended, issue_all
from tests.factories import NOW


async def issued(session: AsyncSession) -> tuple[Paper, Person]:
    event = await a_reported_event(session)
    own, person = await attended(session, event, P, A, name="Ona Onaitė")
    await issue_all(session, event)
    return (await certificates.of_registrations(session, [own.id]))[own.id], person


async def test_a_paper_is_drawn_when_it_is_sent(sqlite_database: Database) -> None:
    """By values that another process can take; its button says that something is wrong."""

    async def work(session: AsyncSession) -> None:
        found, _ = await issued(session)
        made = await paper(str(found.issue.id), making(session))
        assert isinstance(made, Drawing)
        assert made.name == "pazyma_2026-0001.pdf"
        assert "Pažyma Nr. 2026-0001" in made.payload["caption"]
        assert "4 akad. val." in made.payload["caption"]
        draw = pickle.loads(pickle.dumps(made.draw))  # noqa: S301 -- packed here
        assert draw().startswith(b"%PDF")

    await sqlite_database.write(work)


async def test_what_does_not_hold_any_more_is_not_sent(sqlite_database: Database) -> None:
    """Replaced, withdrawn or nobody's; and of a withdrawn one that it is."""

    async def work(session: AsyncSession) -> None:
        found, person = await issued(session)
        key, number = str(found.issue.id), f"{found.certificate.id}:5"
        assert await revoked(number, making(session)) is None
        found.certificate.revoked_at = NOW
        told = await revoked(number, making(session))
        assert told is not None
        assert "Nr. 2026-0001 („Vertinimas“) nebegalioja" in told.payload["text"]
        assert await paper(key, making(session)) is None
        found.certificate.revoked_at, found.issue.replaced_at = None, NOW + timedelta(hours=1)
        assert await paper(key, making(session)) is None
        found.issue.replaced_at = None
        await certificates.forget(session, person=person)
        await session.refresh(found.issue)
        assert await paper(key, making(session)) is None

    await sqlite_database.write(work)


def test_the_clock_and_the_chat_mean_the_same_recipe() -> None:
    """A paper that comes by itself is the one that is asked for."""
    assert {KIND, REVOKED} == {PAPER, REVOKED} == {*KINDS}
