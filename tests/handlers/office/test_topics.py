"""What a coordinator is asked about before others."""

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.enquiries.rules import topics_of
from catalogue.people.tables import Role
from handlers.office import topics
from handlers.office.callbacks.enquiries import Topics
from tests.factories import a_centre, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, data, pressed, texts, written


async def test_topics_are_pressed_or_written(session: AsyncSession) -> None:
    """A tick for each that was taken, one's own first; a second press leaves it."""
    centre = a_centre()
    await kept(session, centre)
    rasa = await employed(session, Role.COORDINATOR, centre)
    page = await topics.choose(pressed(), Topics(), rasa)
    first = buttons(page)[0]
    chosen = Topics.unpack(data(page, first))
    page = await topics.choose(pressed(chosen), chosen, rasa)
    assert buttons(page)[0] == f"✓ {first}"
    page = await topics.written(written("projektai, olimpiados, Projektai"), rasa)
    assert "Projektai" in texts(page)[0]
    assert buttons(page)[:2] == ["✓ Projektai", "✓ Olimpiados"]
    for one in (chosen, Topics.unpack(data(page, "Olimpiados"))):
        page = await topics.choose(pressed(one), one, rasa)
    assert await topics_of(session, rasa.person) == ["Projektai"]
    assert buttons(page)[-1] == "Į klausimų sąrašą"
