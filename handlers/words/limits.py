"""How much Telegram takes, counted when the formatting is taken away."""

import re
from collections.abc import Sequence
from html import unescape

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
#: What says that there was more stands in a line of its own.
_MORE = "\n…"
_NONE: tuple[str, ...] = ()
_PIECE = re.compile(r"<(?P<closes>/?)(?P<tag>[a-z-]+)[^>]*>|&#?\w+;|.", re.DOTALL)
#: Pieces of a message that are bold, struck, a link …: Telegram leaves out what is beyond.
MOST_FORMATTED = 100


def length(text: str) -> int:
    """As Telegram counts: without the tags, in UTF-16."""
    plain = unescape(re.sub(r"<[^>]*>", "", text))
    return len(plain.encode("utf-16-le")) // 2


def bounded(text: str) -> str:
    """At most what Telegram takes of a text: what is beyond is left out, by whole lines unless the
    last of them would be most of it; what was bold or quoted there is closed.
    """
    if length(text) <= LONGEST_TEXT:
        return text
    taken, still_open, at_line, of_line = 0, _NONE, (0, _NONE), 0
    for piece in _PIECE.finditer(text):
        if piece["tag"]:
            still_open = still_open[:-1] if piece["closes"] else (*still_open, piece["tag"])
        elif piece[0] == "\n":
            at_line, of_line = (piece.start(), still_open), taken
        taken += length(piece[0])
        if taken > LONGEST_TEXT - len(_MORE):
            break
    if of_line > LONGEST_TEXT // 2:
        return _cut(text, *at_line) + _MORE
    return _cut(text, piece.start(), still_open) + "…"


def _cut(text: str, at: int, still_open: Sequence[str]) -> str:
    return text[:at] + "".join(f"</{tag}>" for tag in reversed(still_open))


def formatted(text: str) -> int:
    """How many such pieces there are, a piece within another one too."""
    return len(re.findall(r"<[a-z]", text))
