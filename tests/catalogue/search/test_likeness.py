"""The theme of a few events, and who shares it."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.likeness import LEVELS, Theme, alike, as_they_are, moved, theme_of
from catalogue.search.postings import slots_of

SIZE = 40
TERMS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.sets(st.integers(0, SIZE - 1), max_size=5), max_size=8
)


def theme(held: Mapping[str, set[int]], *seeds: int) -> Theme:
    """The theme of some slots, each as good as the others."""
    return theme_of(
        [(1.0, {term for term, slots in held.items() if slot in slots}) for slot in seeds],
        count=lambda term: len(held[term]),
        holding=lambda term: sum(1 << slot for slot in held[term]),
        size=SIZE,
    )


def test_who_shares_rare_terms_is_alike() -> None:
    """A term of two events ties them closer than one of six; what all have ties nobody."""
    held = {"rare": {0, 1}, "common": {0, 1, 2, 3, 4, 5}, "every": set(range(SIZE)), "own": {0}}
    levels = {slot: level for level, some in theme(held, 0).parts(15) for slot in slots_of(some)}
    assert levels == {0: LEVELS, 1: LEVELS, 2: levels[3], 3: levels[2]}
    assert 0 < levels[2] < LEVELS


def test_without_common_terms_there_is_no_theme() -> None:
    """Who stands alone moves nobody."""
    assert theme({"own": {0}}, 0) == Theme()
    ranked = [(0.9, 1), (0.5, 6)]
    assert moved(ranked, Theme()) == as_they_are(ranked)
    assert alike(0.9, Theme(), 6) == []


@given(TERMS, st.integers(0, SIZE - 1), st.integers(0, 2**SIZE - 1))
def test_every_event_is_at_one_level(held: dict[str, set[int]], seed: int, bits: int) -> None:
    """Sums on bit planes part the events, as counting one by one would."""
    parts = theme(held, seed).parts(bits)
    assert sum(some for _, some in parts) == bits
    assert all(0 <= level <= LEVELS and some for level, some in parts)
    shared = {
        slot for term, slots in held.items() if seed in slots and len(slots) > 1 for slot in slots
    }
    for level, some in parts:
        assert not level or set(slots_of(some)) <= shared


def test_the_best_stay_first_and_the_alike_come_forward() -> None:
    """Of those that answer less well who shares the theme gets ahead; the match stays as it was."""
    ranked = [(0.9, 0b0011), (0.7, 0b0100), (0.65, 0b1000)]
    placed = moved(ranked, theme({"t": {0, 3}}, 0))
    assert [list(slots_of(one.bits)) for one in placed] == [[0], [1], [3], [2]]
    assert [one.match for one in placed] == [0.9, 0.9, 0.65, 0.7]


def test_the_alike_are_never_a_sure_answer() -> None:
    """An event that the words do not reach is worth half of the best at most."""
    near = alike(1.0, theme({"t": {0, 3}}, 0), 0b1110)
    assert [(one.score, list(slots_of(one.bits)), one.match) for one in near] == [(0.5, [3], 0.0)]
