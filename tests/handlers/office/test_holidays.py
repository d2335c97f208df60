"""Staff keep the calendar of school holidays."""

from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role, StaffMember
from catalogue.programme.holidays import Days, entered, school_days
from catalogue.programme.refusals import NotHolidays
from handlers.forms import Form
from handlers.office import holidays
from handlers.office.callbacks import staff as staff_callbacks
from handlers.talk import Talk
from tests.factories import NOW, kept
from tests.handlers.talking import buttons, pressed, rewritten, texts, written

AUTUMN = "Rudens atostogos 2027-10-25 – 2027-10-29"


@pytest.fixture
async def rasa(talk: Talk, session: AsyncSession) -> Talk:
    """The talk of one who is staff."""
    await kept(session, StaffMember(person_id=talk.person.id, role=Role.COORDINATOR, since=NOW))
    return talk


async def test_staff_enter_and_remove_holidays(rasa: Talk) -> None:
    """Typed once, shown at once, gone with a press; until then the usual rule holds."""
    page = await holidays.show(written("/atostogos"), rasa)
    assert "galioja įprasta tvarka" in texts(page)[0]
    assert "žiemos (Kalėdų) atostogos: 2026 m. gruodžio 24 d." in texts(page)[0]
    assert buttons(page) == ["Pridėti atostogas"]
    add = staff_callbacks.Holidays(add=True)
    await holidays.ask(pressed(add), rasa)
    assert await rasa.state.get_state() == Form.holidays.state
    with pytest.raises(NotHolidays):
        await holidays.written(written("spalį"), rasa)
    assert await rasa.state.get_state() == Form.holidays.state
    shown = await holidays.written(written(AUTUMN), rasa)
    assert await rasa.state.get_state() is None
    assert "Rudens atostogos: 2027 m. spalio 25 d." in texts(shown)[0]
    assert buttons(shown)[0] == "Pašalinti: Rudens atostogos 2027-10-25"
    days = Days(name="Rudens atostogos", first=date(2027, 10, 25), last=date(2027, 10, 29))
    assert (await school_days(rasa.session)).entered == (days,)
    remove = staff_callbacks.Holidays(remove=(await entered(rasa.session))[0].id)
    left = await holidays.remove(pressed(remove), remove, rasa)
    assert (rewritten(left), buttons(left)) == ([77], ["Pridėti atostogas"])


async def test_nobody_else_may(talk: Talk) -> None:
    """Not by the command, nor with a button that came into their hands, nor in the form."""
    remove = staff_callbacks.Holidays(remove=1)
    with pytest.raises(StaffOnly):
        await holidays.show(written("/atostogos"), talk)
    with pytest.raises(StaffOnly):
        await holidays.ask(pressed(remove), talk)
    with pytest.raises(StaffOnly):
        await holidays.remove(pressed(remove), remove, talk)
    with pytest.raises(StaffOnly):
        await holidays.written(written(AUTUMN), talk)
