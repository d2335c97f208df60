"""Choosing which part of the plan is to be a file."""

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Role
from catalogue.programme.periods import Period
from handlers.office import exporting
from handlers.office.callbacks.intake import Ending, Exporting
from handlers.replies import Errand
from tests.factories import a_centre, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, pressed, written


async def test_a_period_then_a_kind_of_file(session: AsyncSession) -> None:
    """Two presses; the job is told of one's own centres only."""
    centre = a_centre()
    await kept(session, centre)
    talk = await employed(session, Role.COORDINATOR, centre)
    names = ["Šis mėnuo", "Kitas mėnuo", "2026–2027 m. m.", "Viskas"]
    endings = ["xlsx", "csv", "ics", "jsonl"]
    shown = await exporting.choose(written("/eksportas"), talk)
    assert buttons(shown) == [*names[:2], f"✓ {names[2]}", names[3], *endings]
    data = Exporting(period=Period.NEXT_MONTH)
    shown = await exporting.other_period(pressed(), data, talk)
    assert buttons(shown) == [names[0], f"✓ {names[1]}", *names[2:], *endings]
    data = Exporting(period=Period.NEXT_MONTH, ending=Ending.ICS)
    errand = await exporting.make(pressed(), data, talk)
    assert isinstance(errand, Errand)
    assert errand.facts == {"period": "n", "ending": "ics", "centres": [centre.id]}


async def test_an_owner_of_the_house_has_every_centre(session: AsyncSession) -> None:
    """None stands for all of them."""
    talk = await an_owner_of_the_house(session)
    data = Exporting(period=Period.ALL, ending=Ending.XLSX)
    errand = await exporting.make(pressed(), data, talk)
    assert isinstance(errand, Errand)
    assert errand.facts["centres"] is None
