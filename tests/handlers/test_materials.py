"""„Medžiaga“ of an event, as a teacher opens it."""

from datetime import timedelta

import pytest
from aiogram.methods import SendAudio, SendDocument, SendMessage, SendPhoto, SendVideo

from catalogue.materials.refusals import MaterialGone
from catalogue.materials.tables import ForWhom, Medium
from handlers import cards, materials
from handlers.callbacks.programme import Materials, OpenEvent, OpenMaterial
from handlers.talk import Talk
from tests.catalogue.learning.past import attended
from tests.catalogue.materials.made_up import a_material
from tests.factories import kept
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, pressed, put, texts


async def test_each_thing_has_its_button_and_comes_as_what_it_was(talk: Talk) -> None:
    """A file by its number, with its title; a link leads there by itself."""
    event = await attended(talk.session, talk.person, title_lt="Vertinimas")
    kinds = {
        Medium.DOCUMENT: SendDocument,
        Medium.PHOTO: SendPhoto,
        Medium.VIDEO: SendVideo,
        Medium.AUDIO: SendAudio,
        Medium.LINK: SendMessage,
    }
    things = [
        a_material(event, medium=medium, position=place, title=f"<{medium.value}>")
        for place, medium in enumerate(kinds)
    ]
    await kept(talk.session, *things)
    shown = await materials.show(pressed(), Materials(event=event.id), talk)
    assert buttons(shown) == [
        *("1. <document>", "2. <photo>", "3. <video>", "4. <audio>", "5. <link>", "Renginys"),
    ]
    for one, method in zip(things, kinds.values(), strict=True):
        reply = await materials.open_one(pressed(), OpenMaterial(material=one.id), talk)
        assert isinstance(reply, method)
        said = reply.text if isinstance(reply, SendMessage) else reply.caption
        assert (said or "").startswith(f"&lt;{one.medium.value}&gt;")


async def test_what_is_not_for_one_is_neither_shown_nor_sent(talk: Talk, stranger: Talk) -> None:
    """Whatever button somebody has; the card has a door only where there is something."""
    event = await attended(talk.session, talk.person, title_lt="Vertinimas")
    card = OpenEvent(event=event.id)
    assert "Medžiaga" not in buttons(await cards.open_event(pressed(), card, talk))
    slides = a_material(event, medium=Medium.DOCUMENT)
    await kept(talk.session, slides)
    assert "Medžiaga" in buttons(await cards.open_event(pressed(), card, talk))
    assert "Medžiaga" not in buttons(await cards.open_event(pressed(), card, stranger))
    shown = await materials.show(pressed(), Materials(event=event.id), stranger)
    assert "Kol kas Jums čia nieko nėra." in texts(shown)[0]
    for number in (slides.id, 99):
        with pytest.raises(MaterialGone):
            await materials.open_one(pressed(), OpenMaterial(material=number), stranger)
    slides.for_whom = ForWhom.EVERYBODY
    reply = await materials.open_one(pressed(), OpenMaterial(material=slides.id), stranger)
    assert isinstance(reply, SendDocument)


async def test_before_the_event_it_is_promised(talk: Talk) -> None:
    """Staff see the way to their own page."""
    event = await put(talk, starts=talk.now + timedelta(days=3))
    shown = await materials.show(pressed(), Materials(event=event.id), talk)
    assert "Kai bus, parašysiu" in texts(shown)[0]
    rasa = await an_owner_of_the_house(talk.session)
    shown = await materials.show(pressed(), Materials(event=event.id), rasa)
    assert "Tvarkyti medžiagą" in buttons(shown)
