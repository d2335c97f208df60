"""What a message may say to whom, at the moment it goes out."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.making import Making
from catalogue.database import Database
from catalogue.people.rights import Right
from catalogue.people.tables import Role, StaffMember
from handlers.words.speech import Speech
from tests.factories import NOW, VILNIUS, a_person, an_event, kept
from tests.handlers.talking import OWNER, a_house


async def test_who_may_hear_of_an_event(database: Database) -> None:
    """Its staff with the right, and owners of the house; no longer one who was let go."""

    async def work(session: AsyncSession) -> list[bool]:
        owner, rasa, ona, jonas = people = [a_person() for _ in range(4)]
        owner.telegram_id = OWNER
        event = an_event()
        await kept(session, *people, event)
        for person, role in ((rasa, Role.COORDINATOR), (ona, Role.DOOR)):
            member = StaffMember(
                person_id=person.id, role=role, since=NOW, centre_id=event.centre_id
            )
            await kept(session, member)
        making = Making(session=session, say=Speech("lt", VILNIUS), now=NOW, house=a_house())
        return [
            await making.may(one.id, Right.PARTICIPANTS, event) for one in (owner, rasa, ona, jonas)
        ]

    assert await database.write(work) == [True, True, False, False]
