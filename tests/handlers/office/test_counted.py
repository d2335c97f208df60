"""The time and the centres under a title."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.numbers.periods import Period
from catalogue.people.rights import Right
from catalogue.people.tables import Role
from handlers.office import counted
from handlers.office.callbacks.numbers import Numbers
from tests.factories import a_centre, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import labels


@pytest.mark.parametrize(
    ("role", "right", "expected"),
    [
        (None, Right.NUMBERS, "Visi centrai"),
        (Role.COORDINATOR, Right.FEEDBACK, "Kauno centras"),
        (Role.LECTURER, Right.FEEDBACK, "Jūsų renginiai"),
    ],
)
async def test_whose_it_is(
    session: AsyncSession, role: Role | None, right: Right, expected: str
) -> None:
    """An owner's are all centres, a coordinator's their own, a lecturer's single events."""
    event = an_event(centre=a_centre(name="Kauno centras"))
    await kept(session, event, a_centre())
    talk = (
        await employed(session, role, event.centre, event=event)
        if role
        else await an_owner_of_the_house(session)
    )
    under = await counted.under(talk, right, Period.SCHOOL_YEAR, 0)
    assert under == f"2026–2027 m. m. · {expected}"
    one = await counted.under(talk, right, Period.SCHOOL_YEAR, event.centre_id)
    assert role is Role.LECTURER or one.endswith("· Kauno centras")


async def test_every_time_on_a_button(session: AsyncSession) -> None:
    """From the month to all the time."""
    talk = await an_owner_of_the_house(session)
    keyboard = counted.periods(talk, lambda period: Numbers(period=period))
    assert labels(keyboard)[0] == "2026 m. lapkritis"
    assert len(labels(keyboard)) == len(Period)
