"""Looking for a person through all the lists that one sees."""

from datetime import timedelta
from typing import Any

from catalogue.database import Database
from catalogue.participants.seeking import people_of
from catalogue.people import traits
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.people.tables import Trait
from tests.catalogue.registrations.test_queue import C, queued
from tests.factories import NOW

DAY = timedelta(days=1)


async def test_the_soonest_stand_first_and_then_the_latest(database: Database) -> None:
    """What was more than a year ago is not looked through, and the forgotten are not found."""

    async def work(session: Any) -> list[str]:
        starts = {"Po": 20, "Tuoj": 2, "Vakar": -1, "Seniai": -90, "Pernai": -400, "Dingo": 3}
        for name, days in starts.items():
            _, (person,) = await queued(session, [C], starts=NOW + days * DAY)
            person.name = f"Žaneta {name}"
            person.forgotten_at = NOW if name == "Dingo" else None
        await session.flush()
        found = await people_of(session, "zanet", whole=EVERYWHERE, names=EVERYWHERE, now=NOW)
        return [one.name.split()[1] for one in found]

    assert await database.write(work) == ["Tuoj", "Po", "Vakar", "Seniai"]


async def test_a_school_finds_those_alone_whose_school_one_may_see(
    sqlite_database: Database,
) -> None:
    """At the event whose whole list one has, and not where one sees names."""

    async def work(session: Any) -> None:
        own, (ona,) = await queued(session, [C])
        other, (petras,) = await queued(session, [C])
        for person in (ona, petras):
            person.name = "Ona Petraitienė"
            await traits.add(session, person, Trait.SCHOOL, "Akmenės gimnazija")
        realm = Realm(centres=frozenset({own.centre_id, other.centre_id}))
        whole = Realm(centres=frozenset({own.centre_id}))
        (found,) = await people_of(session, "akmenes gimn", whole=whole, names=realm, now=NOW)
        assert (found.event_id, found.is_whole) == (own.id, True)
        named = await people_of(session, "petraitienė", whole=whole, names=realm, now=NOW)
        assert {(one.event_id, one.school) for one in named} == {
            (own.id, "Akmenės gimnazija"), (other.id, ""),
        }  # fmt: skip

    await sqlite_database.write(work)
