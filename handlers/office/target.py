"""How many academic hours a school year should bring: one number for every teacher."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from catalogue.journal.tables import Deed
from catalogue.learning import targets
from catalogue.people.rights import Right
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.hours import page, this_year
from handlers.office.callbacks.staff import HoursTarget
from handlers.replies import Replies
from handlers.showing import say_to
from handlers.talk import Talk
from handlers.words import hours as words

router = Router(name="target")


@router.callback_query(HoursTarget.filter())
async def ask(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    await forms.enter(talk.state, Form.hours_target)
    year = this_year(talk)
    target = await targets.target_of(talk.session, year)
    return say_to(talk, words.ask_target(talk.say, target, year), keyboards.stop(talk.say))


@router.message(Form.hours_target, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """What cannot be taken is refused, and the form waits for another try."""
    await talk.need(Right.PROGRAMME)
    hours = targets.a_target(message.text or "")
    await targets.set_target(talk.session, hours, year=this_year(talk))
    talk.note(Deed.HOURS_TARGET_SET, hours=hours)
    await forms.leave(talk.state)
    return [say_to(talk, words.target_set(talk.say, hours)), say_to(talk, *await page(talk))]
