"""Text as people type it, made comparable: lower case, no diacritics, words."""

import re
import unicodedata

LONGEST_TEXT = 500
"""Characters of a sentence that are read; a search or a question is never longer."""

_WORD = re.compile(r"[^\W_]+")


class _Plain(dict[int, str]):
    """Each character in lower case without its marks, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFKD", chr(code))[:1].lower()
        plain = unicodedata.normalize("NFKD", letter)[:1]
        self[code] = plain if plain and not unicodedata.combining(plain) else " "
        return self[code]


_PLAIN = _Plain()


def fold(text: str) -> str:
    """Lower case without diacritics; as long as the text, so that places in it stay the same."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return _WORD.findall(fold(text))


def clean(text: str) -> str:
    """A sentence from outside: composed letters, single spaces, bounded."""
    composed = unicodedata.normalize("NFC", text[: 4 * LONGEST_TEXT])
    return " ".join(composed.split())[:LONGEST_TEXT].rstrip()
