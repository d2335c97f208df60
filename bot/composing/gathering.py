"""Those who wait for one thing: the draft of it, the days offered, the end of the year."""

from datetime import datetime

from markupsafe import Markup
from sqlalchemy import select

from bot.composing.making import Make, Making, said
from catalogue.demand import gatherings, polls
from catalogue.demand.tables import Gathering, GatheringVoice
from catalogue.subscriptions.tables import Rhythm, Subscription
from handlers import keyboards
from handlers.gathering import asked, keep_buttons
from handlers.keyboards import press
from handlers.office.callbacks.demand import Gathered, Steer
from handlers.office.gathering import told
from handlers.words import gathering as words
from handlers.words.office import gathering as office_words
from handlers.words.office import labels
from scheduler.gathering import DRAFT_KIND, KIND, OVER_KIND, REMINDER_KIND, RESULT_KIND
from scheduler.sender import Composed


async def drafted(key: str, making: Making) -> Composed | None:
    """The key is the gathering; staff hear of it unless one of them has seen to it already."""
    one = await making.session.get(Gathering, int(key))
    if one is None or one.asked_at is not None or one.dropped_at is not None:
        return None
    people = (await gatherings.progress(making.session, one.theme)).people
    keyboard = keyboards.rows(
        [
            [press(making.say(labels.OFFER_DAYS), Gathered(gathering=one.id, deed=Steer.OFFER))],
            [press(making.say(labels.WHO_WANTS_IT), Gathered(gathering=one.id))],
        ]
    )
    text = office_words.drafted(making.say, one, people)
    return said(text, keyboard)


async def question(key: str, making: Making) -> Composed | None:
    """The key is the gathering, the person, and when the days were offered; nothing to one who
    waits no more, or where others were offered meanwhile: of these there is a message too.
    """
    found = await _asked(key, making)
    if found is None:
        return None
    shown = await asked(making.session, making.say, *found, now=making.now)
    return said(*shown)


async def reminder(key: str, making: Making) -> Composed | None:
    """The key is as of the question; nothing to one who has answered meanwhile, or when staff have
    heard already how it stands.
    """
    found = await _asked(key, making)
    if found is None or found[1].days is not None or found[0].result_told_at is not None:
        return None
    text, keyboard = await asked(making.session, making.say, *found, now=making.now)
    text = Markup("{}\n\n{}").format(words.reminder(making.say), text)
    return said(text, keyboard)


async def result(key: str, making: Making) -> Composed | None:
    """The key begins with the gathering; nothing where a colleague has seen to it already."""
    one = await making.session.get(Gathering, int(key.partition(":")[0]))
    if one is None or not polls.is_open(one) or one.result_told_at is None:
        return None
    return said(*await told(making.session, making.say, one, making.now))


async def _asked(key: str, making: Making) -> tuple[Gathering, GatheringVoice] | None:
    number, person, when = map(int, key.split(":"))
    one = await making.session.get(Gathering, number)
    voice = await making.session.get(GatheringVoice, (number, person))
    if one is None or voice is None or one.asked_at is None or not polls.is_open(one):
        return None
    if int(one.asked_at.timestamp()) != when:
        return None
    if all(day.starts_at <= making.now for day in await polls.days_of(making.session, one)):
        return None
    waiting = await gatherings.waiting(making.session, one.theme)
    return (one, voice) if any(each.person_id == person for each in waiting) else None


async def wishes_over(key: str, making: Making) -> Composed | None:
    """The key is the person and when their wishes ended; what began again meanwhile is left out."""
    person, _, ended = key.partition(":")
    own = select(Subscription).where(
        Subscription.person_id == int(person),
        Subscription.ended_at == datetime.fromisoformat(ended),
        Subscription.rhythm == Rhythm.ONCE,
    )
    wishes = (await making.session.scalars(own.order_by(Subscription.id))).all()
    if not wishes:
        return None
    text = words.year_over(making.say, wishes)
    return said(text, keep_buttons(making.say, wishes))


KINDS: dict[str, Make] = {
    DRAFT_KIND: drafted,
    KIND: question,
    REMINDER_KIND: reminder,
    RESULT_KIND: result,
    OVER_KIND: wishes_over,
}
