"""Slips of the fingers in the words that make filters, put right before they are read."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from catalogue.search.normalise import fold
from catalogue.search.stems import is_known, stem

SHORTEST = 6
"""Letters of a word that may have a slip; a shorter one is too easily another word."""

_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST - 1},}}")
_WORDS_TEXT = """
    nemokami nemokamas nemokama nemokamai nemokamu nemokamus nemokamos
    nuotoliniai nuotolinis nuotoline nuotolines nuotoliniu nuotolinius nuotolinio nuotoliu nuotolyje
    kontaktiniai kontaktinis hibridiniai hibridinis internetu
    seminarai seminaras seminaro seminaru seminarus seminara seminarams seminaruose
    renginiai renginys renginio renginiu renginius
    konferencija konferencijos konferencijai konferencijoje konferenciju konferencijas
    paskaitos vebinaras vebinarai vebinaru vebinarus dirbtuves konsultacija konsultacijos
    olimpiada olimpiados
    pirmadienis pirmadieni pirmadieniais antradienis antradieni antradieniais
    treciadienis treciadieni treciadieniais ketvirtadienis ketvirtadieni ketvirtadieniais
    penktadienis penktadieni penktadieniais sestadienis sestadieni sestadieniais
    sekmadienis sekmadieni sekmadieniais savaitgali savaitgalis savaitgaliais siandien
    sausio vasario kovo balandzio balandi geguzes geguze birzelio birzeli
    rugpjucio rugpjuti rugsejo rugseji spalio lapkricio lapkriti gruodzio gruodi
    vilniuje vilnius vilniaus klaipedoje klaipeda klaipedos siauliuose siauliai siauliu
    panevezyje panevezys panevezio alytuje marijampoleje mazeikiuose
    seminars webinar webinars conference conferences workshop workshops
    january february september october november december
    tuesday wednesday thursday saturday tomorrow
"""
_FILTER_WORDS = tuple(word for word in _WORDS_TEXT.split() if len(word) >= SHORTEST)


@cache
def _right() -> frozenset[str]:
    """The stems of the words: their other case forms are no slips."""
    return frozenset(map(stem, _FILTER_WORDS))


@lru_cache(maxsize=4096)
def meant(word: str) -> str | None:
    """The filter word that a folded word is one slip away from; none when it is a word itself."""
    if stem(word) in _right() or is_known(word):
        return None
    for other in _beginning(word[:1]):
        if OSA.distance(word, other, score_cutoff=1) <= 1:
            return other
    return None


@cache
def _beginning(letter: str) -> tuple[str, ...]:
    return tuple(word for word in _FILTER_WORDS if word[0] == letter)


def mended(text: str) -> str:
    """The text with each slip in a filter word put right; every other word as written."""
    return _WORD.sub(lambda found: meant(fold(found[0])) or found[0], text)
