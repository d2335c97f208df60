"""Our search beside other engines: how good, how fast, how large.

Each engine as it comes, and with our filters and synonyms in front, so that the ranking itself is
compared. S@1 and nDCG are of the ranking. An engine that ranks everything has no "nothing": the
score from which it answers is fitted to half of the queries, for the greatest mean S@1 (who is
refused is not answered rightly) less half the share of false answers, and used for the other half,
and the other way round. Ours has its own verdict, is fitted to nothing, and ranks nothing when it
refuses; it alone has answers with a doubt, which are no false ones. A row asks the classes of
queries in turn and stops after some seconds: then it says what ours is worth on the same queries,
and too few answers say something of its speed alone.

Run by `python -m tests.benchmarks.search_peers [CATALOGUE QUERIES] [--quick]`.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from time import perf_counter

from rapidfuzz import fuzz

from catalogue.search.index import Index
from tests.benchmarks.answers import Answer, by_class, over_classes, p50_p95
from tests.benchmarks.catalogues import (
    Grown,
    Query,
    given,
    grown,
    in_turn,
    read_documents,
    read_queries,
)
from tests.benchmarks.kinds import is_quick
from tests.benchmarks.peers.front import Front
from tests.benchmarks.peers.fts5 import Fts5, prefixes, trigrams
from tests.benchmarks.peers.plain import Plain, folded, stemmed
from tests.benchmarks.peers.shape import Asked, Peer, Ranked
from tests.benchmarks.peers.tantivy import Tantivy
from tests.benchmarks.peers.trigrams import Trigrams, server_with_trigrams
from tests.benchmarks.processes import apart, resident_mb
from tests.benchmarks.search_quality import answered

SIZES = (10_000, 100_000)
LIMIT = 10
MOST = 120
"""Queries of a grown catalogue."""

SECONDS, FEWEST, LOOK = 15.0, 60, 2.0
"""How long a row may take, the answers it must have by then for its figures of quality to say
anything, and after how many seconds it is clear that it will not.
"""

PENALTY = 0.5
"""What a false answer costs beside a right one, when the score of "nothing" is fitted."""


@dataclass(frozen=True, slots=True)
class Row:
    """What an engine did with one catalogue."""

    build: float
    megabytes: float
    plain: list[Answer]
    fronted: list[Answer]


@contextmanager
def _pg_trgm() -> Iterator[Peer | None]:
    with server_with_trigrams() as url:
        peer = Trigrams(url) if url else None
        yield peer if peer and peer.is_installed() else None


def _always(make: Callable[[], Peer]) -> Callable[[], AbstractContextManager[Peer | None]]:
    return lambda: nullcontext(make())


ENGINES: dict[str, Callable[[], AbstractContextManager[Peer | None]]] = {
    "WRatio, as bots call it": _always(lambda: Plain(fuzz.WRatio)),
    "WRatio, folded": _always(lambda: Plain(fuzz.WRatio, folded)),
    "WRatio, folded, stemmed": _always(lambda: Plain(fuzz.WRatio, stemmed)),
    "token_set, as bots call it": _always(lambda: Plain(fuzz.token_set_ratio)),
    "token_set, folded": _always(lambda: Plain(fuzz.token_set_ratio, folded)),
    "token_set, folded, stemmed": _always(lambda: Plain(fuzz.token_set_ratio, stemmed)),
    "FTS5 unicode61, prefix": _always(lambda: Fts5("unicode61 remove_diacritics 2", prefixes)),
    "FTS5 trigram": _always(lambda: Fts5("trigram", trigrams)),
    "tantivy, fuzzy, folding": _always(Tantivy),
    "PostgreSQL pg_trgm, folded": _pg_trgm,
}


def our_row(catalogue: Grown, queries: list[Query]) -> Row:
    """Our search, which has filters and synonyms of its own."""
    before, began = resident_mb(), perf_counter()
    index = Index(catalogue.documents)
    built = perf_counter() - began
    megabytes = resident_mb() - before
    answers = _within(lambda query: answered(index, query)[0], queries)
    return Row(built, megabytes, answers, answers)


def row_of(engine: str, catalogue: Grown, front: Front, queries: list[Query]) -> Row | None:
    """An engine's figures; None where it is not installed."""
    with ENGINES[engine]() as peer:
        if peer is None:
            return None
        before, began = resident_mb(), perf_counter()
        peer.build(catalogue.documents)
        built = perf_counter() - began
        megabytes = resident_mb() - before
        if isinstance(peer, Trigrams):
            megabytes = peer.megabytes()
        plain = _within(_asking(lambda text: peer.search(Asked(text), LIMIT)), queries)
        with_front = _asking(lambda text: front.search(peer, text, LIMIT))
        fronted = _within(with_front, queries) if len(plain) >= FEWEST else []
        return Row(built, megabytes, fitted(plain), fitted(fronted))


def _asking(search: Callable[[str], Ranked]) -> Callable[[Query], Answer]:
    def ask(query: Query) -> Answer:
        began = perf_counter()
        ranked = search(query.text)
        spent = (perf_counter() - began) * 1000
        keys = tuple(key for key, _ in ranked)
        return Answer(query, keys, spent, ranked[0][1] if ranked else 0.0)

    return ask


def _within(ask: Callable[[Query], Answer], queries: list[Query]) -> list[Answer]:
    began, share = perf_counter(), 1 / 8 if is_quick() else 1.0
    answers: list[Answer] = []
    for query in queries:
        answers.append(ask(query))
        spent = (perf_counter() - began) / share
        too_slow = spent > LOOK and spent / len(answers) > SECONDS / FEWEST
        if (spent > SECONDS or too_slow) and len(answers) > 1:
            break
    return answers


def fitted(answers: list[Answer]) -> list[Answer]:
    """The answers without those below a score that was fitted to the other half of them."""
    kinds: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        kinds[answer.query.kind].append(answer)
    even = [answer for some in kinds.values() for answer in some[::2]]
    odd = [answer for some in kinds.values() for answer in some[1::2]]
    return _refused(even, _least(odd)) + _refused(odd, _least(even))


def _refused(answers: list[Answer], least: float) -> list[Answer]:
    return [replace(one, refused=one.score < least) for one in answers]


def _least(answers: list[Answer]) -> float:
    """The score from which it pays to answer."""
    return max(
        sorted({answer.score for answer in answers}),
        key=lambda least: _worth(_refused(answers, least)),
        default=0.0,
    )


def _worth(answers: list[Answer]) -> float:
    told = [replace(one, keys=()) if one.refused else one for one in answers]
    figures = over_classes(by_class(told).values())
    return (figures.first or 0.0) - PENALTY * (figures.false or 0.0)


def lines_of(engine: str, row: Row | None, ours: Row) -> Iterator[str]:
    """The engine's lines of the table."""
    if row is None:
        yield f"{engine:<28}not installed here"
        return
    yield _line(engine, row, row.plain) + _beside(ours, row.plain)
    name = "   + filters and synonyms"
    if row.fronted:
        yield _line(name, row, row.fronted) + _beside(ours, row.fronted)
    else:
        yield f"{name:<28}too slow for that"


def _line(name: str, row: Row, answers: list[Answer]) -> str:
    figures = over_classes(by_class(answers).values())
    quality = "".join(
        f"{value:7.3f}" if len(answers) >= FEWEST and value is not None else f"{'–':>7}"
        for value in (figures.first, figures.gain, figures.false, figures.lost, figures.unsure)
    )
    middle, most = p50_p95([answer.milliseconds for answer in answers])
    return (
        f"{name:<28}{quality}{middle:9.2f} /{most:8.2f}{row.build:8.1f}{row.megabytes:7.0f}"
        f"{len(answers):6}"
    )


def _beside(ours: Row, answers: list[Answer]) -> str:
    """Our figures on the same queries, where they are not all."""
    if len(answers) == len(ours.plain):
        return ""
    if len(answers) < FEWEST:
        return "   too slow to ask more"
    asked = {answer.query.text for answer in answers}
    same = [answer for answer in ours.plain if answer.query.text in asked]
    figures = over_classes(by_class(same).values())
    return f"   ours on these {figures.first:.3f} {figures.gain:.3f}"


def show(catalogue: Grown, queries: list[Query]) -> None:
    """Print the table of one catalogue."""
    print(
        f"\n{len(catalogue.documents)} events{'':17}"
        f"{'S@1':>7}{'nDCG':>7}{'false':>7}{'lost':>7}{'unsure':>7}{'p50 / p95 ms':>19}"
        f"{'build s':>8}{'MB':>7}{'asked':>6}"
    )
    ours = apart(our_row, catalogue, queries)
    front = Front(catalogue.documents)
    print(_line("ours", ours, ours.plain), flush=True)
    for engine in ENGINES:
        row = apart(row_of, engine, catalogue, front, queries)
        print("\n".join(lines_of(engine, row, ours)), flush=True)


def main(arguments: list[str]) -> None:
    """Measure the first files named, at their own size and grown."""
    catalogue, asked = given(arguments)[0]
    base, queries = read_documents(catalogue), in_turn(read_queries(asked))
    front = Front(base)
    show(grown(base, len(base)), queries)
    for size in () if is_quick() else SIZES:
        large = grown(base, size)
        # Filters alone are answered by the invented events as well.
        with_topic = [large.regraded(one) for one in queries if front.has_topic(one.text)]
        show(large, with_topic[:MOST])


if __name__ == "__main__":
    main(sys.argv[1:])
