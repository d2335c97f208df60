"""Materials of an event that is over, to one who may have them."""

from datetime import UTC, datetime

from bot.composing.making import Make, Making, said
from catalogue.materials.queries import seen_by
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from handlers.materials import buttons
from handlers.words import materials as words
from scheduler.materials import KIND
from scheduler.sender import Composed


async def materials(key: str, making: Making) -> Composed | None:
    """The key is the event, the person, and when it was told of: only what was added together.

    Nothing where all of it was taken back, or is no longer for them.
    """
    event_id, person_id, moment = map(int, key.split(":"))
    event = await making.session.get(Event, event_id)
    person = await making.session.get(Person, person_id)
    if event is None or person is None or event.status is not Status.PUBLISHED:
        return None
    told_at = datetime.fromtimestamp(moment, UTC)
    seen = await seen_by(making.session, event, person)
    new = [one for one in seen if one.told_at == told_at]
    if not new:
        return None
    text = words.told(making.say, event, new)
    return said(text, buttons(making.say, event, new))


KINDS: dict[str, Make] = {KIND: materials}
