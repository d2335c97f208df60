"""How well events answer words, against a slow and plain way of counting."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.matching import Wanted, scored
from catalogue.search.postings import slots_of
from catalogue.search.terms import Texts
from tests.catalogue.search.samples import PROGRAMME, event

TEXTS = Texts()
for _document in PROGRAMME:
    TEXTS.put(_document.key, _document)
WORDS = TEXTS.words(len(PROGRAMME))


def worth(word: str, key: int) -> float:
    """What one event is worth for one word."""
    (wanted,) = WORDS.wanted((word,))
    return max((value for value, bits in wanted.levels if bits >> key & 1), default=0.0)


@pytest.mark.parametrize(
    ("word", "key", "least"),
    [
        ("intelektas", 1, 0.9),
        ("intelekto", 1, 0.9),
        ("di", 1, 0.6),
        ("chatgpt", 1, 0.4),
        ("intelekats", 1, 0.7),
        ("vertinti", 2, 0.6),
        ("geogeb", 5, 0.8),
        ("logopedai", 7, 0.4),
        ("kaunas", 1, 0.4),
    ],
)
def test_a_word_finds_an_event(word: str, key: int, least: float) -> None:
    """As typed, declined, abbreviated, misspelt, near, begun, or outside the title."""
    assert worth(word, key) >= least


@pytest.mark.parametrize(
    ("better", "worse", "key"),
    [
        ("intelektas", "di", 1),
        ("di", "chatgpt", 1),
        ("intelektas", "intelekats", 1),
        ("vertinimas", "vertinti", 2),
        ("sutrikimai", "kaunas", 7),
    ],
)
def test_the_word_itself_is_worth_most(better: str, worse: str, key: int) -> None:
    """A literal match is before a synonym, a synonym before what is near, a title before a town."""
    assert worth(better, key) > worth(worse, key) > 0


def test_a_known_word_is_hardly_a_slip() -> None:
    """Who typed of a mountain (kalnas) may have meant Kaunas, but surely not with two slips."""
    assert 0 < worth("kalnas", 1) < 0.7 * worth("kaunsa", 1)
    assert [one.levels for one in WORDS.wanted(("maistas",))] == [()]


def test_a_scrap_at_the_end_says_nothing_yet() -> None:
    """The two letters of a word begun do not pull down what was typed before."""
    whole, scrap = WORDS.wanted(("geogebra", "pq"))
    assert scrap.weight < 0.1 * whole.weight
    assert WORDS.wanted(("di",))[0].weight > 0.1 * whole.weight


def test_a_phrase_itself_is_before_another_name_of_the_thing() -> None:
    """The words as asked for are worth more than a synonym, though apart they mean less."""
    texts = Texts()
    texts.put(0, event(0, "Gaisrinė sauga ir evakuacija", summary="Civilinė sauga."))
    texts.put(1, event(1, "Civilinė sauga", summary="Civilinė sauga."))
    for word in texts.words(2).wanted(("gaisrine", "sauga")):
        best = [max(w for w, bits in word.levels if bits >> slot & 1) for slot in (0, 1)]
        assert best[0] > best[1] > 0


def test_a_word_in_every_event_weighs_little() -> None:
    """What stands everywhere tells events apart less than what stands in one; the trade's least."""
    common, rare, trade = WORDS.wanted(("kaunas", "geogebra", "mokytojams"))
    assert trade.weight < common.weight < rare.weight


LEVELS = st.dictionaries(st.sampled_from([0.3, 0.6, 0.9, 1.0]), st.integers(0, 255), max_size=4)
QUERIES = st.lists(
    st.builds(
        lambda weight, levels: Wanted(
            "x", weight, tuple(sorted(((w, b) for w, b in levels.items() if b), reverse=True))
        ),
        st.sampled_from([0.5, 1.0, 2.5, 4.0]),
        LEVELS,
    ),
    max_size=4,
)


def _plainly(wanted: Sequence[Wanted], slot: int) -> float:
    total = sum(one.weight for one in wanted)
    best = (max((w for w, b in one.levels if b >> slot & 1), default=0.0) for one in wanted)
    return sum(one.weight * w for one, w in zip(wanted, best, strict=True)) / total


@given(QUERIES, st.integers(0, 255), st.sampled_from([0.2, 0.45, 0.6]))
def test_sets_of_events_score_as_single_ones(
    wanted: list[Wanted], among: int, least: float
) -> None:
    """Each event has the weighed share of the query it explains; those below the least may go."""
    ranked = scored(wanted, among, least)
    found = {slot: score for score, bits in ranked for slot in slots_of(bits)}
    assert [score for score, _ in ranked] == sorted((s for s, _ in ranked), reverse=True)
    assert sum(bits.bit_count() for _, bits in ranked) == len(found)
    for slot in slots_of(among) if wanted else ():
        expected = _plainly(wanted, slot)
        if expected > least + 0.01:
            assert found[slot] == pytest.approx(expected, abs=0.01)
    assert set(found) <= set(slots_of(among))


def test_a_slip_in_a_common_word_counts_as_little_as_the_word() -> None:
    """What nobody knows is weighed as what it is most likely a slip of."""
    texts = Texts()
    texts.put(0, event(1, "Technologinis ugdymas"))
    (right,) = texts.words(1).wanted(("ugdymas",))
    (slip,) = texts.words(1).wanted(("ugdymsa",))
    (unknown,) = texts.words(1).wanted(("motociklas",))
    assert slip.weight == right.weight < unknown.weight
