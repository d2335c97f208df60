"""Messages made at the moment they are sent: which recipe is made by whom."""

from datetime import datetime

from anyio import CapacityLimiter, to_process
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing import (
    announcing,
    certificates,
    decisions,
    digests,
    doors,
    enquiries,
    feedback,
    files,
    gathering,
    glossary,
    heads,
    leaving,
    materials,
    nearing,
    notices,
    own_data,
    passing,
    plans,
    practice,
    registrations,
    reminders,
    why,
)
from bot.composing.making import Drawing, Make, Making
from catalogue.database import Database
from handlers.talk import House
from handlers.words.speech import Speech
from scheduler.files import File
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
    **doors.KINDS,
    **plans.KINDS,
    **practice.KINDS,
    **enquiries.KINDS,
    **files.KINDS,
    **certificates.KINDS,
    **materials.KINDS,
    **feedback.KINDS,
    **gathering.KINDS,
    **glossary.KINDS,
    **heads.KINDS,
    **why.KINDS,
}


def composer(database: Database, voices: dict[str, Speech], house: House) -> Compose:
    """`compose` for the sender. A recipe of an unknown kind raises KeyError."""
    one_at_a_time = CapacityLimiter(1)

    async def compose(recipe: Recipe, now: datetime) -> Composed | None:
        make, say = KINDS[recipe.kind], voices[recipe.language]

        async def made(session: AsyncSession) -> Composed | None:
            return await make(recipe.key, Making(session=session, say=say, now=now, house=house))

        found = await database.read(made)
        if not isinstance(found, Drawing):
            return found
        content = await to_process.run_sync(found.draw, cancellable=True, limiter=one_at_a_time)
        return Composed(found.method, found.payload, {found.field: File(found.name, content)})

    return compose
