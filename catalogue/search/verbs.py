"""Verbs that say what somebody does: in a question they tell a story and seldom a theme.

The forms are made from the spelling dictionary of hunspell-lt, as the stems are (see stems.py): the
third person of every verb without a prefix, present, past and future, but for what is a noun too.
After them, with a hyphen, stand the nouns that look like a verb with a prefix: „pamoka“.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

_NEGATIONS = ("", "ne", "nebe", "be", "te")
_PREFIXES_TEXT = "ap api at ati i is nu pa par per pra pri su uz"
_PREFIXES = ("", *_PREFIXES_TEXT.split())
_ONESELF = "si"


@lru_cache(maxsize=16384)
def is_finite(word: str) -> bool:
    """Whether a folded word is a third person and no noun: lenda, nepajudėjo, susirinks."""
    verbs, nouns = _known()
    if word in nouns or word.endswith("mosi"):
        return False
    return any(one in verbs for one in _bare(word.removesuffix(_ONESELF)) if len(one) > 2)


def _bare(word: str) -> Iterator[str]:
    """The word without each prefix that it may have."""
    for negation in _NEGATIONS:
        if word.startswith(negation):
            rest = word.removeprefix(negation)
            for prefix in _PREFIXES:
                if rest.startswith(prefix):
                    bare = rest.removeprefix(prefix)
                    yield bare
                    yield bare.removeprefix(_ONESELF) if prefix else bare


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    text = files(__package__).joinpath("finite_verbs.txt").read_text(encoding="ascii")
    every = frozenset(text.split())
    nouns = frozenset(one[1:] for one in every if one[0] == "-")
    return every - nouns, nouns
