"""A light stemmer over folded text.

Lithuanian endings come off first, then one derivational suffix for a weaker key. It works on
folded text because people type without diacritics; a plural English s comes off by the way.

The stems the language has are made from the spelling dictionary of hunspell-lt; its licence lies
beside them.
"""

from functools import cache, lru_cache
from importlib.resources import files

_ENDINGS_TEXT = """
    as o ui a u e ai ams us ais uose am ame ame
    is io iui i iu yje iai iams ius iais iuose ys iam iame uje
    os oje oms omis ose ia ios ioje ioms iomis iose ias
    es ei eje ems emis ese iems
    ies imi yje ims imis yse
    aus umi uje ums umis iaus iumi iuje
    asis ojo ajam aji uoju ajame ieji uju iesiems uosius aisiais uosiuose
    oji osios ajai aja ojoje osioms asias osiomis osiose
    iojo iajam iuoju iajame iuju iuosius iaisiais iuosiuose ioji iosios iajai iaja
    iosiomis iosioms iosiose esis eji
    osi uisi asi usi esi usis uji
    ti
    s y
"""
_ENDINGS = frozenset(_ENDINGS_TEXT.split())
_LONGEST = max(map(len, _ENDINGS))
_SHORTEST_STEM = 3
_SHORTEST_ROOT = 5
_SUFFIXES_TEXT = """
    inimas inim ijim iavim avim ejim ojim imas ymas im ym esn iausi
    iaujant aujant uojant ojant ejant ijant inant iau au iuo uo
    int ent yt et ot uot isk ing in yb tin ist ik inink
"""
_SUFFIXES = tuple(_SUFFIXES_TEXT.split())
"""Tried in this order."""


def _soften(stem: str, ending: str) -> str:
    """Undo the softening before i: medžiai is medis, mokyčiau is mokyti."""
    if not ending.startswith("i"):
        return stem
    if stem.endswith("dz"):
        return stem[:-1]
    if stem.endswith("c"):
        return f"{stem[:-1]}t"
    return stem


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The key that the case forms of a folded word share."""
    if word.isdigit():
        return word
    for length in range(min(_LONGEST, len(word) - _SHORTEST_STEM), 0, -1):
        ending = word[-length:]
        if ending in _ENDINGS and not _keeps(word, ending):
            return _soften(word[:-length], ending)
    return word


def _keeps(word: str, ending: str) -> bool:
    """Whether the letters only look like an ending: the s of class, the ti of a short word."""
    if ending == "s":
        return word[-2] in "aeiouys"
    return ending == "ti" and len(word) < 6


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """A weaker key: the stem without one derivational suffix (vertinimas is near vertinti)."""
    return root_of_stem(stem(word))


def root_of_stem(base: str) -> str:
    """The same of what is a stem already, which `stem` would shorten once more."""
    for suffix in _SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) >= _SHORTEST_ROOT:
            return base[: -len(suffix)]
    return base


@cache
def _known() -> frozenset[str]:
    text = files(__package__).joinpath("known_stems.txt").read_text(encoding="ascii")
    return frozenset(text.split())


def is_known(word: str) -> bool:
    """Whether the language has a folded word, in any case form: then it is no slip of another."""
    return stem(word) in _known()
