"""What tells a word of a theme from the words that wrap it."""

from datetime import date

import pytest

from catalogue.search.reading import read, vocabulary
from catalogue.search.theme_words import Seen, clauses, likely_named, seen_words


def seen(text: str) -> dict[str, Seen]:
    """What is seen of each word left, where events are looked for."""
    reading = read(text, today=date(2026, 11, 22), known=vocabulary())
    return {one.word[0]: one for one in seen_words(reading, "find_events")}


def test_only_words_that_the_filters_left_are_seen() -> None:
    """Towns, days and the smallest words are out; an abbreviation of two letters is not."""
    assert list(seen("IT kursai Kaune apie robotiką rytoj")) == ["it", "robotika"]


@pytest.mark.parametrize(
    ("text", "word", "features"),
    [
        ("kursai apie robotiką", "robotika", {"=robotika", "p:apie", "n:>", "#about", "#field"}),
        ("robotikos kursai", "robotikos", {"p:<", "#before", "#field before"} - {"#field before"}),
        ("klausimas, robotika", "robotika", {"p:,", "#alone", "#no event"}),
        ("kursai Kaune robotika", "robotika", {"p:\x1f", "#after event"}),
        ("mokymai „Tyla“", "tyla", {"#quoted"}),
        ("noriu piešti", "piesti", {"#infinitive", "#intent find_events"}),
        ("mano mokytojai rūpi robotika", "robotika", {"#of oneself"}),
        ("workshop on sensory needs", "needs", {"#name"}),
    ],
)
def test_what_is_seen_of_a_word(text: str, word: str, features: set[str]) -> None:
    """Its letters, its neighbours with the signs between, its place and its sentence."""
    assert features <= seen(text)[word].features.keys()


def test_a_title_is_sure() -> None:
    """What stands in quotation marks says what about, whatever it is like."""
    assert {one.sure for one in seen("mokymai „Kai vaikas tyli“").values()} == {True}
    assert not seen("mokymai apie robotiką")["robotika"].sure


def test_a_word_is_of_a_theme_or_wraps_it() -> None:
    """Also one that no list has."""
    words = seen("užmesk akį, gal turit mokymų apie robotiką")
    assert {word for word, one in words.items() if likely_named(one.features) > 0.5} == {"robotika"}


def test_clauses_end_at_signs_and_conjunctions() -> None:
    """Together they are the whole sentence."""
    said = "noriu kursu, nes vaikai pyksta"
    assert [said[one.start : one.stop] for one in clauses(said)] == [
        "noriu kursu",
        ", ",
        "nes vaikai pyksta",
    ]
