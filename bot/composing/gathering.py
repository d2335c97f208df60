"""Those who wait for one thing: the draft of it, the days offered, the end of the year."""

from datetime import datetime

from sqlalchemy import select

from bot.composing.making import Make, Making
from bot.payloads import written
from catalogue.demand import gatherings
from catalogue.demand.tables import Gathering, GatheringVoice
from catalogue.subscriptions.tables import Rhythm, Subscription
from handlers import keyboards
from handlers.gathering import asked, keep_buttons
from handlers.keyboards import press
from handlers.office.callbacks.demand import Gathered, Steer
from handlers.words import gathering as words
from handlers.words import labels
from handlers.words.office import gathering as office_words
from scheduler.gathering import DRAFT_KIND, KIND, OVER_KIND
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
    return Composed("sendMessage", written(text, keyboard))


async def question(key: str, making: Making) -> Composed | None:
    """The key is the gathering, the person, and when the days were offered; nothing to one who
    waits no more, or where others were offered meanwhile: of these there is a message too.
    """
    number, person, when = map(int, key.split(":"))
    one = await making.session.get(Gathering, number)
    voice = await making.session.get(GatheringVoice, (number, person))
    if one is None or voice is None or one.asked_at is None or not gatherings.is_open(one):
        return None
    if int(one.asked_at.timestamp()) != when:
        return None
    if person not in {each.person_id for each in await _waiting(making, one)}:
        return None
    return Composed(
        "sendMessage",
        written(*await asked(making.session, making.say, one, voice, now=making.now)),
    )


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
    return Composed("sendMessage", written(text, keep_buttons(making.say, wishes)))


async def _waiting(making: Making, one: Gathering) -> list[Subscription]:
    return list(await gatherings.waiting(making.session, one.theme))


KINDS: dict[str, Make] = {DRAFT_KIND: drafted, KIND: question, OVER_KIND: wishes_over}
