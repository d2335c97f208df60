"""Every form of a wish counted as one."""

from catalogue.demand.wishes import Awaited, Sought, Wish, together
from catalogue.search.stems import stem

ABOUT = " ".join(sorted(map(stem, ("robotikos", "mokymai"))))
ROBOTICS = {"topic": ["robotikos", "mokymai"], "filters": {"topic": "robotikos mokymai"}}
IN_ALYTUS = {"topic": ["mokymu", "robotikos"], "filters": {"topic": "x", "city": "Alytus"}}


def test_every_form_of_a_wish_is_one() -> None:
    """Cases, order and conditions beside what it is about; people where they are known."""
    sought = [Sought(ABOUT, "", "robotikos mokymai", 5), Sought("jog", "", "joga", 4)]
    awaited = [
        *[Awaited(person, ROBOTICS) for person in range(4)],
        *[Awaited(person, IN_ALYTUS) for person in range(3, 6)],
    ]
    assert [(one.people, one.times) for one in together(sought, awaited)] == [(6, 5)]


def test_few_are_not_told() -> None:
    """Times alone where fewer than five people are known, and nothing where both are few."""
    sought = [Sought("jog", "", "joga", 2), Sought("jog", '{"city": "Kaunas"}', "jogos", 5)]
    assert together(sought, [Awaited(1, {"topic": ["joga"]})]) == [Wish("joga", {}, 0, 7)]
    assert together([Sought("jog", "", "joga", 4)], []) == []


def test_conditions_alone_are_a_wish() -> None:
    """Where nothing was said of what it is about."""
    sought = [Sought("", '{"city": "Zarasai"}', "", 5)]
    awaited = [Awaited(person, {"filters": {"city": "Zarasai"}}) for person in range(6)]
    assert together(sought, awaited) == [Wish("", {"city": "Zarasai"}, 6, 5)]
