"""Text as people type it, made comparable: lower case, no diacritics, words."""

import re
import unicodedata
from functools import lru_cache

LONGEST_TEXT = 500
"""Characters of a sentence that are read; a search or a question is never longer."""

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    letter = unicodedata.normalize("NFKD", character)[:1].lower()
    plain = unicodedata.normalize("NFKD", letter)[:1]
    return plain if plain and not unicodedata.combining(plain) else " "


def fold(text: str) -> str:
    """Lower case without diacritics; as long as the text, so that places in it stay the same."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text))


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return _WORD.findall(fold(text))


def clean(text: str) -> str:
    """A sentence from outside: composed letters, single spaces, bounded."""
    composed = unicodedata.normalize("NFC", text[: 4 * LONGEST_TEXT])
    return " ".join(composed.split())[:LONGEST_TEXT].rstrip()
