"""A question about a centre as terms: what it asks for, and what about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from catalogue.search.normalise import words
from catalogue.search.stems import stem
from catalogue.search.synonyms import Synonyms, read_synonyms


@cache
def small_words() -> Mapping[str, frozenset[str]]:
    """The packaged small words of questions by what they do."""
    found: dict[str, set[str]] = {}
    text = files(__package__).joinpath("words.txt").read_text(encoding="ascii")
    for line in text.splitlines():
        group, colon, ways = line.partition(":")
        if colon and not line.startswith("#"):
            found.setdefault(group, set()).update(ways.split())
    return {group: frozenset(ways) for group, ways in found.items()}


@cache
def _asked_for() -> Mapping[str, str]:
    """What an answer must give, by the word: who asks when is not answered by where."""
    groups = small_words().items()
    return {
        word: group for group, ways in groups if group not in {"silent", "begins"} for word in ways
    }


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that count, the terms each may be found by with their worth, and what is asked for.

    `held` are the terms of all the words.
    """

    words: tuple[str, ...]
    terms: tuple[Mapping[str, float], ...]
    held: Mapping[str, float]
    asked_for: frozenset[str]


def phrase_of(
    spelled: tuple[str, ...], terms: list[dict[str, float]], asked_for: frozenset[str]
) -> Phrase:
    """With the things that the words name, alone or with their neighbours."""
    for mention in concepts().mentions_among([dict(one) for one in terms]):
        for at in range(mention.first, mention.last):
            name = f"={mention.concept}"
            worth = mention.weight * mention.worth
            terms[at][name] = max(worth, terms[at].get(name, 0.0))
    return Phrase(spelled, tuple(terms), _together(terms), asked_for)


def _together(terms: Iterable[Mapping[str, float]]) -> Mapping[str, float]:
    held: dict[str, float] = {}
    for one in terms:
        for key, worth in one.items():
            held[key] = max(worth, held.get(key, 0.0))
    return held


@cache
def concepts() -> Synonyms:
    """The packaged words for one thing."""
    text = files(__package__).joinpath("synonyms.txt").read_text(encoding="utf-8")
    return read_synonyms(text.splitlines())


def telling(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The folded words that say what about, and what is asked for."""
    spelled, asking, silent = words(text), _asked_for(), small_words()["silent"]
    asked_for = {asking[word] for word in spelled if word in asking}
    if "when" in asked_for and "nuo" in spelled:
        asked_for.add("since")
    return tuple(w for w in spelled if w not in silent and w not in asking), frozenset(asked_for)


def is_question(text: str) -> bool:
    """Whether it asks, and does not only name a theme."""
    spelled = words(text)
    begins = not small_words()["begins"].isdisjoint(spelled[:1])
    return "?" in text or begins or any(word in _asked_for() for word in spelled)


@lru_cache(maxsize=8192)
def phrase(text: str) -> Phrase:
    """A known way of asking."""
    spelled, asked_for = telling(text)
    return phrase_of(spelled, [{stem(word): 1.0} for word in spelled], asked_for)
