"""The known answers with the centres they are of, asked in other words."""

from pathlib import Path

from catalogue.answers.book import Book, shipped_book
from catalogue.answers.index import Known
from catalogue.centres.pages import centre_pages

TABLE = Path(__file__).with_name("asked_otherwise.txt")
BOOK = shipped_book()


def asked_otherwise() -> list[tuple[str, str]]:
    """What answers („-“ where nothing may) and the question."""
    lines = TABLE.read_text("utf-8").splitlines()
    return [(want, text) for want, tab, text in (line.partition("\t") for line in lines) if tab]


def answered(text: str) -> list[str]:
    found = BOOK.find(text)
    return [hit.key for hit in found.hits] if found.verdict == "found" else []


def test_questions_in_other_words_find_their_fact() -> None:
    """At least eighty-five in a hundred; the others are offered in doubt or passed on."""
    rows = [(want, text) for want, text in asked_otherwise() if want != "-"]
    missed = [(want, text) for want, text in rows if want not in answered(text)]
    assert len(rows) >= 60
    assert len(missed) <= 0.15 * len(rows), missed


def test_what_nobody_states_is_not_answered() -> None:
    """The weather, other towns, directors, car parks: no fact is told instead."""
    rows = [text for want, text in asked_otherwise() if want == "-"]
    told = [(text, answered(text)) for text in rows if answered(text)]
    assert len(rows) >= 40
    assert told == []


def test_a_named_centre_answers_for_itself() -> None:
    """By any name, and for another centre nothing is told of it."""
    assert answered("Ar Kauno centras akredituotas?") == ["ksic/accreditation"]
    assert answered("ar KŠIC skolina projektorių") == []
    assert BOOK.centres_named("kas yra VŠPC") == {"vspc"}
    assert BOOK.find("ar KŠIC skolina projektorių").kind == "borrow"


def test_what_is_exchanged_is_found_and_the_rest_stays() -> None:
    """One answer comes, one goes, one is corrected."""
    first = Known(key="a", kind="a", asked=("ar yra baseinas",), said={"lt": "Ne."})
    other = Known(key="b", kind="b", asked=("ar yra pirtis",), said={"lt": "Ne."})
    book = Book([first, other], centre_pages())
    corrected = Known(key="a", kind="a", asked=("ar yra baseinas",), said={"lt": "Taip."})
    book.exchange([corrected], centre_pages())
    assert book.find("ar yra baseinas").hits == (corrected,)
    assert book.find("ar yra pirtis").hits == ()
    assert book.of("a", "b") == (corrected,)
