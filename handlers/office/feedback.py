"""„Atsiliepimai“: what those who came have said of an event, to its staff and its lecturer."""

from aiogram import Router
from aiogram.types import CallbackQuery

from catalogue.people.rights import Right
from catalogue.quality.queries import results
from catalogue.quality.times import is_open
from handlers import keyboards
from handlers.callbacks.programme import OpenEvent
from handlers.keyboards import press as button
from handlers.office.callbacks.feedback import EventFeedback
from handlers.office.callbacks.practice import EventUse
from handlers.office.callbacks.quality import FeedbackEvents, Ratings
from handlers.office.callbacks.staff import EventPage
from handlers.office.managing import managed
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import feedback as words
from handlers.words.office import labels as office_labels

#: As many comments as a message holds at their longest.
COMMENTS = 3

router = Router(name="office_feedback")


@router.callback_query(EventFeedback.filter())
async def show(press: CallbackQuery, callback_data: EventFeedback, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event, Right.FEEDBACK)
    seen = await results(talk.session, event)
    listed = list_page(seen.comments, callback_data.page, size=COMMENTS)
    text = words.page(talk.say, event, seen, listed.shown, is_open=is_open(event, now=talk.now))
    manages = await talk.may(Right.PARTICIPANTS, event)
    doors = [
        button(talk.say(office_labels.COMPARE), Ratings(own=True)),
        button(talk.say(office_labels.USE), EventUse(event=event.id)),
    ]
    back = (
        [button(talk.say(labels.EVENT), EventPage(event=event.id))]
        if manages
        else [
            button(talk.say(office_labels.FEEDBACK_BY_EVENT), FeedbackEvents()),
            button(talk.say(labels.EVENT), OpenEvent(event=event.id)),
        ]
    )
    keyboard = keyboards.rows(
        [
            keyboards.turns(talk.say, callback_data, page=listed.number, has_more=listed.has_more),
            doors,
            back,
        ]
    )
    return rewrite(talk, press, text, keyboard)
