from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.events import choices, chosen, coming
from catalogue.finding.finder import Finder
from catalogue.programme.revisions import stamp
from catalogue.programme.tables import Status
from catalogue.search.index import Index
from tests.factories import NOW, a_centre, an_event, kept

DAY = timedelta(days=1)


async def test_what_there_is_to_choose_from(session: AsyncSession) -> None:
    """The nearest first, past ones too; no drafts; by the beginnings of words or the code."""
    own = a_centre()
    past = an_event(centre=own, starts=NOW - DAY, title_lt="Vertinimas", code="V-1")
    soon = an_event(centre=own, starts=NOW + 2 * DAY, title_lt="Žaidimai", code="Z-1")
    other = an_event(starts=NOW + 3 * DAY, title_lt="Vertinimo menas")
    draft = an_event(centre=own, status=Status.DRAFT)
    await kept(session, past, soon, other, draft)

    async def found(asked: str = "", centres: frozenset[int] | None = None) -> list[int]:
        rows = await choices(session, centres=centres, asked=asked, now=NOW)
        return [one.id for one in rows]

    assert await found() == [past.id, soon.id, other.id]
    assert await found(centres=frozenset({own.id})) == [past.id, soon.id]
    assert await found("vertin") == [past.id, other.id]
    assert await found("z-1") == [soon.id]
    assert list(await chosen(session, [other.id, 99, past.id])) == [other.id, past.id]
    assert await chosen(session, []) == {}


async def test_what_a_button_may_open(session: AsyncSession) -> None:
    """What is published and to come, of every centre, found as a teacher would find it."""
    past = an_event(starts=NOW - DAY, title_lt="Vertinimas", code="V-0")
    later = an_event(starts=NOW + 5 * DAY, title_lt="Vertinimo dirbtuvės", code="V-1")
    soon = an_event(starts=NOW + DAY, title_lt="Robotika pradinukams", code="R-1")
    await kept(session, past, later, soon)
    for one in (past, later, soon):
        await stamp(session, one)
    index = await Finder(Index()).index(session)

    async def found(asked: str) -> list[int]:
        return [one.id for one in await coming(session, index, asked=asked, now=NOW)]

    assert await found("") == [soon.id, later.id]
    assert await found("v-1") == [later.id]
    assert await found("apie vertinimą") == [later.id]
    assert await found("V-0") == []
