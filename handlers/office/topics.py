"""„Mano temos“: what a coordinator is asked about before others."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.enquiries.rules import change_topic, topics_of
from catalogue.enquiries.topics import groups_to_choose
from catalogue.people.rights import Right
from catalogue.search.normalise import fold
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.enquiries import Enquiries, Topics
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import work as work_words
from handlers.words.events import shortened
from handlers.words.office import enquiries as words
from handlers.words.office import labels
from handlers.words.speech import capitalised

LONGEST_LABEL = 56

router = Router(name="topics")


@router.callback_query(Topics.filter())
async def choose(press: CallbackQuery, callback_data: Topics, talk: Talk) -> Replies:
    """Takes what was not taken, and leaves what was."""
    await talk.need(Right.ANSWER)
    if callback_data.mark:
        for one in await _known(talk):
            if mark(one) == callback_data.mark:
                await change_topic(talk.session, talk.person, one)
    return rewrite(talk, press, *await _page(talk, callback_data.page))


@router.message(Form.topics, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """Of one's own; several are parted by commas."""
    await talk.need(Right.ANSWER)
    own = set(map(fold, await topics_of(talk.session, talk.person) or []))
    said = {fold(one.strip()): one for one in (message.text or "").split(",")}
    for key, topic in said.items():
        if key not in own:
            await change_topic(talk.session, talk.person, topic)
    return say_to(talk, *await _page(talk, 0))


async def _page(talk: Talk, number: int) -> tuple[Markup, InlineKeyboardMarkup]:
    await forms.enter(talk.state, Form.topics)
    own = await topics_of(talk.session, talk.person) or []
    page = list_page(await _known(talk), number)
    rows = [
        [
            button(
                work_words.choice(shortened(capitalised(one), LONGEST_LABEL), taken=one in own),
                Topics(mark=mark(one), page=page.number),
            )
        ]
        for one in page.shown
    ]
    turns = keyboards.turns(talk.say, Topics(), page=page.number, has_more=page.has_more)
    back = [button(talk.say(labels.TO_ENQUIRIES), Enquiries())]
    return words.topics(talk.say, own), keyboards.rows([*rows, turns, back])


async def _known(talk: Talk) -> list[str]:
    """One's own of one's own making first, then every group there is."""
    own = await topics_of(talk.session, talk.person) or []
    groups = groups_to_choose()
    return [*(one for one in own if one not in groups), *groups]
