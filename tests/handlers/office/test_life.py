"""Staff bring an event from stage to stage."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing.stages import Turn
from catalogue.journal.tables import JournalEntry
from catalogue.programme.refusals import StageOver
from catalogue.programme.tables import Event, Status
from catalogue.registrations.refusals import EventGone
from handlers.office import life, managing
from handlers.office.callbacks.programme import DeleteDraft
from handlers.office.callbacks.staff import EventTurn
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, W, queued
from tests.factories import NOW, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, labels, pressed, texts, written


async def turn(talk: Talk, event: Event, which: Turn, *, sure: bool = False) -> Any:
    data = EventTurn(event=event.id, turn=which, sure=sure)
    return await life.turn(pressed(data), data, talk)


async def test_from_draft_to_report(session: AsyncSession) -> None:
    """A press each, where nobody hears of it; the page says the stage."""
    owner = await an_owner_of_the_house(session)
    event = an_event(status=Status.DRAFT)
    await kept(session, event)
    assert "juodraštis" in (await managing.page(owner, event))[0]
    said = await turn(owner, event, Turn.PUBLISH)
    assert "<b>Būsena:</b> paskelbtas" in texts(said)[0]
    assert "Skelbti mokytojams" in buttons(said)
    said = await turn(owner, event, Turn.CLOSE)
    assert "registracija uždaryta" in texts(said)[0]
    event.starts_at -= timedelta(days=20)
    event.sessions[0].starts_at -= timedelta(days=20)
    event.sessions[0].ends_at -= timedelta(days=20)
    said = await turn(owner, event, Turn.REPORT)
    assert "ataskaita pateikta" in texts(said)[0]
    deeds = (await session.scalars(select(JournalEntry.deed).order_by(JournalEntry.id))).all()
    assert [str(deed) for deed in deeds] == ["event_published", "event_changed", "event_reported"]


async def test_cancelling_says_how_many_hear(session: AsyncSession) -> None:
    """Asked for a reason, which is repeated; only then is it off, and so when it is on again."""
    owner = await an_owner_of_the_house(session)
    event, _ = await queued(session, [C, W])
    asked = await turn(owner, event, Turn.CANCEL)
    assert "Bus pranešta 2 žmonėms" in texts(asked)[0]
    assert buttons(asked) == ["Be priežasties", "Atgal"]
    sure = await life.reason_written(written("Susirgo  lektorė."), owner)
    assert "Priežastis: Susirgo lektorė." in texts(sure)[0]
    assert event.status is Status.PUBLISHED
    done = await turn(owner, event, Turn.CANCEL, sure=True)
    assert "<b>Būsena:</b> atšauktas" in texts(done)[0]
    assert (event.status, event.cancel_reason) == (Status.CANCELLED, "Susirgo lektorė.")
    again = await turn(owner, event, Turn.PUBLISH)
    assert ("Bus pranešta 2" in texts(again)[0], event.status) == (True, Status.CANCELLED)
    await turn(owner, event, Turn.PUBLISH, sure=True)
    assert (event.status, event.cancel_reason) == (Status.PUBLISHED, "")


async def test_a_stale_button_changes_nothing(session: AsyncSession) -> None:
    """What was at that stage when the button was sent may be at another by now."""
    owner = await an_owner_of_the_house(session)
    event = an_event(starts=NOW + timedelta(days=3))
    await kept(session, event)
    with pytest.raises(StageOver):
        await turn(owner, event, Turn.REPORT, sure=True)


async def test_a_draft_is_deleted_after_a_question(session: AsyncSession) -> None:
    """From its page, which only a draft has a button for; its old buttons open nothing."""
    owner = await an_owner_of_the_house(session)
    event = an_event(status=Status.DRAFT, title_lt="Robotika")
    await kept(session, event)
    _, keyboard = await managing.page(owner, event, more=True)
    assert "Ištrinti juodraštį" in labels(keyboard)
    data = DeleteDraft(event=event.id)
    asked = await life.delete_draft(pressed(data), data, owner)
    assert buttons(asked) == ["Taip, ištrinti juodraštį", "Atgal"]
    sure = data.model_copy(update={"sure": True})
    done = await life.delete_draft(pressed(sure), sure, owner)
    assert texts(done) == ["Juodraštis „Robotika“ ištrintas."]
    with pytest.raises(EventGone):
        await life.delete_draft(pressed(sure), sure, owner)
    entry = (await session.scalars(select(JournalEntry))).one()
    assert entry.facts == {"title": "Robotika"}
    event = an_event()
    await kept(session, event)
    _, keyboard = await managing.page(owner, event, more=True)
    assert "Ištrinti juodraštį" not in labels(keyboard)
