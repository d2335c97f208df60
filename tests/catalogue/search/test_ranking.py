"""The order of events for a group, and by theme."""

from collections.abc import Iterable

from catalogue.search.likeness import Placed, Theme
from catalogue.search.postings import slots_of
from catalogue.search.ranking import FITS, by_group, by_theme, for_group

LIKE_THE_FIRST = Theme((0,) * 8 + (0b1001,))


def slots(ranked: Iterable[tuple[float, int] | Placed]) -> list[list[int]]:
    """The slots of each entry."""
    return [list(slots_of(one[1])) for one in ranked]


def test_a_groups_own_sure_answers_come_before_everyones() -> None:
    """An event for everyone is worth less, and never more than the group's own."""
    ranked = for_group([(0.9, 0b001), (0.65, 0b010), (0.5, 0b100)], own=0b010, least=0.45)
    assert slots(ranked) == [[1], [0]]
    assert ranked[1][0] < ranked[0][0] == 0.65


def test_nobody_of_the_group_leaves_everyones() -> None:
    """Without own events those for everyone are simply worth a little less."""
    assert for_group([(1.0, 0b1)], own=0, least=0.45) == [(0.8, 0b1)]


def test_theme_never_brings_others_before_a_groups_own() -> None:
    """A sure event of the group stands first, however unlike the others it is."""
    ranked = [(0.9, 0b0001), (0.7, 0b0010), (FITS, 0b0100), (0.5, 0b1000)]
    assert slots(by_theme(ranked, LIKE_THE_FIRST, own=None)) == [[0], [3], [1], [2]]
    placed = by_theme(ranked, LIKE_THE_FIRST, own=0b0110)
    assert slots(placed) == [[1], [2], [0], [3]]
    assert [one.score for one in placed] == sorted((one.score for one in placed), reverse=True)


def test_what_is_about_a_group_stands_first_though_all_fit() -> None:
    """Events for a group are close together, in the order of how much they are about it."""
    assert by_group([(1.0, 0b10), (0.0, 0b01)]) == [(1.0, 0b10), (0.9, 0b01)]
