"""Words run together or torn apart by a slip of the space bar, put right."""

from catalogue.search.stems import is_known, stem
from catalogue.search.vocabulary import Vocabulary

_SHORTEST_PART = 4
_SHORTEST_WHOLE = 6


def respaced(query: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The words of a query as they were meant, as far as the vocabulary tells."""
    found: list[str] = []
    for word in query:
        if found and _are_one(found[-1], word, vocabulary):
            found[-1] += word
        else:
            found += _parts(word, vocabulary)
    return tuple(found)


def _are_one(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether two words make one that is held, while they are not both words themselves."""
    whole = first + second
    if len(whole) < _SHORTEST_WHOLE or not whole.isalpha() or not vocabulary.has_word(whole):
        return False
    return not (vocabulary.has_stem(stem(first)) and vocabulary.has_stem(stem(second)))


def _parts(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Two words that are held, where the whole is none and nothing begins so."""
    if len(word) < 2 * _SHORTEST_PART or vocabulary.has_stem(stem(word)) or is_known(word):
        return (word,)
    if vocabulary.beginning(word):
        return (word,)
    for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        first, second = word[:at], word[at:]
        if vocabulary.has_stem(stem(first)) and vocabulary.has_stem(stem(second)):
            return first, second
    return (word,)
