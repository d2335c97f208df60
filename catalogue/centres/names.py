"""How names are compared: letters and digits only, without case and without diacritics."""

import functools
import re
import unicodedata

_LEGAL_FORM = re.compile(r"\b(vsi|v s i|bi)\b")


@functools.lru_cache(maxsize=4096)
def plain_words(text: str) -> str:
    """„Kauno ŠVIETIMO  inovacijų centras“ → "kauno svietimo inovaciju centras"."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )
    return " ".join(re.findall(r"[^\W_]+", plain))


@functools.lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """`plain_words` without the legal form, so that „VšĮ X“ and „X“ are one centre."""
    key = plain_words(text)
    return " ".join(_LEGAL_FORM.sub(" ", key).split()) or key
