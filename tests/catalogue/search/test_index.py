"""What people find, and what they are offered when there is nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.search.filters import Filters
from catalogue.search.index import Index, Result
from catalogue.search.normalise import fold
from catalogue.search.questions import Question
from catalogue.search.ranking import FOUND
from tests.catalogue.search.samples import KAUNAS, NOW, PROGRAMME, event

INDEX = Index(PROGRAMME)


def keys(text: str, now: datetime = NOW) -> list[int]:
    """The keys of the hits."""
    return [hit.document.key for hit in INDEX.search(text, now=now).hits]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("isvyka i ryga", 4),
        ("matematikams", 5),
        ("artificial intelligence", 1),
        ("dirbtinio intelekto", 1),
        ("DI", 1),
        ("AI pamokoje", 1),
        ("ChatGPT", 1),
        ("ditbtinis intelektas", 1),
        ("intelekats", 1),
        ("bullying", 3),
        ("patyciu prevencja", 3),
        ("formuoj vertin", 2),
        ("formative assessment", 2),
        ("geogebra", 5),
        ("logopedams", 7),
        ("E-3", 3),
        ("speech therapy", 7),
    ],
)
def test_the_right_event_comes_first(text: str, first: int) -> None:
    """Case forms, slips, missing diacritics, abbreviations and English all find the event."""
    assert keys(text)[:1] == [first]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("renginiai", [1, 7, 5, 2, 3, 4]),
        ("seminarai", [1, 7, 5, 2, 3, 4]),
        ("renginiai gruodį", [1, 7, 5, 2, 3]),
        ("konferencija", [3]),
        ("konferencijos Kaune", []),
        ("renginiai gruodį, tik ne apie patyčias", [1, 7, 5, 2]),
        ("nuotoliniai", [5, 2]),
        ("gyvai", [1, 7, 5, 3, 4]),
        ("hibridiniai", [5]),
        ("Kaune", [1, 7, 4]),
        ("ne Kaune", [5, 2, 3]),
        ("nemokami", [2]),
        ("iki 26 eur", [5, 2, 3]),
        ("sausį", [4]),
        ("vasarį", [7]),
        ("pirmadieniais", []),
        ("vakare", [7, 2]),
        ("40 val. programa", [7]),
        ("ilgalaikė programa", [7]),
        ("in English", [7]),
        ("KPKC", [1, 7, 5, 2, 4]),
        ("VŠPC renginiai", [3]),
        ("edukacinės išvykos", [4]),
        ("logopedams", [7]),
        ("pradinukams", [2]),
        ("ne konferencija Vilniuje", []),
    ],
)
def test_filters_alone_list_by_date(text: str, found: list[int]) -> None:
    """What was said is honoured to the letter, the soonest first."""
    assert keys(text) == found


def test_what_has_started_is_left_out() -> None:
    """An event is found until its first session begins, and no later."""
    start = PROGRAMME[0].starts[0]
    assert 1 in keys("intelektas", start - timedelta(seconds=1))
    assert 1 not in keys("intelektas", start)
    assert 1 in keys("intelektas", start - timedelta(days=1))


@pytest.mark.parametrize(
    "text", ["motociklų remontas", "zzzz", "99999", "alaus darymo kursai", "🙂", "ačiū"]
)
def test_nothing_is_said_where_there_is_nothing(text: str) -> None:
    """Nonsense and themes that are not taught get no invented answer."""
    result = INDEX.search(text, now=NOW)
    assert (result.verdict, result.hits) == ("nothing", ())


def test_nearest_lets_go_of_as_little_as_will_do() -> None:
    """A theme that is on elsewhere is offered there, and the filter let go is named."""
    result = INDEX.search("patyčių prevencija Kaune nemokamai", now=NOW)
    assert result.verdict == "nothing"
    assert [hit.document.key for hit in result.nearest] == [3]
    assert set(result.relaxed) == {"free", "city"}


def test_nearest_in_time_when_the_theme_is_unknown() -> None:
    """With no such theme the others of the days said are offered."""
    result = INDEX.search("motociklai sausį", now=NOW)
    assert (result.relaxed, [hit.document.key for hit in result.nearest]) == (("topic",), [4])


TAUGHT = ["MISA; dirbtinis intelektas; roboto draugas", "Kauno šaka; robotikos kursai; patyčios"]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("misa", [], [1]),
        ("MISOS seminarai", [], [1]),
        ("Kauno šakoje", [], [3]),
        ("intelekto", [1], [1]),
        ("misa Vilniuje", [], []),
        ("roboto draugą", [], [1]),
    ],
)
def test_what_is_taught_is_found_at_once(text: str, before: list[int], after: list[int]) -> None:
    """A word that staff explain finds what it means, also where it could be a town."""
    index = Index(PROGRAMME)
    assert [hit.document.key for hit in index.search(text, now=NOW).hits] == before
    index.teach(TAUGHT)
    assert [hit.document.key for hit in index.search(text, now=NOW).hits] == after
    index.teach([])
    assert [hit.document.key for hit in index.search(text, now=NOW).hits] == before


def test_a_taught_phrase_means_all_its_words_together() -> None:
    """An event that has one of the words only is not meant."""
    index = Index([event(1, "Roboto valanda"), event(2, "Roboto geras draugas")])
    index.teach(["MISA; roboto draugas"])
    assert [hit.document.key for hit in index.search("misa", now=NOW).hits] == [2]
    assert index.understand("misa Kaune", asked_at=NOW).topic == ("misa",)


def test_a_centre_without_events_is_understood() -> None:
    """A centre that is known has nothing on, which is another answer than not knowing it."""
    index = Index(PROGRAMME)
    index.know({"RŠC": "Ryto švietimo centras", "KPKC": "Another"})
    assert index.understand("RŠC renginiai", asked_at=NOW).filters.organiser == (
        "Ryto švietimo centras"
    )
    assert index.search("RŠC renginiai", now=NOW).verdict == "nothing"
    assert index.understand("KPKC renginiai", asked_at=NOW).filters.organiser == KAUNAS


def test_events_of_the_same_theme_are_beside_the_hits() -> None:
    """Who asks for calligraphy learns of letters by hand, which are no hit of the word."""
    others = [event(key, title) for key, title in enumerate(("Etika", "Ritmika", "Algebra"), 10)]
    index = Index(
        [
            event(1, "Kaligrafija", summary="Plunksna ir popierius."),
            event(2, "Laiškai draugui", summary="Imsime plunksną."),
            *others,
        ]
    )
    result = index.search("kaligrafija", now=NOW)
    assert [hit.document.key for hit in result.hits] == [1]
    assert [(hit.document.key, hit.match) for hit in result.alike] == [(2, 0.0)]
    assert (result.total, result.verdict) == (1, "found")


def test_everyone_comes_after_those_meant() -> None:
    """An event for the group itself is before one for every teacher."""
    both = Index(
        [
            event(1, "STEAM dirbtuvės", audience=("visų dalykų mokytojai",)),
            event(2, "STEAM dirbtuvės", audience=("pradinių klasių mokytojai",)),
            event(3, "STEAM dirbtuvės", audience=("bibliotekininkai",)),
        ]
    )
    hits = both.search("STEAM pradinukams", now=NOW).hits
    assert [hit.document.key for hit in hits] == [2, 1]


@pytest.mark.parametrize(
    ("text", "found", "relaxed"),
    [
        ("gal yra kas biologams kitą mėnesį", [2, 5], ()),
        ("gal yra kas biologams sausį", [1, 3], ("audience",)),
        ("STEAM biologams sausį", [1], ("audience",)),
        ("STEAM visų dalykų mokytojams sausį", [1], ()),
        ("STEAM ritmika biologams", [6, 5], ("audience",)),
        ("STEAM sausį", [1], ()),
    ],
)
def test_what_is_for_everyone_is_said_to_be(
    text: str, found: list[int], relaxed: tuple[str, ...]
) -> None:
    """Where a group has nothing of its own, its answer is for every teacher and says so."""
    january = (datetime(2027, 1, 15, 6, 0, tzinfo=UTC),)
    index = Index(
        [
            event(1, "STEAM dirbtuvės", audience=("visų dalykų mokytojai",), starts=january),
            event(2, "Genetika", audience=("biologijos mokytojai",)),
            event(3, "Etika", starts=january),
            event(4, "Etika"),
            event(5, "Ritmika", audience=("biologijos mokytojai",)),
            event(6, "STEAM ritmika"),
        ]
    )
    result = index.find(index.understand(text, asked_at=NOW), now=NOW)
    assert (result.verdict, [hit.document.key for hit in result.hits]) == ("found", found)
    assert result.relaxed == relaxed


def test_a_group_has_its_own_first_though_others_say_more() -> None:
    """An event of the group itself stands before a better title that is for every teacher."""
    both = Index(
        [
            event(1, "STEAM", audience=("visų dalykų mokytojai",)),
            event(2, "Genetika", summary="STEAM", audience=("biologijos mokytojai",)),
        ]
    )
    hits = both.search("STEAM biologams", now=NOW).hits
    assert [hit.document.key for hit in hits] == [2, 1]


def test_an_unknown_price_is_never_free_nor_cheap() -> None:
    """Only a price that is known can be promised."""
    index = Index([event(1, "Etika"), event(2, "Etika", price_eur=Decimal(0))])
    assert [hit.document.key for hit in index.search("etika iki 10 eur", now=NOW).hits] == [2]


def test_a_change_is_found_at_once_and_the_old_text_no_more() -> None:
    """A corrected title replaces the old one."""
    index = Index(PROGRAMME)
    index.put(replace(PROGRAMME[2], title_lt="Keramikos dirbtuvės"))
    assert len(index) == len(PROGRAMME)
    assert [hit.document.key for hit in index.search("keramika", now=NOW).hits] == [3]
    assert index.search("patyčios", now=NOW).verdict == "nothing"


def test_an_understood_question_is_found_by_its_filters() -> None:
    """A question made by somebody else is searched as it stands."""
    question = Question(text="", filters=Filters(organiser=KAUNAS), topic=("matematika",))
    assert [hit.document.key for hit in INDEX.find(question, now=NOW).hits] == [5]


def test_total_counts_more_than_is_shown() -> None:
    """A short list says how much longer it could be."""
    result = INDEX.search("renginiai", now=NOW, limit=2)
    assert (len(result.hits), result.total) == (2, 6)


def facts(result: Result) -> tuple[str, list[tuple[int, float]]]:
    """What two equal answers have in common."""
    return result.verdict, [(hit.document.key, hit.score) for hit in result.hits]


QUERIES = ("matematika", "dirbtinis intelektas", "patycios", "renginiai", "nuotoliniai", "keramka")


@given(
    st.lists(
        st.tuples(st.integers(1, 7), st.booleans(), st.sampled_from(["Etika", "Keramika", ""])),
        max_size=20,
    )
)
@settings(max_examples=40)
def test_changes_one_by_one_equal_a_fresh_start(steps: list[tuple[int, bool, str]]) -> None:
    """After any puts and removals the answers are those of an index built anew."""
    changed = Index(PROGRAMME[:3])
    held = {document.key: document for document in PROGRAMME[:3]}
    for key, keep, title in steps:
        if keep:
            held[key] = replace(PROGRAMME[key - 1], title_lt=title or PROGRAMME[key - 1].title_lt)
            changed.put(held[key])
        else:
            held.pop(key, None)
            changed.remove(key)
    fresh = Index(held.values())
    for text in QUERIES:
        assert facts(changed.search(text, now=NOW)) == facts(fresh.search(text, now=NOW))


@given(st.text(max_size=120))
@settings(max_examples=150)
def test_any_text_is_answered_in_order(text: str) -> None:
    """Whatever is typed, nothing breaks, scores are within 0..1 and fall."""
    result = INDEX.search(text, now=NOW)
    scores = [hit.score for hit in result.hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert bool(result.hits) == (result.verdict != "nothing")


SAID = (
    "patyčios, vertinimas, išvyka, Rygą, Šiauliuose, gruodį, kitą savaitę, pradinukams, "
    "nemokami, sutrikimai, dirbtinį intelektą, konferencija, būrelis, motociklas, ėjimas"
)
WORDS = st.sampled_from(SAID.split(", "))


@given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
@settings(max_examples=100)
def test_diacritics_and_capitals_change_nothing(text: str) -> None:
    """Who types without diacritics or in capitals gets the same answer."""
    expected = facts(INDEX.search(text, now=NOW))
    assert facts(INDEX.search(fold(text), now=NOW)) == expected
    assert facts(INDEX.search(text.upper(), now=NOW)) == expected


def test_sessions_on_later_days_are_found_by_those_days() -> None:
    """A programme of many meetings is found by any of its days, in local time."""
    late = event(1, "Etika", starts=(datetime(2026, 12, 31, 22, 30, tzinfo=UTC),))
    index = Index([late])
    assert index.search("sausio 1 d.", now=NOW).verdict == "found"
    assert index.search("gruodžio 31 d.", now=NOW).verdict == "nothing"


def test_an_empty_programme_has_nothing() -> None:
    """Before the first import nothing is found and nothing breaks."""
    assert Index().search("matematika", now=NOW) == Result("nothing")


def test_a_group_alone_may_be_the_theme() -> None:
    """Of the events for a group those about it come first; with a date asked, by date again."""
    index = Index(
        [
            event(1, "Streso valdymas", audience=("muzikos mokytojai",)),
            event(2, "Muzikos pamoka", audience=("muzikos mokytojai",)),
        ]
    )
    assert [hit.document.key for hit in index.search("music teachers", now=NOW).hits] == [2, 1]
    beside = index.search("muzikos mokytojų veiklos metodai", now=NOW)
    assert [hit.document.key for hit in beside.hits] == [2, 1]
    dated = index.search("music teachers in December", now=NOW)
    assert [hit.document.key for hit in dated.hits] == [1, 2]


def test_pupils_beside_a_theme_need_not_be_those_invited() -> None:
    """Teachers learn what their pupils need: it is found, and said to be for others."""
    found = INDEX.search("bullying prevention for pupils", now=NOW)
    assert [hit.document.key for hit in found.hits] == [3]
    assert found.relaxed == ("audience",)
    assert INDEX.search("renginiai mokiniams", now=NOW).verdict == "nothing"


@pytest.mark.parametrize("text", ["ispanų kalba", "smuiko pamokos", "kaligrafija"])
def test_a_relative_of_what_was_asked_is_never_found(text: str) -> None:
    """Another language, instrument or skill is offered with a doubt, and scores like one."""
    index = Index(
        [
            event(1, "Užsienio kalbos pamoka", subjects=("Užsienio kalbos",)),
            event(2, "Fortepijono pamokos"),
            event(3, "Rašymo įgūdžiai"),
        ]
    )
    result = index.search(text, now=NOW)
    assert result.verdict == "unsure"
    assert result.hits[0].score < FOUND


def test_an_olympiad_is_not_answered_by_its_tasks() -> None:
    """A title that only speaks of a form is none of its events."""
    index = Index([event(1, "Matematikos olimpiadų uždaviniai")])
    assert index.search("matematikos olimpiada", now=NOW).verdict == "nothing"
    assert index.search("matematikos olimpiadų uždaviniai", now=NOW).verdict == "found"


@pytest.mark.parametrize("text", ["historians", "mathematicians"])
def test_a_group_called_as_no_event_calls_it_is_still_found(text: str) -> None:
    """The events for it are listed, though its word stands in none of them."""
    group = "istorijos mokytojai" if text == "historians" else "matematikos mokytojai"
    index = Index([event(1, "Vertinimas", audience=group)])
    assert index.search(text, now=NOW).hits
