"""How good the search is: a catalogue and graded queries in, a table by class out.

Run by `python -m tests.benchmarks.search_quality CATALOGUE QUERIES`, both JSON lines. S@1 and
nDCG@10 are over the queries that have an answer; *false* is the share of those without one that
got an answer, *lost* the share of the others that got none.
"""

import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from math import log2
from pathlib import Path
from statistics import fmean, quantiles
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.search.documents import Document
from catalogue.search.index import Index

_VILNIUS = ZoneInfo("Europe/Vilnius")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=_VILNIUS)
"""Before every event of the development catalogue, in the month before most."""


@dataclass
class Tally:
    """What the queries of one class came to."""

    first: list[float] = field(default_factory=list)
    gain: list[float] = field(default_factory=list)
    answered: list[bool] = field(default_factory=list)
    lost: list[bool] = field(default_factory=list)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def as_document(row: dict[str, Any]) -> Document:
    """A row of a catalogue file as the search takes it."""
    start = datetime.fromisoformat(row["start"])
    price = row.get("price_eur")
    return Document(
        key=int(row["id"]),
        code=str(row["id"]),
        title_lt=row.get("title_lt") or "",
        title_en=row.get("title_en") or "",
        summary=row.get("summary") or "",
        form=row.get("form") or "",
        audience=tuple(row.get("audience") or ()),
        subjects=tuple(row.get("subjects") or ()),
        mode=row.get("mode") or "",
        city=row.get("city") or "",
        organiser=row.get("organiser") or "",
        lecturer=row.get("lecturer") or "",
        price_eur=None if price is None else Decimal(str(price)),
        hours=row.get("hours"),
        starts=(start,),
        ends=(start,),
    )


def gain_at_ten(keys: list[int], relevant: dict[int, int]) -> float:
    """nDCG@10 with gains 2^grade - 1."""
    ideal = sorted(relevant.values(), reverse=True)[:10]
    best = sum((2**grade - 1) / log2(at + 2) for at, grade in enumerate(ideal))
    got = sum((2 ** relevant.get(key, 0) - 1) / log2(at + 2) for at, key in enumerate(keys[:10]))
    return got / best if best else 0.0


def measure(
    index: Index, queries: list[dict[str, Any]], *, verbose: bool = False
) -> tuple[dict[str, Tally], list[float]]:
    """Each class's tally, and the milliseconds of each query."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    times: list[float] = []
    for query in queries:
        began = perf_counter()
        result = index.search(query["q"], now=NOW)
        times.append((perf_counter() - began) * 1000)
        tally = tallies[query["cls"]]
        relevant = {int(key): grade for key, grade in query["relevant"].items()}
        keys = [hit.document.key for hit in result.hits]
        if not relevant:
            tally.answered.append(result.verdict != "nothing")
        else:
            tally.first.append(float(bool(keys) and relevant.get(keys[0], 0) == 2))
            tally.gain.append(gain_at_ten(keys, relevant))
            tally.lost.append(result.verdict == "nothing")
        if verbose and (tally.answered[-1] if not relevant else not tally.first[-1]):
            hit = result.hits[0] if result.hits else None
            print(
                f"  {query['cls']:10} {query['q']!r} -> {result.verdict} "
                f"{hit.document.title_lt if hit else ''} {hit.score if hit else ''}"
            )
    return tallies, times


def table(tallies: dict[str, Tally], times: list[float]) -> str:
    """The figures as they are printed."""
    lines = [f"{'class':<12}{'S@1':>7}{'nDCG':>7}{'false':>7}{'lost':>7}{'n':>6}"]
    for name, one in tallies.items():
        if one.first:
            figures = f"{fmean(one.first):7.3f}{fmean(one.gain):7.3f}{'':7}{fmean(one.lost):7.3f}"
            lines.append(f"{name:<12}{figures}{len(one.first):6}")
        if one.answered:
            lines.append(f"{name:<12}{'':14}{fmean(one.answered):7.3f}{'':7}{len(one.answered):6}")
    some = [one for one in tallies.values() if one.first]
    lines.append(
        f"{'macro':<12}{fmean(fmean(one.first) for one in some):7.3f}"
        f"{fmean(fmean(one.gain) for one in some):7.3f}{'':7}"
        f"{fmean(fmean(one.lost) for one in some):7.3f}"
    )
    cuts = quantiles(times, n=20)
    lines.append(f"p50 {cuts[9]:.2f} ms, p95 {cuts[18]:.2f} ms, {len(times)} queries")
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Measure the files named."""
    verbose = "--verbose" in arguments
    paths = [Path(one) for one in arguments if not one.startswith("--")]
    if len(paths) != 2 or not all(path.exists() for path in paths):
        raise SystemExit("Name a catalogue and a file of queries, both JSON lines.")
    began = perf_counter()
    index = Index(as_document(row) for row in read_lines(paths[0]))
    print(f"{len(index)} events, built in {perf_counter() - began:.2f} s")
    print(table(*measure(index, read_lines(paths[1]), verbose=verbose)))


if __name__ == "__main__":
    main(sys.argv[1:])
