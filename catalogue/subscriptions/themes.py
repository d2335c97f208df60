"""What a wish is about, so that every way to say one thing is the same theme.

A theme is a set of units: concepts of the synonyms, and of all else the roots of the words. Their
order does not matter („valdyti stresą“), nor does a deed or its noun, nor a slip of the fingers,
and the words of the trade say nothing beside others („streso valdymo mokymai“).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from catalogue.search.reading import generic_words, is_theme
from catalogue.search.stems import is_known, root, root_of_stem, stem
from catalogue.search.synonyms import SAME, load_synonyms
from catalogue.search.terms import packaged_words
from catalogue.search.vocabulary import slips_allowed

MOST_WORDS = 8
"""Whoever writes more tells a story, which nobody else tells alike."""

_CONCEPT, _UNKNOWN, _BETWEEN = "=", "?", "|"
_LONGEST_NAME = 4
"""Words of a name of a concept that are found in whatever order."""

_ALIKE = 0.75
"""The likeness that a word needs with the one it is a slip of: a slip in four letters, two in
eleven; two wishes made one tell something wrong, two that stay apart only tell it twice.
"""

_DEEDS = (("yti", "ymas"), ("uoti", "avimas"), ("auti", "avimas"), ("oti", "ojimas"))
_OTHER_DEEDS = (("eti", "ejimas"), ("ti", "imas"))


@lru_cache(maxsize=16384)
def theme_of(topic: tuple[str, ...]) -> str:
    """By its name, which is the same for every way to say it; empty where there is none.

    The topic is the folded words of a question that say what about.
    """
    said = [word for word in topic if is_theme(word)] or list(topic)
    if not said or len(said) > MOST_WORDS:
        return ""
    units = dict(map(_meant, said))
    every = set(units.values())
    concepts = list(_concepts(units))
    others = [unit for key, unit in units.items() if key not in _generic()]
    units_of_theme = {*concepts, *others} or every
    return _BETWEEN.join(sorted(units_of_theme))


def concept_of(theme: str) -> str:
    """What the thing is called, where the theme is one concept; else empty."""
    is_one = theme.startswith(_CONCEPT) and _BETWEEN not in theme
    return theme.removeprefix(_CONCEPT) if is_one else ""


def without_slips(themes: Mapping[str, int]) -> dict[str, str]:
    """Each theme by the one it is to count with: words that nobody knows are compared with each
    other, for one of them may be a slip of another that is asked for more often.
    """
    strange: dict[str, int] = {}
    for theme, times in themes.items():
        for unit in _strange(theme):
            strange[unit] = strange.get(unit, 0) + times
    meant: dict[str, str] = {}
    right: defaultdict[str, list[str]] = defaultdict(list)
    for unit in sorted(strange, key=lambda one: (-strange[one], one)):
        alike = right[_beginning(unit)]
        if (near := next((one for one in alike if _is_slip(unit, one)), None)) is None:
            alike.append(unit)
        meant[unit] = near or unit
    return {theme: _with(theme, meant) for theme in themes}


def _with(theme: str, meant: Mapping[str, str]) -> str:
    units = {meant.get(one, one) for one in theme.split(_BETWEEN)}
    return _BETWEEN.join(sorted(units))


def _strange(theme: str) -> Iterator[str]:
    return (one for one in theme.split(_BETWEEN) if one.startswith(_UNKNOWN))


def _is_slip(unit: str, of: str) -> bool:
    """Of two words with the same beginning."""
    shorter = min(len(unit), len(of)) - len(_UNKNOWN)
    if not (allowed := slips_allowed(shorter)):
        return False
    slips = OSA.distance(unit, of, score_cutoff=allowed)
    return slips <= allowed and 1 - slips / shorter >= _ALIKE


def _beginning(unit: str) -> str:
    """Whoever slips hardly does so in the first letter."""
    return unit[len(_UNKNOWN) :][:1]


def _meant(word: str) -> tuple[str, str]:
    """The stem and the unit of the word as it should be written, and of a deed of its noun."""
    word = _noun(word) or word
    if _is_word(word):
        return stem(word), root(word)
    if right := _stem_written_right(word):
        return right, root_of_stem(right)
    return stem(word), f"{_UNKNOWN}{stem(word)}"


def _noun(word: str) -> str:
    """The name of the deed where the word is an infinitive: valdyti is valdymas; else empty."""
    if packaged_words().has_stem(stem(word)):
        return ""
    for end, noun in (*_DEEDS, *_OTHER_DEEDS):
        if word.endswith(end):
            named = word.removesuffix(end) + noun
            return named if _is_word(named) else ""
    return ""


def _stem_written_right(word: str) -> str:
    """The nearest stem that is known; empty where none is near enough. Of two as near it is the
    one that sounds the same: „skaitimas“ is no „skaitomas“.
    """
    near = [one for one in packaged_words().neighbours(word) if one[1] >= _ALIKE]
    heard = stem(word).replace("y", "i")
    by_sound = sorted(near, key=lambda one: (-one[1], one[0].replace("y", "i") != heard))
    return by_sound[0][0] if by_sound else ""


def _is_word(word: str) -> bool:
    return word.isdigit() or is_known(word) or packaged_words().has_stem(stem(word))


def _concepts(words: dict[str, str]) -> Iterator[str]:
    """Those that the words name, the longest names first; what names one is taken out."""
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for some in combinations(sorted(words), size):
            named = _names().get(frozenset(some))
            if named and words.keys() >= set(some):
                for key in some:
                    del words[key]
                yield f"{_CONCEPT}{named}"


@cache
def _names() -> Mapping[frozenset[str], str]:
    """Every name of a concept as a set of stems, with what the concept is called."""
    synonyms = load_synonyms()
    found: dict[frozenset[str], str] = {}
    for ways in synonyms.phrases.values():
        for phrase, concept, weight in ways:
            if weight == SAME and len(set(phrase)) <= _LONGEST_NAME:
                found.setdefault(frozenset(phrase), synonyms.names[concept])
    return found


@cache
def _generic() -> frozenset[str]:
    return frozenset(map(stem, generic_words()))
