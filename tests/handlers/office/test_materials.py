"""„Medžiaga“ of staff, and of the event's lecturer."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.types import Audio, Document, Message, PhotoSize, Video
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.materials.queries import of_event
from catalogue.materials.refusals import NotAMaterial, NotATitle
from catalogue.materials.tables import ForWhom, Medium
from catalogue.people.tables import Role
from catalogue.programme.tables import Event
from handlers.office import lectures, materials
from handlers.office.callbacks.materials import (
    EventMaterials,
    MaterialDeed,
    MaterialEvents,
    OneMaterial,
)
from handlers.replies import Replies
from handlers.talk import Talk
from tests.factories import NOW, an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, texts, written

FILE: dict[str, Any] = {"file_id": "BQAC", "file_unique_id": "1"}
MOVING: dict[str, Any] = FILE | {"duration": 3}


@pytest.fixture
async def event(session: AsyncSession) -> Event:
    event = an_event(title_lt="Vertinimas", starts=NOW - timedelta(days=1))
    await kept(session, event)
    return event


@pytest.fixture
async def jonas(session: AsyncSession, event: Event) -> Talk:
    """Its lecturer."""
    return await employed(session, Role.LECTURER, event.centre, event=event)


async def give(talk: Talk, event: Event, message: Message) -> Replies:
    await materials.ask(pressed(), EventMaterials(event=event.id, add=True), talk)
    replies: Replies = await materials.given(message, talk)
    return replies


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            written(document=Document(**FILE, file_name="a.b.pdf")),
            (Medium.DOCUMENT, "a.b", False),
        ),
        (written(document=Document(**FILE)), (Medium.DOCUMENT, "Failas", False)),
        (
            written(photo=[PhotoSize(**FILE, width=1, height=1)], caption=" Lenta\n1 "),
            (Medium.PHOTO, "Lenta 1", False),
        ),
        (
            written(video=Video(**MOVING, width=1, height=1)),
            (Medium.VIDEO, "Vaizdo įrašas", True),
        ),
        (
            written(audio=Audio(**MOVING, file_name="garsas.mp3")),
            (Medium.AUDIO, "garsas", True),
        ),
        (written("https://centras.lt/a"), (Medium.LINK, "centras.lt", False)),
        (written("Įrašas https://youtu.be/1"), (Medium.LINK, "Įrašas", True)),
    ],
)
async def test_whatever_is_sent_has_a_name(
    jonas: Talk, event: Event, message: Message, expected: tuple[Medium, str, bool]
) -> None:
    """From the words beside it, else from the file; for those who came, until staff say more."""
    told = texts(await give(jonas, event, message))[0]
    assert told.startswith("Pridėta.")
    (one,) = await of_event(jonas.session, event.id)
    assert (one.medium, one.title, one.is_recording) == expected
    assert one.for_whom is ForWhom.CAME


async def test_what_is_neither_a_file_nor_a_link_is_refused(jonas: Talk, event: Event) -> None:
    """The form waits for another try."""
    for message in (written("skaidrės"), written(sticker=None)):
        with pytest.raises(NotAMaterial):
            await give(jonas, event, message)


async def test_words_after_a_link_name_it(jonas: Talk, event: Event) -> None:
    """And the next link is one of its own."""
    await give(jonas, event, written("https://centras.lt/a"))
    assert "<b>Skaidrės</b>" in texts(await materials.given(written("Skaidrės"), jonas))[0]
    await materials.given(written("https://centras.lt/b"), jonas)
    titles = [one.title for one in await of_event(jonas.session, event.id)]
    assert titles == ["Skaidrės", "centras.lt"]


async def test_one_thing_is_named_put_in_order_and_meant_for_somebody(
    jonas: Talk, event: Event
) -> None:
    """Every press shows how it is now; removing asks first."""
    for text in ("https://centras.lt/a Pirmas", "https://centras.lt/b Antras"):
        await give(jonas, event, written(text))
    first, second = await of_event(jonas.session, event.id)

    async def press(deed: MaterialDeed) -> Replies:
        data = OneMaterial(material=second.id, deed=deed)
        replies: Replies = await materials.change(pressed(), data, jonas)
        return replies

    assert "✓ Visiems" in buttons(await press(MaterialDeed.EVERYBODY))
    assert "✓ Tai įrašas" in buttons(await press(MaterialDeed.RECORDING))
    await press(MaterialDeed.UP)
    data = OneMaterial(material=second.id, deed=MaterialDeed.RENAME)
    await materials.ask_title(pressed(), data, jonas)
    with pytest.raises(NotATitle):
        await materials.renamed(written("a" * 121), jonas)
    assert (
        "<b>Kitas</b>\nįrašas, centras.lt · visiems"
        in texts(await materials.renamed(written("Kitas"), jonas))[0]
    )
    shown = await materials.show(pressed(), EventMaterials(event=event.id), jonas)
    assert buttons(shown)[:2] == ["1. Kitas", "2. Pirmas"]
    assert "Kol lankomumas nepažymėtas" in texts(shown)[0]
    gone = OneMaterial(material=second.id, deed=MaterialDeed.REMOVE)
    assert "Pašalinti „Kitas“?" in texts(await materials.remove(pressed(), gone, jonas))[0]
    gone.deed = MaterialDeed.REALLY
    await materials.remove(pressed(), gone, jonas)
    assert list(await of_event(jonas.session, event.id)) == [first]


async def test_a_lecturer_finds_events_that_are_over(jonas: Talk, event: Event) -> None:
    """By way of the list of their lectures, where only the coming ones stand."""
    assert "Medžiaga" in buttons(await lectures.show(written(), jonas))
    shown = await materials.events(pressed(), MaterialEvents(), jonas)
    assert [one for one in buttons(shown) if "Vertinimas" in one]
    door = await employed(jonas.session, Role.DOOR, event.centre)
    assert "Medžiaga" not in buttons(await lectures.show(written(), door))
