"""Staff paste a piece of a plan."""

import pytest
from aiogram.dispatcher.event.bases import SkipHandler
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.intake.tables import Intake, IntakeEvent
from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role
from catalogue.programme.tables import Event
from handlers.office import pasting
from handlers.office.callbacks.programme import PastedPlan
from handlers.talk import Talk
from tests.factories import a_centre, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, pressed, texts, written

PLAN = "12-05 14:00 Dirbtinis intelektas, 25 Eur\n12-07 10:00 Robotika\n12-08 STEAM"


async def test_the_year_is_asked_once_and_all_is_shown(session: AsyncSession) -> None:
    """With what could not be read; nothing is in the programme before a press."""
    centre = a_centre(name="Menų centras")
    await kept(session, centre, a_centre())
    rita = await employed(session, Role.COORDINATOR, centre)
    asked = await pasting.pasted(written(PLAN), rita)
    assert ("Kurių metų" in texts(asked)[0], buttons(asked)) == (True, ["2026", "2027"])
    seen = await pasting.asked(pressed(), PastedPlan(year=2026), rita)
    assert "nenurodyta valanda" in texts(seen)[0]
    rows = (await session.scalars(select(IntakeEvent).order_by(IntakeEvent.number))).all()
    assert [(row.centre_id, row.outcome) for row in rows] == [(centre.id, "added")] * 2
    assert await session.scalar(select(Event.id).limit(1)) is None


async def test_of_several_centres_one_is_pressed(session: AsyncSession) -> None:
    """All of it is of that one."""
    centre = a_centre(name="Menų centras")
    await kept(session, centre, a_centre(name="Vilniaus centras"))
    owner = await an_owner_of_the_house(session)
    plan = "2026 m. gruodis\n5 d. 14:00 DI\n7 d. 14:00 STEAM"
    asked = await pasting.pasted(written(plan), owner)
    assert buttons(asked) == ["Menų centras", "Vilniaus centras"]
    await pasting.asked(pressed(), PastedPlan(centre=centre.id), owner)
    (intake,) = (await session.scalars(select(Intake))).all()
    assert intake.refused == []


@pytest.mark.parametrize(
    "text",
    ["Kokie seminarai bus gruodžio 5 d.?\nO gruodžio 7 d.?", "Laba diena,\nar yra vietų?"],
)
async def test_a_question_of_staff_stays_a_question(session: AsyncSession, text: str) -> None:
    """However many lines it has."""
    owner = await an_owner_of_the_house(session)
    with pytest.raises(SkipHandler):
        await pasting.pasted(written(text), owner)


async def test_what_teachers_write_is_never_a_plan(talk: Talk) -> None:
    """Theirs goes on to be answered; a button in their hands does nothing."""
    with pytest.raises(SkipHandler):
        await pasting.pasted(written(PLAN), talk)
    with pytest.raises(StaffOnly):
        await pasting.asked(pressed(), PastedPlan(year=2026), talk)
