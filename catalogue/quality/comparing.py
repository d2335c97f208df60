"""Means beside each other: by the form of events, by what they are about, and in time.

All answers here are told ones (see `telling`): of each event none or five at least. So are those of
every line, and whatever one line or one look has more than another.
"""

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catalogue.numbers.groups import Label, Other
from catalogue.numbers.labels import said, spelled_alike
from catalogue.numbers.periods import term
from catalogue.quality.scores import Scores, Summary, summary
from catalogue.search.normalise import words
from catalogue.search.spans import Span, month
from catalogue.search.stems import stem
from catalogue.search.synonyms import SAME, load_synonyms


class By(enum.StrEnum):
    """What is compared; each of these is a picture and a sheet."""

    FORM = "f"
    FIELD = "p"
    THEME = "t"
    MONTH = "m"
    TERM = "h"


IN_TIME = frozenset({By.MONTH, By.TERM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """An event with the answers that are told; `day` is the local one on which it began."""

    number: int
    day: date
    form: str
    field: str
    title: str
    subjects: tuple[str, ...]
    answers: tuple[Scores, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a comparison."""

    label: Label
    events: int
    summary: Summary


def compared(rated: Sequence[Rated], by: By) -> list[Line]:
    """In order of time, or with most answers first and what was not said last. An event of several
    themes is in each of them.
    """
    labels = spelled_alike({one.number: _LABELS[by](one) for one in rated})
    found: dict[Label, list[Rated]] = {}
    for one in rated:
        for label in labels[one.number]:
            found.setdefault(label, []).append(one)
    lines = [
        Line(label, len(events), together)
        for label, events in found.items()
        if (together := in_all(events)) is not None
    ]
    if by in IN_TIME:
        return sorted(lines, key=lambda one: _first(one.label))
    return sorted(
        lines,
        key=lambda one: (one.label is Other.UNSAID, -one.summary.answers, words(str(one.label))),
    )


def in_all(rated: Iterable[Rated]) -> Summary | None:
    """All answers together; None where there are none."""
    return summary([scores for one in rated for scores in one.answers])


def themes(title: str, subjects: Iterable[str]) -> list[Label]:
    """The things that the house has words for, named in the title or as a subject."""
    synonyms = load_synonyms()
    found: list[Label] = []
    for text in (title, *subjects):
        stems = [stem(word) for word in words(text)]
        found += [
            synonyms.names[concept] for concept, weight in synonyms.named(stems) if weight >= SAME
        ]
    return list(dict.fromkeys(found)) or [Other.UNSAID]


def _first(label: Label) -> date:
    if not isinstance(label, Span) or label.first is None:
        raise AssertionError("a time has a first day")
    return label.first


_LABELS: Mapping[By, Callable[[Rated], list[Label]]] = {
    By.FORM: lambda one: said(one.form),
    By.FIELD: lambda one: said(one.field),
    By.THEME: lambda one: themes(one.title, one.subjects),
    By.MONTH: lambda one: [month(one.day.year, one.day.month)],
    By.TERM: lambda one: [term(one.day)],
}
