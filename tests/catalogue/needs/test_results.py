"""What of a survey is told: nobody can be told apart, also by subtraction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.needs.results import Hidden, Line, Told, shown_cells, strata, told, told_by
from catalogue.needs.tables import Kind
from catalogue.numbers.groups import LEAST, Other

A, B, C = "Vertinimas", "STEAM", "Etika"


def answers(**counts: int) -> list[tuple[str, ...]]:
    """So many who chose each letter of the name."""
    named = {"a": A, "b": B, "c": C}
    return [
        tuple(named[letter] for letter in letters if letter in named)
        for letters, count in counts.items()
        for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("kind", "said", "lines"),
    [
        (Kind.ONE, answers(a=4), None),
        (Kind.ONE, answers(a=5), [Line(A, 5), Line(B, 0), Line(C, 0)]),
        (
            Kind.ONE,
            answers(a=20, b=9, c=5, none=6),
            [Line(A, 20), Line(B, 9), Line(C, 5), Line(Other.UNSAID, 6)],
        ),
        # Three are hidden, and the next smallest with them, or they would be what is left over.
        (Kind.ONE, answers(a=20, b=9, c=3), [Line(A, 20), Line(Other.OTHERS, 12)]),
        (Kind.ONE, answers(a=20, b=3, c=3), [Line(A, 20), Line(Other.OTHERS, 6)]),
        (Kind.ONE, answers(a=20, b=1), [Line(C, 0), Line(Other.OTHERS, 21)]),
        (
            Kind.SEVERAL,
            answers(ab=6, a=12, c=3),
            [Line(A, Hidden.NEARLY_ALL), Line(B, 6), Line(C, Hidden.FEW)],
        ),
        (Kind.SEVERAL, answers(a=6), [Line(A, 6), Line(B, 0), Line(C, 0)]),
    ],
)
def test_of_fewer_than_five_nothing_is_told(
    kind: Kind, said: list[tuple[str, ...]], lines: list[Line] | None
) -> None:
    """Neither how many chose something, nor how many did not."""
    found = told(kind, [A, B, C], said)
    assert (found and list(found.lines)) == lines


def test_what_people_named_themselves_is_told_from_five_on() -> None:
    """Something that is no option is not even named before."""
    said = [*answers(a=9), *[("senjorai",)] * 2, *[("logopedai",)] * 6]
    found = told(Kind.SEVERAL, [A], said)
    assert found == Told(17, [Line(A, 9), Line("logopedai", 6)])


def test_shares_are_of_all_who_answered() -> None:
    """As far as they are told."""
    found = told(Kind.SEVERAL, [A, B], answers(a=6, b=2, none=4))
    assert found is not None
    assert (found.share(A), found.share(B), found.share(C)) == (0.5, None, None)


@pytest.mark.parametrize(
    ("labels", "groups"),
    [
        ([("m",)] * 6 + [("p",)] * 5, {"m": 6, "p": 5}),
        ([("m",)] * 6, {}),
        ([("m",)] * 6 + [("p",)] * 4, {}),
        ([("m",)] * 6 + [("p",)] * 5 + [("l",)] * 2, {"m": 6, Other.OTHERS: 7}),
        ([("m",)] * 6 + [("p",)] * 3 + [()] * 2, {"m": 6, Other.OTHERS: 5}),
        ([("m", "p")] * 5 + [()] * 7, {"m, p": 5, Other.UNSAID: 7}),
    ],
)
def test_groups_of_fewer_than_five_are_together(
    labels: list[tuple[str, ...]], groups: dict[str | Other, int]
) -> None:
    """And with the next smallest where they alone would still be few."""
    assert {name: len(places) for name, places in strata(labels).items()} == groups


def test_a_group_is_not_told_by_taking_it_off_the_whole() -> None:
    """Of seven who chose it, six are of one group: the seventh would be known to be of another."""
    found = told_by(
        Kind.SEVERAL,
        [A],
        {"m": answers(a=6, b=6), "p": answers(a=1, b=9), "l": answers(a=8, b=5)},
    )
    shown = {name: one.lines[0].count for name, one in found.items()}
    assert shown == {"m": Hidden.BEHIND, "p": Hidden.BEHIND, "l": 8}


TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


@given(TABLES)
def test_what_is_hidden_is_never_one_cell_nor_few_people(table: list[list[int]]) -> None:
    """In no line of which something is shown, and no cell of one to four people is shown."""
    shown = shown_cells(table)
    columns = [list(column) for column in zip(*table, strict=True)] if len(table) > 1 else []
    ticks = [list(column) for column in zip(*shown, strict=True)] if len(table) > 1 else []
    for line, marks in zip([*table, *columns], [*shown, *ticks], strict=True):
        pairs = list(zip(line, marks, strict=True))
        assert all(cell == 0 or cell >= LEAST for cell, may in pairs if may)
        hidden = [cell for cell, may in pairs if not may]
        if hidden and len(hidden) < len(line):
            assert len(hidden) > 1
            assert sum(hidden) >= LEAST
