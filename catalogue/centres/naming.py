"""Which centres a sentence names, in whatever case form, and the sentence without their names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.search.normalise import words
from catalogue.search.places import is_town
from catalogue.search.stems import stem

CENTRE = "centras"
"""What stands for a name."""

_SOME_CENTRE = re.compile(
    r"(?<=\s)[A-ZĄČĘĖĮŠŲŪŽ]\w*(?:ų|o|os|ės|aus|ies)(?:\s(?:\w+(?:ų|o|os|ės|aus|ies)|ir)){0,4}"
    r"\s(?:centr|akademij|institut)\w*|(?<=\s)(?:[A-Z]\w+\s){1,4}[Cc]ent(?:re|er)\b"
)
"""What is written as the name of a centre."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Names as rows of stems, the longest first, each with the slugs it is the name of."""

    names: tuple[tuple[tuple[str, ...], frozenset[str]], ...]
    towns: Mapping[str, frozenset[str]]

    def take(self, text: str) -> tuple[frozenset[str], str]:
        """The slugs of the centres named, and the folded text with „centras“ in the names' place.

        Of a centre that we do not know, by its name or town, the slug is empty.
        """
        spelled = words(text)
        stems = [stem(word) for word in spelled]
        named: set[str] = set()
        for name, slugs in self.names:
            if name[0] not in stems:
                continue
            for at in range(len(stems) - len(name), -1, -1):
                if tuple(stems[at : at + len(name)]) == name:
                    named |= slugs
                    spelled[at : at + len(name)] = [CENTRE]
                    stems[at : at + len(name)] = [stem(CENTRE)]
        if not named:
            named, spelled = self._by_town(spelled)
        if not named and _SOME_CENTRE.search(text):
            return frozenset({""}), " ".join(words(_SOME_CENTRE.sub(CENTRE, text)))
        return frozenset(named), " ".join(spelled)

    def _by_town(self, spelled: list[str]) -> tuple[set[str], list[str]]:
        """„Kauno centras“, „Kaune“: the centres whose name begins with the town.

        A town where we know none is of a centre only where one is spoken of.
        """
        has_centre = any(word.startswith("cent") for word in spelled)
        said = [
            word for word in spelled if stem(word) in self.towns or (has_centre and is_town(word))
        ]
        named = {slug for word in said for slug in self.towns.get(stem(word), {""})}
        return named, [word for word in spelled if word not in said]


def naming(centres: Iterable[tuple[str, Iterable[str]]]) -> Naming:
    """Of slugs with every name of the centre."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    towns: dict[str, set[str]] = defaultdict(set)
    for slug, names in centres:
        for name in names:
            spelled = words(name)
            if not spelled or (len(spelled) == 1 and len(spelled[0]) < 3):
                continue
            found[tuple(map(stem, spelled))].add(slug)
            if is_town(spelled[0]) and spelled[-1].startswith("cent"):
                towns[stem(spelled[0])].add(slug)
    longest_first = sorted(found, key=lambda name: (-len(name), name))
    return Naming(
        tuple((name, frozenset(found[name])) for name in longest_first),
        {town: frozenset(slugs) for town, slugs in towns.items()},
    )
