"""A turn by hand: who speaks, what they write or press, and what was answered."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import CallbackQuery, Chat, InlineKeyboardMarkup, Message, User
from sqlalchemy.ext.asyncio import AsyncSession

from bot.memory import Memory
from catalogue.finding.finder import Finder
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations import rules
from catalogue.registrations.tables import State
from catalogue.search.index import Index
from handlers import joining
from handlers.callbacks.seats import Join, Leave
from handlers.replies import Replies, Reply
from handlers.talk import House, Talk
from handlers.words.speech import Speech
from tests.factories import NOW, an_event, kept

VILNIUS = ZoneInfo("Europe/Vilnius")
OWNER = 9_000_001
ACCOUNT = User(id=1, is_bot=False, first_name="Ona")


def a_talk(
    session: AsyncSession,
    person: Person,
    *,
    language: str = "lt",
    now: datetime = NOW,
    house: House | None = None,
) -> Talk:
    """One turn of a kept person, with the conversation's memory in the same session."""
    number = person.telegram_id
    assert number is not None
    key = StorageKey(bot_id=1, chat_id=number, user_id=number)
    return Talk(
        chat_id=number,
        session=session,
        person=person,
        say=Speech(language, VILNIUS),
        now=now,
        state=FSMContext(storage=Memory(session), key=key),
        house=house or a_house(),
    )


def a_house() -> House:
    return House(
        finder=Finder(Index()),
        bot_username="kvieslys_bot",
        owner_ids=frozenset({OWNER}),
        default_language="lt",
        reminders=(timedelta(days=7), timedelta(days=1), timedelta(hours=2)),
    )


def written(text: str | None = None, **facts: Any) -> Message:
    chat = Chat(id=1, type="private")
    return Message(message_id=1, date=NOW, chat=chat, from_user=ACCOUNT, text=text, **facts)


def pressed(data: CallbackData | None = None, *, message_id: int = 77) -> CallbackQuery:
    """A press below the message with this number."""
    chat = Chat(id=1, type="private")
    return CallbackQuery(
        id="1",
        from_user=ACCOUNT,
        chat_instance="1",
        message=Message(message_id=message_id, date=NOW, chat=chat),
        data=data.pack() if data else None,
    )


def each(replies: Replies) -> list[Reply]:
    if replies is None:
        return []
    return list(replies) if isinstance(replies, Sequence) else [replies]


def texts(replies: Replies) -> list[str]:
    """The words of each message, new or rewritten."""
    return [
        one.text or "" for one in each(replies) if isinstance(one, SendMessage | EditMessageText)
    ]


def rewritten(replies: Replies) -> list[int | None]:
    """Which messages were changed instead of sending a new one."""
    return [one.message_id for one in each(replies) if isinstance(one, EditMessageText)]


def buttons(replies: Replies) -> list[str]:
    """The words on all buttons of the last message that has any."""
    for one in reversed(each(replies)):
        if isinstance(one, SendMessage | EditMessageText) and one.reply_markup is not None:
            return labels(one.reply_markup)
    return []


def labels(keyboard: object) -> list[str]:
    assert isinstance(keyboard, InlineKeyboardMarkup)
    return [button.text for row in keyboard.inline_keyboard for button in row]


def data(replies: Replies, label: str) -> str:
    """What the button with these words carries."""
    for one in reversed(each(replies)):
        if isinstance(one, SendMessage | EditMessageText) and isinstance(
            one.reply_markup, InlineKeyboardMarkup
        ):
            for row in one.reply_markup.inline_keyboard:
                for button in row:
                    if label in button.text and button.callback_data:
                        return button.callback_data
    raise AssertionError(f"no button “{label}” in {replies}")


async def put(talk: Talk, **facts: Any) -> Event:
    """„Vertinimas“, kept in the session of this talk."""
    event = an_event(**{"title_lt": "Vertinimas", "code": "V-1"} | facts)
    await kept(talk.session, event)
    return event


async def state_of(talk: Talk, event: Event) -> State | None:
    own = await rules.registration_of(talk.session, event_id=event.id, person_id=talk.person.id)
    return own.state if own else None


async def join(talk: Talk, event: Event, *, anyway: bool = False) -> Any:
    return await joining.join(pressed(), Join(event=event.id, anyway=anyway), talk)


async def leave(talk: Talk, event: Event, *, sure: bool) -> Any:
    return await joining.leave(pressed(), Leave(event=event.id, sure=sure), talk)
