"""Pressed buttons and inline queries: how long they live and what comes of them."""

import asyncio
from typing import Any

from bot.playground import deeds
from bot.playground.people import Person
from bot.playground.server import Server
from tests.bot.playground.conftest import JAMES, Answered, Caller, Hand

KEYBOARD = {"inline_keyboard": [[{"text": "Registruotis", "callback_data": "reg:1"}]]}


async def _pressed(call: Caller, hand: Hand, ona: Person) -> dict[str, Any]:
    sent = await call("sendMessage", chat_id=ona.id, text="x", reply_markup=KEYBOARD)
    number = sent.result["message_id"]
    await hand.post("callback", {"person": ona.id, "message_id": number, "data": "reg:1"})
    (update,) = (await call("getUpdates")).result
    query: dict[str, Any] = update["callback_query"]
    return query


async def test_a_press(call: Caller, hand: Hand, ona: Person) -> None:
    """A press carries its data, its message and its person."""
    query = await _pressed(call, hand, ona)
    assert query["data"] == "reg:1"
    assert query["message"]["reply_markup"] == KEYBOARD
    assert query["from"]["id"] == ona.id
    assert query["chat_instance"]


async def test_an_answer_is_shown(call: Caller, hand: Hand, ona: Person) -> None:
    """The answer is a toast or an alert in the person's chat, and only the first one counts."""
    query = await _pressed(call, hand, ona)
    answer = {"callback_query_id": query["id"], "text": "Gerai", "show_alert": True}
    first = await call("answerCallbackQuery", **answer)
    second = await call("answerCallbackQuery", **answer)
    (toast,) = (await hand.get("history", person=ona.id))["toasts"]
    assert first.result is True
    assert second.status == 400
    assert (toast["text"], toast["show_alert"]) == ("Gerai", True)


async def test_a_late_answer(server: Server, call: Caller, hand: Hand, ona: Person) -> None:
    """An answer after the query's life is refused."""
    await hand.post("faults", {"callback_seconds": 0})
    query = await _pressed(call, hand, ona)
    refused = await call("answerCallbackQuery", callback_query_id=query["id"])
    assert refused.words == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


async def test_a_press_on_what_is_gone(server: Server, hand: Hand, ona: Person) -> None:
    """A message that is not there has no buttons."""
    body = {"person": ona.id, "message_id": 1, "data": "x"}
    assert await hand.post("callback", body, status=400)


ARTICLE = {
    "type": "article",
    "id": "1",
    "title": "Seminaras",
    "input_message_content": {"message_text": "<b>Seminaras</b>", "parse_mode": "HTML"},
}


async def _answer_inline(call: Caller, **more: Any) -> Answered:
    (update,) = (await call("getUpdates", timeout=5)).result
    query = update["inline_query"]
    assert (query["query"], query["offset"]) == ("di", "")
    return await call("answerInlineQuery", inline_query_id=query["id"], results=[ARTICLE], **more)


async def test_inline_into_ones_own_chat(call: Caller, hand: Hand, ona: Person) -> None:
    """A chosen result appears in the chat, and the bot sees it come via itself."""
    async with asyncio.TaskGroup() as group:
        asked = group.create_task(hand.post("inline", {"person": ona.id, "query": "di"}))
        await _answer_inline(call, next_offset="20")
    found = asked.result()
    assert found["next_offset"] == "20"
    chosen = {"inline_query_id": found["inline_query_id"], "result_id": "1"}
    letter = await hand.post("choose", {"person": ona.id, **chosen})
    update = (await call("getUpdates")).result[-1]
    assert letter["text"] == "Seminaras"
    assert update["message"]["via_bot"]["username"] == "kvieslys_playground_bot"


async def test_inline_to_another_person(
    server: Server, call: Caller, hand: Hand, ona: Person
) -> None:
    """A result sent to someone else is seen by them and not by the bot."""
    question = deeds.ask_inline(server.world, ona, "di")
    await _answer_inline(call)
    server.world.updates.forget_all()
    chosen = {"inline_query_id": question.id, "result_id": "1", "to": JAMES}
    await hand.post("choose", {"person": ona.id, **chosen})
    (seen,) = (await hand.get("history", person=JAMES))["messages"]
    assert (seen["from"], seen["author"], seen["text"]) == ("other", "Ona", "Seminaras")
    assert (await call("getUpdates")).result == []


async def test_nobody_answers_inline(hand: Hand, ona: Person) -> None:
    """A bot that keeps silent is said to."""
    body = {"person": ona.id, "query": "di", "seconds": 0}
    assert "did not answer" in (await hand.post("inline", body, status=504))["error"]


async def test_links_of_an_answer(call: Caller, hand: Hand, ona: Person) -> None:
    """An answer may open the bot's own deep link and no other address."""
    query = await _pressed(call, hand, ona)
    answer = {"callback_query_id": query["id"]}
    refused = await call("answerCallbackQuery", **answer, url="https://pedagogas.lt")
    own = "https://t.me/kvieslys_playground_bot?start=ev_1"
    assert refused.words == "Bad Request: URL_INVALID"
    assert (await call("answerCallbackQuery", **answer, url=own)).result is True


async def test_a_card_with_buttons_in_a_strange_chat(
    server: Server, call: Caller, hand: Hand, ona: Person
) -> None:
    """A press on a card sent by inline mode has no message, and its card is edited by its id."""
    question = deeds.ask_inline(server.world, ona, "di")
    results = [{**ARTICLE, "reply_markup": KEYBOARD}]
    await call("answerInlineQuery", inline_query_id=question.id, results=results)
    james = server.world.people[JAMES]
    letter = deeds.choose(server.world, ona, question.id, "1", james)
    server.world.updates.forget_all()
    deeds.press(server.world, james, letter.message["message_id"], "reg:1")
    (update,) = (await call("getUpdates")).result
    number = update["callback_query"]["inline_message_id"]
    edited = await call("editMessageText", inline_message_id=number, text="Jau pilna")
    (seen,) = (await hand.get("history", person=JAMES))["messages"]
    assert "message" not in update["callback_query"]
    assert edited.result is True
    assert (seen["text"], seen["keyboard"]) == ("Jau pilna", [])
