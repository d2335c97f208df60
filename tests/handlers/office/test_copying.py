"""Staff copy an event into the coming year."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role
from catalogue.programme.tables import Event
from handlers.office import copying, creating
from handlers.office.callbacks.programme import CopyEvent, LastYear
from handlers.talk import Talk
from tests.factories import NOW, an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, texts, written


async def test_from_last_years_list_to_a_draft(session: AsyncSession) -> None:
    """Looked at first, with the holidays that it would fall into; made by a press."""
    event = an_event(starts=NOW - timedelta(days=332), title_lt="Vertinimas", seats=20)
    await kept(session, event)
    rita = await employed(session, Role.COORDINATOR, event.centre)
    assert "Pernykščiai" in buttons(await creating.door(written("/naujas"), rita))
    listed = await copying.last_year(pressed(), LastYear(), rita)
    assert buttons(listed) == ["12-25 Vertinimas", "Atgal"]
    data = CopyEvent(event=event.id)
    seen = await copying.look(pressed(data), data, rita)
    assert "gruodžio 24 d., ketvirtadienis, 10:00" in texts(seen)[0]
    assert "gruodžio 24 d. pamokų nebus (žiemos (Kalėdų) atostogos)" in texts(seen)[0]
    assert buttons(seen) == ["Sukurti juodraštį", "Atgal"]
    assert await count(session) == 1
    made = await copying.make(pressed(), CopyEvent(event=event.id, sure=True), rita)
    assert buttons(made)[:3] == ["Paskelbti", "Palikti juodraščiu", "Keisti"]
    assert await count(session) == 2


async def test_nobody_else_may(talk: Talk, session: AsyncSession) -> None:
    """Neither see the list nor copy."""
    event = an_event()
    await kept(session, event)
    for tried in (
        copying.last_year(pressed(), LastYear(), talk),
        copying.look(pressed(), CopyEvent(event=event.id), talk),
        copying.make(pressed(), CopyEvent(event=event.id, sure=True), talk),
    ):
        with pytest.raises(StaffOnly):
            await tried


async def count(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(Event)) or 0
