"""What a notice is about, and whether there is still anything to say of it."""

from bot.composing.making import Making
from catalogue.programme.tables import Event
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
    return event if is_out and event.is_to_come(making.now) else None
