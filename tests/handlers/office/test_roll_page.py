"""What stands below the list of a meeting, by when it is looked at."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people import traits
from catalogue.people.tables import Role, Trait
from handlers.office import roll_page
from handlers.talk import Talk
from tests.catalogue.learning.roll import an_open_event, registered
from tests.handlers.office.people import employed
from tests.handlers.talking import a_talk, labels


async def test_nobody_comes_before_the_door_opens(session: AsyncSession) -> None:
    """Neither a code nor somebody without a registration; from half an hour before both."""
    event = await an_open_event(session)
    talk = await employed(session, Role.DOOR, event.centre)
    for minutes, may in ((60, False), (20, True)):
        early = a_talk(session, talk.person, now=event.starts_at - timedelta(minutes=minutes))
        _, keyboard = await roll_page.page(early, event, event.sessions[0], 0)
        shown = {"Kodas prie durų", "Atvyko be registracijos"} & set(labels(keyboard))
        assert len(shown) == (2 if may else 0)


async def test_a_school_is_looked_for_by_those_who_see_it(session: AsyncSession) -> None:
    """At the door a name is all that is found by."""
    event = await an_open_event(session)
    _, ona = await registered(session, event, name="Ona Onaitė")
    await traits.add(session, ona, Trait.SCHOOL, "Akmenės gimnazija")

    async def finds(talk: Talk) -> bool:
        await talk.state.update_data(form={"roll": event.sessions[0].id, "sought": "akmenės"})
        _, keyboard = await roll_page.page(talk, event, event.sessions[0], 0)
        return "☐ Ona Onaitė" in labels(keyboard)

    assert await finds(await employed(session, Role.COORDINATOR, event.centre))
    assert not await finds(await employed(session, Role.DOOR, event.centre))
