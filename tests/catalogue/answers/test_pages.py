"""What the centres' pages say, as answers."""

from datetime import date

from catalogue.answers.pages import known_of, shipped, unsaid
from catalogue.centres.pages import pages, read, ways_of_asking
from tests.catalogue.centres.test_pages import FILE


def test_a_fact_is_an_answer() -> None:
    """Found by the ways its page gives and by those that are known of every centre."""
    founded, bees = known_of("silale", read(FILE).facts)
    assert (founded.key, founded.kind, founded.centre) == ("silale/founded", "founded", "silale")
    assert founded.said == {"lt": "Įkurtas 2001 m."}
    assert "kada įkurtas centras" in founded.asked
    assert (founded.source, founded.checked) == ("Šilalės centro puslapis", date(2026, 3, 1))
    assert (bees.asked, bees.link) == (("ar laikote bites",), "https://pavyzdys.lt")


def test_no_day_is_told_of_a_page_that_nobody_could_read() -> None:
    """Of the law's pages some could not be."""
    (law,) = (page for page in pages() if not page.slug)
    without = {known.kind for known in known_of("", law.facts) if known.checked is None}
    assert "funding" in without
    assert "days" not in without


def test_what_a_centre_says_itself_stands_in_place_of_ours() -> None:
    """Every kind of fact is there too, said by nobody, so that it is recognised."""
    keys = {known.key for known in shipped(besides=["ksic"])}
    assert "vspc/founded" in keys
    assert "ksic/founded" not in keys
    assert {f"?/{kind}" for kind in ways_of_asking()} <= keys
    assert not any(known.said for known in unsaid())
