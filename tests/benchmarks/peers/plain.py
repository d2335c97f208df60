"""rapidfuzz over the titles, as a bot of a few hundred lines calls it."""

from collections.abc import Callable, Sequence

from rapidfuzz import process

from catalogue.search.documents import Document
from catalogue.search.normalise import words
from catalogue.search.stems import stem
from tests.benchmarks.peers.shape import Asked, Ranked

Scorer = Callable[..., float]


def folded(text: str) -> str:
    """Lower case without diacritics and punctuation."""
    return " ".join(words(text))


def stemmed(text: str) -> str:
    """The same without the endings."""
    return " ".join(map(stem, words(text)))


class Plain:
    """The best of the titles by one scorer, in either language."""

    def __init__(self, scorer: Scorer, prepare: Callable[[str], str] = str) -> None:
        self._scorer = scorer
        self._prepare = prepare
        self._titles: list[str] = []
        self._keys: list[int] = []

    def build(self, documents: Sequence[Document]) -> None:
        for document in documents:
            for title in filter(None, (document.title_lt, document.title_en)):
                self._titles.append(self._prepare(title))
                self._keys.append(document.key)

    def search(self, asked: Asked, limit: int) -> Ranked:
        titles = self._titles
        choices = {at: titles[at] for at, key in enumerate(self._keys) if asked.admits(key)}
        best: dict[int, float] = {}
        for text, worth in asked.ways:
            found = process.extract(
                self._prepare(text), choices, scorer=self._scorer, limit=2 * limit
            )
            for _, score, at in found:
                key = self._keys[at]
                best[key] = max(worth * score, best.get(key, 0.0))
        return sorted(best.items(), key=lambda pair: -pair[1])[:limit]
