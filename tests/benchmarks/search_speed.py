"""How the search grows: the same queries in ever larger catalogues, each in a process of its own.

*With events* counts what the index keeps of every event besides its own sets. A change is an event
replaced by another, and the first search that finds it; the median of some.

Run by `python -m tests.benchmarks.search_speed [CATALOGUE QUERIES] [--quick] [--million]`.
"""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter

from catalogue.search.index import Index
from tests.benchmarks.answers import p50_p95
from tests.benchmarks.catalogues import (
    NOW,
    Query,
    given,
    grown,
    in_turn,
    read_documents,
    read_queries,
)
from tests.benchmarks.kinds import is_quick
from tests.benchmarks.processes import apart, resident_mb

SIZES = (400, 1_000, 10_000, 100_000)
MILLION = 1_000_000
CHANGES = 20


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the curve; times of queries and changes are in milliseconds."""

    build: float
    megabytes: float
    with_events: float
    middle: float
    most: float
    change: float


def point(catalogue: Path, queries: list[Query], size: int) -> Point:
    """What it takes at one size."""
    empty = resident_mb()
    documents = grown(read_documents(catalogue), size).documents
    before, began = resident_mb(), perf_counter()
    index = Index(documents)
    built, after = perf_counter() - began, resident_mb()
    spent = []
    for query in queries:
        began = perf_counter()
        index.search(query.text, now=NOW)
        spent.append((perf_counter() - began) * 1000)
    return Point(built, after - before, after - empty, *p50_p95(spent), _changed(index, size))


def _changed(index: Index, size: int) -> float:
    """The milliseconds after which an event is found by a word that it had not before."""
    spent = []
    for number in range(CHANGES):
        event = index.search("seminaras", now=NOW).hits[number % 10].document
        changed = replace(event, title_lt=f"{event.title_lt} žodynėlis{number:02}{size}")
        began = perf_counter()
        index.put(changed)
        found = index.search(f"žodynėlis{number:02}{size}", now=NOW)
        spent.append((perf_counter() - began) * 1000)
        assert event.key in [hit.document.key for hit in found.hits]
    return median(spent)


def main(arguments: list[str]) -> None:
    """Print the curve."""
    catalogue, asked = given(arguments)[0]
    queries = in_turn(read_queries(asked))
    sizes = SIZES[:-1] if is_quick() else SIZES
    print(
        f"\n{'events':>9}{'build s':>9}{'MB':>7}{'with events':>13}{'p50 / p95 ms':>18}"
        f"{'a change ms':>13}"
    )
    for size in (*sizes, MILLION) if "--million" in arguments else sizes:
        one = apart(point, catalogue, queries, size)
        print(
            f"{size:9}{one.build:9.1f}{one.megabytes:7.0f}{one.with_events:13.0f}"
            f"{one.middle:9.2f} /{one.most:7.2f}{one.change:13.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
