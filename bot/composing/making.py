"""What every recipe is made with."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from aiogram.types import InlineKeyboardMarkup
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payloads import written
from catalogue.people.rights import Right
from catalogue.people.staff import realm
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from handlers.talk import House
from handlers.words.speech import Speech
from scheduler.sender import Composed


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """One look at the truth of this moment, and the language to say it in."""

    session: AsyncSession
    say: Speech
    now: datetime
    house: House

    async def may(self, person_id: int, right: Right, event: Event) -> bool:
        """Whether one of staff, to whom this goes, still has the right there."""
        person = await self.session.get_one(Person, person_id)
        where = await realm(
            self.session, person=person, right=right, owner_ids=self.house.owner_ids
        )
        return where.has(centre_id=event.centre_id, event_id=event.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing(Composed):
    """A file that takes a moment to make: `draw` computes it in a process of its own, after the
    look at the database is over. It is a function of a module with values, to be pickled. The
    `field` is the method's parameter, or what its payload calls `attach://field`.
    """

    name: str
    draw: partial[bytes]
    method: str = "sendDocument"
    field: str = "document"


def said(text: str, keyboard: InlineKeyboardMarkup | None = None) -> Composed:
    """A message of its own, with what there is to press below it."""
    return Composed("sendMessage", written(text, keyboard))


#: From a recipe's key; None when it no longer applies.
Make = Callable[[str, Making], Awaitable[Composed | None]]
