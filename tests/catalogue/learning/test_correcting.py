"""Papers corrected: anew under the same number."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning import correcting
from catalogue.learning.certificates import of_registrations
from tests.catalogue.learning.papers import P, a_reported_event, attended, issue_all, register
from tests.factories import NOW, VILNIUS, a_person, kept

LATER = NOW + timedelta(hours=1)


async def test_papers_follow_a_corrected_name(database: Database) -> None:
    """Under the same number; what stood on them else stays, whatever the event is called now."""

    async def work(session: AsyncSession) -> None:
        event = await a_reported_event(session)
        own, ona = await attended(session, event, P, P, name="Ona Petraitiene")
        await issue_all(session, event)
        event.title_lt, ona.name = "Kitaip", "Ona Petraitienė"
        done = await correcting.renamed(session, ona, now=LATER)
        assert (len(done.issued), done.left) == (1, 0)
        assert await register(session) == [
            (1, 1, "Ona Petraitiene", 8.0, True, False),
            (1, 2, "Ona Petraitienė", 8.0, False, False),
        ]
        paper = (await of_registrations(session, [own.id]))[own.id]
        assert (paper.issue.facts["title"], paper.issue.planned_at) == ("Vertinimas", LATER)
        assert not (await correcting.renamed(session, ona, now=LATER)).issued

    await database.write(work)


async def test_nobody_gives_their_papers_away(sqlite_database: Database) -> None:
    """Step by step neither: what counts is the name printed first, or put there by staff."""

    async def work(session: AsyncSession) -> None:
        event, rasa = await a_reported_event(session), a_person()
        await kept(session, rasa)
        own, ona = await attended(session, event, P, P, name="Ona Petraitienė")
        await issue_all(session, event)
        ona.name = "Ona Ritaitė"
        assert len((await correcting.renamed(session, ona, now=LATER)).issued) == 1
        ona.name = "Rita Ritaitė"
        done = await correcting.renamed(session, ona, now=LATER)
        assert (len(done.issued), done.left) == (0, 1)
        await correcting.corrected(
            session, own, event, name="Ona Ritaitė", by=rasa, now=LATER, zone=VILNIUS
        )
        assert len((await correcting.renamed(session, ona, now=LATER)).issued) == 1
        names = [name for _, _, name, *_ in await register(session)]
        assert names == ["Ona Petraitienė", "Ona Ritaitė", "Ona Ritaitė", "Rita Ritaitė"]

    await sqlite_database.write(work)


async def test_staff_issue_it_as_things_are_now(sqlite_database: Database) -> None:
    """With the title of today; the clock tells its holder. Where there is none, nothing."""

    async def work(session: AsyncSession) -> None:
        event, rasa = await a_reported_event(session), a_person()
        await kept(session, rasa)
        own, _ = await attended(session, event, P, P, name="Ona Onaitė")
        nobody, _ = await attended(session, event)
        await issue_all(session, event)
        event.title_lt = "Kitaip"
        for one in (own, nobody):
            await correcting.corrected(
                session, one, event, name="Ona Onaitė", by=rasa, now=LATER, zone=VILNIUS
            )
        paper = (await of_registrations(session, [own.id, nobody.id])).popitem()[1]
        assert (paper.issue.version, paper.issue.facts["title"]) == (2, "Kitaip")
        assert (paper.issue.issued_by, paper.issue.planned_at) == (rasa.id, None)

    await sqlite_database.write(work)
