"""A word that people say, and what it means in the words of the programme."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from catalogue.glossary.refusals import NotAWord, SameWords, SaysNothing
from catalogue.glossary.tables import TaughtWord
from catalogue.search.index import Index
from catalogue.search.normalise import words
from catalogue.search.reading import generic_words, stop_words
from catalogue.search.stems import stem

LONGEST = 100

_EQUALS = re.compile(r"=| [–—-] ")
_OF_THE_FILE = re.compile(r"[;~#\s]+")
"""Signs that mean something in a file of synonyms, and every kind of space."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word or words that people say, and the words of the programme that they mean."""

    said: str
    meant: str

    @property
    def said_key(self) -> str:
        return _key(self.said)

    @property
    def meant_key(self) -> str:
        return _key(self.meant)

    @property
    def line(self) -> str:
        """As the index is taught it."""
        return f"{self.said}; {self.meant}"


def read(written: str, *, said: str = "") -> Meaning:
    """„itraukuji = įtraukusis ugdymas“, or the meaning alone of what is `said`. Raises NotAWord."""
    parts = [clean(part) for part in _EQUALS.split(" ".join(written.split()), maxsplit=1)]
    if len(parts) == 1:
        parts = [said, *parts]
    first, second = parts
    if not (words(first) and words(second)):
        raise NotAWord(written)
    if max(len(first), len(second)) > LONGEST:
        raise NotAWord(written)
    return Meaning(said=first, meant=second)


def checked(
    meaning: Meaning, index: Index, taught: Sequence[TaughtWord], *, now: datetime
) -> Meaning:
    """What would be kept of it: without the small words in what is said, for no question has them.

    Who explains a word by a word that was itself taught means what that one means. Raises
    SaysNothing, SameWords.
    """
    _needs_a_theme(meaning.said, index, now=now)
    _needs_a_theme(meaning.meant, index, now=now)
    said = " ".join(one for one in meaning.said.split() if not stop_words().issuperset(words(one)))
    meant = next((one.meant for one in taught if one.said_key == meaning.meant_key), meaning.meant)
    kept = Meaning(said=said, meant=meant)
    if set(kept.said_key.split()) <= set(kept.meant_key.split()):
        raise SameWords(kept.said, kept.meant)
    return kept


def lines_of(taught: Iterable[TaughtWord]) -> list[str]:
    """All of it as the index is taught it."""
    return [Meaning(said=one.said, meant=one.meant).line for one in taught]


def _needs_a_theme(phrase: str, index: Index, *, now: datetime) -> None:
    """Nobody teaches a town, a day or „seminaras“ to be something else. Raises SaysNothing."""
    topic = index.understand(phrase, asked_at=now).topic
    if not topic or generic_words().issuperset(topic):
        raise SaysNothing(phrase)


def _key(phrase: str) -> str:
    return " ".join(map(stem, words(phrase)))


def clean(written: str) -> str:
    """Without what divides the lines of a file of words, and without marks around it."""
    return _OF_THE_FILE.sub(" ", written).strip(" .,:!?„“\"'")
