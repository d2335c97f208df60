"""How much Telegram takes, counted when the formatting is taken away."""

import re
from html import unescape

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
#: Pieces of a message that are bold, struck, a link …: Telegram leaves out what is beyond.
MOST_FORMATTED = 100


def length(text: str) -> int:
    """As Telegram counts: without the tags, in UTF-16."""
    plain = unescape(re.sub(r"<[^>]*>", "", text))
    return len(plain.encode("utf-16-le")) // 2


def formatted(text: str) -> int:
    """How many such pieces there are, a piece within another one too."""
    return len(re.findall(r"<[a-z]", text))
