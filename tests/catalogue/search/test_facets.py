"""What each filter admits."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.documents import Document
from catalogue.search.facets import RELAXED_IN_ORDER, Facets
from catalogue.search.filters import Filters
from catalogue.search.postings import slots_of
from catalogue.search.timetable import Timetable
from tests.catalogue.search.samples import KAUNAS, PROGRAMME, event

VILNIUS = ZoneInfo("Europe/Vilnius")


def held(documents: tuple[Document, ...]) -> tuple[Facets, Timetable]:
    """Events entered under their keys."""
    facets, timetable = Facets(), Timetable(VILNIUS)
    for document in documents:
        facets.put(document.key, document)
        timetable.put(document.key, document)
    return facets, timetable


FACETS, TIMETABLE = held(PROGRAMME)


@pytest.mark.parametrize(
    ("filters", "keys"),
    [
        (Filters(mode="online"), [2, 5]),
        (Filters(mode="onsite"), [1, 3, 4, 5, 6, 7]),
        (Filters(mode="hybrid"), [5]),
        (Filters(city="Vilnius"), [3]),
        (Filters(city="Kaunas"), [1, 4, 6, 7]),
        (Filters(free=True), [2]),
        (Filters(max_price=Decimal("25.50")), [2, 3, 5]),
        (Filters(max_price=Decimal("25.49")), [2, 3]),
        (Filters(min_hours=8), [1, 7]),
        (Filters(min_hours=9), [7]),
        (Filters(audience="logopedai"), [7]),
        (Filters(audience="klasių vadovai"), [1, 3]),
        (Filters(audience="tėvai"), []),
        (Filters(form="konferencija"), [3]),
        (Filters(organiser=KAUNAS), [1, 2, 4, 5, 6, 7]),
        (Filters(language="en"), [7]),
        (Filters(first=date(2026, 12, 3), last=date(2026, 12, 8)), [2, 5]),
        (Filters(first=date(2027, 1, 1)), [4, 7]),
        (Filters(weekday=(6,)), [3]),
        (Filters(part_of_day="evening"), [2, 7]),
    ],
)
def test_one_filter(filters: Filters, keys: list[int]) -> None:
    """Each filter admits exactly the events that are as it says."""
    ((name, mask),) = FACETS.masks(filters, TIMETABLE)
    assert (list(slots_of(mask)), filters.said()[0]) == (keys, name)


@pytest.mark.parametrize(
    ("filters", "keys"),
    [
        (Filters(mode="online"), [2]),
        (Filters(audience="klasių vadovai"), [3]),
        (Filters(city="Kaunas", free=True), [1, 2, 4, 6, 7]),
    ],
)
def test_what_is_excluded(filters: Filters, keys: list[int]) -> None:
    """Who excludes online keeps hybrid; who excludes a group keeps what is for every teacher."""
    assert list(slots_of(FACETS.excluded(filters, TIMETABLE))) == keys


def test_every_filter_can_be_let_go() -> None:
    """Where nothing fits everything, each of the filters has its turn to be let go."""
    everything = Filters(
        first=date(2026, 12, 1),
        weekday=(1,),
        part_of_day="evening",
        city="Kaunas",
        mode="online",
        free=True,
        max_price=Decimal(1),
        audience="logopedai",
        form="paroda",
        organiser=KAUNAS,
        min_hours=1,
        language="en",
    )
    names = {name for name, _ in FACETS.masks(everything, TIMETABLE)}
    assert names | {"to", "not"} == set(RELAXED_IN_ORDER)


@given(st.lists(st.sampled_from(PROGRAMME), unique=True))
def test_what_is_taken_out_is_admitted_nowhere(gone: list[Document]) -> None:
    """After an event was cancelled no filter knows it."""
    facets, timetable = held(PROGRAMME)
    for document in gone:
        facets.remove(document.key, document)
        timetable.remove(document.key, document)
    left = tuple(document for document in PROGRAMME if document not in gone)
    for filters in (Filters(city="Kaunas"), Filters(free=True), Filters(audience="logopedai")):
        assert dict(facets.masks(filters, timetable)) == dict(
            held(left)[0].masks(filters, timetable)
        )


def test_a_title_says_whom_it_is_for_and_what_it_is() -> None:
    """An olympiad entered as an event is an olympiad, a title for parents is for parents."""
    odd = event(1, "Matematikos olimpiada tėvams", form="renginys", audience=("mokytojai",))
    facets, timetable = held((odd,))
    for filters in (Filters(form="olimpiada"), Filters(form="renginys"), Filters(audience="tėvai")):
        ((_, mask),) = facets.masks(filters, timetable)
        assert mask == 2
    ((_, none),) = held((replace(odd, title_lt="Matematika"),))[0].masks(
        Filters(audience="tėvai"), timetable
    )
    assert none == 0
