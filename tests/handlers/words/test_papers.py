"""What stands on a paper, word by word."""

from typing import Any

import pytest

from handlers.words import papers
from tests.handlers.words.made_up import LT

FACTS: dict[str, Any] = {
    "title": "Vertinimas", "form": "", "ktprr_code": "", "project": "", "mode": None,
    "first_day": "2026-11-10", "last_day": "2026-11-10", "meetings": 1, "places": [], "topics": [],
    "summary": "", "lecturer": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "meetings", "told"),
    [
        ("2026-11-10", "2026-11-10", 1, "2026 m. lapkričio 10 d."),
        ("2026-11-10", "2026-11-10", 2, "2026 m. lapkričio 10 d. (2 susitikimai)"),
        ("2026-11-10", "2026-11-24", 10, "2026 m. lapkričio 10–24 d. (10 susitikimų)"),
        ("2026-12-30", "2027-01-05", 1, "2026 m. gruodžio 30 d. – 2027 m. sausio 5 d."),
    ],
)
def test_dates_have_their_year(first: str, last: str, meetings: int, told: str) -> None:
    """A paper is read years later."""
    facts = {"first_day": first, "last_day": last, "meetings": meetings}
    assert papers.dates(LT, facts) == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"topics": ["Pirma", "Antra"], "summary": "Apie ką"}, "Pirma; Antra"),
        ({"topics": ["Pirma"], "summary": "Apie\n ką"}, "Apie ką"),
        ({"topics": ["Pirma"]}, "Pirma"),
        ({}, ""),
    ],
)
def test_topics(facts: dict[str, Any], told: str) -> None:
    """Of the meetings where there are several, else what the event is about."""
    assert dict(papers.rows(LT, FACTS | facts, 6))["Temos"] == told


def test_no_title_is_longer_than_a_page_bears() -> None:
    """It is cut at a word."""
    assert len(papers.title(LT, FACTS | {"title": "Ilgas žodis " * 60})) <= 302
