"""„Ar yra įrašas?“: what an event has for the one who asks, told as it is."""

from markupsafe import Markup

from catalogue.materials.queries import of_event, seen_by
from catalogue.materials.tables import ForWhom
from catalogue.programme.tables import Event, Status
from catalogue.registrations.queries import own_registrations
from catalogue.registrations.tables import State
from catalogue.search.normalise import words as words_of
from catalogue.search.stems import stem
from handlers.answering.values import Asked
from handlers.words import materials as words

_MOST = 3


async def materials_of(asked: Asked, event: Event) -> Markup | None:
    """None where there are none, and whoever asks is told so in other words."""
    every = await of_event(asked.session, event.id)
    if not every or event.status is Status.CANCELLED:
        return None
    seen = await seen_by(asked.session, event, asked.person)
    if seen:
        return words.fact(asked.say, seen)
    for_registered = any(one.for_whom is ForWhom.REGISTERED for one in every)
    return words.not_for_you(asked.say, for_registered=for_registered)


async def has_for(asked: Asked, event: Event) -> bool:
    return bool(await seen_by(asked.session, event, asked.person))


async def own_with_materials(asked: Asked) -> list[Event]:
    """The person's own events that have begun and have something for them, the newest first: no
    search finds what is over. Those whose titles say the theme; where none is said, the event in
    hand is meant, if there is one.
    """
    topic = set(map(stem, asked.question.topic))
    if asked.shown is not None and (not topic or topic & _stems(asked.shown)):
        return []
    if asked.person is None or (asked.listed and not topic):
        return []
    own = [
        one.event
        for one in await own_registrations(asked.session, person=asked.person)
        if one.state is State.CONFIRMED and one.event.starts_at <= asked.now
    ]
    found: list[Event] = []
    for event in reversed(own):
        if len(found) < _MOST and (not topic or topic & _stems(event)):
            found += [event] if await has_for(asked, event) else []
    return found


def _stems(event: Event) -> set[str]:
    return set(map(stem, words_of(f"{event.title_lt} {event.title_en}")))
