"""A kind answer to everything nobody else understood."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from catalogue.people.reach import mark_unreachable
from handlers import commands, forms, keyboards
from handlers.office.doors import doors
from handlers.replies import Replies
from handlers.showing import out_of_date, say_to
from handlers.talk import Talk
from handlers.words import menu

router = Router(name="fallback")


@router.message(F.text.startswith("/"))
async def unknown_command(message: Message, talk: Talk) -> Replies:
    known = menu.help_text(talk.say, await commands.in_help(talk))
    return say_to(talk, menu.unknown_command(talk.say) + "\n\n" + known, await doors(talk))


@router.message()
async def not_a_text(message: Message, talk: Talk) -> Replies:
    """A picture, a sticker, a voice note, a place, somebody else's poll ... The buttons of an open
    question come with it again.
    """
    asked = await talk.state.get_state() is not None
    text = menu.only_text(talk.say, message.content_type, asked=asked)
    if not asked:
        return say_to(talk, text, keyboards.doors(talk.say))
    return say_to(talk, text, await forms.way_on(talk.state) or keyboards.stop(talk.say))


@router.callback_query()
async def old_button(press: CallbackQuery, talk: Talk) -> Replies:
    return out_of_date(talk)


@router.my_chat_member(F.new_chat_member.status == "kicked")
async def blocked(change: ChatMemberUpdated, talk: Talk) -> Replies:
    """Registrations stay; we only stop writing."""
    await mark_unreachable(talk.session, telegram_id=talk.chat_id, now=talk.now)
    return None


@router.my_chat_member()
async def back_again(change: ChatMemberUpdated, talk: Talk) -> Replies:
    """The turn has met the person and knows that they can be reached."""
    return None
