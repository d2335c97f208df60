"""What was made use of, asked as things stand when the question goes; and examples for staff."""

from bot.composing.making import Make, Making, said
from catalogue.people.rights import Realm, Right
from catalogue.people.tables import Person
from catalogue.practice import bank
from catalogue.practice.tables import UseAsked
from catalogue.programme.tables import Event, Status
from catalogue.quality.asking import came
from catalogue.registrations.tables import Registration, State
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.practice import WaitingExamples
from handlers.practice import buttons
from handlers.words import labels
from handlers.words import practice as words
from handlers.words.office import practice as office_words
from scheduler.practice import KIND, STAFF_KIND
from scheduler.sender import Composed


async def use(key: str, making: Making) -> Composed | None:
    """The key is the question. Nothing to one who has answered meanwhile, wants no such questions,
    or is no longer known to have come.
    """
    session = making.session
    asked = await session.get(UseAsked, int(key))
    if asked is None or asked.use is not None:
        return None
    own = await session.get_one(Registration, asked.registration_id)
    event = await session.get_one(Event, own.event_id)
    person = await session.get_one(Person, own.person_id)
    is_held = event.status is Status.PUBLISHED and own.state is State.CONFIRMED
    if not is_held or not person.wants_use or not await came(session, own):
        return None
    text = words.question(making.say, event, asked.round)
    return said(text, buttons(making.say, asked.id))


async def examples(key: str, making: Making) -> Composed | None:
    """The key is the event and whom of staff; nothing where colleagues have decided meanwhile."""
    event_id, person_id, _ = map(int, key.split(":"))
    event = await making.session.get(Event, event_id)
    if event is None or not await making.may(person_id, Right.PROGRAMME, event):
        return None
    realm = Realm(events=frozenset({event.id}))
    count = await bank.count_waiting(making.session, realm)
    if not count:
        return None
    see = button(making.say(labels.WAITING_EXAMPLES, n=count), WaitingExamples())
    text = office_words.news(making.say, event, count)
    return said(text, keyboards.rows([[see]]))


KINDS: dict[str, Make] = {KIND: use, STAFF_KIND: examples}
