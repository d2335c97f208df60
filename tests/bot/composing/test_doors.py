"""The picture at the door, as it goes out."""

from typing import Any

import pytest

from bot.composing.doors import changed, closed, opened
from bot.composing.making import Drawing
from catalogue.database import Database
from catalogue.learning.doors import close_door, open_door, shown
from catalogue.learning.marking import entry_of, show_up
from catalogue.learning.tables import Door, Source
from tests.bot.composing.test_digests import labels, making
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW, a_person, kept


async def _door(session: Any) -> Door:
    """Of a meeting to which one of two has come."""
    event, rita = await an_open_event(session, title_lt="Vertinimas <A>"), a_person()
    await kept(session, rita)
    meeting = event.sessions[0]
    for number in range(2):
        own, _ = await registered(session, event)
        if not number:
            entry = await entry_of(session, own.id, meeting.id)
            await show_up(session, entry, Source.QR, now=NOW)
    return await open_door(
        session, event=event, meeting=meeting, chat_id=5, language="lt", by=rita, now=NOW
    )


@pytest.mark.parametrize(("make", "method"), [(opened, "sendPhoto"), (changed, "editMessageMedia")])
async def test_a_picture(sqlite_database: Database, make: Any, method: str) -> None:
    """With the codes of its moment, how many came, and the way to close it."""

    async def work(session: Any) -> None:
        door = await _door(session)
        seen = await shown(session, door, NOW)
        assert seen is not None
        made = await make(str(door.id), making(session))
        assert isinstance(made, Drawing)
        held = made.payload.get("media", made.payload)
        assert held["caption"].splitlines()[:3] == [
            "<b>Vertinimas &lt;A&gt;</b>",
            "<b>Atvyko 1 iš 2</b>",
            f"Kodas įvesti ranka: <b>{seen.to_type}</b>",
        ]
        assert held.get("media", "attach://photo") == "attach://photo"
        assert (made.method, made.field) == (method, "photo")
        (picture,) = made.draw.args
        assert f"start=at_{seen.meeting.id}_{seen.to_scan}" in picture.link
        assert picture.code == seen.to_type
        buttons = [row[0]["text"] for row in made.payload["reply_markup"]["inline_keyboard"]]
        assert buttons == ["Kodo nebereikia", "Į sąrašą"]

    await sqlite_database.write(work)


async def test_closed(sqlite_database: Database) -> None:
    """No picture comes late; it is said how many came."""

    async def work(session: Any) -> None:
        door = await _door(session)
        await close_door(session, door, now=NOW)
        assert await opened(str(door.id), making(session)) is None
        assert await changed(str(door.id), making(session)) is None
        made = await closed(str(door.id), making(session))
        assert made is not None
        assert "Atvyko 1 iš 2" in made.payload["text"]
        assert labels(made) == ["Į sąrašą"]
        assert await closed("999999", making(session)) is None

    await sqlite_database.write(work)
