"""Whether two people who wrote where they work meant one school.

A school is written as it is spoken of: „Kauno „Saulės“ gimnazija“, „Saulės gimn., Kaunas“. Two ways
are the same school only where their words, their kind and their town say so. Where that is open
they are `UNSURE` and staff have to look: two schools are never taken for one by themselves.
"""

import enum
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from catalogue.search.normalise import fold, words
from catalogue.search.places import case_forms, town_named, towns
from catalogue.search.stems import stem


class Likeness(enum.Enum):
    """What two ways to write a school have to do with each other."""

    SAME = "same"
    UNSURE = "unsure"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class School:
    """A school as read. `words` are what is left of its name without its kind and its place.

    `town` is folded; it stands in the name or was said beside it, and what was said may
    contradict the name. `district` is that of a school in the country, „Kauno r.“
    """

    words: tuple[str, ...]
    kinds: frozenset[str]
    town: str
    district: str
    contradicts: bool


_SHORT = (
    (re.compile(r"\bl\s?[./-]\s?d\b"), "lopselis darzelis"),
    (re.compile(r"\bm-?kl(a|os)\b"), "mokykla"),
    (re.compile(r"\bprc\b"), "profesinio rengimo centras"),
    (re.compile(r"\bpmc\b"), "profesinio mokymo centras"),
)
_GENERAL = "school"
_OLD = "secondary"
_KINDS = (
    ("progymnasium", re.compile(r"progim\w*|progymnas\w*")),
    ("gymnasium", re.compile(r"gimn?|gimnaz\w*|gymnas\w*")),
    ("basic", re.compile(r"pagr|pagrind\w*")),
    ("primary", re.compile(r"prad|pradin\w*")),
    (_OLD, re.compile(r"vid|vidurin\w*")),
    ("kindergarten", re.compile(r"darzel\w*|lopsel\w*|kindergarten")),
    ("lyceum", re.compile(r"licej\w*|lyceum")),
    ("college", re.compile(r"kolegij\w*")),
    ("special", re.compile(r"specialioj\w*|specialiosios")),
    ("centre", re.compile(r"centr(?:as|o|e|ui)")),
    (_GENERAL, re.compile(r"mok|mokykl\w*|schools?")),
)
_SAYS_MORE = frozenset({"basic", "primary", _OLD, "special"})
"""Kinds that are said with the word „mokykla“ or without it."""

_NOISE = frozenset(
    {"vsi", "bi", "viesoji", "istaiga", "biudzetine", "lr", "savivaldybes", "sav", "v", "k"}
    | {"kaimo", "ir", "oji", "asis", "ajai", "osios", "the", "of", "in"}
)
_IN_COUNTRY = frozenset({"r", "raj", "rajono", "rajonas", "rajone", "district"})
_IN_TOWN = frozenset({"m", "mieste", "miesto", "miestas", "city"})
_SURE_TYPO, _LONG = 5, 9
_TOWNS = frozenset(map(fold, towns()))
_SEVERAL = frozenset(
    map(fold, files(__package__).joinpath("gymnasiums.txt").read_text("utf-8").split("\n")[1:])
)
"""Towns with more than one gymnasium."""


#: As many ways to write schools as a whole country has.
_WAYS = 32768


@lru_cache(maxsize=_WAYS)
def read(name: str, city: str = "") -> School:
    """A school by its name, and by the town in which the one who wrote it says that they work."""
    plain = fold(name)
    for short, full in _SHORT:
        plain = short.sub(full, plain)
    left, places, of_name = _placed(words(plain))
    kinds = {kind for kind in map(_kind, left) if kind}
    own = [word for word in left if not _kind(word) and word not in _NOISE]
    said, around = _said(city)
    if said and not places and (named := [one for one in own if one in case_forms(said)]):
        own = [one for one in own if one not in named]
        places = [said]
    district = of_name or around
    town = said if said in places or not places else places[0]
    if town == district and not places:
        town = ""
    return School(
        words=tuple(sorted([*own, *(one for one in places if one != town)])),
        kinds=frozenset(kinds - {_GENERAL} if kinds & _SAYS_MORE else kinds),
        town=town,
        district=district,
        contradicts=bool(
            (said and places and said not in {town, district})
            or (around and of_name and around != of_name)
        ),
    )


def _said(city: str) -> tuple[str, str]:
    """The town that was said, folded, and the district, „Kauno r.“."""
    left, places, district = _placed(words(fold(city)))
    return next(iter(places), " ".join(one for one in left if one not in _NOISE)), district


def compare(one: School, other: School) -> Likeness:
    """The worst of what the places, the kinds and the words say. Most schools are elsewhere, and
    are not looked at any closer.
    """
    views = [_by_place(one, other)]
    if Likeness.OTHER not in views:
        views += [_by_kinds(one.kinds, other.kinds), _by_words(one, other)]
    if Likeness.OTHER in views:
        return Likeness.OTHER
    doubtful = one.contradicts or other.contradicts
    return Likeness.UNSURE if doubtful or Likeness.UNSURE in views else Likeness.SAME


def is_placed(school: School) -> bool:
    """Whether it can be told from another of the same name."""
    return bool(school.town or school.district) and not school.contradicts


def _placed(tokens: list[str]) -> tuple[list[str], list[str], str]:
    """What is no place, the towns (folded), and the district."""
    left: list[str] = []
    found: list[str] = []
    district = ""
    at = 0
    while at < len(tokens):
        size, town = _town_at(tokens, at)
        at += size
        if not town:
            left.append(tokens[at - 1])
            continue
        after = tokens[at] if at < len(tokens) else ""
        if after in _IN_COUNTRY:
            district = fold(town)
        elif fold(town) not in found:
            found.append(fold(town))
        at += after in _IN_COUNTRY | _IN_TOWN
    return left, found, district


def _town_at(tokens: list[str], at: int) -> tuple[int, str | None]:
    """How many words it takes; one that is no town takes one."""
    for size in (2, 1):
        if town := town_named(" ".join(tokens[at : at + size])):
            return size, town
    return 1, None


def _kind(word: str) -> str | None:
    return next((kind for kind, called in _KINDS if called.fullmatch(word)), None)


def _by_kinds(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """A gymnasium and a progymnasium of one name are two schools; a secondary school of old has
    become something else; „mokykla“ may be any.
    """
    if one == other and one:
        return Likeness.SAME
    is_open = {_GENERAL, _OLD} & (one | other) or not one or not other or one & other
    return Likeness.UNSURE if is_open else Likeness.OTHER


def _by_place(one: School, other: School) -> Likeness:
    """In the country a town may be said for the district around it."""
    if one.town and other.town:
        if one.town == other.town:
            same_district = one.district in {"", other.district} or not other.district
            return Likeness.SAME if same_district else Likeness.OTHER
        near = one.town == other.district or other.town == one.district
        return Likeness.UNSURE if near else Likeness.OTHER
    if one.district and other.district:
        both = not one.town and not other.town
        if one.district != other.district:
            return Likeness.OTHER
        return Likeness.SAME if both else Likeness.UNSURE
    return Likeness.UNSURE


def _by_words(one: School, other: School) -> Likeness:
    """A school without a name of its own is known by its place, where there is but one such; it is
    hardly one that has a name and no place in common with it.
    """
    if not one.words and not other.words:
        return Likeness.SAME if _is_alone(one, other) else Likeness.UNSURE
    if not one.words or not other.words:
        is_near = _shares_place(one, other) and not _numbered([*one.words, *other.words])
        return Likeness.UNSURE if is_near else Likeness.OTHER
    left, right = _unmatched(one.words, other.words)
    if not left and not right:
        return Likeness.SAME
    if not left or not right:  # „Vytauto“ and „Vytauto Didžiojo“
        return Likeness.OTHER if _numbered([*left, *right]) else Likeness.UNSURE
    is_near = len(left) == len(right) and all(
        any(_is_near(mine, yours) for yours in right) for mine in left
    )
    return Likeness.UNSURE if is_near else Likeness.OTHER


def _is_alone(one: School, other: School) -> bool:
    """The school of a village, or the gymnasium of a town that has no other."""
    town = one.town if one.town == other.town else ""
    is_gymnasium = one.kinds == other.kinds == {"gymnasium"}
    return bool(town) and (town not in _TOWNS or (is_gymnasium and town not in _SEVERAL))


def _shares_place(one: School, other: School) -> bool:
    """Also where the name of the one may be the place of the other: „Ventos gimnazija“ and
    „gimnazija“, Venta.
    """
    if one.town and one.town == other.town:
        return True
    return any(
        word in case_forms(place)
        for place, said in ((one.town, other.words), (other.town, one.words))
        if place
        for word in said
    )


def _unmatched(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of each that the other has not. „S. Daukanto“ is „Simono Daukanto“: a letter alone
    stands for a name, where the names beside it are the same.
    """
    left, right = list(one), list(other)
    for mine, yours in _pairs(left, right):
        if _is_same(mine, yours):
            left.remove(mine)
            right.remove(yours)
    if len(left) < len(one):
        for mine, yours in _pairs(left, right):
            if 1 in {len(mine), len(yours)} and mine[0] == yours[0] and not mine.isdigit():
                left.remove(mine)
                right.remove(yours)
    return left, right


def _pairs(left: list[str], right: list[str]) -> Iterator[tuple[str, str]]:
    """Each with each, as long as neither was taken."""
    for mine in list(left):
        for yours in list(right):
            if mine in left and yours in right:
                yield mine, yours


@lru_cache(maxsize=8192)
def _is_same(one: str, other: str) -> bool:
    """One word, or the one in the nominative and the other in another case: a stem alone is shared
    by words that are not the same.
    """
    return one == other or other in case_forms(one) or one in case_forms(other)


def _is_near(one: str, other: str) -> bool:
    """Perhaps the same with a slip, or shortened to a letter; a number never is."""
    shorter = min(len(one), len(other))
    if shorter == 1 and one[0] == other[0]:
        return not one.isdigit()
    if one.isdigit() or other.isdigit() or shorter < _SURE_TYPO:
        return False
    return stem(one) == stem(other) or OSA.distance(one, other) <= 1 + (shorter >= _LONG)


def _numbered(left: Iterable[str]) -> bool:
    return any(word.isdigit() for word in left)
