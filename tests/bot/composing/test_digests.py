"""New events, as things stand when the message goes out."""

from datetime import UTC, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.digests import digest, of_key
from bot.composing.making import Making
from catalogue.database import Database
from catalogue.programme.tables import Status
from catalogue.subscriptions.tables import Rhythm
from handlers.words.speech import Speech
from scheduler.sender import Composed
from tests.catalogue.subscriptions.news import asked, hit, published
from tests.factories import NOW, VILNIUS, a_person, kept
from tests.handlers.talking import a_house


def making(session: AsyncSession, language: str = "lt") -> Making:
    return Making(session=session, say=Speech(language, VILNIUS), now=NOW, house=a_house())


def labels(made: Composed | None) -> list[str]:
    assert made is not None
    return [one["text"] for row in made.payload["reply_markup"]["inline_keyboard"] for one in row]


async def test_a_digest_has_eight_in_full_and_a_button_for_each(database: Database) -> None:
    """The soonest first; below, one button for what was asked for, to change or to stop it."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        one = await asked(session, ona, words="ker<b>amika", rhythm=Rhythm.WEEKLY)
        for number in range(10):
            starts = NOW + timedelta(days=20 - number)
            event = await published(session, title_lt=f"Keramika {number}", starts=starts, seats=3)
            await hit(session, one, event, planned_at=NOW)
        key = f"{ona.id}:{NOW.astimezone(UTC).isoformat()}"
        assert of_key(key) == (ona.id, NOW)
        made = await digest(key, making(session))
        assert made is not None
        text = made.payload["text"]
        assert text.startswith("Programoje nauja, kaip prašėte: „ker&lt;b&gt;amika“")
        assert "1. <b>Keramika 9</b>\ngruodžio 3 d." in text
        assert ("8. <b>Keramika 2</b>" in text, "9. <b>" in text) == (True, False)
        assert ("liko 3 vietos" in text, text.endswith("Ir dar 2:")) == (True, True)
        assert len(labels(made)) == 11
        assert labels(made)[-1].startswith("Keisti ar stabdyti: ker<b>amika")
        english = await digest(key, making(session, "en"))
        assert english is not None
        assert english.payload["text"].startswith("New in the programme, as you asked:")

    await database.write(work)


async def test_a_wish_says_what_was_looked_for(database: Database) -> None:
    """And its button makes it lasting."""

    async def work(session: AsyncSession) -> Any:
        ona = a_person()
        await kept(session, ona)
        wish = await asked(session, ona, rhythm=Rhythm.ONCE, ended_at=NOW)
        event = await published(session)
        await hit(session, wish, event, planned_at=NOW)
        key = f"{ona.id}:{NOW.isoformat()}"
        made = await digest(key, making(session))
        event.status = Status.CANCELLED
        await session.flush()
        assert await digest(key, making(session)) is None
        return made

    made = await database.write(work)
    assert made.payload["text"].startswith("Ieškojote „keramika“. Dabar programoje yra:")
    assert labels(made)[-1] == "Pranešti ir toliau: keramika"
