"""What teaching a word would change, before it is taught; and what a missed word may mean."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import extract

from catalogue.glossary.meanings import LONGEST, Meaning, checked, clean
from catalogue.glossary.tables import TaughtWord
from catalogue.refusals import Refusal
from catalogue.search.index import Hit, Index, Result
from catalogue.search.normalise import words
from catalogue.search.questions import Question
from catalogue.search.reading import generic_words
from catalogue.search.stems import stem
from catalogue.search.synonyms import NEAR, SAME, load_synonyms

OFTEN = 3
"""From so many events on a word is one the programme uses itself."""

_ALIKE = 0.85
_SHORTEST_NAME = 5
"""Slang keeps the beginning of a word and changes its end; by so few letters nothing is known."""

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Preview:
    """What who says the word would find: the first events, and how many in all.

    `added` is how many more events who says the meaning would find, because the programme uses the
    word itself.
    """

    hits: tuple[Hit, ...]
    total: int
    added: int

    @property
    def is_daring(self) -> bool:
        return self.added >= OFTEN


def preview(index: Index, taught: Sequence[str], meaning: Meaning, *, now: datetime) -> Preview:
    """Searches with the meaning taught beside the lines that are, and unlearns it again."""
    before = _find(index, meaning.meant, now=now).total
    with _as_if_taught(index, taught, meaning):
        said = _find(index, meaning.said, now=now)
        after = _find(index, meaning.meant, now=now).total
    return Preview(hits=said.hits, total=said.total, added=max(0, after - before))


def is_found(index: Index, topic: tuple[str, ...], *, now: datetime) -> bool:
    """Whether the words alone find something for sure."""
    return index.find(_about(topic), now=now, limit=1).verdict == "found"


def suggestions(
    index: Index, said: str, taught: Sequence[TaughtWord], *, now: datetime
) -> tuple[str, ...]:
    """Up to three things it may mean: names that look like it, then what is found in doubt."""
    topic = tuple(words(said))
    found = index.find(_about(topic), now=now, limit=_SHOWN)
    titles = (clean(hit.document.title_lt or hit.document.title_en) for hit in found.hits)
    every = dict.fromkeys([*_names_like(topic), *titles])
    teachable = (
        one for one in every if len(one) <= LONGEST and _is_teachable(index, said, one, taught, now)
    )
    return tuple(islice(teachable, _SHOWN))


def _names_like(topic: Sequence[str]) -> Iterator[str]:
    """The things called most like the whole of it, or like one of its words."""
    alone = [stem(word) for word in topic if word not in generic_words()]
    found = [
        one
        for said in dict.fromkeys([" ".join(map(stem, topic)), *alone])
        for one in extract(
            said, _named().keys(), scorer=JaroWinkler.similarity, score_cutoff=_ALIKE, limit=_SHOWN
        )
    ]
    return (_named()[phrase] for phrase, _, _ in sorted(found, key=lambda one: -one[1]))


@cache
def _named() -> Mapping[str, str]:
    """The thing behind each name in stems; behind one that several share, not what is only near."""
    known = load_synonyms()
    return {
        " ".join(phrase): name
        for weight in (NEAR, SAME)
        for name, meaning in zip(known.names, known.meanings, strict=True)
        for phrase, own in meaning
        if own == weight and len(" ".join(phrase)) >= _SHORTEST_NAME
    }


def _is_teachable(
    index: Index, said: str, meant: str, taught: Sequence[TaughtWord], now: datetime
) -> bool:
    try:
        checked(Meaning(said=said, meant=meant), index, taught, now=now)
    except Refusal:
        return False
    return True


@contextmanager
def _as_if_taught(index: Index, lines: Sequence[str], meaning: Meaning) -> Iterator[None]:
    index.teach([*lines, meaning.line])
    try:
        yield
    finally:
        index.teach(lines)


def _find(index: Index, phrase: str, *, now: datetime) -> Result:
    """What is only near does not count as found."""
    found = index.find(_about(tuple(words(phrase))), now=now, limit=_SHOWN)
    return found if found.verdict == "found" else Result(found.verdict)


def _about(topic: tuple[str, ...]) -> Question:
    return Question(text=" ".join(topic), topic=topic)
