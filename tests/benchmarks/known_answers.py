"""Questions about centres asked in other words than those known: right, wrong, and how fast.

Run by `python -m tests.benchmarks.known_answers [FILE ...]`. A line of a file is the key of the
fact that answers, „-“ where nobody states it, then a tab and the question; a remark begins with #.
"""

import sys
from collections import Counter
from pathlib import Path
from time import process_time

from catalogue.answers.book import Book, shipped_book
from catalogue.answers.index import Found

TABLE = Path(__file__).parents[1] / "catalogue" / "answers" / "asked_otherwise.txt"
_TIMES = 20


def rows(path: Path) -> list[tuple[str, str]]:
    lines = (line.partition("\t") for line in path.read_text("utf-8").splitlines())
    return [(want, text) for want, tab, text in lines if tab]


def outcome(want: str, found: Found) -> str:
    """What became of a question: „passed on“ is honest but no answer."""
    told = [hit.key for hit in found.hits]
    if found.verdict == "nothing" or not told:
        return "right" if want == "-" else "passed on"
    if want == "-":
        return "false" if found.verdict == "found" else "offered"
    if want not in told:
        return "another fact"
    return "right" if found.verdict == "found" else "offered"


def milliseconds(book: Book, texts: list[str]) -> float:
    begun = process_time()
    for _ in range(_TIMES):
        for text in texts:
            book.find(text)
    return (process_time() - begun) * 1000 / (_TIMES * len(texts))


def main(files: list[str]) -> None:
    book = shipped_book()
    for path in map(Path, files or [str(TABLE)]):
        table = rows(path)
        print(f"{path.name}: {milliseconds(book, [text for _, text in table]):.2f} ms a question")
        for name, which in (("stated", False), ("stated by nobody", True)):
            some = [(want, text) for want, text in table if (want == "-") is which]
            became = {text: outcome(want, book.find(text)) for want, text in some}
            counts = Counter(became.values())
            print(f"  {name}: {len(some)}, " + ", ".join(f"{k} {n}" for k, n in counts.items()))
            for text, how in became.items():
                if how != "right":
                    print(f"    {how}: {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
