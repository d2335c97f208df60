import pytest

from catalogue.glossary import meanings
from catalogue.glossary.meanings import Meaning
from catalogue.glossary.refusals import NotAWord, SameWords, SaysNothing
from catalogue.glossary.tables import TaughtWord
from catalogue.search.index import Index
from tests.factories import NOW


def taught(said: str, meant: str) -> TaughtWord:
    meaning = Meaning(said=said, meant=meant)
    return TaughtWord(
        said=said, meant=meant, said_key=meaning.said_key, meant_key=meaning.meant_key
    )


@pytest.mark.parametrize(
    ("written", "said", "meant"),
    [
        ("itraukuji = įtraukusis ugdymas", "itraukuji", "įtraukusis ugdymas"),
        ("itraukuji=įtraukusis ugdymas", "itraukuji", "įtraukusis ugdymas"),
        ("„itraukuji“ – „įtraukusis  ugdymas“.", "itraukuji", "įtraukusis ugdymas"),
        ("e-dienynas - elektroninis dienynas", "e-dienynas", "elektroninis dienynas"),
        ("įtraukusis ugdymas; #SUP ~", "miss", "įtraukusis ugdymas SUP"),
        ("itraukuji = įtraukusis ugdymas = SUP", "itraukuji", "įtraukusis ugdymas = SUP"),
    ],
)
def test_reading(written: str, said: str, meant: str) -> None:
    """With whatever sign people put between; without any it is the meaning of what was missed."""
    assert meanings.read(written, said="miss") == Meaning(said=said, meant=meant)


@pytest.mark.parametrize(
    "written",
    ["itraukuji", "= įtraukusis", "itraukuji =", "?", "a" * 101 + " = b", "a = " + "b" * 101],
)
def test_what_cannot_be_read(written: str) -> None:
    """A side is missing or too long; nothing was missed whose meaning it could be."""
    with pytest.raises(NotAWord):
        meanings.read(written)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("darbas su tėčiais = tėvų įtraukimas", "darbas tėčiais; tėvų įtraukimas"),
        ("kahutas = viktorinos", "kahutas; Kahoot"),
        ("Kahotas = viktorina", "Kahotas; Kahoot"),
    ],
)
def test_what_would_be_kept(written: str, kept: str) -> None:
    """Small words are in no question; a taught word stands for its own meaning."""
    known = [taught("viktorina", "Kahoot")]
    assert meanings.checked(meanings.read(written), Index(), known, now=NOW).line == kept


@pytest.mark.parametrize(
    "written",
    [
        "seminaras = robotika",
        "robotika = seminaras mokytojams",
        "Kaune = robotika",
        "rytoj = robotika",
        "apie = robotika",
        "kahotas = nuotoliniai",
    ],
)
def test_what_says_nothing_of_a_theme(written: str) -> None:
    """A word of the trade, a town, a day, a small word: whoever took it over would break much."""
    with pytest.raises(SaysNothing):
        meanings.checked(meanings.read(written), Index(), (), now=NOW)


@pytest.mark.parametrize(
    "written", ["robotika = robotikos", "vadyba = klasės vadyba", "Kahoot = viktorina"]
)
def test_what_says_the_same(written: str) -> None:
    """Itself in another form, itself with more words, or itself by way of a taught word."""
    with pytest.raises(SameWords):
        meanings.checked(meanings.read(written), Index(), [taught("viktorina", "Kahoot")], now=NOW)


def test_lines() -> None:
    """What was taught first, as the index wants it."""
    assert meanings.lines_of([taught("kahutas", "Kahoot")]) == ["kahutas; Kahoot"]
