"""Events with few registered, as staff read of them."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.nearing import nearing
from catalogue.database import Database
from catalogue.programme.tables import Status
from tests.bot.composing.test_digests import labels, making
from tests.catalogue.registrations.test_queue import C, queued
from tests.factories import NOW

STARTS = NOW + timedelta(days=7)


async def test_of_one_what_can_be_done_of_several_the_page_of_each(database: Database) -> None:
    """As many as still are so when it goes out; nothing where none is."""

    async def work(session: AsyncSession) -> None:
        facts = {"starts": STARTS, "seats": 20}
        first, _ = await queued(session, [C, C], title_lt="Vertinimas", **facts)
        second, _ = await queued(session, [], title_lt="Itrauktis", **facts)
        key = f"{first.id},{second.id}"
        made = await nearing(key, making(session))
        assert made is not None
        assert "užsiregistravo 2 iš 20" in made.payload["text"]
        assert "neužsiregistravo niekas; vietų: 20" in made.payload["text"]
        assert labels(made) == ["1. Vertinimas", "2. Itrauktis"]
        first.seats = 4
        made = await nearing(key, making(session))
        assert made is not None
        assert "Vertinimas" not in made.payload["text"]
        assert labels(made) == [
            "Skelbti mokytojams",
            "Perkelti, keisti",
            "Atšaukti renginį",
            "Dalyviai",
        ]
        second.status = Status.CANCELLED
        assert await nearing(key, making(session)) is None

    await database.write(work)
