"""Which language a sentence is written in."""

import pytest

from catalogue.search.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kas lektorius?", "lt"),
        ("itraukusis ugdymas", "lt"),
        ("noriu online workshop", "lt"),
        ("ką siūlo KPKC", "lt"),
        ("Moodle kursai", "lt"),
        ("any workshops apie įtraukųjį ugdymą", "lt"),
        ("dyslexia", "en"),
        ("assessment", "en"),
        ("gamification", "en"),
        ("outdoor learning", "en"),
        ("critical thinking Mažeikiai", "en"),
        ("workshops in Panevėžys", "en"),
        ("seminars in Šiauliai in April", "en"),
        ("Švenčionys courses", "en"),
        ("events Tauragė december", "en"),
        ("What is Metų švietėjas?", "en"),
        ("KŠIC events in May", "en"),
        ("fencing tournaments", "en"),
        ("Šiauliai", None),
        ("Kahoot", None),
        ("STEAM", None),
        ("DI", None),
        ("", None),
        ("2026 🙂", None),
    ],
)
def test_letters_and_words_tell_it(text: str, language: str | None) -> None:
    """A place or a tool has the same name in both: alone it tells neither."""
    assert language_of(text) == language


def test_a_theme_alone_is_of_its_language() -> None:
    """A concept known by names of both languages is asked for in either."""
    pairs = [("vertinimas", "assessment"), ("lyderystė", "leadership"), ("robotika", "robotics")]
    assert [(language_of(one), language_of(other)) for one, other in pairs] == [("lt", "en")] * 3
