from datetime import timedelta
from typing import Any

import pytest
from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQuery, InlineQueryResultArticle, InputTextMessageContent

from catalogue.programme.revisions import stamp
from catalogue.programme.tables import Event, Mode, Status
from handlers import inline
from handlers.links import question_in
from handlers.talk import Talk
from tests.factories import NOW, an_event, kept
from tests.handlers.talking import ACCOUNT


async def put(talk: Talk, *events: Event) -> None:
    await kept(talk.session, *events)
    await stamp(talk.session, *events)


async def ask(talk: Talk, words: str) -> list[InlineQueryResultArticle]:
    query = InlineQuery(id="9", from_user=ACCOUNT, query=words, offset="")
    answer = await inline.cards(query, talk)
    assert isinstance(answer, AnswerInlineQuery)
    assert (answer.inline_query_id, answer.is_personal) == ("9", True)
    return [one for one in answer.results if isinstance(one, InlineQueryResultArticle)]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("", ["Keramika", "Robotika"]),
        ("  ", ["Keramika", "Robotika"]),
        ("robotikos", ["Robotika"]),
        ("R-1", ["Robotika"]),
        ("r-1", ["Robotika"]),
        ("robotikos " * 90, ["Robotika"]),
    ],
)
async def test_what_is_offered(talk: Talk, words: str, titles: list[str]) -> None:
    """By code, else by search; with nothing written, what comes next."""
    soon, later = NOW + timedelta(days=1), NOW + timedelta(days=9)
    await put(
        talk,
        an_event(title_lt="Robotika", code="R-1", starts=later),
        an_event(title_lt="Keramika", code="K-1", starts=soon),
    )
    assert [one.title for one in await ask(talk, words)] == titles


@pytest.mark.parametrize(
    ("words", "titles", "button"),
    [
        ("ker", ["Keramika"], False),
        ("keramika n", ["Keramika"], False),
        ("keramika lapkrit", ["Keramika"], False),
        ("", ["Keramika", "Robotika"], False),
        ("branduolinė fizika", ["Keramika", "Robotika"], True),
        ("akordeonas Kaune", ["Keramika", "Robotika"], True),
    ],
)
async def test_as_one_types(talk: Talk, words: str, titles: list[str], button: bool) -> None:  # noqa: FBT001
    """Half a word spoils nothing; where nothing is found there is a way to ask in the chat."""
    soon, later = NOW + timedelta(days=1), NOW + timedelta(days=9)
    await put(
        talk,
        an_event(title_lt="Robotika", starts=later),
        an_event(title_lt="Keramika", starts=soon),
    )
    query = InlineQuery(id="9", from_user=ACCOUNT, query=words, offset="")
    answer = await inline.cards(query, talk)
    assert isinstance(answer, AnswerInlineQuery)
    shown = [one.title for one in answer.results if isinstance(one, InlineQueryResultArticle)]
    assert (shown, answer.button is not None) == (titles, button)
    if answer.button:
        payload = answer.button.start_parameter or ""
        assert question_in(payload.removeprefix("q_")) == words


async def test_a_card_carries_only_a_link(talk: Talk) -> None:
    """Whoever presses may never have started the bot; and nobody gets the link to join by it."""
    online: dict[str, Any] = {"mode": Mode.ONLINE, "join_url": "https://zoom.example/1"}
    await put(talk, an_event(title_lt='"Aš & tu"', code="A-1", **online))
    (card,) = await ask(talk, "A-1")
    assert card.reply_markup is not None
    ((button,),) = card.reply_markup.inline_keyboard
    assert (button.url, button.callback_data) == ("https://t.me/kvieslys_bot?start=ev_A-1", None)
    content = card.input_message_content
    assert isinstance(content, InputTextMessageContent)
    assert content.message_text.startswith("<b>&#34;Aš &amp; tu&#34;</b>\n")
    assert card.title == '"Aš & tu"'
    assert "zoom" not in str(card)


async def test_a_cancelled_event_is_not_passed_on_as_if_it_were_on(talk: Talk) -> None:
    """Found by its code, it says first that it is cancelled."""
    await put(talk, an_event(code="X-1", status=Status.CANCELLED))
    (card,) = await ask(talk, "X-1")
    content = card.input_message_content
    assert isinstance(content, InputTextMessageContent)
    assert "<b>Renginys atšauktas.</b>" in content.message_text
