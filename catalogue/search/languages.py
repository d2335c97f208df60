"""Which language a sentence is written in."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from catalogue.search.normalise import fold
from catalogue.search.places import is_town
from catalogue.search.stems import is_known

Language = Literal["lt", "en"]

_WORD = re.compile(r"[^\W\d_]+")
_LITHUANIAN_LETTERS = re.compile(r"[ąčęėįšųūž]", re.IGNORECASE)
_LITHUANIAN_DERIVATION = re.compile(
    r"(?:[iy]m(?:as|o|ui|a|u|e|ai|us|ams)|yb(?:a|os|ai|oje)|yst(?:e|es|ei)"
    r"|toj(?:as|a|o|os|ai|u|ams|oms)|isk(?:as|a|ai|os)|i[jk](?:a|os|oje|ai|u))$"
)
_LITHUANIAN_ENDING = re.compile(r"(?:s|[aeiou]|ms|ti)$")
_NO_ENGLISH_ENDING = re.compile(r"(?:as|is|us|ys|os|[aiou]|ms)$")
_FOREIGN_LETTERS = re.compile(r"[qwx]|ph|th")
_ENGLISH_ENDING = re.compile(r"(?:tion|sion|ment|ing|ness|ship|ity|ism|ology)s?$|(?:ful|less|ics)$")
_SHORTEST = 4
_PLURAL = "s"

_SMALL = 2.0
_OTHER = 1.0
_FIRST = 2.0
"""How much more the word tells that a sentence opens with: what follows may be a foreign name."""


def language_of(text: str) -> Language | None:
    """The language a sentence is written in, by its letters and words; None where nothing tells.

    A name, above all of a town, is written alike in both.
    """
    told: dict[Language, float] = {"lt": 0.0, "en": 0.0}
    for language, worth in _told(text):
        told[language] += worth
    if told["lt"] == told["en"]:
        return None
    return "lt" if told["lt"] > told["en"] else "en"


def _told(text: str) -> Iterator[tuple[Language, float]]:
    for number, found in enumerate(_WORD.finditer(text)):
        written, word = found[0], fold(found[0])
        if word in _words():
            language, worth = _words()[word]
            yield language, worth * (1.0 if number else _FIRST)
        elif written[:1].isupper() and (found.start() or written.isupper()):
            continue  # a name
        elif is_town(word):
            continue
        elif _LITHUANIAN_LETTERS.search(written):
            yield "lt", _SMALL
        elif len(word) >= _SHORTEST and (of_theme := _of_a_theme(word)):
            yield of_theme, _OTHER


def _of_a_theme(word: str) -> Language | None:
    if word in _english_themes() or word.removesuffix(_PLURAL) in _english_themes():
        return "en"
    if _LITHUANIAN_DERIVATION.search(word):
        return "lt"
    if is_known(word):
        return "lt" if _LITHUANIAN_ENDING.search(word) else None
    return "en" if _FOREIGN_LETTERS.search(word) or _ENGLISH_ENDING.search(word) else None


@cache
def _words() -> Mapping[str, tuple[Language, float]]:
    """The packaged words, each with its language and what it is worth."""
    found: dict[str, tuple[Language, float]] = {}
    for line in _lines("languages.txt"):
        group, _, words = line.partition(": ")
        language: Language = "lt" if group.startswith("lt") else "en"
        worth = _SMALL if group.endswith("small") else _OTHER
        found |= dict.fromkeys(words.split(), (language, worth))
    return found


@cache
def _english_themes() -> frozenset[str]:
    """The words of English names of themes: the others are known to Lithuanian or end like it.

    What is written with a capital there is the name of a tool, the same in both.
    """
    words = {
        word for line in _lines("synonyms.txt") for word in _WORD.findall(line) if word.islower()
    }
    return frozenset(
        word
        for word in words
        if len(word) >= _SHORTEST
        and not (_LITHUANIAN_LETTERS.search(word) or is_known(word))
        and (_FOREIGN_LETTERS.search(word) or not _NO_ENGLISH_ENDING.search(word))
    )


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
