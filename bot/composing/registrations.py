"""What a person hears of their own registrations."""

from bot.composing.making import Make, Making
from bot.payloads import written
from catalogue.programme.calendar import calendar
from catalogue.programme.tables import Event, Status
from catalogue.registrations.rules import HOLDS_A_SEAT, registration_of
from catalogue.registrations.tables import Registration
from handlers import keyboards
from handlers.words import registrations as words
from scheduler.mouth import File
from scheduler.sender import Composed


async def moved_up(key: str, making: Making) -> Composed | None:
    """No longer said to one who has left meanwhile, or after the start."""
    registration = await making.session.get(Registration, int(key))
    if registration is None or registration.state not in HOLDS_A_SEAT:
        return None
    event = await making.session.get_one(Event, registration.event_id)
    if event.starts_at <= making.now or event.status is not Status.PUBLISHED:
        return None
    text = words.moved_up(making.say, event, registration.state, now=making.now)
    return Composed("sendMessage", written(text, keyboards.registered(making.say, event)))


async def event_calendar(key: str, making: Making) -> Composed | None:
    """The link to join stands in it only for those who take part."""
    event_id, person_id = map(int, key.split(":"))
    event = await making.session.get(Event, event_id)
    if event is None or event.status is Status.DRAFT:
        return None
    own = await registration_of(making.session, event_id=event_id, person_id=person_id)
    takes_part = own is not None and own.state in HOLDS_A_SEAT
    say = making.say
    content = calendar(
        event, language=say.language, now=making.now, zone=say.timezone, with_links=takes_part
    )
    file = File(name=f"{event.code}.ics", content=content)
    return Composed(
        "sendDocument", {"caption": words.calendar_caption(say, event)}, {"document": file}
    )


KINDS: dict[str, Make] = {"moved_up": moved_up, "calendar": event_calendar}
