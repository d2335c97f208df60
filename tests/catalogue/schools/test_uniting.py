"""Schools as they are counted."""

from catalogue.schools.spelling import Likeness, compare, read
from catalogue.schools.uniting import outline, united
from tests.catalogue.schools.test_spelling import TABLE


def test_one_school_however_it_is_written() -> None:
    """Only where that is sure; another kind, another town or no town at all is another school."""
    ways = [
        read("Kauno Saulės gimnazija"),
        read("Saulės gimn.", "Kaunas"),
        read("Kauno Saulės progimnazija"),
        read("Saulės gimnazija", "Utena"),
        read("Saulės gimnazija"),
        read("Saulės gimnazija"),
    ]
    assert [ways.index(united(ways)[one]) for one in ways] == [0, 0, 2, 3, 4, 4]


def test_what_is_the_same_has_one_outline() -> None:
    """So that only those of one outline need be compared."""
    pairs = [(read(*one), read(*other)) for one, other, _ in TABLE]
    same = [pair for pair in pairs if compare(*pair) is Likeness.SAME]
    assert same
    assert [(one, other) for one, other in same if outline(one) != outline(other)] == []
