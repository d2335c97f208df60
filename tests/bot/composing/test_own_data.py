"""Everything kept about a person, as the file they are given."""

import json
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.own_data import my_data
from bot.tables import Conversation
from catalogue.database import Database
from tests.bot.composing.test_digests import making
from tests.catalogue.subscriptions.news import asked, hit, published
from tests.factories import NOW, a_person, kept


async def test_my_data_has_everything_under_headings(database: Database) -> None:
    """What was asked for, what was told, the settings, the conversation, in one's own language."""

    async def work(session: AsyncSession) -> Any:
        ona = a_person(telegram_id=7, telephone="+37061234567", weekly_ceiling=2)
        talk = Conversation(telegram_id=7, state=None, data={"asked": {"1": "robotika"}})
        await kept(session, ona, talk)
        await hit(session, await asked(session, ona), await published(session), planned_at=NOW)
        return await my_data(str(ona.id), making(session))

    made = await database.write(work)
    assert made.method == "sendDocument"
    facts = json.loads(made.files["document"].content)
    assert facts["Telefonas"] == "+37061234567"
    assert facts["Naujienų ir skelbimų per savaitę, ne daugiau kaip"] == 2
    asked_for = facts["Apie ką prašėte pranešti"][0]
    assert asked_for["Jūsų žodžiais"] == "keramika"
    assert asked_for["Kaip dažnai"] == "iš karto"
    assert asked_for["Pranešta apie"] == ["Keramikos pradmenys"]
    assert "robotika" in str(facts["Nebaigtas pokalbis"])


async def test_nothing_for_one_who_was_forgotten(database: Database) -> None:
    """The request may be older than the farewell."""

    async def work(session: AsyncSession) -> Any:
        gone = a_person(telegram_id=None, forgotten_at=NOW)
        await kept(session, gone)
        return await my_data(str(gone.id), making(session)), await my_data("99", making(session))

    assert await database.write(work) == (None, None)
