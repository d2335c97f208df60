"""What every engine is asked, and how it answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from catalogue.search.documents import Document
from catalogue.search.normalise import fold, words

Ranked = list[tuple[int, float]]
"""Keys with scores, best first."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another name of a thing that a text names, the text with it, and its worth beside it."""

    name: tuple[str, ...]
    text: str
    worth: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A search: the text, and what was found out about it before it came to the engine.

    `among` are the only keys that will do, or None where all will.
    """

    text: str
    others: tuple[Other, ...] = ()
    among: frozenset[int] | None = None

    @property
    def ways(self) -> list[tuple[str, float]]:
        """Every way to say it, with its worth."""
        return [(self.text, 1.0), *((one.text, one.worth) for one in self.others)]

    @property
    def words(self) -> list[str]:
        """The folded words of the text."""
        return words(self.text)

    def admits(self, key: int) -> bool:
        """Whether an event will do."""
        return self.among is None or key in self.among


class Peer(Protocol):
    """An engine."""

    def build(self, documents: Sequence[Document]) -> None:
        """Take the events in."""

    def search(self, asked: Asked, limit: int) -> Ranked:
        """The best of them."""


def texts(document: Document) -> tuple[str, str, str, str]:
    """What an engine with fields is given: title, subjects, summary, and the rest, all folded."""
    rest = (
        *document.audience,
        document.form,
        document.city,
        document.organiser,
        document.lecturer,
    )
    return (
        fold(f"{document.title_lt} {document.title_en}"),
        fold(" ".join(document.subjects)),
        fold(document.summary),
        fold(" ".join(rest)),
    )


WEIGHTS = (8.0, 4.0, 2.0, 1.0)
"""Of those fields, where an engine has weights."""
