"""`@bot words` in any chat: cards to put there. Whoever presses may never have met the bot."""

from aiogram import Router
from aiogram.methods import AnswerInlineQuery
from aiogram.types import (
    InlineKeyboardButton,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from catalogue.programme.browsing import events_of
from catalogue.programme.queries import by_code, upcoming
from catalogue.programme.tables import Event
from handlers import keyboards
from handlers.replies import Replies
from handlers.talk import Talk
from handlers.words import events as words
from handlers.words import labels

MOST_RESULTS = 12
LONGEST_QUERY = 200
#: Seconds Telegram may give the same answer to the same words.
CACHED_FOR = 20

router = Router(name="inline")


@router.inline_query()
async def cards(query: InlineQuery, talk: Talk) -> Replies:
    """By code, else by search; with nothing written, what comes next."""
    found = await _found(talk, query.query.strip()[:LONGEST_QUERY])
    return AnswerInlineQuery(
        inline_query_id=query.id,
        results=[_article(talk, event) for event in found],
        cache_time=CACHED_FOR,
        is_personal=True,
    )


async def _found(talk: Talk, words_written: str) -> list[Event]:
    if not words_written:
        return list(await upcoming(talk.session, now=talk.now, limit=MOST_RESULTS))
    if coded := await by_code(talk.session, words_written):
        return coded
    index = await talk.house.finder.index(talk.session)
    result = index.search(words_written, now=talk.now, limit=MOST_RESULTS)
    hits = result.hits or result.nearest
    return await events_of(talk.session, [hit.document.key for hit in hits])


def _article(talk: Talk, event: Event) -> InlineQueryResultArticle:
    say = talk.say
    text = words.essentials(say, event, now=talk.now)
    link = talk.house.link(f"ev_{event.code}")
    return InlineQueryResultArticle(
        id=str(event.id),
        title=words.shortened(words.title(say, event), 100),
        description=words.in_brief(say, event, now=talk.now),
        input_message_content=InputTextMessageContent(
            message_text=str(text),
            parse_mode="HTML",
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=keyboards.rows([[InlineKeyboardButton(text=str(say(labels.OPEN)), url=link)]]),
    )
