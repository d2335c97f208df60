"""Whether words may tell who somebody is: what was looked for is kept for all, and for long."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from catalogue.search.normalise import fold, words
from catalogue.search.stems import is_known, stem
from catalogue.search.synonyms import load_synonyms

_ADDRESS = re.compile(r"@|\bwww\.|://", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+")
_MOST_DIGITS = 6
"""Years apart; a telephone, a personal code and an account have more."""

_SURNAME = re.compile(r"[a-z]{3,}(?:ait|yt|ausk|insk|avi[ct]|evi[ct])|[a-z]{4,}(?:ien|ut)")
"""The stems of Petraitis, Kazlauskas, Jankevičius, Petraitienė and Petraitytė."""

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME = 3
_NAME_ENDINGS = frozenset("aeiouys")


def is_personal(topic: str, *, text: str = "", own_name: str = "") -> bool:
    """An address in the text; in its topic a long number, a name, a word of the asker's own name.

    Rather some wish is lost than a name kept: a word that neither the language nor the trade has
    is a name where it ends like a Lithuanian family name, where it stands beside another such word
    and both have a capital, or with a capital beside another capital where both end like names.
    """
    return (
        _ADDRESS.search(f"{text} {topic}") is not None
        or _has_long_number(topic)
        or bool(_stems(words(topic)) & _stems(words(own_name)))
        or any(_is_surname(word) for word in words(topic))
        or any(_is_full_name(first, last) for first, last in pairwise(topic.split()))
    )


def _has_long_number(topic: str) -> bool:
    return sum(map(len, _NUMBER.findall(topic))) > _MOST_DIGITS


def _stems(folded: Iterable[str]) -> set[str]:
    return {stem(word) for word in folded if len(word) >= _SHORTEST_NAME}


def _is_surname(word: str) -> bool:
    key = stem(word)
    return key != word and bool(_SURNAME.fullmatch(key)) and _is_strange(word)


def _is_full_name(first: str, last: str) -> bool:
    """„Jonas Vilkaitis“ in any case, „Oleg Petrov“; „Google Classroom“ is of the trade."""
    both = [word.strip(".,;:!?„“\"'()") for word in (first, last)]
    if not all(map(_has_capital, both)):
        return False
    strange = [_is_strange(fold(word)) for word in both]
    return all(strange) or (any(strange) and all(fold(one)[-1] in _NAME_ENDINGS for one in both))


def _has_capital(word: str) -> bool:
    return (
        len(word) >= _SHORTEST_NAME
        and bool(_WORD.fullmatch(word))
        and word[0].isupper()
        and not word.isupper()
    )


def _is_strange(folded: str) -> bool:
    return not is_known(folded) and stem(folded) not in _of_the_trade()


@cache
def _of_the_trade() -> frozenset[str]:
    return frozenset(map(stem, load_synonyms().vocabulary))
