"""A sentence read piece by piece."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.sentence import Sentence


def test_what_is_taken_is_gone_and_the_rest_as_written() -> None:
    """What one rule has understood no other reads again; the rest keeps its letters."""
    sentence = Sentence("  Įtrauktis   Kaune gruodį ")
    assert sentence.take(re.compile("kaune")) is not None
    assert sentence.take(re.compile("kaune")) is None
    assert list(sentence.left()) == [("itrauktis", "Įtrauktis"), ("gruodi", "gruodį")]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("išskyrus Alytų ir Kauną", True),
        ("except webinars and Kaunas", True),
        ("I would be interested in Kaunas", False),
        ("ne Kaune", True),
        ("tik ne Kaune", True),
        ("be Kauno", True),
        ("išskyrus Kauną", True),
        ("not in Kaunas", True),
        ("without Kaunas", True),
        ("ne tik Kaune", False),
        ("ne čia, o Kaune", False),
        ("turne Kaune", False),
        ("to be in Kaunas", False),
        ("but it has to be in the Kaunas", False),
        ("exclude Kaunas", True),
        ("not meant for Kaunas", True),
        ("rather stay here than travel to Kaunas", True),
        ("Will it be in Kaunas?", False),
        ("Kaune", False),
    ],
)
def test_a_denial_stands_right_before(text: str, denied: object) -> None:
    """A word of denial denies what follows at once; an English be denies nothing."""
    sentence = Sentence(text)
    at = sentence.folded.index("kaun")
    assert sentence.take_denied(at) is denied
    assert len(sentence.folded) == len(sentence.original)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Kaune netinka", True),
        ("Kaune ne, bet Alytuje taip", True),
        ("tai bus Kaune, ne?", False),
        ("Kaune man nepatogu", True),
        ("Kaunas does not suit me", True),
        ("negaliu Kaune", True),
        ("Kaune neieškau", True),
        ("Kaune, tikrai nevažiuosiu", True),
        ("kad nebūtų Kaune", True),
        ("Kaune seminarų nesiūlykit", True),
        ("Kaunas is no good for me", True),
        ("it isn't a Kaunas", True),
        ("nieko prieš Kauną", True),
        ("nenoriu važiuoti į Kauną", True),
        ("I would rather not travel to Kaunas", True),
        ("Kaune nebrangu", False),
    ],
)
def test_a_denial_may_stand_after(text: str, denied: object) -> None:
    """What does not suit is denied, whether that is said before or after."""
    sentence = Sentence(text)
    (town,) = re.finditer(r"kaun\w+", sentence.folded)
    assert sentence.take_denied(*town.span()) is denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("išskyrus Kauną ir Vilnių", True),
        ("ne Kauną, o Vilnių", False),
        ("išskyrus Kauną, Vilnių", True),
        ("ne Kauną, Vilnių", False),
        ("ne Kauną ir ne Vilnių", True),
    ],
)
def test_a_denial_goes_on_over_what_is_joined(text: str, denied: object) -> None:
    """A list of exceptions is denied whole; what is only not this, up to the comma."""
    sentence = Sentence(text)
    for name in ("kauna", "vilniu"):
        at = sentence.folded.index(name)
        sentence.blank(at, at + len(name))
        last = sentence.take_denied(at, at + len(name))
    assert last is denied


@given(st.text(max_size=80), st.lists(st.integers(0, 80), min_size=2, max_size=2).map(sorted))
def test_taking_out_moves_nothing(text: str, places: list[int]) -> None:
    """Whatever is taken out, the words left stand where they stood in the text as written."""
    sentence = Sentence(text)
    before = [written for _, written in Sentence(text).left()]
    first, last = (min(place, len(sentence.folded)) for place in places)
    sentence.blank(first, last)
    assert len(sentence.folded) == len(sentence.original)
    left = [written for _, written in sentence.left()]
    assert all(any(one in whole for whole in before) for one in left)


def test_what_is_kept_nobody_takes() -> None:
    """A phrase set aside in any case form is left in its place, whatever rules come after."""
    sentence = Sentence("Kauno šakoje gruodį")
    sentence.keep([("kaun", "sak")])
    assert sentence.take(re.compile("kaun")) is None
    assert sentence.take(re.compile("gruodi")) is not None
    assert list(sentence.left()) == [("kauno", "Kauno"), ("sakoje", "šakoje")]


def test_of_what_is_kept_the_longest_stays_whole() -> None:
    """A row of words that was taught may hold another that was taught too."""
    sentence = Sentence("klasės botai ir botai Kaune")
    sentence.keep([("bot",), ("klas", "bot")])
    assert [word for word, _ in sentence.left()] == ["klases", "botai", "ir", "botai", "kaune"]
    assert sentence.take(re.compile("botai")) is None


@pytest.mark.parametrize(
    ("text", "word", "is_one"),
    [
        ("IT mokymai", "IT", True),
        ("TAU", "TAU", True),
        ("apie VGK", "VGK", True),
        ("tau", "tau", False),
        ("It is", "It", False),
        ("AR YRA KAS", "AR", False),
    ],
)
def test_capitals_make_an_abbreviation(text: str, word: str, is_one: object) -> None:
    """The university of the third age is no pronoun, but who shouts abbreviates nothing."""
    assert Sentence(text).is_abbreviation(word) is is_one
