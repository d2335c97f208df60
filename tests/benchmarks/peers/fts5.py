"""SQLite's full-text search, ranked by bm25."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from catalogue.search.documents import Document
from tests.benchmarks.peers.shape import WEIGHTS, Asked, Ranked, texts

_BEST = (
    f"SELECT rowid, -bm25(event, {', '.join(map(str, WEIGHTS))}) FROM event"  # noqa: S608
    " WHERE event MATCH ? ORDER BY 2 DESC LIMIT ?"
)


def prefixes(asked: Asked) -> str:
    """Events with any of the words, as the beginning of theirs."""
    return _any((f'"{word}"*' for word in asked.words), asked, "*")


def trigrams(asked: Asked) -> str:
    """Events with any three letters of the words in a row."""
    pieces = {word[at : at + 3]: None for word in asked.words for at in range(len(word) - 2)}
    return _any((f'"{piece}"' for piece in pieces), asked, "")


def _any(terms: Iterable[str], asked: Asked, ending: str) -> str:
    """Any of the terms, or all words of another name."""
    names = (" AND ".join(f'"{word}"{ending}' for word in one.name) for one in asked.others)
    return " OR ".join([*terms, *(f"({name})" for name in dict.fromkeys(names))])


class Fts5:
    """An index in memory; `match` words the query in its language."""

    def __init__(self, tokenizer: str, match: Callable[[Asked], str]) -> None:
        self._match = match
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            f"CREATE VIRTUAL TABLE event USING fts5(title, subjects, summary, rest,"
            f' tokenize = "{tokenizer}")'
        )

    def build(self, documents: Sequence[Document]) -> None:
        rows = ((document.key, *texts(document)) for document in documents)
        insert = "INSERT INTO event(rowid, title, subjects, summary, rest) VALUES (?, ?, ?, ?, ?)"
        self._database.executemany(insert, rows)
        self._database.execute("INSERT INTO event(event) VALUES ('optimize')")

    def search(self, asked: Asked, limit: int) -> Ranked:
        if not (query := self._match(asked)):
            return []
        most = limit if asked.among is None else -1
        rows = self._database.execute(_BEST, (query, most))
        return list(islice((row for row in rows if asked.admits(row[0])), limit))
