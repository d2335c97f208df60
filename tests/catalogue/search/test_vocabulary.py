"""Which of the words held somebody may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.stems import stem
from catalogue.search.vocabulary import Vocabulary, slips_allowed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("geofrafija", "geografij"),
        ("egografija", "geografij"),
        ("geogrfaija", "geografij"),
        ("xeografija", "geografij"),
        ("zaidybinmo", "zaidybinim"),
    ],
)
def test_a_slip_finds_the_word(typed: str, meant: str) -> None:
    """One letter too many, too few, wrong or swapped, also the first."""
    vocabulary = Vocabulary()
    for word in ("geografija", "zaidybinimas", "istorija"):
        vocabulary.add(word)
    assert vocabulary.neighbours(typed)[0][0] == meant


def test_short_words_have_no_slips() -> None:
    """DI is not IT with a slip."""
    vocabulary = Vocabulary()
    vocabulary.add("it")
    assert vocabulary.neighbours("di") == []


@given(st.lists(st.sampled_from(["etika", "etikos", "etiketas", "menai"]), max_size=12))
def test_words_taken_out_are_gone(some: list[str]) -> None:
    """A vocabulary from which everything was taken is as at first."""
    vocabulary = Vocabulary()
    for word in some:
        vocabulary.add(word)
    assert sorted(vocabulary.beginning("etik")) == sorted({w for w in some if w[:4] == "etik"})
    for word in some:
        vocabulary.discard(word)
    assert not list(vocabulary.beginning("eti"))
    assert not any(vocabulary.has_stem(stem(word)) for word in some)
    assert vocabulary.neighbours("etikoss") == []


@pytest.mark.parametrize(
    ("length", "slips"), [(3, 0), (4, 1), (6, 1), (7, 2), (11, 2), (12, 3), (30, 3)]
)
def test_longer_words_may_have_more_slips(length: int, slips: int) -> None:
    """Of a short word one wrong letter already makes another."""
    assert slips_allowed(length) == slips


def test_a_beginning_of_two_letters_means_nothing() -> None:
    """From the third letter on the words that begin so are offered."""
    vocabulary = Vocabulary()
    for word in ("etika", "etiketas", "menai"):
        vocabulary.add(word)
    assert list(vocabulary.beginning("et")) == []
    assert list(vocabulary.beginning("eti")) == ["etika", "etiketas"]


def test_kin_have_the_same_root() -> None:
    """Vertinti is kin of vertinimas, and no word is its own kin."""
    vocabulary = Vocabulary()
    for word in ("vertinimas", "vertinti", "menai"):
        vocabulary.add(word)
    assert list(vocabulary.kin("vertinimas")) == [stem("vertinti")]


@given(st.lists(st.text("abcd", min_size=3, max_size=6), max_size=60, unique=True))
def test_many_words_at_once_are_as_few_by_few(some: list[str]) -> None:
    """Whether the words came in one import or one by one, the same are found."""
    at_once, one_by_one = Vocabulary(), Vocabulary()
    for word in some:
        at_once.add(word)
    for word in some:
        one_by_one.add(word)
        list(one_by_one.beginning("abc"))
    assert list(at_once.beginning("abc")) == list(one_by_one.beginning("abc"))
    assert list(at_once.beginning("abc")) == sorted(w for w in some if w.startswith("abc"))


@pytest.mark.parametrize("asked_before", [True, False])
def test_a_copy_changes_apart(*, asked_before: bool) -> None:
    """What is put in or taken out of either is as before in the other."""
    first = Vocabulary()
    first.add("vertinimas")
    if asked_before:
        assert first.neighbours("vertnimas")
    second = first.copy()
    second.add("vertinti")
    first.discard("vertinimas")
    assert first.beginning("ver") == []
    assert first.neighbours("vertnimas") == []
    assert second.beginning("ver") == ["vertinimas", "vertinti"]
    assert second.neighbours("vertnimas")[0][0] == stem("vertinimas")
    assert list(second.kin("vertinti")) == [stem("vertinimas")]
