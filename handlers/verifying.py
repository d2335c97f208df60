"""/tikrinti: whether a paper is real, by the code on it; also by the link of its picture."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from catalogue.learning import tries
from catalogue.learning.check_codes import read_code
from catalogue.learning.checking import Verdict, check
from catalogue.learning.numbering import is_register_number
from catalogue.learning.tables import CodeKind
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.replies import Replies
from handlers.showing import say_to
from handlers.talk import Talk
from handlers.words import verifying as words

router = Router(name="verifying")


@router.message(Command("tikrinti", "verify", ignore_case=True))
async def verify(message: Message, command: CommandObject, talk: Talk) -> Replies:
    return await verified(talk, command.args) if command.args else await _ask(talk)


@router.message(Form.check_code, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """What is no code leaves the form open for the next try; words without a number are none, and
    go to whoever answers questions.
    """
    text = message.text or ""
    if read_code(text) is None and not any(letter.isdigit() for letter in text):
        await forms.leave(talk.state)
        raise SkipHandler
    return await verified(talk, text)


async def verified(talk: Talk, typed: str) -> Replies:
    """Who has failed too often learns nothing for a while, whatever they write. A number alone is
    not looked up, whether there is such a paper or not.
    """
    if is_register_number(typed):
        return await _ask(talk)
    who = tries.by_person(talk.person)
    if await tries.may_try_at(talk.session, CodeKind.PAPER, who, talk.now):
        await forms.leave(talk.state)
        return say_to(talk, words.too_many(talk.say))
    checked = await check(talk.session, typed)
    if checked.verdict is Verdict.UNKNOWN:
        await tries.failed(talk.session, CodeKind.PAPER, who, talk.now)
        await forms.enter(talk.state, Form.check_code)
        return say_to(talk, words.answer(talk.say, checked), keyboards.stop(talk.say))
    await forms.leave(talk.state)
    return say_to(talk, words.answer(talk.say, checked))


async def _ask(talk: Talk) -> Replies:
    await forms.enter(talk.state, Form.check_code)
    return say_to(talk, words.ask(talk.say), keyboards.stop(talk.say))
