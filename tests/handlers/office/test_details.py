"""Details of a new draft, added from its card."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Role
from catalogue.programme.refusals import NotUnderstood, StageOver
from catalogue.programme.tables import Event, Status
from handlers.office import details
from handlers.office.callbacks.programme import NewDetail
from handlers.office.creating import DETAILS
from handlers.talk import Talk
from tests.factories import an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, data, pressed, texts, written


async def given(session: AsyncSession) -> tuple[Talk, Event]:
    """A draft, and an event of the same centre with a lecturer."""
    draft = an_event(status=Status.DRAFT, title_lt="Robotika")
    await kept(session, draft)
    await kept(session, an_event(centre=draft.centre, lecturer="dr. Jonas Jonaitis"))
    return await employed(session, Role.COORDINATOR, draft.centre, name="Rasa Rasaitė"), draft


async def press(talk: Talk, carried: NewDetail | str) -> Any:
    carried = NewDetail.unpack(carried) if isinstance(carried, str) else carried
    return await details.detail(pressed(carried), carried, talk)


def asks(event: Event, name: str) -> NewDetail:
    return NewDetail(event=event.id, field=DETAILS.index(name))


async def test_two_presses_and_it_is_there(session: AsyncSession) -> None:
    """Offered are what the centre had, and oneself as the coordinator; the card comes back."""
    talk, draft = await given(session)
    asked = await press(talk, asks(draft, "lecturer"))
    assert buttons(asked) == ["dr. Jonas Jonaitis", "Praleisti"]
    card = await press(talk, data(asked, "dr. Jonas"))
    assert "<b>Lektorius:</b> dr. Jonas Jonaitis" in texts(card)[0]
    assert "+ Lektorius" not in buttons(card)
    asked = await press(talk, asks(draft, "coordinator"))
    assert buttons(asked) == ["Rasa Rasaitė", "Praleisti"]
    card = await press(talk, data(asked, "Praleisti"))
    assert "+ Koordinatorius" in buttons(card)
    assert (draft.lecturer, draft.coordinator) == ("dr. Jonas Jonaitis", "")


async def test_it_may_be_written(session: AsyncSession) -> None:
    """As in a file; what cannot be read is refused, and the form waits."""
    talk, draft = await given(session)
    await press(talk, asks(draft, "payer"))
    with pytest.raises(NotUnderstood):
        await details.written(written("x" * 5000), talk)
    card = await details.written(written("mokykla"), talk)
    assert "+ Mokėtojas" not in buttons(card)
    assert draft.payer == "mokykla"


async def test_only_of_a_draft(session: AsyncSession) -> None:
    """What teachers see is edited, looked at and saved."""
    talk, draft = await given(session)
    draft.status = Status.PUBLISHED
    with pytest.raises(StageOver):
        await press(talk, asks(draft, "payer"))
