"""Telegram's limits: each function returns what is kept or raises in Telegram's words."""

import re

from bot.playground import entities as marks
from bot.playground import html
from bot.playground.refusal import Json, Refused, bad

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
RAW_BYTES = 32768
UPLOAD_BYTES = 50 * 1024 * 1024
PHOTO_BYTES = 10 * 1024 * 1024
INLINE_RESULTS = 50

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")


def marked(raw: str, *, parse_mode: str, given: list[Json] | None) -> tuple[str, list[Json]]:
    """Visible text and all its entities, of what a bot sent."""
    if len(raw.encode()) > RAW_BYTES:
        raise bad("text is too long")
    mode = parse_mode.lower()
    if mode not in ("", "html"):
        raise bad(f"unsupported parse_mode: the playground reads HTML only, not {parse_mode}")
    text, found = html.parse(raw) if mode else (raw, given or [])
    text, found = marks.trimmed(text, found)
    return text, marks.with_found(text, found)


def text_of(
    raw: str, *, parse_mode: str = "", given: list[Json] | None = None
) -> tuple[str, list[Json]]:
    """A message's text: 1..4096 characters after the entities are parsed."""
    if not raw:
        raise bad("message text is empty")
    text, found = marked(raw, parse_mode=parse_mode, given=given)
    if not text:
        raise bad("text must be non-empty")
    if len(text) > TEXT_LIMIT:
        raise bad("message is too long")
    return text, found


def caption_of(
    raw: str, *, parse_mode: str = "", given: list[Json] | None = None
) -> tuple[str, list[Json]]:
    """A caption: 0..1024 characters after the entities are parsed."""
    text, found = marked(raw, parse_mode=parse_mode, given=given)
    if len(text) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    return text, found


def toast_text(text: str) -> str:
    """The text of an answer to a callback: 0..200 characters."""
    if len(text) > 200:
        raise bad("MESSAGE_TOO_LONG")
    return text


def is_deep_link(payload: str) -> bool:
    """Whether `t.me/<bot>?start=<payload>` carries this payload."""
    return bool(_PAYLOAD.fullmatch(payload))


def upload(content: bytes, *, photo: bool) -> bytes:
    """A file a bot uploads: not empty, up to 50 MB, a photo up to 10 MB."""
    if not content:
        raise bad("file must be non-empty")
    if len(content) > UPLOAD_BYTES:
        raise Refused(413, "Request Entity Too Large")
    if photo and len(content) > PHOTO_BYTES:
        raise bad(
            f"file of size {len(content)} bytes is too big for a photo; "
            f"the maximum size is {PHOTO_BYTES} bytes"
        )
    return content


def language(code: str) -> str:
    """A two-letter language or none."""
    if not _LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def commands(given: object) -> list[Json]:
    """Up to 100 commands, each of `a-z0-9_` with a description of 1..256 characters."""
    if not isinstance(given, list):
        raise bad("can't parse commands JSON object: expected an Array")
    if len(given) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    return [_command(one) for one in given]


def _command(given: object) -> Json:
    if not isinstance(given, dict):
        raise bad("expected an Object of type BotCommand")
    name = str(given.get("command", "")).removeprefix("/")
    description = str(given.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def inline_results(given: object) -> list[Json]:
    """Up to 50 results, each with a type and an id of 1..64 bytes that no other has."""
    if not isinstance(given, list):
        raise bad("can't parse inline query results JSON object: expected an Array")
    if len(given) > INLINE_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    seen: set[str] = set()
    for one in given:
        _inline_result(one, seen)
    return given


def _inline_result(given: object, seen: set[str]) -> None:
    if not isinstance(given, dict) or not given.get("type"):
        raise bad('can\'t parse inline query result: field "type" must be of type String')
    name = str(given.get("id", ""))
    if not 1 <= len(name.encode()) <= 64:
        raise bad("RESULT_ID_INVALID")
    if name in seen:
        raise bad("RESULT_ID_DUPLICATE")
    seen.add(name)
    if given["type"] == "article" and not given.get("title"):
        raise bad("article title must be non-empty")


def next_offset(value: str) -> str:
    """Where the next page of inline results begins: up to 64 bytes."""
    if len(value.encode()) > 64:
        raise bad("NEXT_OFFSET_INVALID")
    return value
