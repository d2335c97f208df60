"""How much Telegram takes, counted when the formatting is taken away."""

import re
from html import unescape

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def length(text: str) -> int:
    """As Telegram counts: without the tags, in UTF-16."""
    plain = unescape(re.sub(r"<[^>]*>", "", text))
    return len(plain.encode("utf-16-le")) // 2
