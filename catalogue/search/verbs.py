"""Verbs that say what somebody does: in a question they tell a story and seldom a theme.

The forms are made from the spelling dictionary of hunspell-lt, as the stems are (see stems.py): the
third person of every verb without a prefix, present, past and future, but for what is a noun too.
After them, with a hyphen, stand the nouns that look like another form of a verb: „pamoka“.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

_NEGATIONS = ("", "ne", "nebe", "be", "te")
_PREFIXES_TEXT = "ap api at ati i is nu pa par per pra pri su uz"
_PREFIXES = ("", *_PREFIXES_TEXT.split())
_ONESELF = "si"
_OF_INFINITIVE = """
    ciau tum tumei tume tumem tumet tumete ciausi tumeis tumes k kim kime kit kite kis kimes
    kites davo davau davom davome davot davote davosi damas dama dami damos damasi damiesi damosi
"""
_PERSONS_TEXT = {
    "a": "u am ame at ate uosi ames ates",
    "i": "iu im ime it ite iuosi imes ites",
    "o": "au om ome ot ote ausi omes otes",
    "e": "iau em eme et ete iausi emes etes",
    "te": "ciau ciausi",
    "de": "dziau dziausi",
    "s": f"siu sim sime sit site siuosi simes sites {_OF_INFINITIVE}",
    "": _OF_INFINITIVE,
}
"""What stands instead of the end of a third person, in other persons and moods; of an infinitive
the future takes its s, but for one that has it. Not here: participles, and „integruotų“, that are
as well of a theme.
"""

_PERSONS: dict[str, list[str]] = defaultdict(list)
for _third, _ends in _PERSONS_TEXT.items():
    for _end in _ends.split():
        _PERSONS[_end].append(_third)
_LONGEST = max(map(len, _PERSONS))


@lru_cache(maxsize=16384)
def is_finite(word: str) -> bool:
    """Whether a folded word says what somebody does, and is no noun: lenda, pajudėjau, rastume."""
    if word in _known()[1] or word.endswith("mosi"):
        return False
    return _is_third(word) or any(
        _is_third(word[:-length] + third)
        for length in range(1, min(_LONGEST, len(word)) + 1)
        for third in _PERSONS.get(word[-length:], ())
    )


def _is_third(word: str) -> bool:
    verbs, _ = _known()
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
