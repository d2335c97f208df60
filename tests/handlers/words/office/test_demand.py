"""What is wanted, in words."""

from catalogue.demand.wishes import Wish
from catalogue.numbers.groups import Group
from handlers.words.office import demand as words
from handlers.words.speech import Speech
from tests.factories import NOW, VILNIUS

LT = Speech("lt", VILNIUS)


def test_a_page_of_it() -> None:
    """People and times, each as far as known; escaped; a sentence where there is nothing."""
    wishes = [Wish("joga <b>", {}, 9, 14), Wish("", {"city": "Zarasai"}, 0, 5)]
    page = words.page(LT, wishes, first=9, now=NOW)
    assert "9. Joga &lt;b&gt;: 9 žmonės, ieškota 14 kartų" in page
    assert "10. Zarasai: ieškota 5 kartus" in page
    assert "Kol kas nėra nieko" in words.page(LT, [], first=1, now=NOW)


def test_who_wants_it() -> None:
    """Groups with their people."""
    groups = [Group("logopedai", 0, 9, 9)]
    text = words.demanded(LT, Wish("joga", {}, 9, 0), groups, [], now=NOW)
    assert text == "<b>Joga</b>\n9 žmonės\nGrupės: Logopedai 9"


def test_the_files_are_named() -> None:
    """In the person's language, with the rule of small groups."""
    assert words.file_name(LT) == "paklausa"
    assert len(set(words.sheet_names(LT))) == 3
    assert len(set(words.columns(LT))) == 5
    assert len(words.explained(LT)) == 3
    assert "5" in words.caption(LT)
    assert "Renku" in words.making(LT)
