"""What the centres' own files say."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from catalogue.centres import pages as pages_module
from catalogue.centres.names import name_key
from catalogue.centres.pages import (
    NotACentre,
    Page,
    centre_pages,
    page_of,
    page_of_row,
    pages,
    read,
    ways_of_asking,
)
from catalogue.search.normalise import fold

FILE = """
slug = "silale"
name = "Šilalės centras"
source = "Šilalės centro puslapis"
checked = 2026-03-01

[facts.founded]
lt = "Įkurtas 2001 m."

[facts.bees]
lt = "Centras laiko bites."
asked = ["ar laikote bites"]
link = "https://pavyzdys.lt"
checked = 2026-04-02
"""


def test_every_fact_has_both_languages_and_a_source() -> None:
    """Nothing is told that nobody can look up."""
    incomplete = [
        (page.slug, key)
        for page in pages()
        for key, fact in page.facts.items()
        if not (fact["lt"] and fact["en"] and fact["source"])
    ]
    assert incomplete == []


def test_a_day_stands_only_where_the_page_was_read() -> None:
    """Every centre's page was; of the law's pages some could not be, and no day is claimed."""
    (law,) = (page for page in pages() if not page.slug)
    assert all(fact["checked"] for page in centre_pages() for fact in page.facts.values())
    assert {key for key, fact in law.facts.items() if not fact["checked"]} == {
        "register", "public_money", "sum", "funding", "long_programme", "free_training",
    }  # fmt: skip


def test_no_price_is_told_for_every_teacher() -> None:
    """A price of somebody's studies is out of date before anybody asks for it."""
    (law,) = (page for page in pages() if not page.slug)
    assert not [key for key, fact in law.facts.items() if "€" in fact["lt"] + fact["en"]]


def test_an_accreditation_is_told_with_its_date() -> None:
    """A certificate runs out: it is said what the page says, and not that it is so today."""
    told = [fact for page in pages() for key, fact in page.facts.items() if key == "accreditation"]
    assert len(told) == 3
    for fact in told:
        assert fact["lt"].startswith("Puslapyje rašoma")
        assert "galioja dabar, puslapyje nepasakyta" in fact["lt"]
        assert "does not say whether" in fact["en"]


def test_links_are_only_those_of_the_sources() -> None:
    """The centres' own pages name two sites, and no address is made up for the others."""
    named = {word for page in centre_pages() for fact in page.facts.values()
             for word in fact["lt"].split() if "www." in word or "http" in word}  # fmt: skip
    assert named == {"www.svietimopazanga.lt", "www.mtc.lt"}
    assert not [fact for page in centre_pages() for fact in page.facts.values() if fact["link"]]


def test_slugs() -> None:
    """These stand in people's commands and must not change."""
    assert [page.slug for page in centre_pages()] == ["akmene", "ksic", "menai", "mic", "vspc"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("KPKC", "ksic"),
        ("Kauno Švietimo inovacijų centras", "ksic"),
        ("VŠPC", "vspc"),
        ("Vilniaus mokytojų namai", None),
        ("Nežinomas centras", None),
    ],
)
def test_a_page_by_any_name(name: str, slug: str | None) -> None:
    """A name of two centres is the name of none."""
    found = page_of(name)
    assert (found.slug if found else None) == slug


def test_a_row_has_the_names_and_leaves_the_facts_in_the_file() -> None:
    """A copy in the database would grow old."""
    page = page_of("KPKC")
    assert page
    row = page.row()
    assert name_key("KPKC") in map(name_key, row.names)
    assert row.facts == {}
    assert page_of_row(row).names == page.names
    assert (page.title("en"), page.title("lt")) == (page.name_en, page.name)


def test_a_file_of_a_centre_of_its_own() -> None:
    """The page and the day stand once; a fact may say otherwise."""
    page = read(FILE)
    assert isinstance(page, Page)
    founded, bees = page.facts["founded"], page.facts["bees"]
    assert (founded["source"], founded["checked"]) == ("Šilalės centro puslapis", "2026-03-01")
    assert (bees["asked"], bees["link"]) == (["ar laikote bites"], "https://pavyzdys.lt")
    assert bees["checked"] == "2026-04-02"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("checked = 2026-03-01\n", ""),
        ('lt = "Įkurtas 2001 m."', ""),
        ('asked = ["ar laikote bites"]', ""),
        ("[facts.founded]", "[facts.founded"),
        ("checked = 2026-04-02", 'checked = "vakar"'),
        ("checked = 2026-04-02", "checked = 2026-04-02T10:00:00"),
        ('asked = ["ar laikote bites"]', 'asked = "ar laikote bites"'),
        ('slug = "silale"', 'slug = "silale"\nother_names = "Šilalė"'),
        ("[facts.bees]", "[facts]\nbees = 1\n[other]"),
        ('source = "Šilalės centro puslapis"', 'source = ""'),
        ('source = "Šilalės centro puslapis"\n', ""),
        ("[facts.bees]", '[facts."bees:honey"]'),
        ("[facts.bees]", "[facts.bitės]"),
        ('slug = "silale"', 'slug = "silale:rajonas"'),
    ],
)
def test_what_a_file_lacks_is_refused(before: str, after: str) -> None:
    """Nobody could rely on what has no source, day, words or way of asking, or open it by a button
    that cannot carry its name.
    """
    assert before in FILE
    with pytest.raises(NotACentre):
        read(FILE.replace(before, after))


def test_a_way_of_asking_is_of_one_kind() -> None:
    """A question that is said alike of two kinds of fact would be answered by chance."""
    said = Counter(fold(way) for ways in ways_of_asking().values() for way in ways)
    assert [way for way, times in said.items() if times > 1] == []


def test_ways_of_asking_are_kept_readable() -> None:
    """The file is corrected by hand: its lines fit a screen, as those of code do."""
    text = Path(pages_module.__file__).with_name("asked.toml").read_text("utf-8")
    assert [line for line in text.splitlines() if len(line) > 100] == []


def test_the_packaged_files_are_those_of_the_repository() -> None:
    """An installed package has a copy of the same folder, put there when it is built."""
    root = Path(__file__).parents[3]
    built = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    target = built["targets"]["wheel"]["force-include"]["examples/centres"]
    assert target == "catalogue/centres/examples"
    assert len(pages()) == len(list((root / "examples" / "centres").glob("*.toml")))
