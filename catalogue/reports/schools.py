"""Schools as people write them: which spellings are one school, and in which municipality it is.

There is no list of schools here: a school is known once one of its people has named it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from catalogue.search.normalise import fold, words
from catalogue.search.places import case_forms
from catalogue.search.stems import stem

#: How kinds of schools are shortened, by the beginnings that tell them apart.
_SHORT = {
    "gimn": "gimnazija",
    "g": "gimnazija",
    "gja": "gimnazija",
    "progimn": "progimnazija",
    "mok": "mokykla",
    "m": "mokykla",
    "pagr": "pagrindine",
    "prad": "pradine",
    "darz": "darzelis",
    "lopsel": "lopselis",
    "ld": "lopselis",
    "raj": "rajono",
    "r": "rajono",
}
#: „l/d“, „g-ja“
_JOINED = re.compile(r"(?<=\w)[/-](?=\w)")
_DISTRICT = re.compile(r"r|raj|rajon\w*")
_OF_DISTRICT = " r."


@lru_cache(maxsize=65536)
def school_key(name: str) -> str:
    """What spellings of one school share: its words without endings, initials and shortenings;
    empty where there are none.
    """
    return " ".join(_key_words(name))


def _key_words(name: str) -> Iterator[str]:
    found = words(_JOINED.sub("", name))
    last = len(found) - 1
    for place, word in enumerate(found):
        whole = _SHORT.get(word, word)
        is_initial = len(word) == 1 and word.isalpha() and place != last
        if not is_initial or _SHORT.get(word) == "rajono":
            yield stem(whole)


@lru_cache(maxsize=65536)
def municipality(name: str) -> str | None:
    """Of what begins with the town or the district it is in, as names of schools do; of a town too.

    „Kauno r. Garliavos gimnazija“ is in the district.
    """
    found, towns = words(name), _towns()
    for length in (2, 1):
        place = towns.get(" ".join(found[:length]))
        if place is not None:
            behind = found[length] if len(found) > length else ""
            return _district(place) if _DISTRICT.fullmatch(behind) else place
    return None


def _district(place: str) -> str:
    """Of the city's name."""
    district = f"{place.rpartition(' ')[0]}{_OF_DISTRICT}"
    return district if district in _municipalities() else place


@cache
def _municipalities() -> Mapping[str, tuple[str, ...]]:
    """Their towns by their names."""
    text = files(__package__).joinpath("municipalities.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        name, bar, towns = line.partition(" | ")
        if bar and not name.startswith("#"):
            found[name] = tuple(town.strip() for town in towns.split(","))
    return found


@cache
def _towns() -> Mapping[str, str]:
    """The municipality by every folded form of its own name and of its towns'; where a city and a
    district share a name, it is the city's.
    """
    found: dict[str, str] = {}
    for place, towns in _municipalities().items():
        found.setdefault(fold(place.rpartition(" ")[0]), place)
        for town in towns:
            for form in {fold(town), *case_forms(town)}:
                found.setdefault(form, place)
    return found
