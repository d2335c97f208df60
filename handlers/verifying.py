"""/tikrinti: whether a paper is real, by the code on it; also by the link of its picture."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from catalogue.learning.checking import Verdict, check
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.replies import Replies
from handlers.showing import say_to
from handlers.talk import Talk
from handlers.words import verifying as words

router = Router(name="verifying")


@router.message(Command("tikrinti", "verify", ignore_case=True))
async def verify(message: Message, command: CommandObject, talk: Talk) -> Replies:
    if command.args:
        return await verified(talk, command.args)
    await forms.enter(talk.state, Form.check_code)
    return say_to(talk, words.ask(talk.say), keyboards.stop(talk.say))


@router.message(Form.check_code, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """What is no code leaves the form open for the next try."""
    return await verified(talk, message.text or "")


async def verified(talk: Talk, typed: str) -> Replies:
    """Who has failed too often learns nothing for a while, whatever they write."""
    tries = talk.house.tries
    if tries.is_too_many(talk.person.id, talk.now):
        await forms.leave(talk.state)
        return say_to(talk, words.too_many(talk.say))
    checked = await check(talk.session, typed)
    if checked.verdict is Verdict.UNKNOWN:
        tries.failed(talk.person.id, talk.now)
        await forms.enter(talk.state, Form.check_code)
        return say_to(talk, words.answer(talk.say, checked), keyboards.stop(talk.say))
    await forms.leave(talk.state)
    return say_to(talk, words.answer(talk.say, checked))
