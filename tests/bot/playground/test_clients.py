"""The two real libraries talk to the playground and understand all of its answers."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputTextMessageContent,
    Update,
)
from telegram import BotCommand as PtbCommand
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.ext import ExtBot

from bot.playground import deeds
from bot.playground.people import BOT_USERNAME, Person
from bot.playground.server import Server
from tests.bot.playground.conftest import TOKEN, Hand
from tests.bot.playground.test_deeds import PNG

pytestmark = pytest.mark.xdist_group("clients")


@pytest.fixture
async def aiogram_bot(server: Server) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    properties = DefaultBotProperties(parse_mode="HTML")
    async with Bot(TOKEN, session=session, default=properties) as bot:
        yield bot


@pytest.fixture
async def ptb_bot(server: Server, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ExtBot[None]]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    base = f"{server.url}/bot"
    async with ExtBot(TOKEN, base_url=base, base_file_url=f"{server.url}/file/bot") as bot:
        yield bot


async def test_aiogram_hears_everything(server: Server, aiogram_bot: Bot, ona: Person) -> None:
    """aiogram understands every kind of update people make."""
    world = server.world
    (letter,) = deeds.write(world, ona, "/start ev_1")
    deeds.edit(world, ona, letter.message["message_id"], "kitaip")
    for kind in ("photo", "document", "voice", "sticker"):
        deeds.upload(world, ona, kind, content=PNG, name="a.png", caption="x")
    deeds.share(world, ona, {"contact": {}})
    deeds.share(world, ona, {"location": {"latitude": 54.7, "longitude": 25.3}})
    deeds.share(world, ona, {"poll": {}})
    deeds.press(world, ona, letter.message["message_id"], "x")
    deeds.ask_inline(world, ona, "di")
    deeds.block(world, ona, blocked=True)
    updates = await aiogram_bot.get_updates()
    assert [update.event_type for update in updates] == [
        "message",
        "edited_message",
        *["message"] * 7,
        "callback_query",
        "inline_query",
        "my_chat_member",
    ]
    assert updates[0].message is not None
    assert updates[0].message.entities is not None


async def test_ptb_understands_updates(server: Server, ptb_bot: ExtBot[None], ona: Person) -> None:
    """python-telegram-bot understands them too."""
    deeds.share(server.world, ona, {"poll": {}})
    deeds.upload(server.world, ona, "document", content=b"abc", name="a.txt")
    deeds.block(server.world, ona, blocked=True)
    poll, document, change = await ptb_bot.get_updates()
    assert poll.message is not None
    assert poll.message.poll is not None
    assert document.message is not None
    assert document.message.document is not None
    assert change.my_chat_member is not None
    file = await document.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"abc"


async def test_aiogram_speaks(aiogram_bot: Bot, ona: Person) -> None:
    """aiogram sends, edits, uploads, copies, sets menus and reads the answers."""
    me = await aiogram_bot.me()
    sent = await aiogram_bot.send_message(ona.id, "<b>Labas</b>")
    edited = await sent.edit_text("Kitaip")
    files = [BufferedInputFile(b"abc", filename=f"žurnalas{at}.txt") for at in range(2)]
    document = await aiogram_bot.send_document(ona.id, files[0], caption="<i>x</i>")
    album = await aiogram_bot.send_media_group(
        ona.id, [InputMediaDocument(media=file) for file in files]
    )
    photo = await aiogram_bot.send_photo(ona.id, BufferedInputFile(PNG, filename="a.png"))
    copied = await aiogram_bot.copy_message(ona.id, ona.id, sent.message_id)
    forwarded = await aiogram_bot.forward_message(ona.id, ona.id, sent.message_id)
    await sent.pin()
    chat = await aiogram_bot.get_chat(ona.id)
    member = await aiogram_bot.get_chat_member(ona.id, ona.id)
    assert (me.username, me.supports_inline_queries) == (BOT_USERNAME, True)
    assert sent.entities is not None
    assert not isinstance(edited, bool)
    assert edited.text == "Kitaip"
    assert document.document is not None
    assert document.document.file_name == "žurnalas0.txt"
    assert len(album) == 2
    assert photo.photo is not None
    assert copied.message_id != sent.message_id
    assert forwarded.forward_origin is not None
    assert chat.pinned_message is not None
    assert member.status == "member"
    assert await sent.delete()


async def test_aiogram_answers(server: Server, aiogram_bot: Bot, ona: Person) -> None:
    """aiogram answers a press and an inline query."""
    (number,) = ona.letters
    press = deeds.press(server.world, ona, number, "x")
    question = deeds.ask_inline(server.world, ona, "di")
    content = InputTextMessageContent(message_text="<b>x</b>")
    result = InlineQueryResultArticle(id="1", title="x", input_message_content=content)
    assert await aiogram_bot.answer_callback_query(press.id, text="gerai")
    assert await aiogram_bot.answer_inline_query(question.id, [result], is_personal=True)
    assert question.answer is not None
    assert question.answer["results"][0]["input_message_content"]["parse_mode"] == "HTML"


async def test_aiogram_sets_itself_up(aiogram_bot: Bot, ona: Person) -> None:
    """aiogram sets menus, names and the webhook, and reads them back."""
    scope = BotCommandScopeChat(chat_id=ona.id)
    await aiogram_bot.set_my_commands(
        [BotCommand(command="mano", description="Mano")], scope=scope, language_code="lt"
    )
    await aiogram_bot.set_my_description("Padedu")
    await aiogram_bot.delete_webhook(drop_pending_updates=True)
    found = await aiogram_bot.get_my_commands(scope=scope, language_code="lt")
    assert [one.command for one in found] == ["mano"]
    assert (await aiogram_bot.get_my_description()).description == "Padedu"
    assert (await aiogram_bot.get_webhook_info()).url == ""
    assert (await aiogram_bot.get_chat_menu_button()).type == "default"


async def test_ptb_speaks(ptb_bot: ExtBot[None], ona: Person) -> None:
    """python-telegram-bot sends, edits, uploads, sets menus and reads the answers."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="b")]])
    sent = await ptb_bot.send_message(ona.id, "<b>a</b>", parse_mode="HTML", reply_markup=keyboard)
    edited = await sent.edit_text("b")
    document = await ptb_bot.send_document(ona.id, b"abc", filename="žurnalas.txt")
    photo = await ptb_bot.send_photo(ona.id, PNG)
    chat = await ptb_bot.get_chat(ona.id)
    member = await ptb_bot.get_chat_member(ona.id, ona.id)
    await ptb_bot.set_my_commands([PtbCommand("mano", "Mano")])
    assert sent.reply_markup == keyboard
    assert not isinstance(edited, bool)
    assert edited.text == "b"
    assert document.document is not None
    assert document.document.file_name == "žurnalas.txt"
    assert photo.photo[0].width == 5
    assert chat.first_name == "Ona"
    assert member.status == "member"
    assert [one.command for one in await ptb_bot.get_my_commands()] == ["mano"]


async def test_aiogram_meets_refusals(
    server: Server, aiogram_bot: Bot, hand: Hand, ona: Person
) -> None:
    """Each refusal is the error of aiogram that it would be on Telegram."""
    with pytest.raises(TelegramBadRequest, match="Unsupported start tag"):
        await aiogram_bot.send_message(ona.id, "<br>")
    await hand.post("faults", {"fail_next": [{"code": 429, "retry_after": 3}, {"code": 500}]})
    with pytest.raises(TelegramRetryAfter) as refusal:
        await aiogram_bot.send_message(ona.id, "x")
    assert refusal.value.retry_after == 3
    with pytest.raises(TelegramServerError):
        await aiogram_bot.send_message(ona.id, "x")
    deeds.block(server.world, ona, blocked=True)
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await aiogram_bot.send_message(ona.id, "x")


async def test_ptb_meets_refusals(
    server: Server, ptb_bot: ExtBot[None], hand: Hand, ona: Person
) -> None:
    """Each refusal is the error of python-telegram-bot that it would be on Telegram."""
    with pytest.raises(BadRequest, match="not found"):
        await ptb_bot.send_message(5, "x")
    await hand.post("faults", {"fail_next": {"code": 429, "retry_after": 3}})
    with pytest.raises(RetryAfter):
        await ptb_bot.send_message(ona.id, "x")
    deeds.block(server.world, ona, blocked=True)
    with pytest.raises(Forbidden, match="blocked by the user"):
        await ptb_bot.send_message(ona.id, "x")


async def test_updates_keep_their_shape(server: Server, aiogram_bot: Bot, ona: Person) -> None:
    """What aiogram read goes through its own model and back without loss of the text."""
    deeds.write(server.world, ona, "labas /mano https://pedagogas.lt")
    (update,) = await aiogram_bot.get_updates()
    again = Update.model_validate_json(update.model_dump_json(exclude_none=True))
    assert again.message is not None
    assert again.message.text == "labas /mano https://pedagogas.lt"
