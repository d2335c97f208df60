"""How good the search is: catalogues and graded queries in, a table by class out.

Run by `python -m tests.benchmarks.search_quality [CATALOGUE QUERIES …] [--verbose]`, pairs of JSON
lines files; without any, those beside the benchmarks. With `--verbose` wrong answers are shown.
"""

import sys
from pathlib import Path
from time import perf_counter

from catalogue.search.index import Index, Result
from tests.benchmarks.answers import Answer, Figures, by_class, over_classes, p50_p95
from tests.benchmarks.catalogues import NOW, Query, given, read_documents, read_queries


def answered(index: Index, query: Query) -> tuple[Answer, Result]:
    """Our answer to a query."""
    began = perf_counter()
    result = index.search(query.text, now=NOW)
    spent = (perf_counter() - began) * 1000
    keys = tuple(hit.document.key for hit in result.listed(10))
    return Answer(query, keys, spent, unsure=result.verdict == "unsure"), result


def table(answers: list[Answer]) -> str:
    """The figures by class, and which classes fall short of what is aimed at."""
    classes = by_class(answers)
    heads = "".join(f"{name:>8}" for name in ("S@1", "nDCG", "false", "lost", "unsure"))
    lines = [f"{'class':<12}{heads}{'n':>6}   falls short in"]
    lines += [_line(name, one) for name, one in classes.items()]
    lines.append(_line("macro", over_classes(classes.values())))
    middle, most = p50_p95([answer.milliseconds for answer in answers])
    lines.append(f"p50 {middle:.2f} ms, p95 {most:.2f} ms, {len(answers)} queries")
    return "\n".join(lines)


def _line(name: str, one: Figures) -> str:
    cells = "".join(
        f"{'' if value is None else f'{value:.3f}':>8}"
        for value in (one.first, one.gain, one.false, one.lost, one.unsure)
    )
    return f"{name:<12}{cells}{one.number:6}   {', '.join(one.shortfalls())}".rstrip()


def show(catalogue: Path, queries: Path, *, verbose: bool) -> None:
    """Measure one pair of files."""
    began = perf_counter()
    index = Index(read_documents(catalogue))
    print(f"\n{catalogue.name}: {len(index)} events, built in {perf_counter() - began:.2f} s")
    answers = []
    for query in read_queries(queries):
        answer, result = answered(index, query)
        answers.append(answer)
        if verbose and not answer.is_right:
            hit = result.hits[0] if result.hits else None
            said = f"{hit.document.title_lt} {hit.score}" if hit else ""
            print(f"  {query.kind:10} {query.text!r} -> {result.verdict} {said}")
    print(table(answers))


def main(arguments: list[str]) -> None:
    """Measure the files named."""
    for catalogue, queries in given(arguments):
        show(catalogue, queries, verbose="--verbose" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
