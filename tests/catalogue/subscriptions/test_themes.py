"""Every way to say one thing is one theme, and what only looks like it is another."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.questions import VILNIUS, wish
from catalogue.search.reading import vocabulary
from catalogue.subscriptions.themes import MOST_WORDS, theme_of, without_slips

AT = datetime.fromisoformat("2026-11-22T10:00:00+02:00")


def of(text: str) -> str:
    """As a question is understood."""
    return theme_of(wish(text, asked_at=AT, timezone=VILNIUS, known=vocabulary()).topic)


SAME = (
    (
        *("streso valdymas", "streso valdimas", "valdyti stresą", "Kaip valdyti stresa?"),
        *("stress management", "streso valdymo mokymai mokytojams", "valdymas streso"),
    ),
    (
        *("dirbtinis intelektas", "DI", "AI", "dirbtinio inteliekto taikymas pamokose"),
        *("artificial inteligence", "dirbtiniu intelektu", "intelektas dirbtinis"),
    ),
    ("matematika pradinukams", "matematka pradinukams", "pradinukų matematikos mokymai"),
    ("skaitymo gebėjimai", "skaitimas", "vaikų skaitymas"),
    ("mokinių vertinimas", "vertinti mokinius", "vertinimas"),
    ("patyčių prevencija", "patyciu prevencija mokykloje", "patyčios"),
    ("įtraukusis ugdymas", "itraukusis ugdimas", "įtraukiojo ugdymo kursai"),
    ("laiko planavimas", "laiko valdymas", "planuoti laiką"),
    ("viešasis kalbėjimas", "kalbėti viešai", "retorika"),
    ("darbas su autistais", "autizmas", "autistiški vaikai"),
    ("pirmoji pagalba", "pirmos pagalbos kursai", "pirmaji pagalba"),
    ("robotika", "robtika", "robotikos mokymai Kaune"),
    ("bitininkystė", "bitininkyste", "bitininkistė"),
    ("gestų kalba", "gestu kalbos pagrindai"),
    ("formuojamasis vertinimas", "formujamasis vertinimas", "formuojamojo vertinimo"),
    ("elgesio sunkumai", "elgessio sunkumai"),
)
APART = (
    ("emocinis intelektas", "dirbtinis intelektas"),
    ("muzika", "muziejus"),
    ("anglų kalba", "lietuvių kalba", "rusų kalba", "gestų kalba"),
    ("streso valdymas", "klasės valdymas", "laiko valdymas", "konfliktų valdymas"),
    ("vertinimas", "kaupiamasis vertinimas"),
    ("finansinis raštingumas", "medijų raštingumas", "kompiuterinis raštingumas"),
    ("biologija", "biologijos laboratoriniai", "chemijos laboratoriniai"),
    ("žaidimai", "žaidybinimas"),
    ("fizika", "fizinis ugdymas"),
    ("dronai", "drama"),
    ("teisė", "teatras"),
)


@pytest.mark.parametrize("ways", SAME, ids=lambda ways: ways[0])
def test_one_thing_has_one_theme(ways: tuple[str, ...]) -> None:
    """Cases, slips, synonyms, deeds, other languages, missing diacritics, whatever order."""
    assert {of(way) for way in ways} == {of(ways[0])} != {""}


@pytest.mark.parametrize("ways", APART, ids=lambda ways: ways[0])
def test_what_looks_alike_stays_apart(ways: tuple[str, ...]) -> None:
    """Words in common, or much the same letters, make no two wishes one."""
    assert len({of(way) for way in ways}) == len(ways)


def test_a_story_has_no_theme() -> None:
    """Nobody else tells it alike; nor is there one where nothing was said."""
    assert theme_of(()) == theme_of(tuple(f"zodis{number}" for number in range(9))) == ""
    assert theme_of(tuple(f"zodis{number}" for number in range(MOST_WORDS)))


def test_words_of_the_trade_are_a_theme_where_they_are_all() -> None:
    """„mokymo metodai“ is little to say, yet something."""
    assert theme_of(("metodai",)) not in {"", theme_of(("kursai",))}


def test_strange_words_are_compared_with_each_other() -> None:
    """A word that nobody knows counts with the one asked for more often that it is a slip of."""
    often, slip, other = of("kamišibai"), of("kamishibai"), of("origami")
    found = without_slips({slip: 2, often: 7, other: 9, f"{often}|{other}": 1})
    assert found[slip] == found[often] == often
    assert found[other] == other


@given(st.permutations(["streso", "valdymas", "ugdyme", "kamisibai", "di"]))
def test_order_of_words_does_not_matter(words: list[str]) -> None:
    """The theme is a set."""
    assert theme_of(tuple(words)) == theme_of(("di", "kamisibai", "streso", "ugdyme", "valdymas"))
