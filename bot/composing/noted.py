"""What a notice is about, and whether there is still anything to say of it."""

from bot.composing.making import Making
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Notice, Registration, State


async def noted(key: str, making: Making) -> tuple[Notice, Registration, Event]:
    """Of the notice with this id."""
    notice = await making.session.get_one(Notice, int(key))
    own = await making.session.get_one(Registration, notice.registration_id)
    return notice, own, await making.session.get_one(Event, own.event_id)


async def lost(key: str, making: Making) -> Event | None:
    """The event, where the registration has ended as was noted and not come back since."""
    notice, own, event = await noted(key, making)
    is_out = own.state is State.CANCELLED and own.changed_at <= notice.made_at
    return event if is_out and is_to_come(event, making) else None


def is_to_come(event: Event, making: Making) -> bool:
    """After the start, or where the event is off, there is nothing to say of it."""
    return event.status is Status.PUBLISHED and event.starts_at > making.now
