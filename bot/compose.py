"""Messages made at the moment they are sent: which recipe is made by whom."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing import (
    announcing,
    decisions,
    digests,
    enquiries,
    files,
    glossary,
    leaving,
    nearing,
    notices,
    own_data,
    plans,
    passing,
    registrations,
    reminders,
    why,
)
from bot.composing.making import Make, Making
from catalogue.database import Database
from handlers.talk import House
from handlers.words.speech import Speech
from scheduler.outbox import Recipe
from scheduler.sender import Compose, Composed

#: How each kind of recipe is made, from its key.
KINDS: dict[str, Make] = {
    **registrations.KINDS,
    **own_data.KINDS,
    **reminders.KINDS,
    **notices.KINDS,
    **decisions.KINDS,
    **leaving.KINDS,
    **passing.KINDS,
    **nearing.KINDS,
    **announcing.KINDS,
    **digests.KINDS,
    **plans.KINDS,
    **enquiries.KINDS,
    **files.KINDS,
    **glossary.KINDS,
    **why.KINDS,
}


def composer(database: Database, voices: dict[str, Speech], house: House) -> Compose:
    """`compose` for the sender. A recipe of an unknown kind raises KeyError."""

    async def compose(recipe: Recipe, now: datetime) -> Composed | None:
        make, say = KINDS[recipe.kind], voices[recipe.language]

        async def made(session: AsyncSession) -> Composed | None:
            return await make(recipe.key, Making(session=session, say=say, now=now, house=house))

        return await database.read(made)

    return compose
