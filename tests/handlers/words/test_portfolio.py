"""The words on pictures and papers."""

from catalogue.learning.portfolio import EARNED, OWN
from handlers.words import portfolio as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT
from tests.handlers.words.test_hours import a_ledger


def test_every_column_of_the_papers_has_its_heading() -> None:
    """And what stands around the tables."""
    told = words.paper_words(LT, a_ledger(), now=NOW)
    assert {*EARNED, *OWN} <= set(told)
    assert all(told.values())
    assert told["page"].format(page=1, pages=2) == "1 puslapis iš 2"
    assert told["made"].startswith("Parengė „Kvieslys“ 2026 m. lapkričio 22 d.")


def test_the_picture_is_in_the_language_of_its_reader() -> None:
    """The file is called so too."""
    assert words.chart_words(EN, a_ledger())["of"] == "13.5 of 30"
    assert words.file_name(EN, "png", 2026) == "hours_2026-2027.png"
    assert "sprendžia atestacijos komisija" in words.paper_caption(LT, a_ledger())
