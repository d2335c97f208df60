"""The words in which the field of education names its themes."""

from functools import cache, lru_cache

from catalogue.search.reading import generic_words
from catalogue.search.stems import stem
from catalogue.search.synonyms import load_synonyms


@lru_cache(maxsize=16384)
def is_of_the_field(word: str) -> bool:
    """Whether a folded word is one of them, in any form; a word of the trade, „kursai“, is not."""
    return stem(word) in _stems()


@cache
def _stems() -> frozenset[str]:
    trade = set(map(stem, generic_words()))
    return frozenset(map(stem, load_synonyms().vocabulary)) - trade
