"""Slips of the fingers in the words that make filters, put right before they are read."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from catalogue.search.audiences import one_word_names, words_before_teachers
from catalogue.search.normalise import fold
from catalogue.search.places import towns_in_cases
from catalogue.search.stems import is_known, stem

SHORTEST = 6
"""Letters of a word that may have a slip; a shorter one is too easily another word."""

_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST - 1},}}")
_BEFORE_TEACHERS = re.compile(
    r"\b[^\W\d_]{5,}+(?=(?:\s+kalb\w+)?\s+(?:mokytoj|pedagog))", re.IGNORECASE
)
_LITHUANIAN_TEXT = """
    nemokami nemokamas nemokama nemokamai nemokamu nemokamus nemokamos
    nuotoliniai nuotolinis nuotoline nuotolines nuotoliniu nuotolinius nuotolinio nuotoliu nuotolyje
    kontaktiniai kontaktinis hibridiniai hibridinis internetu
    seminarai seminaras seminaro seminaru seminarus seminara seminarams seminaruose
    renginiai renginys renginio renginiu renginius
    mokymai mokymu mokymus mokymuose
    konferencija konferencijos konferencijai konferencijoje konferenciju konferencijas
    paskaitos vebinaras vebinarai vebinaru vebinarus dirbtuves konsultacija konsultacijos
    olimpiada olimpiados
    ugdymo lavinimo kalbos
    mokytojas mokytojai mokytojams mokytojam mokytojui mokytoja mokytojos mokytojoms
    pedagogas pedagogai pedagogams pedagogui pedagoge pedagoges pedagogems
    pirmadienis pirmadieni pirmadieniais antradienis antradieni antradieniais
    treciadienis treciadieni treciadieniais ketvirtadienis ketvirtadieni ketvirtadieniais
    penktadienis penktadieni penktadieniais sestadienis sestadieni sestadieniais
    sekmadienis sekmadieni sekmadieniais savaitgali savaitgalis savaitgaliais siandien
    sausio vasario kovo balandzio balandi geguzes geguze birzelio birzeli
    rugpjucio rugpjuti rugsejo rugseji spalio lapkricio lapkriti gruodzio gruodi
"""
_ENGLISH_TEXT = """
    seminars webinar webinars conference conferences workshop workshops
    january february september october november december
    tuesday wednesday thursday saturday tomorrow
    waiting preschool primary kindergarten
    teacher teachers training trainings courses lecture lectures lecturer lecturers
"""
_NOT = "ne"
"""Written together it denies: „nenuotoliniai“."""

_LONG = 10
"""Letters of a word that may have two slips."""


@cache
def _filter_words() -> tuple[tuple[str, int], ...]:
    """The words that make filters, each with the most slips it is known by.

    One must do where another word is as near: in English, of which there is no dictionary here,
    and among people, whose subjects have adjectives.
    """
    plain = sorted({*_LITHUANIAN_TEXT.split(), *towns_in_cases()})
    allowed = {word: 2 if len(word) >= _LONG else 1 for word in plain}
    allowed |= dict.fromkeys((*_ENGLISH_TEXT.split(), *sorted(one_word_names())), 1)
    return tuple((word, slips) for word, slips in allowed.items() if len(word) >= SHORTEST)


@cache
def _right() -> frozenset[str]:
    """The stems of the words: their other case forms are no slips."""
    return frozenset(stem(word) for word, _ in _filter_words())


@lru_cache(maxsize=4096)
def meant(word: str) -> str | None:
    """The filter word that a folded word is a slip of; none when it is a word itself."""
    if stem(word) in _right() or is_known(word):
        return None
    if word.startswith(_NOT) and stem(word.removeprefix(_NOT)) in _right():
        return f"{_NOT} {word.removeprefix(_NOT)}"
    near = (
        (distance, other)
        for other, slips in _beginning(word[:1])
        if (distance := OSA.distance(word, other, score_cutoff=slips)) <= slips
    )
    return min(near, default=(0, None))[1]


@cache
def _beginning(letter: str) -> tuple[tuple[str, int], ...]:
    return tuple(pair for pair in _filter_words() if pair[0][0] == letter)


def mended(text: str) -> str:
    """The text with each slip in a filter word put right; every other word as written."""
    text = _WORD.sub(lambda found: meant(fold(found[0])) or found[0], text)
    return _BEFORE_TEACHERS.sub(lambda found: _subject(fold(found[0])) or found[0], text)


@lru_cache(maxsize=1024)
def _subject(word: str) -> str | None:
    """The subject that a folded word before „mokytojai“ is a slip of: few stand there."""
    slips = 2 if len(word) >= _LONG - 1 else 1
    if is_known(word):
        return None
    near = (
        (distance, other)
        for other in words_before_teachers()
        if len(other) >= SHORTEST
        and (distance := OSA.distance(word, other, score_cutoff=slips)) <= slips
    )
    return min(near, default=(0, None))[1]
