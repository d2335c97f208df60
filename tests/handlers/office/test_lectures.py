from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import RightNeeded, StaffOnly
from catalogue.people.tables import Role
from catalogue.programme.tables import Status
from handlers.office import lectures
from handlers.office.callbacks.staff import Lectures
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, W, queued
from tests.factories import NOW, an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, texts, written


async def test_a_lecturer_sees_their_own_events(session: AsyncSession) -> None:
    """With the numbers of each; what is over, a draft and others' are not there."""
    event, _ = await queued(session, [C, C, W], title_lt="Vertinimas")
    over = an_event(centre=event.centre, starts=NOW - timedelta(days=2))
    draft = an_event(centre=event.centre, status=Status.DRAFT)
    await kept(session, over, draft, an_event(centre=event.centre))
    talk = await employed(session, Role.LECTURER, event.centre, event=event)
    said = await lectures.show(written("/paskaitos"), talk)
    heading, _, first, _, numbers = texts(said)[0].split("\n")
    assert (heading, first) == ("<b>Mano paskaitos</b>", "1. <b>Vertinimas</b>")
    assert numbers == "Patvirtinta: 2 iš 1 · Laukia eilėje: 1"
    assert buttons(said) == ["1. Vertinimas", "Pasibaigę renginiai", "Medžiaga", "Atsiliepimai"]


async def test_at_the_door_are_all_events_of_the_centre(session: AsyncSession) -> None:
    """The soonest first, page by page."""
    first = an_event()
    await kept(session, first, an_event())
    for _ in range(9):
        await kept(session, an_event(centre=first.centre, seats=None))
    talk = await employed(session, Role.DOOR, first.centre)
    said = await lectures.show(written("/paskaitos"), talk)
    assert texts(said)[0].startswith("<b>Centro renginiai</b>")
    assert buttons(said)[-2:] == ["Daugiau", "Pasibaigę renginiai"]
    said = await lectures.turn_page(pressed(), Lectures(page=1), talk)
    assert "10. <b>" in texts(said)[0]
    said = await lectures.turn_page(pressed(), Lectures(page=7), talk)
    assert "Būsimų renginių čia nėra." in texts(said)[0]


async def test_others_have_no_such_list(session: AsyncSession, talk: Talk) -> None:
    """Neither a teacher nor one who sees numbers only."""
    observer = await employed(session, Role.OBSERVER, None)
    for who, refusal in ((talk, StaffOnly), (observer, RightNeeded)):
        with pytest.raises(refusal):
            await lectures.show(written("/paskaitos"), who)
