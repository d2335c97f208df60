"""How an event was, asked as things stand when the question goes out; and what staff hear of it."""

from sqlalchemy import select

from bot.composing.making import Make, Making, said
from catalogue.finding.alternatives import alternatives
from catalogue.materials.queries import seen_by
from catalogue.people.rights import Right
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.quality.asking import came
from catalogue.quality.queries import results
from catalogue.quality.tables import FeedbackAsked
from catalogue.quality.times import is_open
from catalogue.registrations.tables import Registration, State
from handlers import keyboards
from handlers.callbacks.asking import AskCoordinator
from handlers.callbacks.programme import Materials
from handlers.feedback import buttons, never
from handlers.keyboards import press as button
from handlers.office.callbacks.feedback import EventFeedback
from handlers.words import feedback as words
from handlers.words import labels
from handlers.words.office import feedback as office_words
from handlers.words.office import labels as office_labels
from scheduler.feedback import AGAIN, KIND, LOW, STAFF_KIND
from scheduler.sender import Composed


async def feedback(key: str, making: Making) -> Composed | None:
    """The key is the registration and what is written. Nothing to one who has answered meanwhile,
    wants no such questions, or is no longer known to have come or to have stayed away.
    """
    number, _, what = key.partition(":")
    registration = await making.session.get(Registration, int(number))
    if registration is None or registration.state is not State.CONFIRMED:
        return None
    event = await making.session.get_one(Event, registration.event_id)
    person = await making.session.get_one(Person, registration.person_id)
    if event.status is not Status.PUBLISHED or not person.wants_feedback:
        return None
    asked = await making.session.scalar(
        select(FeedbackAsked).where(FeedbackAsked.registration_id == registration.id)
    )
    if asked is None or asked.came is not await came(making.session, registration):
        return None
    if not asked.came:
        return await _missed(making, event, person)
    if asked.answered or not is_open(event, now=making.now):
        return None
    text = words.begin(making.say, event, again=what == AGAIN)
    return said(text, buttons(making.say, registration.id))


async def _missed(making: Making, event: Event, person: Person) -> Composed:
    """With what of it they may have all the same, and what there is instead."""
    session, say = making.session, making.say
    index = await making.house.finder.index(session)
    others = await alternatives(session, event=event, index=index, now=making.now)
    has_materials = bool(await seen_by(session, event, person))
    text = words.missed(say, event)
    if others:
        text += "\n\n" + words.like_it(say)
    keyboard = keyboards.rows(
        [
            *keyboards.open_events(say, others),
            [button(say(labels.MATERIALS), Materials(event=event.id))] if has_materials else [],
            [button(say(labels.ASK_COORDINATOR), AskCoordinator(event=event.id))],
            [never(say)],
        ]
    )
    return said(text, keyboard)


async def feedback_results(key: str, making: Making) -> Composed | None:
    """The key is the event, whom of staff, and what they hear: only who still may see it."""
    event_id, person_id, what = key.split(":")
    event = await making.session.get(Event, int(event_id))
    if event is None or not await making.may(int(person_id), Right.FEEDBACK, event):
        return None
    summary = (await results(making.session, event)).summary
    if summary is None or (what == LOW and not summary.is_low):
        return None
    text = office_words.news(making.say, event, what, summary)
    see = button(making.say(office_labels.FEEDBACK), EventFeedback(event=event.id))
    return said(text, keyboards.rows([[see]]))


KINDS: dict[str, Make] = {KIND: feedback, STAFF_KIND: feedback_results}
