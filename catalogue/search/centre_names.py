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
    r"|institut\w*|mokykl\w*|school|house)"
)
_TRADE = r"(?:svietim|pedagog|mokytoj|kvalifikac|ugdym|mokym|educat|teach|training|develop)\w*"
_IN_TRADE = r"(?:(?:education|learning|training|teachers?|progress|innovations?)(?!\w)[ ,and]*)+"
_PEOPLE = ("pedagog", "mokytoj")
_DOES = (
    r"(?: (?:ka|kas|dar|vel|what))* (?:siul|reng|organizuo|vyk|turi|kviec)\w*"
    r"| (?:offer|run|organi[sz]|host|hold|hav|has)\w*"
)
_BESIDE_IT = r"(?:(?<=\bpas )|(?<=\bby )|(?<=\borganizuoja )|(?<=\brengia )|(?<=\bsiulo ))"
"""Beside these the first word of a name alone is a centre: „pas žaliakalniečius“."""

_IN_ENGLISH_TEXT = """
    saules sun krasto region pajurio seaside sostines capital zemaitijos samogitia
    aukstaitijos aukstaitija dzukijos dzukija suvalkijos suvalkija nemuno nemunas
    svietimo education pedagogu teachers mokytoju teachers kvalifikacijos qualification
    tobulinimo development mokymosi learning mokymo training ugdymo education
    inovaciju innovation pazangos progress jaunimo youth suaugusiuju adult rajono district
    miesto city informacijos information profesinio professional centras centre
    akademija academy studija studio namai house institutas institute mokykla school
"""
_PAIRS = _IN_ENGLISH_TEXT.split()
_IN_ENGLISH = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_PAIR = 2
_SHORTEST = 5
_INITIAL = 2
_NOTHING = r"(?!)"
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


def in_english(name: str) -> str | None:
    """A folded name word by word in English, where every word of it is known; a town as it is."""
    said = [_IN_ENGLISH.get(word) or (word if is_town(word) else None) for word in name.split()]
    known = [word for word in said if word]
    return " ".join(known) if len(known) == len(said) and known != name.split() else None


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
            if alone and not _OF_THE_TRADE.fullmatch(word) and not is_town(word):
                ways = "|".join(_ways(said, word) if len(word) >= _SHORTEST else _pair(said, word))
                if not ways:
                    continue
                yield CentreName(_key(word)[:4], rf"\b(?:{ways})(?!\w)", centre)


def _ways(said: list[str], word: str) -> Iterator[str]:
    first, begun = said[0], rf"{_key(word)}{_ANY_END}"
    others = "|".join((_TRADE, *(rf"{_key(one)}{_ANY_END}" for one in said[1:-1])))
    between = rf"(?:{_GAP}(?:{others}))*"
    if is_town(first):
        yield rf"{_key(first)}{_ANY_END}{between}{_GAP}{begun}(?:{between}{_GAP}{_HEAD})?"
        return
    own = "|".join(said[1:-1]) or _NOTHING
    yield rf"{begun}{between}{_GAP}{_HEAD}(?:{_GAP}(?:of )?(?:{own})(?!\w)|{_GAP}of {_IN_TRADE})*"
    yield rf"(?:{_TRADE}{_GAP})*{_HEAD}{_GAP}{begun}"
    yield from _pair(said, word)
    if word == first and said[1].startswith(_PEOPLE):
        yield rf"{begun}{_GAP}{_key(said[1])}{_ANY_END}"
    if word == first:
        yield rf"{_BESIDE_IT}{begun}|{begun}(?={_DOES})"


def _pair(said: list[str], word: str) -> Iterator[str]:
    """The first two words, where both are of this name and not of the trade."""
    tell = word == said[0] and len(word) > _INITIAL and len(said[1]) >= _SHORTEST
    if tell and len(said) > _PAIR and not _OF_THE_TRADE.fullmatch(said[1]):
        first = word if len(word) < _SHORTEST else f"{_key(word)}{_ANY_END}"
        yield rf"{first}{_GAP}{_key(said[1])}{_ANY_END}"


def _key(word: str) -> str:
    """What is the same in every form of a word: of Dzūkija and the Dzūkians, too."""
    base = stem(word)
    if word.endswith("ijos") and len(base) > 5:
        return re.sub(r"[tc]$", "[tc]", base.removesuffix("ij"))
    return base
