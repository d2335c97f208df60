"""Which schools were reached, and which were not."""

import pytest

from catalogue.numbers.counting import Few
from catalogue.numbers.groups import Other
from catalogue.reports.reaching import reach
from catalogue.reports.records import Known
from catalogue.reports.values import Reach, Schools


def people(first: int, number: int, school: str, town: str = "") -> list[Known]:
    some = range(first, first + number)
    return [
        *(Known(one, "", town) for one in some if town),
        *(Known(one, school, "") for one in some),
    ]


def test_schools_are_counted_by_municipality() -> None:
    """One school however it is written; one with a visitor is reached, and the few people of a
    school in Plungė are told of together with the next smallest.
    """
    known = [
        *people(0, 6, "Kauno Saulės gimnazija"),
        *people(10, 3, "Saulės gimn.", "Kaunas"),
        *people(20, 5, "Jonučių gimnazija", "Garliava"),
        *people(30, 6, "Zarasų Ąžuolo gimnazija"),
        *people(40, 5, "Utenos Saulės gimnazija"),
        *people(50, 2, "Plungės Saulės gimnazija"),
    ]
    found = reach(known, came=[*range(3), 10, 11, *range(30, 36), 999])
    assert found == Reach(
        reached=2,
        unreached=3,
        reached_in=[Schools("Kauno m.", 1), Schools("Zarasų r.", 1)],
        unreached_in=[Schools("Utenos r.", 1), Schools(Other.OTHERS, 2)],
    )


@pytest.mark.parametrize(
    ("came", "reached", "unreached"), [((), 0, 1), ((0,), Few(), 0), (range(5), 1, 0)]
)
def test_a_school_of_few_visitors_is_not_told_of(
    came: range, reached: object, unreached: object
) -> None:
    """Where nobody else came, even that one school was reached tells of them."""
    found = reach(people(0, 5, "Kauno Saulės gimnazija"), came=came)
    assert (found.reached, found.unreached) == (reached, unreached)


def test_where_nobody_has_named_a_school_none_is_known() -> None:
    """A town alone is no school."""
    assert reach([Known(1, "", "Kaunas")], came=[1]) == Reach(
        reached=0, unreached=0, reached_in=[], unreached_in=[]
    )
