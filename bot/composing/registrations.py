"""What a person hears of their own registrations."""

from bot.composing.making import Make, Making
from catalogue.files.calendar import calendar
from catalogue.programme.tables import Event, Status
from catalogue.registrations.queue import TAKES_PART
from catalogue.registrations.rules import registration_of
from handlers.words import registrations as words
from scheduler.files import File
from scheduler.sender import Composed


async def event_calendar(key: str, making: Making) -> Composed | None:
    """The link to join stands in it only for those who take part."""
    event_id, person_id = map(int, key.split(":"))
    event = await making.session.get(Event, event_id)
    if event is None or event.status is Status.DRAFT:
        return None
    own = await registration_of(making.session, event_id=event_id, person_id=person_id)
    takes_part = own is not None and own.state in TAKES_PART
    say = making.say
    content = calendar(
        event, language=say.language, now=making.now, zone=say.timezone, with_links=takes_part
    )
    file = File(name=f"{event.code}.ics", content=content)
    return Composed(
        "sendDocument", {"caption": words.calendar_caption(say, event)}, {"document": file}
    )


KINDS: dict[str, Make] = {"calendar": event_calendar}
