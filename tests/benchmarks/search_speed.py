"""How the search grows: the same queries in ever larger catalogues, each in a process of its own.

*With events* counts what the index keeps of every event besides its own sets. A change is an event
replaced by another, and the first search that finds it; the median of some. Times are what the
processor spent, and beside it what the clock says: they differ where others use the machine.

Run by `python -m tests.benchmarks.search_speed [CATALOGUE QUERIES] [--quick] [--million]`.
"""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

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
    """One point of the curve; times of queries (p50, p95) and changes are in milliseconds."""

    build: float
    megabytes: float
    with_events: float
    spent: tuple[float, float]
    waited: tuple[float, float]
    change: float


def point(catalogue: Path, queries: list[Query], size: int) -> Point:
    """What it takes at one size."""
    empty = resident_mb()
    documents = grown(read_documents(catalogue), size).documents
    before, began = resident_mb(), process_time()
    index = Index(documents)
    built, after = process_time() - began, resident_mb()
    spent, waited = [], []
    for query in queries:
        began, asked = process_time(), perf_counter()
        index.search(query.text, now=NOW)
        spent.append((process_time() - began) * 1000)
        waited.append((perf_counter() - asked) * 1000)
    return Point(
        built,
        after - before,
        after - empty,
        p50_p95(spent),
        p50_p95(waited),
        _changed(index, size),
    )


def _changed(index: Index, size: int) -> float:
    """The milliseconds after which an event is found by a word that it had not before."""
    spent = []
    for number in range(CHANGES):
        event = index.search("seminaras", now=NOW).hits[number % 10].document
        changed = replace(event, title_lt=f"{event.title_lt} žodynėlis{number:02}{size}")
        began = process_time()
        index.put(changed)
        found = index.search(f"žodynėlis{number:02}{size}", now=NOW)
        spent.append((process_time() - began) * 1000)
        assert event.key in [hit.document.key for hit in found.hits]
    return median(spent)


def _pair(times: tuple[float, float]) -> str:
    return f"{times[0]:9.2f} /{times[1]:7.2f}"


def main(arguments: list[str]) -> None:
    """Print the curve."""
    catalogue, asked = given(arguments)[0]
    queries = in_turn(read_queries(asked))
    sizes = SIZES[:-1] if is_quick() else SIZES
    print(
        f"\n{'events':>9}{'build s':>9}{'MB':>7}{'with events':>13}{'p50 / p95 ms':>18}"
        f"{'by the clock':>18}{'a change ms':>13}"
    )
    for size in (*sizes, MILLION) if "--million" in arguments else sizes:
        one = apart(point, catalogue, queries, size)
        print(
            f"{size:9}{one.build:9.1f}{one.megabytes:7.0f}{one.with_events:13.0f}"
            f"{_pair(one.spent)}{_pair(one.waited)}{one.change:13.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
