"""Our knowledge in front of another engine: filters out of the sentence, other names of things."""

from collections.abc import Iterator, Sequence

from catalogue.search.documents import Document
from catalogue.search.facets import Facets
from catalogue.search.filters import Filters
from catalogue.search.postings import slots_of
from catalogue.search.questions import wish
from catalogue.search.reading import vocabulary
from catalogue.search.stems import stem
from catalogue.search.synonyms import load_synonyms
from catalogue.search.timetable import Timetable
from tests.benchmarks.catalogues import NOW, VILNIUS
from tests.benchmarks.peers.shape import Asked, Other, Peer, Ranked

CERTAIN = float("inf")
"""The score of what has no words to match: it fits by its filters."""


class Front:
    """Sentences read as we read them, over the events of an engine."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._keys = [document.key for document in documents]
        self._facets = Facets()
        self._timetable = Timetable(VILNIUS)
        for slot, document in enumerate(documents):
            self._facets.put(slot, document)
            self._timetable.put(slot, document)
        cities = {document.city for document in documents}
        organisers = {document.organiser for document in documents}
        self._known = vocabulary(cities, {name: name for name in organisers})

    def search(self, peer: Peer, text: str, limit: int) -> Ranked:
        """What the engine finds of what the filters admit; without a word the soonest."""
        question = wish(text, asked_at=NOW, timezone=VILNIUS, known=self._known)
        admitted = self._admitted(question.filters)
        if not question.topic:
            soonest = self._timetable.earliest(admitted, limit)
            return [(self._keys[slot], CERTAIN) for slot in soonest]
        everything = (1 << len(self._keys)) - 1
        among = (
            None
            if admitted == everything
            else frozenset(self._keys[slot] for slot in slots_of(admitted))
        )
        asked = Asked(" ".join(question.topic), tuple(_others(question.topic)), among)
        return peer.search(asked, limit)

    def has_topic(self, text: str) -> bool:
        """Whether there is anything to match besides the filters."""
        return bool(wish(text, asked_at=NOW, timezone=VILNIUS, known=self._known).topic)

    def _admitted(self, filters: Filters) -> int:
        found = (1 << len(self._keys)) - 1
        for _, mask in self._facets.masks(filters, self._timetable):
            found &= mask
        if filters.exclude:
            found &= ~self._facets.excluded(filters.exclude, self._timetable)
        return found


def _others(topic: tuple[str, ...]) -> Iterator[Other]:
    synonyms = load_synonyms()
    stems = [stem(word) for word in topic]
    for mention in synonyms.mentions(stems):
        said = tuple(stems[mention.first : mention.last])
        for name, weight in synonyms.meanings[mention.concept]:
            if name != said:
                text = (*topic[: mention.first], *name, *topic[mention.last :])
                yield Other(name, " ".join(text), min(weight, mention.weight))
