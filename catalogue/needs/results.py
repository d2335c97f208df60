"""What a survey says as a whole: never of fewer than five people, nor so that a few can be worked
out by subtraction.

A survey is told only when it is closed. While it is open, two looks with one answer between them
would tell what that answer said.
"""

import enum
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalogue.needs.tables import Kind
from catalogue.numbers.groups import LEAST, Other, is_few

Label = str | Other
Answer = Collection[str]
"""What one person chose of the options of a question."""


class Hidden(enum.Enum):
    """Why a number is not told: so few chose it, so few did not, or others could be worked out."""

    FEW = "few"
    NEARLY_ALL = "nearly_all"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Line:
    """An option and how many chose it."""

    label: Label
    count: int | Hidden


@dataclass(frozen=True, slots=True)
class Told:
    """The lines of one question, among so many answers. `Other.OTHERS` are options together of
    which each alone may not be told, `Other.UNSAID` those who chose nothing.
    """

    answers: int
    lines: Sequence[Line]

    def share(self, label: Label) -> float | None:
        """Of all the answers, where that is told."""
        found = next((line.count for line in self.lines if line.label == label), None)
        return found / self.answers if isinstance(found, int) else None


def told(kind: Kind, options: Sequence[str], answers: Sequence[Answer]) -> Told | None:
    """None where all the answers are too few."""
    found = told_by(kind, options, {Other.OTHERS: answers})
    return found.get(Other.OTHERS)


def told_by(
    kind: Kind, options: Sequence[str], groups: Mapping[Label, Sequence[Answer]]
) -> dict[Label, Told]:
    """The same of each group, for one who knows what all of them together have said."""
    if not groups or any(len(answers) < LEAST for answers in groups.values()):
        return {}
    labels = [*options, *_others(options, groups.values())]
    lines = _of_one(labels, groups) if kind is Kind.ONE else _of_several(labels, groups)
    known = {*options, *Other}
    return {
        group: Told(len(answers), [one for one in lines[at] if one.label in known or _tells(one)])
        for at, (group, answers) in enumerate(groups.items())
    }


def strata(labels: Sequence[Collection[str]]) -> dict[Label, list[int]]:
    """The places of answers by what was said of whom they are from; each is in one group only, and
    groups of fewer than five are the others. Nothing where there are no two groups.
    """
    found: dict[Label, list[int]] = {}
    for place, named in enumerate(labels):
        found.setdefault(", ".join(sorted(named)) or Other.UNSAID, []).append(place)
    by_size = sorted(found, key=lambda one: (len(found[one]), str(one)))
    others: list[int] = []
    for one in by_size:
        if is_few(len(found[one])) or is_few(len(others)):
            others += found.pop(one)
    if others:
        found[Other.OTHERS] = sorted(others)
    enough = len(found) > 1 and not any(is_few(len(one)) for one in found.values())
    by_size = sorted(found, key=lambda one: (isinstance(one, Other), -len(found[one]), str(one)))
    return {one: found[one] for one in by_size} if enough else {}


def _tells(line: Line) -> bool:
    return isinstance(line.count, int) and line.count > 0


def _others(options: Collection[str], groups: Iterable[Sequence[Answer]]) -> list[str]:
    """What people named themselves and is no option."""
    said = {one for answers in groups for answer in answers for one in answer}
    return sorted(said - {*options})


def _of_one(
    labels: Sequence[str], groups: Mapping[Label, Sequence[Answer]]
) -> list[Sequence[Line]]:
    every: list[Label] = [*labels, Other.UNSAID]
    table = [[_count(label, answers) for label in every] for answers in groups.values()]
    return [
        _together(every, counts, shown)
        for counts, shown in zip(table, shown_cells(table), strict=True)
    ]


def _together(
    labels: Sequence[Label], counts: Sequence[int], shown: Sequence[bool]
) -> Sequence[Line]:
    lines = [
        Line(label, count)
        for label, count, may in zip(labels, counts, shown, strict=True)
        if may and (count or isinstance(label, str))
    ]
    hidden = sum(count for count, may in zip(counts, shown, strict=True) if not may)
    return [*lines, Line(Other.OTHERS, hidden)] if hidden else lines


def _of_several(
    labels: Sequence[str], groups: Mapping[Label, Sequence[Answer]]
) -> list[Sequence[Line]]:
    by_label = [_chosen_or_not(label, list(groups.values())) for label in labels]
    return [[lines[place] for lines in by_label] for place in range(len(groups))]


def _chosen_or_not(label: str, groups: Sequence[Sequence[Answer]]) -> list[Line]:
    chosen = [_count(label, answers) for answers in groups]
    table = [[count, len(answers) - count] for count, answers in zip(chosen, groups, strict=True)]
    is_whole = len(groups) == 1
    return [
        Line(label, yes if may else _why(yes, is_whole=is_whole))
        for (yes, _), (may, _) in zip(table, shown_cells(table), strict=True)
    ]


def _why(yes: int, *, is_whole: bool) -> Hidden:
    """Of groups it is not told: two of them that are few might add up to what they are."""
    if not is_whole:
        return Hidden.BEHIND
    return Hidden.FEW if is_few(yes) else Hidden.NEARLY_ALL


def _count(label: Label, answers: Sequence[Answer]) -> int:
    if label is Other.UNSAID:
        return sum(not answer for answer in answers)
    return sum(label in answer for answer in answers)


def shown_cells(table: Sequence[Sequence[int]]) -> list[list[bool]]:
    """Which cells may be shown to one who knows what every row and every column add up to: of what
    is hidden in a line there are two cells at least, and five people.
    """
    shown = [[not is_few(cell) for cell in row] for row in table]
    while found := next(_exposed(table, shown), None):
        row, column = found
        shown[row][column] = False
    return shown


def _exposed(
    table: Sequence[Sequence[int]], shown: Sequence[Sequence[bool]]
) -> Iterator[tuple[int, int]]:
    """Of each line that tells too much the smallest cell that hides it."""
    for line in _lines(len(table), len(table[0])):
        hidden = [table[row][column] for row, column in line if not shown[row][column]]
        left = [(row, column) for row, column in line if shown[row][column]]
        if left and hidden and (len(hidden) == 1 or is_few(sum(hidden))):
            yield min(left, key=lambda at: (not table[at[0]][at[1]], table[at[0]][at[1]], at))


def _lines(rows: int, columns: int) -> Iterator[list[tuple[int, int]]]:
    for row in range(rows):
        yield [(row, column) for column in range(columns)]
    if rows > 1:
        for column in range(columns):
            yield [(row, column) for row in range(rows)]
