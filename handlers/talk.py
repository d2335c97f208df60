"""What every handler is given: who speaks, when, and the catalogue of this transaction."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NoReturn

from aiogram.fsm.context import FSMContext
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers.finder import KnownAnswers
from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.finding.finder import Finder
from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed
from catalogue.people import staff
from catalogue.people.refusals import RightNeeded, StaffOnly
from catalogue.people.rights import EVERYWHERE, Realm, Right
from catalogue.people.tables import Person
from catalogue.practice.finder import PracticeFinder
from catalogue.programme.tables import Event
from handlers.words.speech import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What stays the same from turn to turn. `web` is where the bot's own pages are seen from
    outside, as `https://host`; empty where they are not.
    """

    finder: Finder
    bot_username: str
    owner_ids: frozenset[int]
    default_language: str
    reminders: tuple[timedelta, ...] = ()
    known: KnownAnswers = field(default_factory=KnownAnswers)
    web: str = ""
    practice: PracticeFinder = field(default_factory=PracticeFinder)

    def link(self, payload: str) -> str:
        """A deep link that opens the bot with `/start payload`."""
        return f"https://t.me/{self.bot_username}?start={payload}"

    def check_address(self, code: str) -> str:
        """Where a paper is checked: the address that its picture leads to."""
        return f"{self.web}/check/{code}" if self.web else self.link(f"chk_{code}")


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

    async def rights(self) -> frozenset[Right]:
        """Every right they have anywhere."""
        if self.is_owner:
            return frozenset(Right)
        return await staff.rights_of(self.session, person=self.person)

    async def realm(self, right: Right) -> Realm:
        """Where they have the right; owners of the house have each everywhere."""
        if self.is_owner:
            return EVERYWHERE
        return await staff.realm(self.session, person=self.person, right=right)

    async def centres(self, right: Right) -> list[Centre]:
        """Those as a whole where they have the right."""
        realm = await self.realm(right)
        return [one for one in await all_centres(self.session) if realm.has(centre_id=one.id)]

    async def may(self, right: Right, event: Event) -> bool:
        realm = await self.realm(right)
        return realm.has(centre_id=event.centre_id, event_id=event.id)

    async def need(self, right: Right, event: Event | None = None) -> None:
        """At this event's centre, or without one anywhere at all. Raises StaffOnly, RightNeeded."""
        realm = await self.realm(right)
        if not realm or (event and not realm.has(centre_id=event.centre_id, event_id=event.id)):
            await self._refuse()

    async def need_at(self, right: Right, centre_id: int | None) -> None:
        """At the whole centre; None is all of them. Raises StaffOnly, RightNeeded."""
        if not (await self.realm(right)).has(centre_id=centre_id):
            await self._refuse()

    async def is_staff(self) -> bool:
        """Whether they have any role."""
        return bool(await self.rights())

    def note(
        self,
        deed: Deed,
        *,
        centre_id: int | None = None,
        event: Event | None = None,
        about: Person | None = None,
        **facts: Any,
    ) -> None:
        """Into the journal, as `catalogue.journal.rules.note` has it."""
        journal.note(
            self.session,
            deed,
            by=self.person,
            now=self.now,
            centre_id=centre_id,
            event=event,
            about=about,
            **facts,
        )

    async def _refuse(self) -> NoReturn:
        raise RightNeeded if await self.is_staff() else StaffOnly
