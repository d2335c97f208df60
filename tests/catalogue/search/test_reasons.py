"""Why an event was found, in facts of the event."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from catalogue.search.index import Index
from tests.catalogue.search.samples import NOW, PROGRAMME, event

LATER = event(
    8,
    "Etika ir vertybės",
    summary="Kalbėsime apie dorinį ugdymą. Dalyvaus kviestiniai svečiai.",
    subjects=("Dorinis ugdymas",),
    lecturer="Jonas Jonaitis",
    audience=("visų dalykų mokytojai",),
    mode="hybrid",
    price_eur=Decimal(0),
    hours=6,
    starts=(datetime(2026, 12, 7, 8, 0, tzinfo=UTC), datetime(2027, 1, 11, 8, 0, tzinfo=UTC)),
)
INDEX = Index([*PROGRAMME, LATER])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("vertinimas nuotoliu", [("title", "vertinimas"), ("mode", "online")]),
        ("formuojamojo vertinimo", [("title", "Formuojamasis vertinimas")]),
        ("intelekats", [("meant", "intelektas"), ("title", "intelektas")]),
        ("AI", [("concept", "dirbtinis intelektas"), ("title", "Dirbtinis intelektas")]),
        ("vertybės jonaitis", [("title", "vertybės"), ("lecturer", "Jonaitis")]),
        ("geogeb", [("title", "GeoGebra")]),
        ("svečiai", [("summary", "svečiai")]),
        ("etika biologams", [("title", "Etika"), ("audience", "visų dalykų mokytojai")]),
        (
            "vertinimas pradinukams",
            [("title", "vertinimas"), ("audience", "pradinių klasių mokytojai")],
        ),
        ("etika online", [("title", "Etika"), ("mode", "hybrid")]),
        ("etika sausį", [("title", "Etika"), ("date", "2027-01-11")]),
        ("etika nemokamai", [("title", "Etika"), ("price", "0")]),
        ("etika bent 6 val.", [("title", "Etika"), ("hours", "6")]),
        ("konferencija Vilniuje", [("form", "konferencija"), ("city", "Vilnius")]),
        ("E-8", [("code", "E-8")]),
    ],
)
def test_a_hit_says_why(text: str, why: list[tuple[str, str]]) -> None:
    """The words as the event has them and where, what was meant, what it has of each filter."""
    assert list(INDEX.search(text, now=NOW).hits[0].why) == why


def test_what_is_only_near_is_no_sure_answer() -> None:
    """Who asks for chess may like board games: another thing, that is offered and not found."""
    games = Index([event(1, "Stalo žaidimai mokymuisi", summary="Stalo žaidimai.")])
    result = games.search("šachmatai", now=NOW)
    assert (result.verdict, [hit.document.key for hit in result.hits]) == ("unsure", [1])
    assert games.search("stalo žaidimai", now=NOW).verdict == "found"
