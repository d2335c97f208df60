"""Reminders, as things stand when they go out."""

from bot.composing.making import Make, Making, said
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.reminders import Reminder, is_superseded, reminders_of
from catalogue.registrations.tables import Registration
from handlers.reminding import below
from handlers.words import reminders as words
from scheduler.sender import Composed


async def reminder(key: str, making: Making) -> Composed | None:
    """No longer said of a meeting that was moved, has begun, or that one need not come to; nor
    where one nearer to the start is due as well.
    """
    registration_id, session_id, lead, start = map(int, key.split(":"))
    session, say, now = making.session, making.say, making.now
    registration = await session.get(Registration, registration_id)
    if registration is None:
        return None
    event = await session.get_one(Event, registration.event_id)
    person = await session.get_one(Person, registration.person_id)
    planned = reminders_of(
        registration, event, person, usual=making.house.reminders, zone=say.timezone
    )
    meant = next((each for each in planned if _known_by(each) == (session_id, lead, start)), None)
    if meant is None or meant.starts_at <= now or is_superseded(meant, planned, now=now):
        return None
    meeting = next(each for each in event.sessions if each.id == session_id)
    text = words.reminder(say, event, meeting, lead, now=now)
    return said(text, below(say, event, meeting, lead))


def _known_by(reminder: Reminder) -> tuple[int, int, int]:
    return reminder.session_id, reminder.lead, int(reminder.starts_at.timestamp())


KINDS: dict[str, Make] = {"reminder": reminder}
