"""Words the search does not know, and what it was taught."""

from datetime import date

import pytest

from catalogue.glossary.meanings import Meaning
from catalogue.glossary.misses import Missed
from catalogue.glossary.preview import Preview
from handlers.words.office import glossary as words
from handlers.words.speech import Speech
from tests.factories import NOW, VILNIUS

LT, EN = Speech("lt", VILNIUS), Speech("en", VILNIUS)


def missed(said: str, count: int) -> Missed:
    return Missed(number=1, words=said, count=count, last=date(2026, 11, 20), keys=(said,))


@pytest.mark.parametrize(
    ("days", "line"),
    [
        (1, "Per paskutinę 1 dieną paieška"),
        (30, "Per paskutines 30 dienų paieška"),
        (92, "Per paskutines 92 dienas paieška"),
    ],
)
def test_nothing_missed(days: int, line: str) -> None:
    """The days in the case that goes with their number."""
    assert line in words.missed_page(LT, [], days=days, is_all=True)


def test_what_was_missed() -> None:
    """Escaped: these are anybody's words. Where a page is found by now, others may not be."""
    page = words.missed_page(LT, [missed("a<b>", 1), missed("c", 3)], days=30, is_all=True)
    assert page.endswith("• a&lt;b&gt;: 1 kartą\n• c: 3 kartus")
    assert "jau randama" in words.missed_page(LT, [], days=30, is_all=False)
    assert words.missed_label(missed("ž" * 50, 12)) == f"{'ž' * 35}… · 12"


def test_one_of_them() -> None:
    """With a hint for a part of it where it has parts, and none where it is one word."""
    one = words.missed_word(LT, missed("kahutas", 2), offers=False, now=NOW)
    assert "Ieškota 2 kartus; paskutinį kartą: lapkričio 20 d., penktadienis." in one
    assert "tik vienas iš žodžių" not in one
    assert "dar 10 kartų" in one
    assert "gadgets = digital tools" in words.missed_word(
        EN, missed("kahutas greitai", 1), offers=True, now=NOW
    )


def test_a_proposal() -> None:
    """With a warning only where the programme itself uses the word often."""
    meaning = Meaning(said="botai", meant="robotika & kodai")
    plain = words.proposal(LT, meaning, Preview(hits=(), total=0, added=2), [])
    assert "<b>botai</b> = <b>robotika &amp; kodai</b>" in plain
    assert "Atsargiai" not in plain
    daring = words.proposal(EN, meaning, Preview(hits=(), total=0, added=3), [])
    assert "would get 3 events more" in daring
