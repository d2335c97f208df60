from datetime import timedelta
from typing import Any

from catalogue.database import Database
from catalogue.finding.alternatives import alternatives
from catalogue.finding.finder import Finder
from catalogue.programme.revisions import stamp
from catalogue.programme.tables import Status
from catalogue.registrations.tables import State
from catalogue.search.index import Index
from tests.catalogue.registrations.test_queries import a_registration
from tests.factories import NOW, a_centre, a_person, an_event, kept


async def test_the_nearest_in_topic_then_the_soonest_of_the_centre(database: Database) -> None:
    """Three at most, with free seats and open registration; never the one that is off."""

    async def work(session: Any) -> list[str]:
        centre = a_centre()
        days = timedelta(days=1)
        off = an_event(title_lt="Formuojamasis vertinimas", status=Status.CANCELLED, centre=centre)
        events = [
            an_event(title_lt="Vertinimas kitaip", starts=NOW + 40 * days),
            an_event(title_lt="Vertinimas pilnas", starts=NOW + 5 * days, seats=1),
            an_event(title_lt="Vertinimas baigtas", registration_closes=NOW),
            an_event(title_lt="Keramika", starts=NOW + 30 * days, centre=centre),
            an_event(title_lt="Akvarelė", starts=NOW + 3 * days, centre=centre),
            an_event(title_lt="Šokis", starts=NOW + 50 * days, centre=centre),
            an_event(title_lt="Svetima keramika"),
        ]
        person = a_person()
        await kept(session, off, *events, person)
        await stamp(session, off, *events)
        await kept(session, a_registration(events[1], person, State.CONFIRMED, 1))
        index = await Finder(Index()).index(session)
        found = await alternatives(session, event=off, index=index, now=NOW)
        return [one.title_lt for one in found]

    assert await database.write(work) == ["Vertinimas kitaip", "Akvarelė", "Keramika"]


async def test_what_else_there_is_for_the_same_people(database: Database) -> None:
    """Where nothing of the topic is left, a primary teacher is shown what is for them."""

    async def work(session: Any) -> list[str]:
        whom = ["pradinių klasių mokytojai"]
        off = an_event(title_lt="Keramika", audience=whom, status=Status.CANCELLED)
        events = [
            an_event(title_lt="Vertinimas", audience=whom),
            an_event(title_lt="Vairavimas", audience=["logopedai"]),
        ]
        await kept(session, off, *events)
        await stamp(session, off, *events)
        index = await Finder(Index()).index(session)
        found = await alternatives(session, event=off, index=index, now=NOW)
        return [one.title_lt for one in found]

    assert await database.write(work) == ["Vertinimas"]
