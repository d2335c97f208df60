"""Materials of an event that is over, as things stand when the message goes out."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.materials import materials
from catalogue.database import Database
from catalogue.learning.tables import Attendance, Presence
from catalogue.materials.tables import Medium
from catalogue.programme.tables import Status
from tests.bot.composing.test_digests import labels, making
from tests.catalogue.learning.past import marked
from tests.catalogue.materials.made_up import a_material
from tests.factories import NOW, a_person, an_event, kept


async def test_what_was_added_together_for_whoever_may_have_it(sqlite_database: Database) -> None:
    """Nothing to one who turns out not to have come, of what was taken back, or of what is off."""

    async def work(session: AsyncSession) -> None:
        event, ona = an_event(title_lt="Vertinimas", starts=NOW - timedelta(days=1)), a_person()
        await kept(session, event, ona)
        await marked(session, event, ona)
        slides = a_material(event, told_at=NOW, medium=Medium.DOCUMENT, address="BQAC")
        film = a_material(event, told_at=NOW, position=2, title="Įrašas <1>", is_recording=True)
        await kept(session, slides, film, a_material(event, title="Anksčiau", position=3))
        key = f"{event.id}:{ona.id}:{int(NOW.timestamp())}"
        made = await materials(key, making(session))
        assert made is not None
        assert made.payload["text"] == (
            "Renginio „Vertinimas“ medžiaga:\n1. Skaidrės (failas)\n"
            "2. Įrašas &lt;1&gt; (įrašas, centras.lt)"
        )
        assert labels(made) == ["1. Skaidrės", "2. Įrašas <1>", "Renginys"]
        mark = (await session.scalars(select(Attendance))).one()
        mark.presence = Presence.ABSENT
        assert await materials(key, making(session)) is None
        mark.presence = Presence.PRESENT
        event.status = Status.CANCELLED
        assert await materials(key, making(session)) is None
        event.status = Status.PUBLISHED
        await session.delete(slides)
        await session.delete(film)
        assert await materials(key, making(session)) is None

    await sqlite_database.write(work)
