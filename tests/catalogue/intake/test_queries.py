"""What there is to see of a file."""

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.intake import queries
from catalogue.intake.tables import Outcome, Standing
from catalogue.registrations.rules import join, leave
from tests.catalogue.intake.made_up import a_row, an_intake
from tests.factories import NOW, a_person, an_event, kept


async def test_the_summary(database: Database) -> None:
    """Counts of each, and each person once who will hear; who has left hears nothing."""

    async def work(session: AsyncSession) -> None:
        first, second, quiet = an_event(), an_event(), an_event()
        ona, rita, gone = (a_person() for _ in range(3))
        await kept(session, first, second, quiet, ona, rita, gone)
        for event, person in ((first, ona), (second, ona), (second, gone), (quiet, rita)):
            await join(session, event_id=event.id, person=person, now=NOW, despite_clash=True)
        await leave(session, event_id=second.id, person=gone, now=NOW)
        intake, other = an_intake(ona), an_intake(ona)
        await kept(session, intake, other)
        changed = {"outcome": Outcome.CHANGED, "is_told": True}
        await kept(
            session,
            a_row(intake, None, 0),
            a_row(intake, first.centre, 1, standing=Standing.LEFT_OUT),
            a_row(intake, first.centre, 2, event_id=first.id, **changed),
            a_row(intake, first.centre, 3, event_id=second.id, **changed),
            a_row(intake, first.centre, 4, event_id=quiet.id, outcome=Outcome.CHANGED),
            a_row(other, first.centre, 5, event_id=quiet.id, **changed),
        )
        seen = await queries.summary(session, intake)
        assert (seen.told, seen.count(), seen.count(Outcome.ADDED)) == (1, 5, 2)
        assert seen.to_look_at(Outcome.ADDED) == 2
        assert seen.has_something
        second_new = await queries.card(session, intake, Outcome.ADDED, 1)
        assert second_new is not None
        assert second_new.number == 1
        assert await queries.card(session, intake, Outcome.ADDED, 2) is None
        assert await queries.centres_of(session, intake) == {None, first.centre_id}
        assert len(await queries.texts(session, intake.id, start=3)) == 2
        assert (await queries.shown(session, intake.id))[0] == (Outcome.ADDED, [])
        assert not (await queries.summary(session, an_intake(ona, id=99))).has_something

    await database.write(work)
