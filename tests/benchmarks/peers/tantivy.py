"""tantivy, the engine of the Rust world: folded words, typos by distance, bm25."""

from collections.abc import Iterator, Sequence

import tantivy
from tantivy import Filter, Occur, Query

from catalogue.search.documents import Document
from tests.benchmarks.peers.shape import WEIGHTS, Asked, Ranked, texts

_NAMES = ("title", "subjects", "summary", "rest")
_FIELDS = tuple(zip(_NAMES, WEIGHTS, strict=True))
_HEAP = 1_000_000_000
"""Bytes: all goes into one segment, in which an entry's number is its place."""

_LIKE_ONE_FOUND = 3.0
"""What is found with slips scores 1, however rare; a word found exactly about this much."""


class Tantivy:
    """An index in memory; each word exactly, as a beginning, or with a slip or two."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        for field in _NAMES:
            builder.add_text_field(field, tokenizer_name="folded")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        for one in (Filter.lowercase(), Filter.ascii_fold()):
            analyzer = analyzer.filter(one)
        self._index.register_tokenizer("folded", analyzer.build())
        self._keys: list[int] = []

    def build(self, documents: Sequence[Document]) -> None:
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for document in documents:
            self._keys.append(document.key)
            entry = dict(zip(_NAMES, texts(document), strict=True))
            writer.add_document(tantivy.Document(**entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        assert self._searcher.num_segments == 1

    def search(self, asked: Asked, limit: int) -> Ranked:
        names = (Query.boost_query(self._all(one.name), one.worth) for one in asked.others)
        query = Query.disjunction_max_query([self._any(asked.words), *names])
        most, ranked = limit, Ranked()
        while len(ranked) < limit and most < 10 * len(self._keys):
            hits = self._searcher.search(query, most).hits
            places = ((self._keys[place.doc], score) for score, place in hits)
            ranked = [pair for pair in places if asked.admits(pair[0])][:limit]
            most = most * 10 if len(hits) == most else 10 * len(self._keys)
        return ranked

    def _any(self, spelled: list[str]) -> Query:
        """Any of the words, with slips."""
        return Query.boolean_query(
            [(Occur.Should, self._one(word, _slips(word))) for word in spelled]
        )

    def _all(self, name: tuple[str, ...]) -> Query:
        """All words of another name, of which we know how they are written."""
        return Query.boolean_query([(Occur.Must, self._one(word, 0)) for word in name])

    def _one(self, word: str, slips: int) -> Query:
        return Query.disjunction_max_query(
            [one for field in _FIELDS for one in self._in_field(*field, word, slips)]
        )

    def _in_field(self, field: str, weight: float, word: str, slips: int) -> Iterator[Query]:
        begun = Query.fuzzy_term_query(self._schema, field, word, slips, prefix=True)
        yield Query.boost_query(Query.term_query(self._schema, field, word), weight)
        yield Query.boost_query(begun, _LIKE_ONE_FOUND * weight)


def _slips(word: str) -> int:
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2
