"""Telegram's HTML mode: visible text and entities, or the refusal in Telegram's words."""

from dataclasses import dataclass, field

from bot.playground import links
from bot.playground.refusal import Json, Refused, bad

PLAIN = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "pre": "pre",
}
SPECIAL = ("a", "code", "blockquote", "tg-emoji", "tg-time")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACES = " \t\r\n\0\v\f"
_NAME_TOKEN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")


def utf16(text: str) -> int:
    """The length of a text in UTF-16 units, as entities count it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    start: int


@dataclass(slots=True)
class _Parser:
    """Walks the text once; `at` is the place in the source, `size` the visible UTF-16 length."""

    source: str
    at: int = 0
    size: int = 0
    visible: list[str] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            sign = self.source[self.at]
            if sign == "<":
                self._tag()
            elif sign == "&":
                decoded, self.at = reference(self.source, self.at)
                self._show(decoded)
            else:
                end = self._next_sign()
                self._show(self.source[self.at : end])
                self.at = end
        if self.opened:
            raise _unreadable(
                f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"'
            )
        return "".join(self.visible), self.entities

    def _next_sign(self) -> int:
        ends = (self.source.find(sign, self.at) for sign in "<&")
        return min((end for end in ends if end >= 0), default=len(self.source))

    def _show(self, text: str) -> None:
        self.visible.append(text)
        self.size += utf16(text)

    def _peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def _skip_spaces(self) -> None:
        while self._peek() and self._peek() in SPACES:
            self.at += 1

    def _byte(self, place: int) -> int:
        return len(self.source[:place].encode())

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self._peek() == "/":
            self.at += 1
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _word(self, stops: str) -> str:
        begin = self.at
        while self._peek() and self._peek() not in stops:
            self.at += 1
        return self.source[begin : self.at]

    def _start_tag(self, begin: int) -> None:
        tag = self._word(SPACES + ">").lower()
        where = f"at byte offset {self._byte(begin)}"
        if not self._peek():
            raise _unreadable(f"Unclosed start tag {where}")
        if tag not in PLAIN and tag not in SPECIAL:
            raise _unreadable(f'Unsupported start tag "{tag}" {where}')
        attributes: dict[str, str] = {}
        while self._peek() != ">":
            self._skip_spaces()
            if self._peek() != ">":
                self._attribute(tag, begin, attributes)
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _unreadable(f'Tag "span" must have class "tg-spoiler" {where}')
        self.opened.append(_Open(tag, attributes, self.size, len(self.visible)))

    def _attribute(self, tag: str, begin: int, attributes: dict[str, str]) -> None:
        where = f"at byte offset {self._byte(begin)}"
        name = self._word(SPACES + "=>/\"'")
        if not name:
            if not self._peek():
                raise _unreadable(f'Unclosed start tag "{tag}" {where}')
            raise _unreadable(f'Empty attribute name in the tag "{tag}" {where}')
        self._skip_spaces()
        if self._peek() == "=":
            self.at += 1
            self._skip_spaces()
            attributes[name.lower()] = self._value()
        else:
            attributes[name.lower()] = ""
        if not self._peek():
            raise _unreadable(f'Unclosed start tag "{tag}" {where}')

    def _value(self) -> str:
        quote = self._peek()
        if quote not in ("'", '"'):
            return self._name_token()
        self.at += 1
        value: list[str] = []
        while self._peek() and self._peek() != quote:
            if self._peek() == "&":
                decoded, self.at = reference(self.source, self.at)
                value.append(decoded)
            else:
                value.append(self._peek())
                self.at += 1
        self.at += bool(self._peek())
        return "".join(value)

    def _name_token(self) -> str:
        begin = self.at
        while self._peek() and self._peek() in _NAME_TOKEN:
            self.at += 1
        if self._peek() and self._peek() not in SPACES + ">":
            raise _unreadable(f"Unexpected end of name token at byte offset {self._byte(begin)}")
        return self.source[begin : self.at].lower()

    def _end_tag(self, begin: int) -> None:
        where = f"at byte offset {self._byte(begin)}"
        if not self.opened:
            raise _unreadable(f"Unexpected end tag {where}")
        found = self._word(SPACES + ">").lower()
        self._skip_spaces()
        if self._peek() != ">":
            raise _unreadable(f"Unclosed end tag {where}")
        self.at += 1
        last = self.opened.pop()
        if found and found != last.tag:
            raise _unreadable(
                f'Unmatched end tag {where}, expected "</{last.tag}>", found "</{found}>"'
            )
        entity = _entity(last, "".join(self.visible[last.start :]))
        if entity and self.size > last.offset:
            place = {"offset": last.offset, "length": self.size - last.offset}
            self.entities.append({"type": entity.pop("type"), **place, **entity})


def _unreadable(reason: str) -> Refused:
    return bad(f"can't parse entities: {reason}")


def reference(source: str, at: int) -> tuple[str, int]:
    """What stands at an ampersand and where to read on; an unknown reference stays as written."""
    numeric = source.startswith("#", at + 1)
    hexadecimal = numeric and source.startswith("x", at + 2)
    begin = at + 1 + numeric + hexadecimal
    end = begin
    allowed = "0123456789abcdefABCDEF" if hexadecimal else "0123456789"
    while end < len(source) and end - at < 12 and _belongs(source[end], numeric, allowed):
        end += 1
    char = _numeric(source[begin:end], hexadecimal) if numeric else NAMED.get(source[begin:end], "")
    if not char or end - at >= 10:
        return "&", at + 1
    return char, end + source.startswith(";", end)


def _belongs(char: str, numeric: bool, allowed: str) -> bool:  # noqa: FBT001 -- two kinds of one
    return char in allowed if numeric else char.isascii() and char.isalpha()


def _numeric(digits: str, hexadecimal: bool) -> str:  # noqa: FBT001 -- the base of the number
    code = int(digits or "0", 16 if hexadecimal else 10)
    surrogate = 0xD800 <= code <= 0xDFFF
    return "" if code == 0 or code >= 0x10FFFF or surrogate else chr(code)


def _entity(opened: _Open, inside: str) -> Json | None:
    given = opened.attributes
    match opened.tag:
        case "a":
            return _link(given.get("href") or inside)
        case "code":
            language = given.get("class", "")
            known = language.startswith("language-") and language != "language-"
            return {"type": "code", **({"language": language[9:]} if known else {})}
        case "blockquote":
            return {"type": "expandable_blockquote" if "expandable" in given else "blockquote"}
        case "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": given.get("emoji-id", "")}
        case "tg-time":
            return _moment(given)
        case tag:
            return {"type": PLAIN[tag]}


def _link(url: str) -> Json | None:
    user = links.mentioned_user(url)
    if user is not None:
        return {"type": "text_mention", "user": {"id": user, "is_bot": False, "first_name": ""}}
    return None if links.fault_of(url) else {"type": "text_link", "url": links.normal(url)}


def _moment(given: dict[str, str]) -> Json | None:
    if not given.get("unix", "").isdigit():
        return None
    return {
        "type": "date_time",
        "unix_time": int(given["unix"]),
        "date_time_format": given.get("format", ""),
    }


def _with_languages(entities: list[Json]) -> list[Json]:
    """`<pre><code class="language-x">` is one entity; a language anywhere else is dropped."""
    blocks = {(e["offset"], e["length"]): e for e in entities if e["type"] == "pre"}
    kept: list[Json] = []
    for entity in entities:
        language = entity.pop("language", None) if entity["type"] == "code" else None
        block = blocks.get((entity["offset"], entity["length"]))
        if language and block:
            block["language"] = language
        elif entity["type"] != "code" or not block:
            kept.append(entity)
    return kept


def parse(source: str) -> tuple[str, list[Json]]:
    """Visible text and entities in UTF-16 units, not trimmed; raises Refused on bad markup."""
    text, entities = _Parser(source).run()
    return text, _with_languages(sorted(entities, key=lambda e: (e["offset"], -e["length"])))
