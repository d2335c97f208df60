"""Entities Telegram finds by itself, trimming, and cutting a long text into messages."""

import re

from bot.playground.html import utf16
from bot.playground.refusal import Json

_FOUND = re.compile(
    r"(?P<url>\b(?:https?://[^\s<>\"]+|(?:[a-z0-9-]+\.)+(?:lt|com|org|net|eu|me|io)\b(?:/[^\s<>\"]*)?))"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![/<>\w]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z]\w{2,31})"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)",
    re.IGNORECASE,
)
_OPAQUE = ("code", "pre", "text_link", "text_mention", "custom_emoji")
LONGEST = 4096


def found_in(text: str) -> list[Json]:
    """Commands, links, mentions, e-mail addresses and hashtags in a plain text."""
    if not any(sign in text for sign in "/@#."):
        return []
    hits: list[Json] = []
    for match in re.finditer(_FOUND, text):
        kind = match.lastgroup or ""
        word = match[0].rstrip(".,;:!?)“”»") if kind == "url" else match[0]
        if kind == "url" and _is_address_part(text, match):
            continue
        place = {"offset": utf16(text[: match.start()]), "length": utf16(word)}
        hits.append({"type": kind, **place})
    return hits


def _is_address_part(text: str, match: re.Match[str]) -> bool:
    return text[match.end() : match.end() + 1] == "@" or text[: match.start()].endswith("@")


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """The sender's entities, and those Telegram finds outside code and links."""
    closed = [e for e in entities if e["type"] in _OPAQUE]
    free = [e for e in found_in(text) if not any(_overlap(e, other) for other in closed)]
    return sorted([*entities, *free], key=lambda e: (e["offset"], -e["length"]))


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without spaces around it, its entities moved and cut accordingly."""
    bare = text.strip()
    if bare == text:
        return text, entities
    shift = utf16(text[: len(text) - len(text.lstrip())])
    end = utf16(bare)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        stop = min(entity["offset"] + entity["length"] - shift, end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return bare, kept


def pieces(text: str) -> list[str]:
    """A long text as Telegram's apps send it: messages of up to 4096 characters."""
    bare = text.strip()
    parts: list[str] = []
    while len(bare) > LONGEST:
        cut = max(bare.rfind(sign, LONGEST // 2, LONGEST) for sign in "\n ")
        cut = cut if cut > 0 else LONGEST
        parts.append(bare[:cut].rstrip())
        bare = bare[cut:].lstrip()
    return [*parts, bare] if bare else parts
