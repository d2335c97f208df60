import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.journal import queries
from catalogue.journal.queries import Sought
from catalogue.journal.rules import note
from catalogue.journal.tables import KINDS, Deed, Kind
from catalogue.people.rights import EVERYWHERE, Realm
from tests.factories import NOW, a_person, an_event, kept


async def test_each_sees_the_deeds_of_their_own_centres(database: Database) -> None:
    """And what was done for all of them; one without a centre sees nothing at all."""

    async def work(session: AsyncSession) -> list[object]:
        rasa, rita = a_person(name="Rasa Rasaitė"), a_person(name="Rita Ritaitė")
        own, other = an_event(), an_event()
        await kept(session, rasa, rita, own, other)
        note(session, Deed.EVENT_MADE, by=rasa, now=NOW, event=own)
        await session.flush()
        note(session, Deed.EVENT_MADE, by=rita, now=NOW, event=other)
        await session.flush()
        note(session, Deed.WORD_TAUGHT, by=rita, now=NOW, said="a", meant="b")
        await session.flush()
        realm = Realm(frozenset({own.centre_id}))

        async def found(where: Realm, sought: Sought = Sought()) -> list[Deed]:  # noqa: B008
            rows = await queries.page(session, where, sought, first=0, most=9)
            return [one.entry.deed for one in rows]

        return [
            await found(realm),
            await found(EVERYWHERE),
            await found(Realm()),
            await found(realm, Sought(event_id=other.id)),
            await found(realm, Sought(person_id=rita.id)),
            await found(EVERYWHERE, Sought(kind=Kind.PROGRAMME, person_id=rita.id)),
            [one.id for one in await queries.events(session, realm)] == [own.id],
            [one.id for one in await queries.people(session, realm)] == [rita.id, rasa.id],
            await queries.people(session, Realm()),
            await queries.kinds(session, realm),
        ]

    made, taught = Deed.EVENT_MADE, Deed.WORD_TAUGHT
    assert await database.write(work) == [
        [taught, made],
        [taught, made, made],
        [],
        [],
        [taught],
        [made],
        True,
        True,
        [],
        [Kind.PROGRAMME, Kind.ANSWERS],
    ]


@pytest.mark.parametrize("deed", Deed)
def test_every_deed_is_of_one_kind(deed: Deed) -> None:
    """So that nothing is lost to one who looks by kind."""
    assert len([kind for kind, deeds in KINDS.items() if deed in deeds]) == 1
