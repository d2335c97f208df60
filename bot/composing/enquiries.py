"""Questions to a coordinator: to staff, the answer to the person, and when nobody answers."""

from bot.composing.making import Make, Making, said
from bot.payloads import written
from catalogue.enquiries import queries
from catalogue.enquiries.queries import Told, told
from catalogue.enquiries.tables import Enquiry, EnquiryRecipient
from catalogue.programme.holidays import school_days
from handlers import keyboards
from handlers.enquiring import after_answer
from handlers.keyboards import press
from handlers.office.callbacks.enquiries import Enquiries
from handlers.office.enquiries import buttons
from handlers.words import enquiring as words
from handlers.words.office import enquiries as office_words
from handlers.words.office import labels
from scheduler.enquiries import ANSWER, QUESTION, SETTLED, UNREACHED, WAITING
from scheduler.sender import Composed


async def question(key: str, making: Making) -> Composed | None:
    """To one of staff; the key is the question and the person. Nothing where it is over, or left
    to others.
    """
    number, person_id = map(int, key.split(":"))
    row = await making.session.get(EnquiryRecipient, (number, person_id))
    found = await _told(key, making)
    if found.enquiry.closed_at is not None or row is None or row.declined_at is not None:
        return None
    text = office_words.question(making.say, found, now=making.now)
    return said(text, buttons(making.say, found.enquiry))


async def settled(key: str, making: Making) -> Composed:
    """In the place of what staff were asked; its buttons go."""
    text = office_words.settled_in_place(making.say, await _told(key, making), now=making.now)
    return Composed("editMessageText", written(text))


async def answer(key: str, making: Making) -> Composed | None:
    """To the person; to one who was forgotten meanwhile there is nothing to say."""
    found = await _told(key, making)
    if not found.enquiry.words:
        return None
    if found.enquiry.answered_at is None:
        text = words.closed(making.say, found)
        return said(text, keyboards.doors(making.say))
    keyboard = after_answer(making.say, found.enquiry.id)
    return said(words.answered(making.say, found), keyboard)


async def unreached(key: str, making: Making) -> Composed:
    text = office_words.unreached(making.say, await _told(key, making))
    return said(text)


async def waiting(key: str, making: Making) -> Composed | None:
    """As many as there still are."""
    year = await school_days(making.session)
    counts = await queries.waiting_too_long(
        making.session, year, now=making.now, zone=making.say.timezone
    )
    count = counts.get(int(key), 0)
    if not count:
        return None
    keyboard = keyboards.rows([[press(making.say(labels.TO_ENQUIRIES), Enquiries())]])
    return said(office_words.waiting(making.say, count), keyboard)


async def _told(key: str, making: Making) -> Told:
    number = int(key.partition(":")[0])
    return await told(making.session, await making.session.get_one(Enquiry, number))


KINDS: dict[str, Make] = {
    QUESTION: question,
    SETTLED: settled,
    ANSWER: answer,
    UNREACHED: unreached,
    WAITING: waiting,
}
