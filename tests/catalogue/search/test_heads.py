"""Whether a noun is the thing itself, or says of what another thing is."""

import pytest

from catalogue.search.heads import is_head, modifies
from catalogue.search.normalise import fold


@pytest.mark.parametrize(
    ("title", "word", "head"),
    [
        ("Matematikos olimpiada", "olimpiada", True),
        ("Matematikos olimpiadų uždaviniai", "olimpiadų", False),
        ("Kaip parengti mokinį olimpiadai", "olimpiadai", False),
        ("Rengiame parodą", "parodą", False),
        ("Mokinių darbų paroda „Ruduo“", "paroda", True),
        ("Parodos Kaune", "Parodos", True),
        ("Darbas parodų salėje", "parodų", False),
        ("Meninio skaitymo konkursas", "konkursas", True),
        ("Konkurso laureatų paroda", "Konkurso", False),
        ("Konkursai mokiniams", "Konkursai", True),
        ("Forumo teatras", "Forumo", False),
        ("Edukacinės išvykos planavimas", "išvykos", False),
        ("Išvykos į muziejus", "Išvykos", True),
        ("Pažintinė išvyka mokytojams", "išvyka", True),
        ("Kūrybinio rašymo dirbtuvės lituanistams", "dirbtuvės", True),
        ("Pasirengimas konferencijai", "konferencijai", False),
        ("Mokomės parodoje", "parodoje", False),
        ("Creative Writing Workshop for Teachers", "Workshop", True),
        ("Workshop Ideas", "Workshop", False),
        ("Preparing a Pupil for the Olympiad", "Olympiad", False),
    ],
)
def test_a_noun_in_the_nominative_is_the_thing_itself(title: str, word: str, head: object) -> None:
    """A genitive before another noun, and a word said to be for or at, is not."""
    start = title.index(word)
    assert is_head(title, start, start + len(word)) is head


def test_no_word_is_no_head() -> None:
    """A place that ends with a gap names nothing."""
    assert not is_head("paroda ", 0, 7)


@pytest.mark.parametrize(
    ("query", "word", "expected"),
    [
        ("olimpiadų uždaviniai", "olimpiadų", True),
        ("parodų kaune", "parodų", False),
        ("parodos dailės mokytojams", "parodos", False),
        ("olimpiada", "olimpiada", False),
        ("olimpiados laukia", "olimpiados", False),
    ],
)
def test_a_genitive_modifies_the_noun_after_it(query: str, word: str, expected: object) -> None:
    """Who looks for tasks of olympiads looks for no olympiad; a town after it changes nothing."""
    folded = fold(query)
    assert modifies(folded, folded.index(fold(word)) + len(word)) is expected
