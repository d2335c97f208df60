"""What tells whether a word says what an event should be about, or only wraps the question.

No list can have every word in which people wrap what they ask, nor every theme. So the words that
the filters have left are judged by what labelled questions have in common (`learnt.py`): their own
pieces, what stands beside them, and how the sentence is built around them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.search.field import is_of_the_field
from catalogue.search.learnt import Features, likelihoods, of_word
from catalogue.search.meanings import Mention, mentions
from catalogue.search.reading import Reading, is_theme, stop_words
from catalogue.search.stems import is_known, stem
from catalogue.search.synonyms import load_synonyms
from catalogue.search.verbs import is_finite

_WORD = re.compile(r"[^\W_]+")
_SIGN = re.compile(r"[,.;:!?()]|\s[–—-]\s")
_CLAUSE_END = re.compile(
    r"[,.;:!?()]|\s[–—-]\s"
    r"|\b(?:kad|nes|kadangi|bet|kur(?:is|i|io|ios|iuos|iuose|iame|ioje)?|jei|jeigu|todel|tai|tad|o"
    r"|that|because|but|so|which|if|since|as|and (?=i |we |my |our |the kids))\b"
)
_ONESELF = re.compile(
    r"\b(?:i|im|ive|we|my|our|he|she|they|they.re|nobody|as|mes|mano|musu|esu|esam\w*|dirbu|gyvenu"
    r"|turiu|turim\w*|buvau|mokykla|vyras|zmona)\b|\w{2,}(?:avau|ejau|ojau|inau|usi|uosi)\b"
)
_QUOTED = re.compile(r"[„“\"][^„“”\"]+[“”\"]")
_JOINT = re.compile(r"[\s„“”\"'’:–-]*")
_INFINITIVE = re.compile(r"\w{3,}(?:tis?|[aeiy]t)")
"""What one would like to do; „patirtį“ is none, and has its letter where it is written well."""

THEME, OTHER = "theme", "other"
_TAKEN, _BEGIN, _END = "\x1f", "<", ">"
_MANY = 5


def clauses(asked: str) -> Iterator[range]:
    """The places of the clauses, one after another."""
    begins = 0
    for end in _CLAUSE_END.finditer(asked):
        yield range(begins, end.start())
        begins = end.start()
    yield range(begins, len(asked))


def likely_named(seen: Features) -> float:
    """How likely a word of which this is seen is of a theme."""
    return likelihoods(THEME, seen)[THEME]


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that is left, and what is seen of it; `sure` when it stands in a title."""

    word: re.Match[str]
    features: Features
    sure: bool


def seen_words(reading: Reading, intent: str) -> Iterator[Seen]:
    """Every word left but the smallest, in order; `intent` is what the sentence wants."""
    sentence = _Sentence(reading, intent)
    for at in sentence.left:
        word = sentence.words[at]
        sure = reading.sentence.is_kept(word.start())
        yield Seen(word, of_word(word[0], sentence.beside(at), sentence.marks(at)), sure)


class _Sentence:
    """A sentence with what is known of every word of it."""

    def __init__(self, reading: Reading, intent: str) -> None:
        self._reading = reading
        self._intent = intent
        self._asked = reading.asked
        self.words = list(_WORD.finditer(reading.asked))
        self._said = {one.start(): one for one in _WORD.finditer(reading.sentence.remaining())}
        self.left = [at for at, one in enumerate(self.words) if self._is_left(one)]
        found = mentions(reading.asked)
        self._families = found
        self._events = [one for one in found if one.family == "event"]
        self._abouts = [one for one in found if one.family == "about"]
        self._clauses = list(clauses(reading.asked))
        self._quotes = [one.span() for one in _QUOTED.finditer(reading.asked)]
        self._names = self._within_names()
        self._before = {at for event in self._events for at in self._right_before(event)}
        self._field = [at for at in self.left if is_of_the_field(self.words[at][0])]
        self._of_sentence = self._marks_of_all()

    def _is_left(self, word: re.Match[str]) -> bool:
        sentence = self._reading.sentence
        if word.start() not in self._said:
            return False
        written = sentence.original[word.start() : word.end()]
        return word[0] not in stop_words() or sentence.is_abbreviation(written)

    def _within_names(self) -> set[int]:
        """Where the words of names stand that are of more than one: „sensory needs“."""
        said = list(self._said.values())
        named = load_synonyms().mentions([stem(one[0]) for one in said])
        longer = (one for one in named if len(one.phrase) > 1)
        return {said[at].start() for one in longer for at in range(one.first, one.last)}

    def _right_before(self, event: Mention) -> Iterator[int]:
        """The words left right before a word for an event, each next to the other."""
        until = event.start
        for at in reversed(self.left):
            one = self.words[at]
            if one.end() <= until and _JOINT.fullmatch(self._asked, one.end(), until):
                yield at
                until = one.start()

    def beside(self, at: int) -> tuple[str, str, str]:
        """The two words before one, and the one after it."""
        return self._neighbour(at - 2, at - 1), self._neighbour(at - 1, at), self._next(at)

    def _next(self, at: int) -> str:
        last = at + 1 >= len(self.words)
        return _END if last else self._between(at, at + 1) or self._said_at(at + 1)

    def _neighbour(self, at: int, following: int) -> str:
        return _BEGIN if at < 0 else self._between(at, following) or self._said_at(at)

    def _between(self, at: int, following: int) -> str:
        sign = _SIGN.search(self._asked, self.words[at].end(), self.words[following].start())
        return "," if sign else ""

    def _said_at(self, at: int) -> str:
        word = self.words[at]
        return word[0] if word.start() in self._said else _TAKEN

    def _marks_of_all(self) -> tuple[str, ...]:
        reading = self._reading
        return (
            f"intent {self._intent}",
            f"filters {min(3, len(reading.filters.said()))}",
            f"left {min(_MANY, len(self.left))}",
            f"length {min(_MANY, len(self.words) // 3)}",
            *(["event"] if reading.names_events or reading.filters.form else ()),
        )

    def marks(self, at: int) -> Iterator[str]:
        """What is known of a word beside its letters; those of the field are apart from others."""
        word = self.words[at]
        field = "field" if at in self._field else "plain"
        place = self._place(at)
        yield from (field, place, f"{place} {word[0][-2:]}", f"{field} {word[0][-2:]}")
        yield from self._kinds(word)
        for mark in (*self._of_sentence, *self._around(at, place)):
            yield from (mark, f"{field} {mark}")

    def _place(self, at: int) -> str:
        word = self.words[at]
        if any(first <= word.start() < last for first, last in self._quotes):
            return "quoted"
        if any(one.end <= word.start() < self._end_of_clause(one.end) for one in self._abouts):
            return "about"
        return "before" if at in self._before else "alone"

    def _end_of_clause(self, at: int) -> int:
        end = _SIGN.search(self._asked, at)
        return end.start() if end else len(self._asked)

    def _kinds(self, word: re.Match[str]) -> Iterator[str]:
        written = self._reading.sentence.original[word.start() : word.end()]
        kinds = {
            "small": not is_theme(word[0]),
            "finite": is_finite(word[0]),
            "infinitive": _INFINITIVE.fullmatch(word[0]) and not written.endswith("į"),
            "unknown": not is_known(word[0]),
            "capital": word.start() and written[:1].isupper(),
            "abbreviation": self._reading.sentence.is_abbreviation(written),
            "figure": word[0].isdigit(),
            "name": word.start() in self._names,
        }
        yield from (kind for kind, holds in kinds.items() if holds)
        yield from (
            f"#{one.family}" for one in self._families if one.start <= word.start() < one.end
        )

    def _around(self, at: int, place: str) -> Iterator[str]:
        """What is known of the clause of a word, and of the others in the sentence."""
        word = self.words[at]
        clause = next(one for one in self._clauses if word.start() in one)
        if any(other != at and self.words[other].start() in clause for other in self._field):
            yield "field beside"
        yield "field" if self._field else "no field"
        yield "after event" if any(one.end <= word.start() for one in self._events) else "no event"
        if self._abouts and place != "about":
            yield "about elsewhere"
        if _ONESELF.search(self._asked, clause.start, clause.stop):
            yield "of oneself"
