"""From a returned value to a row that can be sent as it is."""

import json

import pytest
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardButton, Update, User
from markupsafe import Markup
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payloads import messages, payload, put
from catalogue.database import Database
from handlers.commands import for_chat
from handlers.keyboards import rows
from handlers.replies import Hand, Handle, LetGo, Letter, Recipe, Unsay
from handlers.words.speech import Speech
from scheduler import files, jobs, outbox
from scheduler.files import File
from scheduler.outbox import Message, Outgoing, Priority, SendState
from tests.factories import NOW, VILNIUS


def pressed() -> Update:
    user = User(id=5, is_bot=False, first_name="Ona")
    return Update(
        update_id=1, callback_query=CallbackQuery(id="77", from_user=user, chat_instance="x")
    )


def test_a_message_is_finished_json() -> None:
    """aiogram's defaults are resolved: HTML, no link previews, no stand-ins left."""
    keyboard = rows([[InlineKeyboardButton(text="Gerai", callback_data="x")]])
    made = payload(SendMessage(chat_id=5, text="<b>labas</b>", reply_markup=keyboard))
    assert json.loads(json.dumps(made)) == {
        "chat_id": 5,
        "text": "<b>labas</b>",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": [[{"text": "Gerai", "callback_data": "x"}]]},
    }


def test_a_press_is_always_answered_first() -> None:
    """The little clock on the button ends, whatever the handler said."""
    reply = EditMessageText(chat_id=5, message_id=9, text="x")
    methods = [(one.method, one.chat_id) for one in messages(reply, pressed())]
    assert methods == [("answerCallbackQuery", None), ("editMessageText", 5)]


def test_a_press_that_was_answered_is_not_answered_twice() -> None:
    """A handler's own words for the press stand alone."""
    own = AnswerCallbackQuery(callback_query_id="77", text="Gerai")
    assert [one.payload for one in messages(own, pressed())] == [
        {"callback_query_id": "77", "text": "Gerai"}
    ]


def test_nothing_said_is_nothing_sent() -> None:
    """A handler may have no words."""
    assert messages(None, Update(update_id=1)) == []


def test_a_letter_waits_for_the_end_of_quiet_hours() -> None:
    """It goes to another chat than the one who wrote it, before reminders and after answers."""
    letter = Letter(chat_id=9, text=Markup("<b>Labas</b>"), keyboard=rows([]), not_before=NOW)
    (_, made) = messages(letter, pressed())
    assert (made.chat_id, made.not_before, made.priority) == (9, NOW, Priority.URGENT)
    assert made.payload is not None
    assert made.payload["text"] == "<b>Labas</b>"


def test_a_recipe_is_made_when_it_is_sent() -> None:
    """It goes out among the answers, in the language of who asked."""
    recipe = Recipe(chat_id=6, kind="own_data", key="3", language="lt")
    assert messages([recipe], Update(update_id=1)) == [
        Message(chat_id=6, recipe=outbox.Recipe("own_data", "3", "lt"))
    ]


def test_a_menu_of_commands_goes_with_the_chat_it_is_for() -> None:
    """So that its order among the messages of that chat is kept."""
    (made,) = messages(for_chat(5, Speech("en", VILNIUS), []), Update(update_id=1))
    assert (made.method, made.chat_id) == ("setMyCommands", 5)


def test_what_telegram_would_refuse_is_shortened() -> None:
    """A list of endless titles still arrives, and says that there is more."""
    made = payload(SendMessage(chat_id=5, text="<b>Ilgas pavadinimas</b>\n" * 300))
    assert made["text"].endswith("</b>\n…")


@pytest.mark.parametrize(
    ("hand", "before", "after"),
    [
        (Hand.HOLD, SendState.WAITING, SendState.HELD),
        (Hand.RELEASE, SendState.HELD, SendState.WAITING),
        (Hand.CANCEL, SendState.HELD, SendState.CANCELLED),
    ],
)
async def test_a_batch_is_handled_with_the_turn(
    database: Database, hand: Hand, before: SendState, after: SendState
) -> None:
    """What has not gone out of it, and nothing of any other; it is no message itself."""

    async def work(session: AsyncSession) -> list[SendState]:
        rows = [Message(chat_id=1, payload={}, batch=batch) for batch in ("a", "b")]
        await outbox.put(session, rows, now=NOW)
        await session.execute(update(Outgoing).values(state=before))
        assert await put(session, [Handle("a", hand)], Update(update_id=1), now=NOW) == 0
        return list(await session.scalars(select(Outgoing.state).order_by(Outgoing.id)))

    assert await database.write(work) == [after, before]


async def test_what_stood_in_a_message_before_is_unsaid(sqlite_database: Database) -> None:
    """Its earlier looks go out of the outbox, sent, failed or waiting, before the new one goes in:
    so their buttons are kept nowhere.
    """
    states = SendState.SENT, SendState.FAILED, SendState.WAITING

    async def work(session: AsyncSession) -> list[str]:
        for state in states:
            edit = {"message_id": 9, "text": state.value}
            old = Message(chat_id=5, method="editMessageText", payload=edit)
            await outbox.put(session, [old], now=NOW)
            newest = select(Outgoing.id).order_by(Outgoing.id.desc()).limit(1).scalar_subquery()
            await session.execute(update(Outgoing).where(Outgoing.id == newest).values(state=state))
        said = Unsay(chat_id=5, message_id=9), EditMessageText(chat_id=5, message_id=9, text="x")
        assert await put(session, said, Update(update_id=1), now=NOW) == 1
        kept = await session.scalars(select(Outgoing.payload))
        return [one["text"] for one in kept if one]

    assert await sqlite_database.write(work) == ["x"]


async def test_a_chat_let_go_of_leaves_nothing_behind(sqlite_database: Database) -> None:
    """Neither what it asked for, nor the files that were made for it, nor what was written of it
    to staff; what is of others stays.
    """

    async def work(session: AsyncSession) -> list[object]:
        for chat in (5, 6):
            await jobs.ask(session, "x", chat_id=chat, language="lt", now=NOW, facts={})
            file = File("pažymos.pdf", b"Ona")
            made = await files.keep(session, file, chat_id=chat, language="lt", payload={}, now=NOW)
            await outbox.put(session, [made], now=NOW)
            letter = Letter(
                chat_id=7, text=Markup("Ona"), keyboard=rows([]), not_before=NOW, about=chat
            )
            await outbox.put(session, messages(letter, Update(update_id=1)), now=NOW)
        await session.execute(update(Outgoing).values(state=SendState.SENT, sent_at=NOW))
        await outbox.prune(session, now=NOW)
        await put(session, LetGo(5), Update(update_id=1), now=NOW)
        chats = select(jobs.Job.chat_id), select(files.KeptFile.id), select(Outgoing.chat_id)
        return [list(await session.scalars(one)) for one in chats]

    assert await sqlite_database.write(work) == [[6], [2], [6, 7]]
