"""Groups in which nobody can be told apart."""

from collections.abc import Sequence
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.numbers import groups
from catalogue.numbers.groups import (
    Cell,
    Group,
    Label,
    Labels,
    Other,
    grouped,
    in_time,
    is_few,
)
from catalogue.search.spans import Span, week


def cells(**people: int) -> dict[Labels, Cell]:
    """So many people of their own in each; names joined by `_` are of both."""
    found: dict[Labels, Cell] = {}
    number = 0
    for names, size in people.items():
        cell = found.setdefault(frozenset(names.split("_")), Cell(events={len(found)}))
        for _ in range(size):
            number += 1
            cell.add([len(found) - 1], [number])
    return found


def told(shown: Sequence[Group]) -> dict[Label, tuple[int, int | None]]:
    return {one.label: (one.registrations, one.people) for one in shown}


OTHERS = Other.OTHERS


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"a": 5, "b": 7}, {"a": 5, "b": 7}),
        ({"a": 9, "b": 3, "c": 4}, {"a": 9, OTHERS: 7}),
        ({"a": 9, "b": 6, "c": 2}, {"a": 9, OTHERS: 8}),
        ({"a": 9, "b": 0, "c": 2, "d": 3}, {"a": 9, "b": 0, OTHERS: 5}),
        ({"a": 9, "b": 4}, {OTHERS: 13}),
        ({"a": 4}, {}),
        ({"a": 1, "b": 3}, {}),
        ({"a": 3, "b": 2}, {OTHERS: 5}),
        ({"a": 0}, {"a": 0}),
        ({}, {}),
        ({"a": 8, "a_b": 6, "b": 3, "c": 7}, {"a": 8, "c": 7, OTHERS: 9}),
    ],
)
def test_small_groups_are_joined(given: dict[str, int], shown: dict[Label, int]) -> None:
    """Under five people are others; if those are still under five, the next smallest joins them."""
    assert {label: one for label, (one, _) in told(grouped(cells(**given))).items()} == shown


def test_a_group_in_several_cells_is_counted_once() -> None:
    """What is for two audiences counts for each of them."""
    shown = told(grouped(cells(a=8, a_b=6, b=9)))
    assert shown == {"a": (14, 14), "b": (15, 15)}


@pytest.mark.parametrize(
    ("members", "people"),
    [
        ([range(20), range(20, 40)], [20, 20]),
        ([range(20), range(17, 40)], [None, None]),
        ([range(20), range(22)], [None, None]),
        ([range(20), range(10, 40)], [30, 20]),
    ],
    ids=["apart", "three in both", "two in one alone", "ten in both"],
)
def test_people_are_left_out_where_they_would_tell_of_few(
    members: list[range], people: list[int | None]
) -> None:
    """A person may be in two groups, so that numbers of people tell of those in both or in one."""
    given: dict[Labels, Cell] = {}
    for number, some in enumerate(members):
        cell = given.setdefault(frozenset({str(number)}), Cell())
        cell.add([number], some)
    shown = grouped(given)
    assert [one.people for one in shown] == people
    assert [one.registrations for one in shown] == sorted(map(len, members), reverse=True)


NAMED = st.frozensets(st.sampled_from("abc"), min_size=1, max_size=2)
#: For each set of labels how many people, and from which number on, so that some are in several.
CELLS = st.dictionaries(NAMED, st.tuples(st.integers(0, 9), st.integers(0, 15)), max_size=5)


@pytest.mark.parametrize("most", [None, 2])
@given(given=CELLS)
def test_no_number_of_few_is_told_or_found_by_adding_and_subtracting(
    given: dict[Labels, tuple[int, int]], most: int | None
) -> None:
    """Whatever lines and total are added or subtracted: if it counts a set of registrations, these
    are of nobody or of five people; and no number of people differs by one to four from all.
    """
    whole: dict[Labels, Cell] = {}
    for number, (labels, (size, first)) in enumerate(given.items()):
        cell = whole.setdefault(labels, Cell())
        cell.add([number], range(first, first + size))
    shown = grouped(whole, most=most)
    everybody = set[int]().union(*(cell.people for cell in whole.values()))
    for one in shown:
        assert not is_few(one.registrations)
        assert one.people is None or not is_few(one.people)
        assert one.people is None or not is_few(len(everybody) - one.people)
    if is_few(len(everybody)):
        assert shown == []
        return
    _holds_for_every_sum(whole, shown)


def _holds_for_every_sum(whole: dict[Labels, Cell], shown: list[Group]) -> None:
    """A cell is in a line where the line's events are; the total has all of them."""
    lines = [_cells_of(whole, one, {other.label for other in shown}) for one in shown]
    for factors in product((-1, 0, 1), repeat=len(lines) + 1):
        weights = {
            labels: factors[0]
            + sum(
                factor
                for factor, inside in zip(factors[1:], lines, strict=True)
                if labels in inside
            )
            for labels in whole
        }
        if set(weights.values()) <= {0, 1}:
            people = set().union(*(whole[one].people for one, weight in weights.items() if weight))
            assert not is_few(len(people)), weights


def _cells_of(whole: dict[Labels, Cell], group: Group, named: set[Label]) -> set[Labels]:
    """Those that make up the line."""
    shown, _ = groups._apart(whole)
    if group.label is OTHERS:
        return {labels for labels in whole if labels not in shown or not labels & named}
    return {labels for labels in shown if group.label in labels}


def test_a_picture_has_so_many_lines() -> None:
    """The largest first; the others are what is in none of those, and each of it once."""
    whole = cells(a=30, a_b=8, c=25, b=9, b_d=7, d=6, e=3)
    assert [one.label for one in grouped(whole)] == ["a", "c", "b", "d", OTHERS]
    shown = grouped(whole, most=3)
    assert [(one.label, one.registrations) for one in shown] == [("a", 38), ("c", 25), (OTHERS, 25)]
    assert grouped(whole, most=5) == grouped(whole)


def weeks(*sizes: int) -> list[Group]:
    first = date(2026, 9, 7)
    days = [date.fromordinal(first.toordinal() + 7 * number) for number in range(len(sizes))]
    return [Group(week(day), 0, size, None) for day, size in zip(days, sizes, strict=True)]


def test_weeks_stand_in_their_order() -> None:
    """So many of them together that they fit; those of few people stay with the others."""
    assert in_time(weeks(7, 0, 9)[::-1], most=10) == weeks(7, 0, 9)
    shown = in_time([*weeks(*range(10, 32)), Group(OTHERS, 0, 8, None)], most=10)
    assert len(shown) == 9
    assert shown[0] == Group(Span(date(2026, 9, 7), date(2026, 9, 27)), 0, 33, None)
    assert shown[-1].label is OTHERS
    assert sum(one.registrations for one in shown) == sum(range(10, 32)) + 8
    every = [*weeks(7, 0, 9)[::2], Group(OTHERS, 0, 8, None)]
    assert in_time(every) == every
    assert in_time([], most=10) == []
