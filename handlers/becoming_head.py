"""„Esu vadovas ar pavaduotojas“: what the profile does not say yet is asked for on the way."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.heads import rules
from catalogue.heads.refusals import SchoolNeeded, TownNeeded
from catalogue.people import traits
from catalogue.people.tables import Trait
from handlers import forms, keyboards
from handlers.callbacks.schools import BeHead, HeadDeed, MySchool
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import heads as words
from handlers.words import labels
from handlers.words.refusals import worded

router = Router(name="becoming_head")


@router.callback_query(BeHead.filter(F.deed == HeadDeed.SAY))
async def be_head(press: CallbackQuery, talk: Talk) -> Replies:
    return rewrite(talk, press, *await _said(talk))


@router.message(Form.head_school, F.text)
async def told(message: Message, talk: Talk) -> Replies:
    """The school, or the place that tells it from another; then the next that is missing."""
    kind = Trait((await forms.gathered(talk.state))["fact"])
    await traits.add(talk.session, talk.person, kind, message.text or "")
    await forms.leave(talk.state)
    return say_to(talk, *await _said(talk))


async def _said(talk: Talk) -> tuple[Markup, InlineKeyboardMarkup]:
    try:
        head = await rules.say(talk.session, talk.person, now=talk.now)
    except (SchoolNeeded, TownNeeded) as refusal:
        fact = Trait.SCHOOL if isinstance(refusal, SchoolNeeded) else Trait.CITY
        await forms.enter(talk.state, Form.head_school, fact=fact.value)
        return worded(talk.say, refusal, now=talk.now), keyboards.stop(talk.say)
    mine = button(talk.say(labels.MY_SCHOOL), MySchool())
    return words.said(talk.say, head), keyboards.rows([[mine]])
