"""`@bot words` in any chat: cards to put there. Whoever presses may never have met the bot."""

from datetime import datetime

from aiogram import Router
from aiogram.methods import AnswerInlineQuery
from aiogram.types import (
    InlineKeyboardButton,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from catalogue.finding.browsing import events_of
from catalogue.programme.queries import by_code, upcoming
from catalogue.programme.tables import Event
from catalogue.search.index import Hit, Index
from handlers import keyboards, links
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
    """By code, else by search; with nothing written, what comes next.

    Where nothing is found, what is near, and a way to ask in the chat.
    """
    written = query.query.strip()[:LONGEST_QUERY]
    found, is_sure = await _found(talk, written)
    ask = InlineQueryResultsButton(
        text=str(talk.say(labels.NOTHING_ASK)), start_parameter=links.question(written)
    )
    return AnswerInlineQuery(
        inline_query_id=query.id,
        results=[_article(talk, event) for event in found],
        cache_time=CACHED_FOR,
        is_personal=True,
        button=None if is_sure else ask,
    )


async def _found(talk: Talk, written: str) -> tuple[list[Event], bool]:
    """The events, and whether they are what was asked for."""
    if not written:
        return list(await upcoming(talk.session, now=talk.now, limit=MOST_RESULTS)), True
    if coded := await by_code(talk.session, written):
        return coded, True
    hits, is_sure = _hits(await talk.house.finder.index(talk.session), written, now=talk.now)
    keys = dict.fromkeys(hit.document.key for hit in hits)
    return await events_of(talk.session, list(keys)[:MOST_RESULTS]), is_sure


def _hits(index: Index, written: str, *, now: datetime) -> tuple[tuple[Hit, ...], bool]:
    """As one types, the last word may be half a word that says nothing yet."""
    result = index.search(written, now=now, limit=MOST_RESULTS)
    if result.verdict == "found":
        return result.hits, True
    before, _, _half = written.rpartition(" ")
    if before and (so_far := index.search(before, now=now, limit=MOST_RESULTS)).hits:
        return (*result.hits, *so_far.hits), True
    return result.hits or result.nearest, bool(result.hits)


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
