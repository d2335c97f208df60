"""What the verdicts mean: of the answers in each band of match, how many are right at the top.

A calibrated verdict says *found* where the first event is right almost always, and hardly ever of
what the programme has not. The same in a grown catalogue, where more words happen to be near.

Run by `python -m tests.benchmarks.search_calibration [CATALOGUE QUERIES …] [--size N]`.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from catalogue.search.index import Index
from tests.benchmarks.catalogues import NOW, Query, given, grown, read_documents, read_queries

Outcome = Literal["right", "wrong", "no answer"]
_OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "no answer")


def outcomes(index: Index, queries: Iterable[Query]) -> Counter[tuple[str, str, Outcome]]:
    """How often each verdict and band of match came with the right event first."""
    found: Counter[tuple[str, str, Outcome]] = Counter()
    for query in queries:
        result = index.search(query.text, now=NOW)
        first = result.hits[0] if result.hits else None
        band = f"{int(first.match * 10) / 10:.1f}" if first else ""
        right = first is not None and query.relevant.get(first.document.key) == 2
        outcome: Outcome = "no answer" if not query.relevant else "right" if right else "wrong"
        found[result.verdict, band, outcome] += 1
    return found


def table(found: Counter[tuple[str, str, Outcome]]) -> str:
    """The counts by verdict and band, and the share of those at the top that are right."""
    rows = sorted({(verdict, band) for verdict, band, _ in found}, reverse=True)
    lines = [f"{'verdict':<9}{'match':>6}" + "".join(f"{name:>11}" for name in _OUTCOMES)]
    for verdict, band in rows:
        counts = [found[verdict, band, name] for name in _OUTCOMES]
        share = f"{counts[0] / sum(counts):8.3f} right" if band else ""
        lines.append(f"{verdict:<9}{band:>6}" + "".join(f"{one:11}" for one in counts) + share)
    absent = sum(count for (_, _, outcome), count in found.items() if outcome == "no answer")
    false = sum(count for key, count in found.items() if key[0::2] == ("found", "no answer"))
    lines.append(f"no-answer queries answered as found: {false} of {absent}")
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Print a table of each pair of files."""
    size = 0
    if "--size" in arguments:
        at = arguments.index("--size")
        size = int(arguments[at + 1])
        arguments = arguments[:at] + arguments[at + 2 :]
    for catalogue, asked in given(arguments):
        events = read_documents(catalogue)
        larger = grown(events, max(size, len(events)))
        index = Index(larger.documents)
        print(f"\n{catalogue.name}, {asked.name}: {len(index)} events")
        print(table(outcomes(index, (larger.regraded(one) for one in read_queries(asked)))))


if __name__ == "__main__":
    main(sys.argv[1:])
