"""What one more taught word costs beside two thousand others, as a share of learning them all.

Run by `python -m tests.benchmarks.teaching`.
"""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time

from catalogue.glossary.meanings import Meaning
from catalogue.glossary.preview import preview
from catalogue.glossary.rules import MOST
from catalogue.search.index import Index
from tests.benchmarks.catalogues import OWN, read_documents

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
MEANING = Meaning(said="visikartukai", meant="įtraukusis ugdymas")


def words(count: int) -> list[str]:
    """Strange ones, always the same."""
    chance = random.Random(7)
    return [
        "".join(chance.choice("bdgklmnprstv") + chance.choice("aeiou") for _ in range(4))
        for _ in range(count)
    ]


def milliseconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return (process_time() - begun) * 1000


def main() -> None:
    index = Index(read_documents(OWN[0]))
    lines = [f"{said}; robotika" for said in words(MOST)]
    every = milliseconds(lambda: index.teach(lines))
    one = milliseconds(lambda: index.teach([*lines, MEANING.line]))
    index.teach(lines)
    seen = milliseconds(lambda: preview(index, lines, MEANING, now=NOW))
    print(f"{MOST} words learnt: {every:.0f} ms of CPU")
    print(
        f"one more: {one:.1f} ms, {one / every:.0%}; its preview: {seen:.1f} ms, {seen / every:.0%}"
    )


if __name__ == "__main__":
    main()
