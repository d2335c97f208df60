"""What the answers to graded queries are worth.

S@1: a right event is ranked first. nDCG@10 has gains 2^grade - 1. *False* is the share of the
queries without an answer that got one as if it were right, *lost* the share of the others that got
none, *unsure* the share of all that got one with a doubt. Means are over the classes, each of which
counts alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean, quantiles

from tests.benchmarks.catalogues import Query

FIRST, GAIN, FALSE, LOST = 0.95, 0.90, 0.05, 0.03
"""What is aimed at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The keys found for a query, best first.

    `refused` is whether all the same nothing was said, `unsure` whether they were shown with doubt.
    """

    query: Query
    keys: tuple[int, ...]
    milliseconds: float
    score: float = 1.0
    refused: bool = False
    unsure: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether who asked got no answer."""
        return self.refused or not self.keys

    @property
    def is_right(self) -> bool:
        """A right event first, or no answer where nothing is right."""
        if not self.query.relevant:
            return self.is_nothing
        return bool(self.keys) and self.query.relevant.get(self.keys[0]) == 2


@dataclass(frozen=True, slots=True)
class Figures:
    """The worth of some answers; `false` or the others are None where there is nothing to tell."""

    number: int
    first: float | None
    gain: float | None
    false: float | None
    lost: float | None
    unsure: float | None

    def shortfalls(self) -> list[str]:
        """What is less good than is aimed at, in figures."""
        checks = [
            ("S@1", self.first, FIRST, 1),
            ("nDCG", self.gain, GAIN, 1),
            ("false", self.false, FALSE, -1),
            ("lost", self.lost, LOST, -1),
        ]
        return [
            f"{name} {value:.3f}"
            for name, value, aim, sign in checks
            if value is not None and sign * value < sign * aim
        ]


def gain_at_ten(keys: Sequence[int], relevant: dict[int, int]) -> float:
    """nDCG@10 of an answer."""
    ideal = sorted(relevant.values(), reverse=True)[:10]
    best = sum((2**grade - 1) / log2(at + 2) for at, grade in enumerate(ideal))
    got = sum((2 ** relevant.get(key, 0) - 1) / log2(at + 2) for at, key in enumerate(keys[:10]))
    return got / best if best else 0.0


def by_class(answers: Iterable[Answer]) -> dict[str, Figures]:
    """The figures of each class of queries."""
    kinds: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        kinds[answer.query.kind].append(answer)
    return {kind: _figures(some) for kind, some in kinds.items()}


def _figures(answers: list[Answer]) -> Figures:
    right = [one for one in answers if one.query.relevant]
    wrong = [one for one in answers if not one.query.relevant]
    return Figures(
        number=len(answers),
        first=_mean([float(one.is_right) for one in right]),
        gain=_mean([gain_at_ten(one.keys, one.query.relevant) for one in right]),
        false=_mean([float(not one.is_nothing and not one.unsure) for one in wrong]),
        lost=_mean([float(one.is_nothing) for one in right]),
        unsure=_mean([float(one.unsure) for one in answers]),
    )


def over_classes(figures: Iterable[Figures]) -> Figures:
    """The means over the classes that have such a figure."""
    some = list(figures)
    return Figures(
        number=sum(one.number for one in some),
        first=_mean([one.first for one in some if one.first is not None]),
        gain=_mean([one.gain for one in some if one.gain is not None]),
        false=_mean([one.false for one in some if one.false is not None]),
        lost=_mean([one.lost for one in some if one.lost is not None]),
        unsure=_mean([one.unsure for one in some if one.unsure is not None]),
    )


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None


def p50_p95(milliseconds: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    cuts = quantiles(milliseconds, n=20, method="inclusive")
    return cuts[9], cuts[18]
