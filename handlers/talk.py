"""What every handler is given: who speaks, when, and the catalogue of this transaction."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from aiogram.fsm.context import FSMContext
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people import staff
from catalogue.people.languages import language_of
from catalogue.people.refusals import OwnersOnly, StaffOnly
from catalogue.people.tables import Person
from catalogue.programme.finder import Finder
from handlers.replies import Recipe
from handlers.words.speech import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What stays the same from turn to turn."""

    finder: Finder
    bot_username: str
    owner_ids: frozenset[int]
    default_language: str
    reminders: tuple[timedelta, ...] = ()

    def link(self, payload: str) -> str:
        """A deep link that opens the bot with `/start payload`."""
        return f"https://t.me/{self.bot_username}?start={payload}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One turn of one person. `say` speaks their language; in a private chat `chat_id` is their
    Telegram id, also after they were forgotten.
    """

    chat_id: int
    session: AsyncSession
    person: Person
    say: Speech
    now: datetime
    state: FSMContext
    house: House

    @property
    def is_owner(self) -> bool:
        return self.chat_id in self.house.owner_ids

    async def is_staff(self) -> bool:
        return self.is_owner or await staff.is_staff(self.session, person=self.person)

    def owners_only(self) -> None:
        """Raises OwnersOnly."""
        if not self.is_owner:
            raise OwnersOnly

    async def staff_only(self) -> None:
        """Raises StaffOnly."""
        if not await self.is_staff():
            raise StaffOnly

    def tell(self, other: Person, *, kind: str, key: str, urgent: bool = False) -> list[Recipe]:
        """A message to somebody else in their own language; none to one who was forgotten."""
        if other.telegram_id is None:
            return []
        language = language_of(other, default=self.house.default_language)
        return [
            Recipe(chat_id=other.telegram_id, kind=kind, key=key, language=language, urgent=urgent)
        ]
