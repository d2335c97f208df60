"""Staff edit the fields of an event."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing.pending import ASKED
from catalogue.journal.tables import JournalEntry
from catalogue.programme.refusals import NotUnderstood
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Notice
from handlers.browsing import mark
from handlers.forms import Form
from handlers.office import editing, years
from handlers.office.callbacks.programme import Edit, EditEvent, EditField, OfYear
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, queued
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, pressed, texts, written


async def write(talk: Talk, event: Event, name: str, text: str) -> Any:
    """Presses the field and writes what it should be."""
    await press(talk, event, name)
    return await editing.field_written(written(text), talk)


async def press(talk: Talk, event: Event, name: str, **more: Any) -> Any:
    data = EditField(event=event.id, field=ASKED.index(name), **more)
    return await editing.field(pressed(data), data, talk)


async def deed(talk: Talk, event: Event, which: Edit) -> Any:
    data = EditEvent(event=event.id, deed=which)
    does = {Edit.SHOW: editing.show, Edit.SAVE: editing.save, Edit.DROP: editing.drop}[which]
    return await does(pressed(data), data, talk)


async def test_several_fields_are_saved_together(session: AsyncSession) -> None:
    """Before and after, and how many hear, stand above one „Išsaugoti“; they hear once."""
    owner = await an_owner_of_the_house(session)
    event, _ = await queued(session, [C], title_lt="Vertinimas", city="")
    page = await deed(owner, event, Edit.SHOW)
    assert "Pavadinimas: Vertinimas" in buttons(page)
    assert "Išsaugoti" not in buttons(page)
    await write(owner, event, "city", "Vilnius")
    await write(owner, event, "price_eur", "25 Eur")
    seen = await press(owner, event, "mode", mark=mark("online"))
    assert "Kaina: nenurodyta → <b>25 €</b>" in texts(seen)[0]
    assert "kontaktiniu būdu → <b>nuotoliu</b>" in texts(seen)[0]
    assert "Bus pranešta 1 žmogui." in texts(seen)[0]
    assert "✓ Miestas: Vilnius" in buttons(seen)
    assert (event.city, event.price_eur) == ("", None)
    done = await deed(owner, event, Edit.SAVE)
    assert "Išsaugota; pranešama 1 žmogui." in texts(done)[0]
    assert (event.city, str(event.price_eur)) == ("Vilnius", "25.00")
    assert await session.scalar(select(func.count()).select_from(Notice)) == 1
    (entry,) = (await session.scalars(select(JournalEntry))).all()
    assert set(entry.facts["changed"]) == {"city", "mode", "price_eur"}
    assert "Išsaugoti" not in buttons(await deed(owner, event, Edit.SHOW))


async def test_a_field_says_what_stands_there(session: AsyncSession) -> None:
    """With what the centre used before; what cannot be taken is asked again, with the reason."""
    owner = await an_owner_of_the_house(session)
    event, _ = await queued(session, [], form="seminaras")
    asked = await press(owner, event, "form")
    assert "Dabar: seminaras" in texts(asked)[0]
    assert buttons(asked) == ["seminaras", "Išvalyti", "Atgal"]
    with pytest.raises(NotUnderstood):
        await write(owner, event, "seats", "daug")
    assert await owner.state.get_state() == Form.event_field.state
    emptied = await press(owner, event, "form", empty=True)
    assert "Forma: seminaras → <b>nenurodyta</b>" in texts(emptied)[0]
    await deed(owner, event, Edit.DROP)
    assert "Išsaugoti" not in buttons(await deed(owner, event, Edit.SHOW))
    assert event.form == "seminaras"


async def test_a_year_is_pressed_and_never_guessed(session: AsyncSession) -> None:
    """A day without one waits; a year without a form is out of date."""
    owner = await an_owner_of_the_house(session)
    event, _ = await queued(session, [])
    asked = await write(owner, event, "registration_closes", "lapkričio 24 d. 12:00")
    assert buttons(asked) == ["2026", "2027"]
    data = OfYear(year=2026)
    seen = await years.of_year(pressed(data), data, owner)
    assert "Registracija iki: nenurodyta → <b>lapkričio 24 d., an 12:00</b>" in texts(seen)[0]
    again = await years.of_year(pressed(data), data, owner)
    assert "nebegalioja" in texts(again)[0] or "pasen" in texts(again)[0]


async def test_what_somebody_else_changed_meanwhile_is_shown(session: AsyncSession) -> None:
    """Before it would be written over unseen."""
    owner = await an_owner_of_the_house(session)
    event, _ = await queued(session, [])
    await write(owner, event, "place", "Salė")
    event.revision += 1
    first = await deed(owner, event, Edit.SAVE)
    assert "pakeitė kažkas kitas" in texts(first)[0]
    assert event.place == ""
    await deed(owner, event, Edit.SAVE)
    assert event.place == "Salė"
