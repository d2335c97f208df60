"""Who I am here, everything kept about me, and being forgotten."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.privacy import forgetting
from catalogue.registrations.queries import is_coming, own_registrations
from catalogue.registrations.queue import TAKES_PART
from handlers import keyboards
from handlers.callbacks.menu import Menu, StopForm
from handlers.callbacks.news import News, Reminding
from handlers.callbacks.person import CorrectName, Forget, MyData, Work
from handlers.callbacks.schools import MySchool
from handlers.keyboards import press as button
from handlers.replies import LetGo, Recipe, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import people as words

router = Router(name="profile")


@router.message(Command("profilis", "profile", ignore_case=True))
async def profile(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await _profile(talk))


@router.callback_query(Menu.filter(F.door == "profile"))
async def back_to_profile(press: CallbackQuery, talk: Talk) -> Replies:
    """From one of the pages behind its doors."""
    return rewrite(talk, press, *await _profile(talk))


@router.message(Command("mano_duomenys", "my_data", ignore_case=True))
async def my_data(message: Message, talk: Talk) -> Replies:
    return _my_data(talk)


@router.callback_query(MyData.filter())
async def my_data_pressed(press: CallbackQuery, talk: Talk) -> Replies:
    return _my_data(talk)


@router.message(Command("istrinti", "forget", ignore_case=True))
async def ask_forget(message: Message, talk: Talk) -> Replies:
    return _ask_forget(talk)


@router.callback_query(Forget.filter(~F.sure))
async def ask_forget_pressed(press: CallbackQuery, talk: Talk) -> Replies:
    return _ask_forget(talk)


@router.callback_query(Forget.filter(F.sure))
async def forget(press: CallbackQuery, talk: Talk) -> Replies:
    """The farewell is the last thing that goes to this chat."""
    farewell = rewrite(talk, press, words.forgotten(talk.say))
    await forgetting.forget(talk.session, person=talk.person, now=talk.now)
    await talk.state.clear()
    return [LetGo(talk.chat_id), farewell]


async def _profile(talk: Talk) -> tuple[Markup, InlineKeyboardMarkup]:
    own = await own_registrations(talk.session, person=talk.person)
    coming = sum(each.state in TAKES_PART and is_coming(each, talk.now) for each in own)
    say = talk.say
    correct = [button(say(labels.CORRECT_NAME), CorrectName())]
    doors = [
        correct if talk.person.name else [],
        [button(say(labels.REMINDERS), Reminding())],
        [button(say(labels.MY_WORK), Work())],
        [button(say(labels.SCHOOL_AND_HEAD), MySchool(settings=True))],
        [button(say(labels.NEWS), News())],
        [button(say(labels.LANGUAGE), Menu(door="language"))],
        [button(say(labels.MY_DATA), MyData())],
        [button(say(labels.FORGET_ME), Forget())],
    ]
    return words.profile(say, talk.person, coming=coming), keyboards.rows(doors)


def _my_data(talk: Talk) -> Recipe:
    return Recipe(
        chat_id=talk.chat_id,
        kind="my_data",
        key=str(talk.person.id),
        language=talk.say.language,
    )


def _ask_forget(talk: Talk) -> Replies:
    return say_to(
        talk,
        words.forget_question(talk.say),
        keyboards.rows(
            [
                [button(talk.say(labels.YES_FORGET), Forget(sure=True))],
                [button(talk.say(labels.STOP), StopForm())],
            ]
        ),
    )
