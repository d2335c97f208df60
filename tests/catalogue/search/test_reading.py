"""What is left of a sentence when every filter is taken out, and which names it may say."""

from dataclasses import replace
from datetime import date

import pytest

from catalogue.search.filters import Filters
from catalogue.search.reading import (
    Reading,
    _centre_names,
    generic_words,
    is_theme,
    read,
    stop_words,
    vocabulary,
)

KAUNAS = "Kauno švietimo inovacijų centras"
VILNIUS = "Vilniaus švietimo pažangos centras"
KNOWN = vocabulary(
    ("Ryga",), {KAUNAS: KAUNAS, "KŠIC": KAUNAS, VILNIUS: VILNIUS, "Kaunas Education Centre": KAUNAS}
)


def reading(text: str) -> Reading:
    """A sentence read on a Sunday."""
    return read(text, today=date(2026, 11, 22), known=KNOWN)


@pytest.mark.parametrize(
    ("text", "centre"),
    [
        ("KŠIC", KAUNAS),
        ("ksic seminarai", KAUNAS),
        ("Kauno švietimo inovacijų centro", KAUNAS),
        ("kauno svietimo inovaciju centre", KAUNAS),
        ("Kauno centras", KAUNAS),
        ("Kauno centrą", KAUNAS),
        ("the Kaunas centre", KAUNAS),
        ("Vilniaus centro", VILNIUS),
        ("Alytaus centras", None),
        ("centras", None),
        ("kšicas", None),
    ],
)
def test_a_centre_by_any_of_its_names(text: str, centre: str | None) -> None:
    """Its own name in any case, its abbreviation, or its town where that has only one."""
    assert reading(text).filters.organiser == centre


def test_a_town_with_two_centres_names_neither() -> None:
    """„Kauno centras“ is not guessed where there are two."""
    both = vocabulary((), {KAUNAS: KAUNAS, "Kauno meno centras": "Kauno meno centras"})
    found = read("Kauno centras", today=date(2026, 11, 22), known=both)
    assert (found.filters.organiser, found.filters.city) == (None, "Kaunas")


def test_a_centre_may_be_excluded() -> None:
    """Without a centre means every other; a part of its name is enough."""
    found = reading("be Kauno inovacijų centro").filters
    assert found == Filters(exclude=Filters(organiser=KAUNAS))


def test_the_longer_name_goes_first() -> None:
    """A centre whose name is a part of another's does not take that one's events."""
    long = "Kauno centro filialas"
    known = vocabulary((), {"Kauno centras": KAUNAS, long: long})
    assert read(long, today=date(2026, 11, 22), known=known).filters == Filters(organiser=long)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Ar turite ką nors apie įtraukųjį ugdymą gruodį Kaune?", ["įtraukųjį", "ugdymą"]),
        ("nemokami seminarai Rygoje", []),
        ("papasakok apie etiką", ["etiką"]),
        ("please show me something about robotics", ["robotics"]),
        ("gruodžio planas", []),
        ("gruodį pamokos planas", ["pamokos", "planas"]),
    ],
)
def test_the_topic_is_what_nobody_took(text: str, topic: list[str]) -> None:
    """Filters, small words and words for any event are no theme; the rest stays as written."""
    assert [written for _, written in reading(text).topic()] == topic


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("kas yra KŠIC?", "kas yra"),
        ("KŠIC", ""),
        ("KŠIC seminarai", None),
        ("KŠIC gruodį", None),
        ("kas yra etika?", None),
    ],
)
def test_the_words_beside_a_centre(text: str, beside: str | None) -> None:
    """Only where a centre and nothing else is named can the centre be asked about."""
    assert reading(text).beside_centre() == beside


def test_what_is_excluded_is_kept_apart() -> None:
    """A sentence may want one thing and exclude another of the same kind."""
    assert reading("Kaune, ne Vilniuje, gruodį, tik ne pirmadienį").filters == Filters(
        first=date(2026, 12, 1),
        last=date(2026, 12, 31),
        city="Kaunas",
        exclude=Filters(weekday=(1,), city="Vilnius"),
    )


def test_small_words_and_words_of_the_trade_differ() -> None:
    """A word is either skipped or counts little, or the lists contradict each other."""
    assert stop_words()
    assert generic_words()
    assert not stop_words() & generic_words()


def test_a_new_town_or_word_leaves_the_names_of_centres() -> None:
    """They are compiled anew only where a centre comes or goes."""
    reading("KŠIC seminarai Kaune")
    compiled = _centre_names.cache_info().misses
    for known in (
        replace(KNOWN, cities=KNOWN.cities | {"Nida"}),
        replace(KNOWN, taught=frozenset({("kahut",)})),
    ):
        found = read("KŠIC seminarai Kaune", today=date(2026, 11, 22), known=known)
        assert found.filters.organiser == KAUNAS
    assert _centre_names.cache_info().misses == compiled


@pytest.mark.parametrize("word", ["kokiuose", "sito", "tokiomis", "bemaz", "visuomet", "juokausim"])
def test_words_of_the_closed_classes_and_what_people_do_are_no_theme(word: str) -> None:
    """No case of a pronoun says what about, and no adverb without forms."""
    assert not is_theme(word)


@pytest.mark.parametrize("word", ["patycios", "lauke", "kabinetu", "kalbos"])
def test_a_noun_may_be_a_theme(word: str) -> None:
    """Also where it looks like a verb or an adverb."""
    assert is_theme(word)


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("Kaunas ar ne Kaunas, nesvarbu", Filters()),
        ("esu iš Anykščių, tik nuotoliniu būdu", Filters(mode="online")),
        ("a webinar, I live in Biržai", Filters(form="vebinaras")),
        ("noriu gyvai iš Utenos", Filters(mode="onsite", city="Utena")),
        ("savaitgaliais, ne darbo dienomis", Filters(weekday=(6, 7))),
        ("ne Kaune, o Alytuje", Filters(city="Alytus", exclude=Filters(city="Kaunas"))),
    ],
)
def test_what_is_wanted_and_excluded_at_once_does_not_matter(text: str, filters: Filters) -> None:
    """Nor are weekdays excluded beside others that are wanted; two towns are said apart."""
    assert reading(text).filters == filters


def test_another_centre_may_be_called_by_its_first_word() -> None:
    """After the one that is excluded: „ne Nemuno centro, o Pajūrio“."""
    both = vocabulary((), {name: name for name in ("Nemuno centras", "Pajūrio centras")})
    found = read("ne Nemuno centro, o Pajūrio", today=date(2026, 11, 22), known=both)
    assert found.filters == Filters(
        organiser="Pajūrio centras", exclude=Filters(organiser="Nemuno centras")
    )
