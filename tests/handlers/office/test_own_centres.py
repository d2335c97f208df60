"""Of which centres something is counted."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Role
from handlers.office import own_centres
from handlers.office.callbacks.reports import Report, Show
from tests.factories import a_centre, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.words.made_up import LT


async def test_ones_own_ones_or_one_of_them(sqlite_database: Database) -> None:
    """None stands for all there are; a centre that is not one's own is refused."""
    async with AsyncSession(sqlite_database.engine, expire_on_commit=False) as session:
        kaunas, vilnius = a_centre(name="Kauno centras"), a_centre(name="Vilniaus centras")
        await kept(session, kaunas, vilnius)
        jonas = await employed(session, Role.OBSERVER, kaunas)
        owner = await an_owner_of_the_house(session)
        assert await own_centres.counted_of(jonas, 0) == [kaunas.id]
        assert await own_centres.counted_of(owner, 0) is None
        assert await own_centres.counted_of(owner, vilnius.id) == [vilnius.id]
        assert [one.name for one in await own_centres.own_centres(jonas)] == ["Kauno centras"]
        assert len(await own_centres.own_centres(owner)) == 2
        await own_centres.need(jonas, kaunas.id)
        await own_centres.need(jonas, 0)
        with pytest.raises(RightNeeded):
            await own_centres.need(jonas, vilnius.id)


def test_each_leads_back_to_what_is_counted() -> None:
    """All of them first, then one by one, some at a time."""
    centres = [a_centre(id=number, name=f"Centras {number}") for number in range(1, 11)]
    asked, chosen = Report(show=Show.CENTRES, centre=3, page=1), Report(centre=3, number=7)
    rows = own_centres.choice(LT, asked, chosen, centres, page=1).inline_keyboard
    assert [one.text for row in rows for one in row] == [
        "Visi centrai", "Centras 9", "Centras 10", "Atgal",
    ]  # fmt: skip
    assert [row[0].callback_data for row in rows[:2]] == [
        Report(number=7).pack(),
        Report(number=7, centre=9).pack(),
    ]
    assert rows[-1][0].callback_data == asked.model_copy(update={"page": 0}).pack()
