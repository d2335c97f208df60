"""The known answers, found by the ways in which they are asked."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log
from typing import Literal

from catalogue.answers.words import Phrase, concepts, phrase, phrase_of, telling
from catalogue.search.stems import is_known, stem
from catalogue.search.vocabulary import Vocabulary, slips_allowed

Verdict = Literal["found", "unsure", "nothing"]

SURE = 0.72
FOUND = 0.55
UNSURE = 0.5
OFFERED = 0.35
"""The least likeness of an answer that outweighs another reading of the sentence, of one that is
given where there is no other, of one that is given in doubt, and of one that may be chosen then."""

_KIN = 0.8
_SLIP = 0.9
_OF_THE_QUESTION = 0.6
"""How much it counts that the question is explained; the rest, that the way of asking is."""

_ASKS_ELSE = 0.7
"""What is left of a likeness where a date is asked for and the answer is never asked for one."""

_ASKED_OTHERWISE = 0.85
"""The same between two ways of asking, one of which asks what and the other how."""

_LEAST_EXPLAINED = 0.4
"""With less of the question explained no likeness is worth offering."""

_LEAST_COVERED = 0.5
_LEAST_OF_ONE_WORD = 0.7
"""With less of the way of asking in the question, what it has of it may mean something else."""

_LEAST_OF_THE_WEIGHTIEST = 0.5
"""How likely a word that tells most must be there: without it, it is another question."""

_AS_GOOD = 0.06
"""Answers of one kind that differ by less are given together."""

_UNHEARD = 0.55
"""How much a word tells that nothing is asked for with, of the most that a word can tell: it may be
what matters, or mere talk."""

_APPROVED = 0.2
"""How much less alike an answer that staff approved may be than one that nobody has approved."""

_STRICT = frozenset({"when", "since", "where", "amount", "who", "why"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An answer, and how it is asked for.

    `centre` is the slug of the one it is of, None where it holds for all. Answers of one `kind` are
    of one thing. `said` is by language; it is empty where nobody has said it: then the question is
    only recognised. `asked` holds questions in either language. Staff gave what `is_approved`.
    """

    key: str
    kind: str
    asked: tuple[str, ...]
    centre: str | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    link: str = ""
    checked: date | None = None
    is_approved: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a question asks for. `hits` is empty where it is recognised and nobody has said it."""

    verdict: Verdict
    kind: str = ""
    hits: tuple[Known, ...] = ()
    likeness: float = 0.0

    @property
    def is_sure(self) -> bool:
        """Whether it outweighs another reading of the sentence."""
        return self.likeness >= SURE


class Answers:
    """Everything known; a change to one is found at once. Not for several threads."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._known: dict[str, Known] = {}
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._by_term: dict[str, dict[str, float]] = defaultdict(dict)
        self._weights: dict[str, float] = {}
        self._weights_of_ways: dict[str, list[float]] = {}
        self._kinds_of: dict[str, Counter[str]] = defaultdict(Counter)
        self._kinds: Counter[str] = Counter()
        self._asked_for: Counter[tuple[str, str]] = Counter()
        self._vocabulary = Vocabulary()
        for word in sorted(concepts().vocabulary):
            self._vocabulary.add(word)
        for one in known:
            self.put(one)

    def __len__(self) -> int:
        return len(self._known)

    def put(self, known: Known) -> None:
        """Add an answer, or replace the one with its key."""
        self.remove(known.key)
        self._known[known.key] = known
        for way in dict.fromkeys(known.asked):
            self._holders[way].add(known.key)
            self._count(phrase(way), known.kind, 1)
            for term, worth in phrase(way).held.items():
                self._by_term[term][way] = worth

    def remove(self, key: str) -> None:
        """Take an answer out; an unknown key changes nothing."""
        known = self._known.pop(key, None)
        if known is None:
            return
        for way in dict.fromkeys(known.asked):
            self._holders[way].discard(key)
            self._count(phrase(way), known.kind, -1)
            if not self._holders[way]:
                for term in phrase(way).held:
                    del self._by_term[term][way]

    def find(self, text: str, *, centres: Collection[str] = ()) -> Found:
        """What the question asks for; of the centres named where there are any, else of all."""
        likeness = self._likeness(self._asked(text), centres)
        if not likeness:
            return Found("nothing")
        first = max(sorted(likeness), key=lambda key: self._precedence(key, likeness[key]))
        best, kind = likeness[first], self._known[first].kind
        if best < UNSURE:
            return Found("nothing", likeness=best)
        ranked = sorted(likeness, key=lambda key: (-likeness[key], key))
        as_good = [self._known[key] for key in ranked if likeness[key] > best - _AS_GOOD]
        hits = _told_together(self._known[first], as_good)
        return Found("found" if best >= FOUND else "unsure", kind, hits, best)

    def nearest(self, text: str, *, centres: Collection[str] = (), most: int) -> tuple[Known, ...]:
        """What somebody has said of the things that may be asked for, the likeliest first; of each
        thing one answer.
        """
        likeness = self._likeness(self._asked(text), centres)
        first: dict[str, Known] = {}
        for key in sorted(likeness, key=lambda key: (-likeness[key], key)):
            known = self._known[key]
            if known.said and likeness[key] >= OFFERED:
                first.setdefault(known.kind, known)
        return tuple(first.values())[:most]

    def _precedence(self, key: str, likeness: float) -> tuple[float, bool]:
        """Of equals one that says something comes first, and one that staff approved before all."""
        known = self._known[key]
        favour = _APPROVED if known.is_approved and likeness >= FOUND else 0.0
        return likeness + favour, bool(known.said)

    def of(self, kind: str, *, centres: Collection[str] = ()) -> tuple[Known, ...]:
        """What is said of one thing."""
        return tuple(
            known
            for known in self._known.values()
            if known.kind == kind and known.said and _is_of(known, centres)
        )

    def _count(self, way: Phrase, kind: str, by: int) -> None:
        self._weights = {}
        self._weights_of_ways = {}
        self._kinds[kind] += by
        for asked in way.asked_for:
            self._asked_for[kind, asked] += by
        for term in way.held:
            self._kinds_of[term][kind] += by
            if not self._kinds_of[term][kind]:
                del self._kinds_of[term][kind]
        for word in way.words:
            (self._vocabulary.add if by > 0 else self._vocabulary.discard)(word)

    def _asked(self, text: str) -> Phrase:
        """The question, where a word may be a slip of one we know."""
        spelled, asked_for = telling(text)
        return phrase_of(spelled, [self._meant(word) for word in spelled], asked_for)

    def _meant(self, word: str) -> dict[str, float]:
        own = next(filter(self._vocabulary.has_stem, _stems(word)), stem(word))
        found = {own: 1.0, **dict.fromkeys(self._vocabulary.kin(word), _KIN)}
        if self._vocabulary.has_stem(own) or len(found) > 1 or is_known(word):
            return found
        near = self._vocabulary.neighbours(word) if slips_allowed(len(word)) else []
        return found | {key: _SLIP * likeness for key, likeness in near}

    def _likeness(self, asked: Phrase, centres: Collection[str]) -> dict[str, float]:
        """How well each answer fits, by the best of its ways of being asked."""
        alike: dict[str, float] = {}
        for way, score in self._alike(asked):
            for key in self._holders[way]:
                if score > alike.get(key, 0.0):
                    alike[key] = score
        of_these = {key: self._known[key] for key in alike}
        return {
            key: round(alike[key] * self._fits(known.kind, asked), 4)
            for key, known in of_these.items()
            if _is_of(known, centres)
        }

    def _alike(self, asked: Phrase) -> Iterator[tuple[str, float]]:
        """The ways of asking that explain enough of the question, with their likeness in 0..1."""
        for way, explained in self._explained(asked).items():
            if explained < _LEAST_EXPLAINED:
                continue
            other = phrase(way)
            covered = self._covered(other, self._weights_of(way), asked)
            if covered < (_LEAST_COVERED if len(asked.words) > 1 else _LEAST_OF_ONE_WORD):
                continue
            alike = explained**_OF_THE_QUESTION * covered ** (1 - _OF_THE_QUESTION)
            both = asked.asked_for and other.asked_for
            differs = both and asked.asked_for.isdisjoint(other.asked_for)
            yield way, alike * (_ASKED_OTHERWISE if differs else 1.0)

    def _explained(self, asked: Phrase) -> dict[str, float]:
        """The weighed share of the question's words that each way of asking has."""
        weights = [self._weight(terms) for terms in asked.terms]
        total, explained = sum(weights), dict[str, float]()
        for weight, terms in zip(weights, asked.terms, strict=True):
            best: dict[str, float] = {}
            for term, worth in terms.items():
                for way, own in self._by_term.get(term, {}).items():
                    if worth * own > best.get(way, 0.0):
                        best[way] = worth * own
            share = weight / total
            for way, worth in best.items():
                explained[way] = explained.get(way, 0.0) + share * worth
        return explained

    def _weights_of(self, way: str) -> Sequence[float]:
        """How much each word of a way of asking tells."""
        if way not in self._weights_of_ways:
            self._weights_of_ways[way] = [self._weight(terms) for terms in phrase(way).terms]
        return self._weights_of_ways[way]

    def _covered(self, way: Phrase, weights: Sequence[float], asked: Phrase) -> float:
        """The weighed share of the words of a way of asking that the question has."""
        worths = [max(worth * asked.held.get(key, 0.0) for key, worth in terms.items())
                  for terms in way.terms]  # fmt: skip
        telling_most = [worth for worth, weight in zip(worths, weights, strict=True)
                        if weight > 0.9 * max(weights)]  # fmt: skip
        if max(telling_most) < _LEAST_OF_THE_WEIGHTIEST:
            return 0.0
        shared = sum(weight * worth for weight, worth in zip(weights, worths, strict=True))
        return shared / sum(weights)

    def _weight(self, terms: Mapping[str, float]) -> float:
        """How much a word tells: the fewer things are asked for with it, the more."""
        if not self._weights:
            things = len(self._kinds)
            self._weights = {
                term: log(1 + things / len(kinds))
                for term, kinds in self._kinds_of.items()
                if kinds
            }
        heard = [self._weights[term] for term in terms if term in self._weights]
        return min(heard) if heard else _UNHEARD * log(1 + len(self._kinds))

    def _fits(self, kind: str, asked: Phrase) -> float:
        strict = asked.asked_for & _STRICT
        return _ASKS_ELSE if any(not self._asked_for[kind, one] for one in strict) else 1.0


def _stems(word: str) -> Iterator[str]:
    """Its own, that of the whole infinitive („skolint“), and without the denial („neskolina“)."""
    yield stem(word)
    if word.endswith("t"):
        yield stem(f"{word}i")
    if word.startswith("ne"):
        yield stem(word[2:])


def _told_together(first: Known, others: Iterable[Known]) -> tuple[Known, ...]:
    """What is said of the same thing; of what staff approved the best of each centre's."""
    if not first.is_approved:
        return tuple(known for known in others if known.kind == first.kind and known.said)
    by_centre: dict[str | None, Known] = {}
    for known in others:
        if known.is_approved:
            by_centre.setdefault(known.centre, known)
    return tuple(by_centre.values())


def _is_of(known: Known, centres: Collection[str]) -> bool:
    return not centres or known.centre is None or known.centre in centres
