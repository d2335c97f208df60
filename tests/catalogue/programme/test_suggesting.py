from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.programme.suggesting import used
from tests.factories import a_centre, an_event, kept


async def test_what_the_centre_used_before(sqlite_database: Database) -> None:
    """The most usual first; lists are counted one by one, other centres not at all."""
    async with AsyncSession(sqlite_database.engine) as session, session.begin():
        own, other = a_centre(), a_centre()
        await kept(
            session,
            an_event(centre=own, form="seminaras", audience=["logopedai"]),
            an_event(centre=own, form="paskaita", audience=["logopedai", "psichologai"]),
            an_event(centre=own, form="paskaita", audience=[]),
            an_event(centre=own, form=""),
            an_event(centre=other, form="išvyka"),
        )
        forms = await used(session, "form", centre_id=own.id, most=5)
        assert forms == ["paskaita", "seminaras"]
        groups = await used(session, "audience", centre_id=own.id, most=5)
        assert groups == ["logopedai", "psichologai"]
        assert "išvyka" in await used(session, "form", centre_id=None, most=9)
        assert await used(session, "form", centre_id=own.id, most=1) == ["paskaita"]
