"""Telegram's limits, by a table of calls."""

from typing import Any

import pytest

from bot.playground import rules
from bot.playground.people import Person
from tests.bot.playground.conftest import Caller

TEXTS: list[tuple[dict[str, Any], str | None]] = [
    ({"text": "x"}, None),
    ({"text": "ą" * 4096}, None),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"}, None),
    ({"text": "ą" * 16385}, "text is too long"),
    ({}, "message text is empty"),
    ({"text": ""}, "message text is empty"),
    ({"text": " \n\t "}, "text must be non-empty"),
    ({"text": "<b> </b>", "parse_mode": "html"}, "text must be non-empty"),
    ({"text": "5 < 6", "parse_mode": "HTML"}, "can't parse entities: Unsupported start tag"),
    ({"text": "5 < 6"}, None),
    ({"text": "x", "parse_mode": "Markdown"}, "unsupported parse_mode"),
    ({"text": "x", "reply_markup": "{nonsense"}, "can't parse reply_markup JSON object"),
    ({"text": "x", "reply_parameters": {"message_id": 1}}, "message to be replied not found"),
]


@pytest.mark.parametrize(("arguments", "refusal"), TEXTS)
async def test_messages(
    call: Caller, ona: Person, arguments: dict[str, Any], refusal: str | None
) -> None:
    """A message within the limits goes out, any other is refused in Telegram's words."""
    answer = await call("sendMessage", chat_id=ona.id, **arguments)
    assert answer.status == (400 if refusal else 200), answer.body
    if refusal:
        assert answer.words.startswith("Bad Request: ")
        assert refusal in answer.words


OTHERS: list[tuple[str, dict[str, Any], str]] = [
    ("setMyCommands", {"commands": [{"command": "Ačiū", "description": "x"}]}, "COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}, "DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": "b"}] * 101}, "TOO_MUCH"),
    ("setMyCommands", {"commands": [], "language_code": "lit"}, "invalid language code"),
    ("setMyCommands", {"commands": [], "scope": {"type": "all"}}, "Unsupported type specified"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ("setMyName", {"name": "x" * 65}, "name is too long"),
    ("setMyDescription", {"description": "x" * 513}, "description is too long"),
    ("setMyShortDescription", {"short_description": "x" * 121}, "short_description is too long"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old and response timeout"),
    ("answerInlineQuery", {"inline_query_id": "1", "results": []}, "query is too old"),
    ("sendMessage", {"chat_id": 42, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("getFile", {"file_id": "nobody"}, "invalid file_id"),
]


@pytest.mark.parametrize(("method", "arguments", "refusal"), OTHERS)
async def test_other_methods(
    call: Caller, method: str, arguments: dict[str, Any], refusal: str
) -> None:
    """Commands, names, answers and unknown ids have their limits too."""
    answer = await call(method, **arguments)
    assert answer.status == 400
    assert refusal in answer.words


RESULT = {"type": "article", "title": "t", "input_message_content": {"message_text": "x"}}
RESULTS: list[tuple[list[dict[str, Any]], str]] = [
    ([{**RESULT, "id": str(n)} for n in range(51)], "RESULTS_TOO_MUCH"),
    ([{**RESULT, "id": "a"}, {**RESULT, "id": "a"}], "RESULT_ID_DUPLICATE"),
    ([{**RESULT, "id": "ą" * 33}], "RESULT_ID_INVALID"),
    ([{**RESULT, "id": ""}], "RESULT_ID_INVALID"),
    ([{"type": "article", "id": "a", "title": "t"}], "message content must be specified"),
    ([{**RESULT, "id": "a", "input_message_content": {"message_text": " "}}], "non-empty"),
]


@pytest.mark.parametrize(("results", "refusal"), RESULTS)
async def test_inline_results(call: Caller, results: list[dict[str, Any]], refusal: str) -> None:
    """Inline results are up to 50, their ids unique and short, each with something to send."""
    answer = await call("answerInlineQuery", inline_query_id="1", results=results)
    assert answer.status == 400
    assert refusal in answer.words


@pytest.mark.parametrize(
    ("payload", "carried"),
    [("ev_DI-1", True), ("x" * 64, True), ("x" * 65, False), ("", False), ("ą", False)],
)
def test_deep_links(payload: str, carried: bool) -> None:  # noqa: FBT001 -- a row of a table
    """A deep link carries 1 to 64 of A-Za-z0-9_- and nothing else."""
    assert rules.is_deep_link(payload) is carried


async def test_captions(call: Caller, ona: Person) -> None:
    """A caption is up to 1024 characters."""
    file = {"document": ("a.txt", b"x")}
    good = await call.upload("sendDocument", file, chat_id=ona.id, caption="x" * 1024)
    poor = await call.upload("sendDocument", file, chat_id=ona.id, caption="x" * 1025)
    assert (good.status, poor.status) == (200, 400)
    assert "caption is too long" in poor.words
