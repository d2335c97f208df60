"""Voices counted as wishes: each person once, each search as often as it was made."""

from datetime import date
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from catalogue.demand.wishes import (
    Demand,
    Voice,
    Wish,
    by_group,
    by_town,
    most_said,
    together,
    told,
    wish,
)
from catalogue.numbers.groups import Group, Other

DAY = date(2026, 11, 22)


def voice(words: str, who: str = "", times: int = 0, **facts: Any) -> Voice:
    """What it is about is what is written."""
    topic = tuple(words.split())
    return Voice(topic=topic, words=words, who=who, times=times, **facts)


def test_every_form_of_a_wish_is_one() -> None:
    """Searches, what people wait for and what they answered; conditions and order aside."""
    found = together(
        [
            voice("robotikos mokymai", times=5),
            *[voice("robotika", who=f"person {n}") for n in range(4)],
            *[voice("mokymu robotikos", who=f"person {n}", town="Alytus") for n in range(3, 6)],
            voice("robtika", who="answer a"),
        ]
    )
    assert [(len(one.people), one.times, one.words) for one in found] == [
        (7, 5, "robotikos mokymai")
    ]


def test_few_are_not_told() -> None:
    """Times alone where fewer than five people are known, and nothing where both are few."""
    voices = [voice("joga", times=2), voice("jogos", times=5), voice("joga", who="person 1")]
    (one,) = told(together(voices))
    assert (one.words, one.people, one.times, one.size) == ("jogos", 0, 7, 7)
    assert told(together([voice("joga", times=4)])) == []


def test_conditions_alone_are_a_wish() -> None:
    """Where nothing was said of what it is about; they are nobody's where it was."""
    zarasai = {"city": "Zarasai"}
    voices = [
        Voice(topic=(), words="", filters=zarasai, times=5),
        *[Voice(topic=(), words="", filters=zarasai, who=f"person {n}") for n in range(6)],
    ]
    (one,) = together(voices)
    assert wish(one) == Wish("", zarasai, 6, 5, one.key)
    assert together([voice("joga", times=5, filters=zarasai)])[0].filters == {}


def test_what_is_put_aside_counts_anew() -> None:
    """From the next day on; what has no day is not new."""
    old = [voice("joga", who=f"person {n}", day=DAY) for n in range(5)]
    (one,) = together(old)
    new = [voice("jogos", times=3, day=date(2026, 11, 23)), voice("joga", who="answer a")]
    assert [each.times for each in together([*old, *new], {one.key: DAY})] == [3]


def test_groups_and_towns_of_few_are_not_told() -> None:
    """One of two persons joins the next, so that no number is found by subtraction."""
    people = [
        voice("joga", who=f"person {n}", town="Kaunas", groups=("logopedai",)) for n in range(9)
    ]
    few = [voice("joga", who=f"other {n}", town="Alytus") for n in range(2)]
    (one,) = together([*people, *few])
    assert by_town(one) == [Group(Other.OTHERS, 0, 11, 11)]
    (all_of_one,) = together(people)
    assert by_group(all_of_one) == [Group("logopedai", 0, 9, 9)]
    assert by_town(Demand("x", "x", {}, tuple(few))) == []


def test_most_said_has_its_diacritics() -> None:
    """What most wrote, as those wrote it who took the trouble."""
    assert most_said({"streso valdymas": 3, "gestu kalba": 3, "gestų kalba": 1}) == "gestų kalba"
    assert most_said({}) == ""


def test_of_many_ways_none_is_taken() -> None:
    """Where as many call it so as otherwise, it is called what it is."""
    said = {"perdegimas": 1, "streso valdymas": 1}
    assert most_said(said, "=stresas") == "stresas"
    assert most_said(said | {"streso Valdymas": 1}, "=stresas") == "streso Valdymas"
    assert most_said(said, "?x") == "perdegimas"


words = st.sampled_from(
    (
        *("streso valdymas", "streso valdimas", "valdyti stresa", "joga", "jogos", "muzika"),
        *("kamisibai", "kamishibai", "di", "dirbtinis intelektas", "muziejus", "metodai"),
    )
)
voices = st.lists(
    st.one_of(
        st.builds(lambda said, n: voice(said, times=n), words, st.integers(1, 9)),
        st.builds(lambda said, n: voice(said, who=f"person {n}"), words, st.integers(0, 6)),
    ),
    max_size=20,
)


@given(voices, st.randoms(use_true_random=False))
def test_counts_hold_in_whatever_order(given_voices: list[Voice], chance: Random) -> None:
    """Times are kept, nobody counts twice for one thing, and order changes nothing."""
    found = together(given_voices)
    assert sum(one.times for one in found) == sum(one.times for one in given_voices)
    for one in found:
        assert len(one.people) == len({each.who for each in one.voices if each.who})
    assert {who for one in found for who in one.people} == {v.who for v in given_voices if v.who}
    shuffled = list(given_voices)
    chance.shuffle(shuffled)
    anew = together(shuffled)
    assert told(anew) == told(found)
    assert [sorted(map(str, one.voices)) for one in anew] == [
        sorted(map(str, one.voices)) for one in found
    ]
