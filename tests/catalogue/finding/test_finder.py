import asyncio
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.glossary import queries, rules
from catalogue.glossary.meanings import Meaning
from catalogue.programme.holidays import Days, add
from catalogue.programme.revisions import stamp
from catalogue.programme.tables import Event, Status
from catalogue.search.index import Index
from tests.factories import NOW, a_person, an_event, kept


async def _put(database: Database, **facts: Any) -> int:
    async def work(session: AsyncSession) -> int:
        event = an_event(**facts)
        await kept(session, event)
        await stamp(session, event)
        return event.id

    return await database.write(work)


async def _change(database: Database, event_id: int, **facts: Any) -> None:
    async def work(session: AsyncSession) -> None:
        event = await session.get_one(Event, event_id)
        for name, value in facts.items():
            setattr(event, name, value)
        await stamp(session, event)

    await database.write(work)


async def _find(database: Database, finder: Finder, query: str) -> list[int]:
    async def look(session: AsyncSession) -> list[int]:
        index = await finder.index(session)
        return [hit.document.key for hit in index.search(query, now=NOW).hits]

    return await database.read(look)


async def test_the_first_look_takes_in_the_whole_programme(database: Database) -> None:
    """Nobody has to build anything before the first question."""
    robots = await _put(database, title_lt="Robotika pradinukams")
    assert await _find(database, Finder(Index()), "robotika") == [robots]


async def test_a_change_is_found_at_the_next_look(database: Database) -> None:
    """A new event, a new title, and the old title no more, without building the index again."""
    finder = Finder(Index())
    robots = await _put(database, title_lt="Robotika pradinukams")
    await _find(database, finder, "robotika")
    budget = await _put(database, title_lt="Biudžeto planavimas")
    assert await _find(database, finder, "biudžeto planavimas") == [budget]
    await _change(database, robots, title_lt="Keramikos dirbtuvės")
    assert await _find(database, finder, "keramika") == [robots]
    assert await _find(database, finder, "robotika") == []


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.DRAFT])
async def test_what_is_taken_back_is_not_found(database: Database, status: Status) -> None:
    """And is found again when it is published again."""
    finder = Finder(Index())
    robots = await _put(database, title_lt="Robotika pradinukams")
    assert await _find(database, finder, "robotika") == [robots]
    await _change(database, robots, status=status)
    assert await _find(database, finder, "robotika") == []
    await _change(database, robots, status=Status.PUBLISHED)
    assert await _find(database, finder, "robotika") == [robots]


async def test_many_looks_at_once_see_the_same(database: Database) -> None:
    """Looks that meet in the middle of a change neither miss it nor take it in twice."""
    finder = Finder(Index())
    found = [await _put(database, title_lt="Robotika") for _ in range(5)]
    looks = await asyncio.gather(*(_find(database, finder, "robotika") for _ in range(8)))
    assert {tuple(sorted(look)) for look in looks} == {tuple(found)}


async def test_an_event_that_has_started_stays_in_and_is_not_offered(database: Database) -> None:
    """No tick has to take it out: the search counts from its own now."""
    finder = Finder(Index())
    await _put(database, title_lt="Robotika", starts=NOW - timedelta(hours=1))
    assert await _find(database, finder, "robotika") == []


async def test_holidays_are_those_that_staff_entered(database: Database) -> None:
    """From the next look on a question of the winter holidays means the days entered."""
    finder = Finder(Index())
    days = Days(name="Žiemos atostogos", first=date(2027, 2, 8), last=date(2027, 2, 12))
    await _put(database, title_lt="Robotika")

    async def winter(session: AsyncSession) -> tuple[date | None, date | None]:
        index = await finder.index(session)
        filters = index.understand("kas vyks per žiemos atostogas", asked_at=NOW).filters
        return filters.first, filters.last

    assert await database.read(winter) == (date(2027, 2, 15), date(2027, 2, 21))
    await database.write(partial(add, days=days))
    assert await database.read(winter) == (days.first, days.last)


async def test_a_word_that_is_taught_is_understood_in_every_process(database: Database) -> None:
    """At the next look of each; taken out, it means nothing again."""
    here, elsewhere = Finder(Index()), Finder(Index())
    inclusion = await _put(database, title_lt="Įtraukusis ugdymas klasėje")
    await _put(database, title_lt="Robotika")

    async def teach(session: AsyncSession) -> None:
        rasa = a_person()
        await kept(session, rasa)
        meaning = Meaning(said="visikartukai", meant="įtraukusis ugdymas")
        await rules.teach(session, meaning, by=rasa, now=NOW)

    async def remove(session: AsyncSession) -> None:
        (one,) = await queries.all_taught(session)
        await rules.remove(session, one.id)

    for change, found in ((None, []), (teach, [inclusion]), (remove, [])):
        if change:
            await database.write(change)
        for finder in (here, elsewhere):
            assert await _find(database, finder, "visikartuku") == found


async def test_where_nothing_changed_one_row_is_read(sqlite_database: Database) -> None:
    """Every question looks first, so a look must cost next to nothing."""
    finder = Finder(Index())
    await _put(sqlite_database, title_lt="Robotika")
    await _find(sqlite_database, finder, "robotika")
    asked: list[str] = []

    def note(*facts: Any) -> None:
        asked.append(facts[2])

    reader = sqlite_database._reader.sync_engine
    event.listen(reader, "before_cursor_execute", note)
    await _find(sqlite_database, finder, "robotika")
    event.remove(reader, "before_cursor_execute", note)
    assert len([one for one in asked if one.startswith("SELECT")]) == 1


async def test_a_centre_is_known_before_its_first_event(database: Database) -> None:
    """By an old abbreviation too: then the answer is that it has none, and not another theme."""
    finder = Finder(Index())
    index = await database.read(finder.index)
    question = index.understand("KPKC renginiai", asked_at=NOW)
    assert question.filters.as_json() == {"organiser": "Kauno švietimo inovacijų centras"}
