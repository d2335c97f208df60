"""The names that a sentence may say."""

from catalogue.search.known_names import KnownNames
from tests.catalogue.search.samples import KAUNAS, event


def test_names_come_and_go_with_their_events() -> None:
    """A town or centre is known as long as one event has it, a centre told of for good."""
    names = KnownNames()
    held = event(1, "Etika")
    names.know({"RŠC": "Ryto centras"})
    names.count(held, 1)
    assert names.ready().cities == {"Kaunas"}
    assert {centre for _, centre in names.ready().organisers} == {KAUNAS, "Ryto centras"}
    names.count(held, -1)
    assert names.ready().cities == frozenset()
    assert {centre for _, centre in names.ready().organisers} == {"Ryto centras"}


def test_a_name_of_several_centres_is_the_busiest_ones() -> None:
    """Two centres that call themselves alike are told apart by who has more events."""
    names = KnownNames()
    for key, organiser in enumerate(["Vienas", "Kitas", "Kitas"]):
        names.count(event(key, "Etika", organiser=organiser, organiser_names=("KC",)), 1)
    assert dict(names.ready().organisers)["kc"] == "Kitas"


def test_what_is_taught_is_kept_until_something_else_is() -> None:
    """Each lesson replaces the one before."""
    names = KnownNames()
    names.keep([("misa",)])
    names.keep([("visa",)])
    assert names.ready().taught == {("visa",)}
