"""What a teacher may do to us, and we to them, without meaning harm."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select

from bot.playground.server import Server
from bot.tables import Conversation
from catalogue.database import Database
from catalogue.programme.tables import Event, Status
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone, calm

pytestmark = ON_SQLITE

Programme = Callable[..., Any]


async def _joins(someone: Someone, code: str, title: str) -> None:
    someone.say(f"/start ev_{code}")
    await someone.see(title)
    await someone.press("Registruotis")
    await someone.see("vardas ir pavardė")
    someone.say("Ona Petraitienė")
    await someone.press("Sutinku")
    await someone.see("Registracija patvirtinta")


async def test_the_fullest_card_that_an_import_lets_in_is_shown(
    bot: Server, ona: Someone, programme: Programme
) -> None:
    """Thirty groups of two hundred letters are let in, and a message holds 4096."""
    audience = [f"{number} {'a' * 190}" for number in range(30)]
    await programme(code="PILNAS", title_lt="Pilnas", audience=audience, summary="s " * 1400)
    ona.say("/start ev_PILNAS")
    await ona.see("Pilnas", "Kur")


async def test_nothing_of_who_was_forgotten_stays_in_the_conversations(
    bot: Server, ona: Someone, database: Database, programme: Programme
) -> None:
    """The row of a conversation carries the Telegram number."""
    await programme(code="A1", title_lt="Pirmas")
    await _joins(ona, "A1", "Pirmas")
    ona.say("/istrinti")
    await ona.press("Taip, ištrinti")
    await ona.see("ištrinti")
    await calm()
    left = await database.read(
        lambda session: session.scalar(
            select(func.count()).where(Conversation.telegram_id == ona.id)
        )
    )
    assert left == 0


async def test_words_not_understood_leave_the_card_in_mind(
    bot: Server, ona: Someone, programme: Programme
) -> None:
    """After “nothing found” the next question is still about the event looked at."""
    await programme(code="A1", title_lt="Pirmas", place="Baltoji salė")
    await programme(code="B2", title_lt="Antras", place="Juodoji salė")
    ona.say("/start ev_A1")
    await ona.see("Pirmas")
    ona.say("sudie")
    await ona.see("")
    ona.say("kur vyksta?")
    message = await ona.see("Baltoji salė")
    assert "Juodoji salė" not in message["text"]


async def test_one_can_leave_an_event_taken_back_to_draft(
    bot: Server, ona: Someone, database: Database, programme: Programme
) -> None:
    """What stands under “Mano renginiai” as confirmed can be opened and left."""
    event_id = await programme(code="A1", title_lt="Pirmas")
    await _joins(ona, "A1", "Pirmas")

    async def back_to_draft(session: Any) -> None:
        (await session.get_one(Event, event_id)).status = Status.DRAFT

    await database.write(back_to_draft)
    ona.say("/mano")
    message = await ona.see("Mano")
    assert "Registracija patvirtinta" not in message["text"] or await _opens(ona)


async def _opens(someone: Someone) -> bool:
    await someone.press("1.")
    message = await someone.see("")
    return "nebėra" not in message["text"]
