"""How fast the search is, beside plain rapidfuzz over the titles, in one run."""

import json
import random
from datetime import datetime, timedelta
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from rapidfuzz import fuzz, process

from catalogue.search.documents import Document
from catalogue.search.index import Index
from catalogue.search.normalise import fold

EVENTS = Path(__file__).parents[2] / "examples" / "events_real.jsonl"
NOW = datetime.fromisoformat("2026-11-22T10:00:00+02:00")
SIZES = (400, 10_000)
QUERIES = 120


def documents(number: int) -> list[Document]:
    """Invented events: halves of real titles joined anew, always the same ones."""
    rows = [json.loads(line) for line in EVENTS.read_text(encoding="utf-8").splitlines()]
    chance = random.Random(7)
    titles = [row["title"].split() for row in rows]
    made = []
    for key in range(number):
        one, other = chance.choice(titles), chance.choice(titles)
        words = one[: len(one) // 2 + 1] + other[len(other) // 2 :]
        start = NOW + timedelta(days=chance.randrange(1, 200))
        made.append(
            Document(
                key=key,
                code=str(key),
                title_lt=" ".join(words),
                audience=(chance.choice(rows)["audience"] or "",),
                city=chance.choice(["Kaunas", "Vilnius", "Šiauliai", ""]),
                starts=(start,),
                ends=(start + timedelta(hours=4),),
            )
        )
    return made


def queries(found: list[Document]) -> list[str]:
    """Two words of a title, one of them with a slip, as people type."""
    chance = random.Random(11)
    made = []
    for document in chance.sample(found, QUERIES):
        words = [word for word in fold(document.title_lt).split() if len(word) > 5][:2]
        made.append(" ".join([words[0][:2] + words[0][3:], *words[1:]]) if words else "seminaras")
    return made


def timed(search: object, asked: list[str]) -> tuple[float, float]:
    """Median and 95th percentile, in milliseconds."""
    spent = []
    for text in asked:
        start = perf_counter()
        search(text)  # type: ignore[operator]
        spent.append((perf_counter() - start) * 1000)
    cuts = quantiles(spent, n=100)
    return cuts[49], cuts[94]


def main() -> None:
    print("events   build s   ours p50/p95 ms   WRatio over titles p50/p95 ms   ratio of medians")
    for size in SIZES:
        found = documents(size)
        start = perf_counter()
        index = Index(found)
        built = perf_counter() - start
        titles = [fold(document.title_lt) for document in found]
        asked = queries(found)

        def ours(text: str, index: Index = index) -> object:
            return index.search(text, now=NOW)

        def plain(text: str, titles: list[str] = titles) -> object:
            return process.extract(text, titles, scorer=fuzz.WRatio, limit=10)

        mine, other = timed(ours, asked), timed(plain, asked)
        print(
            f"{size:6}   {built:7.2f}   {mine[0]:7.2f} / {mine[1]:.2f}   "
            f"{other[0]:12.2f} / {other[1]:.2f}   {other[0] / mine[0]:12.1f}"
        )


if __name__ == "__main__":
    main()
