"""/sritys: staff keep the priority fields."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import StaffOnly
from catalogue.programme.refusals import NotAField
from handlers.forms import Form
from handlers.office import fields
from handlers.office.callbacks.programme import Fields
from handlers.talk import Talk
from tests.factories import an_event, kept
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.office.test_editing import press
from tests.handlers.talking import buttons, pressed, texts, written

FIELD = "Skaitmeninės kompetencijos 2026-01-01 – 2028-12-31"


async def test_entered_offered_and_taken_out(session: AsyncSession) -> None:
    """An event is offered those of its day; one that a file brought is kept and said to be none."""
    owner = await an_owner_of_the_house(session)
    event = an_event(priority_field="Sena sritis", seats=None)
    await kept(session, event)
    assert buttons(await fields.show(written("/sritys"), owner)) == ["Pridėti prioritetinę sritį"]
    await fields.ask(pressed(), owner)
    with pytest.raises(NotAField):
        await fields.written(written("Skaitmeninės"), owner)
    assert await owner.state.get_state() == Form.priority_field.state
    page = await fields.written(written(FIELD), owner)
    assert "✓ Skaitmeninės kompetencijos: 2026-01-01 – 2028-12-31" in texts(page)[0]
    asked = await press(owner, event, "priority_field")
    assert buttons(asked)[0] == "Skaitmeninės kompetencijos"
    assert "Dabar: Sena sritis" in texts(asked)[0]
    assert "nėra prioritetinių sričių sąraše (/sritys)" in texts(asked)[0]
    left = await fields.remove(pressed(), Fields(remove=1), owner)
    assert "nė viena neįvesta" in texts(left)[0]


async def test_nobody_else_may(talk: Talk) -> None:
    """Not by the command, nor by a button, nor in the form."""
    for tried in (
        fields.show(written("/sritys"), talk),
        fields.ask(pressed(), talk),
        fields.written(written(FIELD), talk),
        fields.remove(pressed(), Fields(remove=1), talk),
    ):
        with pytest.raises(StaffOnly):
            await tried
