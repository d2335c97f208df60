"""Messages made at the moment they are sent, from the truth of that moment."""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from bot.payloads import written
from bot.tables import Conversation
from catalogue.database import Database
from catalogue.people.queries import kept
from catalogue.people.tables import Person
from catalogue.programme.calendar import calendar
from catalogue.programme.tables import Event, Status
from catalogue.registrations.rules import HOLDS_A_SEAT, registration_of
from catalogue.registrations.tables import Registration
from handlers import keyboards
from handlers.words import people as people_words
from handlers.words import registrations as words
from handlers.words.speech import Speech
from scheduler.mouth import File
from scheduler.outbox import Recipe
from scheduler.sender import Compose, Composed


def composer(database: Database, voices: dict[str, Speech]) -> Compose:
    """`compose` for the sender. A recipe of an unknown kind raises KeyError."""

    async def compose(recipe: Recipe, now: datetime) -> Composed | None:
        make = KINDS[recipe.kind]
        return await database.read(partial(make, recipe.key, voices[recipe.language], now))

    return compose


async def _moved_up(key: str, say: Speech, now: datetime, session: AsyncSession) -> Composed | None:
    """No longer said to one who has left meanwhile, or after the start."""
    registration = await session.get(Registration, int(key))
    if registration is None or registration.state not in HOLDS_A_SEAT:
        return None
    event = await session.get_one(Event, registration.event_id)
    if event.starts_at <= now or event.status is not Status.PUBLISHED:
        return None
    text = words.moved_up(say, event, registration.state, now=now)
    return Composed("sendMessage", written(text, keyboards.registered(say, event)))


async def _calendar(key: str, say: Speech, now: datetime, session: AsyncSession) -> Composed | None:
    """The link to join stands in it only for those who take part."""
    event_id, person_id = map(int, key.split(":"))
    event = await session.get(Event, event_id)
    if event is None or event.status is Status.DRAFT:
        return None
    own = await registration_of(session, event_id=event_id, person_id=person_id)
    takes_part = own is not None and own.state in HOLDS_A_SEAT
    content = calendar(
        event, language=say.language, now=now, zone=say.timezone, with_links=takes_part
    )
    file = File(name=f"{event.code}.ics", content=content)
    return Composed(
        "sendDocument", {"caption": words.calendar_caption(say, event)}, {"document": file}
    )


async def _my_data(key: str, say: Speech, _now: datetime, session: AsyncSession) -> Composed | None:
    person = await session.get(Person, int(key))
    if person is None or person.telegram_id is None:
        return None
    facts = await kept(session, person=person)
    conversation = await session.get(Conversation, person.telegram_id)
    facts["conversation"] = conversation.data if conversation else {}
    content = json.dumps(people_words.my_data(say, facts), ensure_ascii=False, indent=2)
    file = File(name=people_words.my_data_file(say), content=content.encode())
    return Composed(
        "sendDocument", {"caption": str(people_words.my_data_comes(say))}, {"document": file}
    )


#: How each kind of recipe is made, from its key.
KINDS: dict[str, Callable[[str, Speech, datetime, AsyncSession], Awaitable[Composed | None]]] = {
    "moved_up": _moved_up,
    "calendar": _calendar,
    "my_data": _my_data,
}
