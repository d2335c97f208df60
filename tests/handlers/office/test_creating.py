"""/naujas: a new event by a dialogue."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role
from catalogue.programme.refusals import NotUnderstood
from catalogue.programme.tables import Event, Status
from handlers.browsing import mark
from handlers.office import creating, years
from handlers.office.callbacks.programme import Make, NewAnswer, NewEvents, OfYear
from handlers.talk import Talk
from tests.factories import NOW, a_centre, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, pressed, texts, written


async def deed(talk: Talk, which: Make) -> Any:
    data = NewEvents(deed=which)
    if which is Make.BEGIN:
        return await creating.begin(pressed(data), talk)
    if which is Make.DRAFTS:
        return await creating.drafts(pressed(data), data, talk)
    return await creating.turn(pressed(data), data, talk)


async def choose(talk: Talk, step: str, value: str = "", centre: int = 0) -> Any:
    data = NewAnswer(step=step, mark=mark(value), centre=centre)
    return await creating.answer(pressed(data), data, talk)


@pytest.fixture
async def rita(session: AsyncSession) -> Talk:
    """The coordinator of one centre with a past event."""
    past = an_event(
        starts=NOW - timedelta(days=300), form="seminaras", place="Salė", audience=["logopedai"]
    )
    await kept(session, past, a_centre())
    return await employed(session, Role.COORDINATOR, past.centre)


async def test_from_the_first_question_to_the_card(rita: Talk) -> None:
    """A centre of one's own is not asked for; suggestions are those of its events."""
    assert buttons(await creating.door(written("/naujas"), rita)) == [
        "Aprašyti naują renginį",
        "Pernykščiai",
    ]
    asked = await deed(rita, Make.BEGIN)
    assert ("Naujas renginys</b>, 1 iš" in texts(asked)[0], buttons(asked)) == (True, ["Mesti"])
    asked = await creating.written(written("Vertinimas"), rita)
    assert buttons(asked) == ["seminaras", "Atgal", "Praleisti", "Mesti"]
    await choose(rita, "form", "seminaras")
    with pytest.raises(NotUnderstood):
        await creating.written(written("kada nors"), rita)
    asked = await creating.written(written("gruodžio 5 d. 14:00–16:30\n12-12 14:00"), rita)
    assert buttons(asked) == ["2026", "2027"]
    asked = await years.of_year(pressed(OfYear(year=2026)), OfYear(year=2026), rita)
    assert buttons(asked)[:3] == ["kontaktiniu būdu", "nuotoliu", "vietoje arba nuotoliu"]
    await choose(rita, "mode", "onsite")
    await choose(rita, "city", "Kaunas")
    await choose(rita, "place", "Salė")
    await choose(rita, "audience", "logopedai")
    await choose(rita, "seats", "25")
    await deed(rita, Make.BACK)
    await choose(rita, "seats", "30")
    await deed(rita, Make.SKIP)
    card = await choose(rita, "hours", "6")
    assert "Juodraštis parengtas" in texts(card)[0]
    assert buttons(card) == [
        *("Paskelbti", "Palikti juodraščiu", "Keisti", "+ Lektorius", "+ Koordinatorius"),
        *("+ Finansavimas", "+ Mokėtojas", "+ Prioritetinė sritis"),
    ]
    event = await rita.session.scalar(select(Event).order_by(Event.id.desc()))
    assert event is not None
    assert (event.status, event.seats, event.city, event.place) == (
        Status.DRAFT, 30, "Kaunas", "Salė",
    )  # fmt: skip
    assert [one.starts_at.isoformat() for one in event.sessions] == [
        "2026-12-05T12:00:00+00:00",
        "2026-12-12T12:00:00+00:00",
    ]
    assert "Juodraščiai" in buttons(await creating.door(written("/naujas"), rita))
    assert "12-05 Vertinimas" in buttons(await deed(rita, Make.DRAFTS))


async def test_it_may_be_left_and_gone_on_with(rita: Talk) -> None:
    """Also thrown away; a press on what is not asked any more is out of date."""
    await deed(rita, Make.BEGIN)
    await creating.written(written("Vertinimas"), rita)
    await rita.state.clear()
    assert buttons(await creating.door(written("/naujas"), rita))[0] == (
        "Tęsti pradėtą renginį „Vertinimas“"
    )
    assert "Kokia renginio forma" in texts(await deed(rita, Make.RESUME))[0]
    assert "Kokia renginio forma" in texts(await choose(rita, "form", "nebuvo"))[0]
    assert "išmestas" in texts(await deed(rita, Make.DROP))[0]
    assert "Naujas renginys" in texts(await deed(rita, Make.RESUME))[0]


async def test_one_of_several_centres_is_chosen(session: AsyncSession) -> None:
    """By whoever may make events at more than one; at another they are refused."""
    centre = a_centre(name="Kauno centras")
    await kept(session, centre, a_centre(name="Vilniaus centras"))
    owner = await an_owner_of_the_house(session)
    assert buttons(await deed(owner, Make.BEGIN))[:2] == ["Kauno centras", "Vilniaus centras"]
    asked = await choose(owner, "centre", centre=centre.id)
    assert "Koks renginio pavadinimas" in texts(asked)[0]


async def test_nobody_else_may(talk: Talk) -> None:
    """Neither by the command, nor by a button, nor in the form."""
    for tried in (
        creating.door(written("/naujas"), talk),
        creating.door_again(pressed(), talk),
        deed(talk, Make.BEGIN),
        deed(talk, Make.DRAFTS),
        deed(talk, Make.RESUME),
        choose(talk, "form", "seminaras"),
        creating.written(written("Vertinimas"), talk),
    ):
        with pytest.raises(StaffOnly):
            await tried
