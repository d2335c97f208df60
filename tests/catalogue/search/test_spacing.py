"""Slips of the space bar."""

import pytest

from catalogue.search.spacing import respaced
from catalogue.search.vocabulary import Vocabulary

HELD = Vocabulary()
for _word in ("skaitmeniniai", "zemelapiai", "kalba", "namai", "kalbanamai"):
    HELD.add(_word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("skaitmeniniaizemelapiai", ("skaitmeniniai", "zemelapiai")),
        ("skaitmeniniuzemelapiu", ("skaitmeniniu", "zemelapiu")),
        ("skait meniniai zemelapiai", ("skaitmeniniai", "zemelapiai")),
        ("kalba namai", ("kalba", "namai")),
        ("kalbazzzz", ("kalbazzzz",)),
        ("skaitmen", ("skaitmen",)),
        ("zemelapiai 2", ("zemelapiai", "2")),
        ("zem", ("zem",)),
    ],
)
def test_words_are_put_apart_and_together(typed: str, meant: tuple[str, ...]) -> None:
    """Only where that gives words that are held, and what was typed did not."""
    assert respaced(tuple(typed.split()), HELD) == meant
