import pytest

from catalogue.glossary.meanings import Meaning
from catalogue.glossary.preview import is_found, preview, suggestions
from catalogue.search.documents import Document
from catalogue.search.index import Index
from tests.factories import NOW

TITLES = [
    "Įtraukusis ugdymas pradinėse klasėse",
    "Įtraukusis ugdymas: pagalba mokiniui",
    *[f"Matematikos uždaviniai {number}" for number in "ABC"],
    "Robotika",
    "Kosmoso tyrimai",
]


@pytest.fixture
def index() -> Index:
    return Index(
        Document(key=number, code=str(number), title_lt=title)
        for number, title in enumerate(TITLES)
    )


def test_what_would_be_found(index: Index) -> None:
    """Before anything is taught, and nothing is taught by looking."""
    meaning = Meaning(said="visikartukai", meant="įtraukusis ugdymas")
    assert not is_found(index, ("visikartukai",), now=NOW)
    seen = preview(index, ["kahutas; Kahoot"], meaning, now=NOW)
    assert ([hit.document.key for hit in seen.hits], seen.total) == ([0, 1], 2)
    assert not seen.is_daring
    assert not is_found(index, ("visikartukai",), now=NOW)
    index.teach([meaning.line])
    assert is_found(index, ("visikartukai",), now=NOW)


def test_a_meaning_that_finds_nothing(index: Index) -> None:
    """Such words may still be taught; staff are told."""
    seen = preview(index, (), Meaning(said="visikartukai", meant="fotosintezė"), now=NOW)
    assert (seen.hits, seen.total, seen.added) == ((), 0, 0)


def test_a_word_the_programme_uses_itself(index: Index) -> None:
    """Who looks for robots would get the mathematics too."""
    seen = preview(index, (), Meaning(said="uždaviniai", meant="robotika"), now=NOW)
    assert (seen.added, seen.is_daring) == (3, True)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("inkliuzyvas", "įtraukusis ugdymas"),
        ("vrtualybė", "virtualioji realybė"),
        ("mokytojų perdegėliai", "stresas"),
        ("kosmoso ateiviai", "Kosmoso tyrimai"),
    ],
)
def test_suggestions_of_names(index: Index, said: str, meant: str) -> None:
    """What looks like a name that the trade has for a thing; else titles found in doubt."""
    offered = suggestions(index, said, (), now=NOW)
    assert meant in offered
    assert len(offered) <= 3


def test_suggestions_that_would_be_refused(index: Index) -> None:
    """Nobody is offered a meaning that says the same word."""
    offered = suggestions(index, "robotika", (), now=NOW)
    assert "robotika" not in [one.lower() for one in offered]
