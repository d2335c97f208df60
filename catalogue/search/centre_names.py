"""How people call a centre: by its whole name in any case, or by the words of it that tell."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from catalogue.search.places import is_town
from catalogue.search.stems import stem

_OF_THE_TRADE = re.compile(
    r"(?:svietim|pedagog|mokytoj|kvalifikac|tobulinim|ugdym|mokym|suaugus|jaunim|rajon|miest|savivald"
    r"|informac|education|teach|educator|professional|development|learning|information|district|city"
    r"|youth|adult|training|arts?$)\w*|ir|and|of|the|for"
)
"""Words that stand in the names of many centres."""

_HEAD = (
    r"(?:cent(?:r|er)\w*|studij\w*|studio|akademij\w*|academy|nam(?:ai|u|uose|ams|us)|home"
    r"|institut\w*|mokykl\w*|school)"
)
_TRADE = r"(?:svietim|pedagog|mokytoj|kvalifikac|ugdym|mokym|educat|teach|training|develop)\w*"
_PEOPLE = ("pedagog", "mokytoj")
_PAIR = 2
_SHORTEST = 5
_GAP = r"[^\w\x1f]+"
_ANY_END = r"\w{0,8}"


@dataclass(frozen=True)
class CentreName:
    """A way to call a centre; it can be there only if the text has `clue` in it."""

    clue: str
    written: str
    centre: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is written, made ready when a text has the clue: most names are never said."""
        return re.compile(self.written)


@lru_cache(maxsize=4096)
def whole_name(name: str, centre: str) -> CentreName:
    """A folded name in any case: a word is its stem with any ending, an abbreviation is exact."""
    least = 3 if " " in name else 5
    ways = [rf"{stem(word)}\w*" if len(word) > least else word for word in name.split()]
    clue = stem(name.partition(" ")[0])[:least]
    return CentreName(clue, rf"\b{r'[^a-z0-9]+'.join(ways)}\b", centre)


def telling_names(named: Iterable[tuple[str, str]]) -> Iterator[CentreName]:
    """For each folded name the ways to say a part of it that no other centre is called by.

    A telling word is one of this centre alone; beside it stands the last word of the name, a word
    for people, or the town.
    """
    names = [(name.split(), centre) for name, centre in named]
    owners: dict[str, set[str]] = defaultdict(set)
    for said, centre in names:
        for word in said:
            owners[_key(word)].add(centre)
    for said, centre in names:
        if len(said) < 2 or not re.fullmatch(_HEAD, said[-1]):
            continue
        for word in said[:-1]:
            alone = len(owners[_key(word)]) == 1
            tells = len(word) >= _SHORTEST and not _OF_THE_TRADE.fullmatch(word)
            if alone and tells and not is_town(word):
                ways = "|".join(_ways(said, word))
                yield CentreName(_key(word)[:4], rf"\b(?:{ways})(?!\w)", centre)


def _ways(said: list[str], word: str) -> Iterator[str]:
    first, begun = said[0], rf"{_key(word)}{_ANY_END}"
    others = "|".join((_TRADE, *(rf"{_key(one)}{_ANY_END}" for one in said[1:-1])))
    between = rf"(?:{_GAP}(?:{others}))*"
    if is_town(first):
        yield rf"{_key(first)}{_ANY_END}{between}{_GAP}{begun}(?:{between}{_GAP}{_HEAD})?"
        return
    yield rf"{begun}{between}{_GAP}{_HEAD}"
    yield rf"(?:{_TRADE}{_GAP})*{_HEAD}{_GAP}{begun}"
    if word == first and len(said) > _PAIR and not _OF_THE_TRADE.fullmatch(said[1]):
        yield rf"{begun}{_GAP}{_key(said[1])}{_ANY_END}"
    if word == first and said[1].startswith(_PEOPLE):
        yield rf"{begun}{_GAP}{_key(said[1])}{_ANY_END}"


def _key(word: str) -> str:
    """What is the same in every form of a word: of Dzūkija and the Dzūkians, too."""
    base = stem(word)
    if word.endswith("ijos") and len(base) > 5:
        return re.sub(r"[tc]$", "[tc]", base.removesuffix("ij"))
    return base
