"""Known answers found by the ways in which they are asked."""

import pytest

from catalogue.answers.index import Answers, Known

LEND = Known(
    key="a/borrow",
    kind="borrow",
    centre="a",
    asked=("ar skolinate projektorių", "do you lend equipment"),
    said={"lt": "Skoliname."},
)
FOUNDED = Known(
    key="a/founded",
    kind="founded",
    centre="a",
    asked=("kada įkurtas centras",),
    said={"lt": "1995 m."},
)
OTHER = Known(
    key="b/founded",
    kind="founded",
    centre="b",
    asked=("kada įkurtas centras",),
    said={"lt": "2002 m."},
)
PARKING = Known(key="?/parking", kind="parking", asked=("ar yra stovėjimo aikštelė",))
ALL = Answers([LEND, FOUNDED, OTHER, PARKING])


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ar skolinat projektoriu", ["a/borrow"]),
        ("Ar galima pasiskolinti projektorių?", ["a/borrow"]),
        ("ar skolinate projektroių", ["a/borrow"]),
        ("can I borrow equipment", ["a/borrow"]),
        ("kuriais metais įsteigtas centras", ["a/founded", "b/founded"]),
        ("ar yra stovėjimo aikštelė", []),
        ("koks rytoj oras", []),
        ("kas?", []),
        ("", []),
    ],
)
def test_found_in_other_words(text: str, keys: list[str]) -> None:
    """Case forms, slips, synonyms and the other language; never what only sounds alike."""
    found = ALL.find(text)
    assert ([hit.key for hit in found.hits] if found.verdict == "found" else []) == keys


def test_what_nobody_says_is_recognised() -> None:
    """The question is understood, and there is nothing to tell."""
    found = ALL.find("ar prie centro yra automobilių stovėjimo aikštelė")
    assert (found.kind, found.hits) == ("parking", ())


def test_of_one_centre() -> None:
    """What another centre says is no answer about this one."""
    assert [hit.key for hit in ALL.find("kada įkurtas centras", centres={"b"}).hits] == [
        "b/founded"
    ]
    assert ALL.find("ar skolinate projektorių", centres={"b"}).hits == ()
    assert [known.key for known in ALL.of("founded", centres={"a"})] == ["a/founded"]
    assert ALL.of("parking") == ()


def test_what_centres_answered_each_for_itself_is_told_together() -> None:
    """The best of each centre's, but not two answers of one centre, nor what nobody approved."""
    asked, also = "ar galima atsivežti vaiką", "ar vaiką galima atsivežti"
    ways = (("a", asked), ("a", f"{asked}?"), ("b", also), (None, asked), ("c", "kur"))
    approved = [
        Known(
            key=f"answer/{number}", kind=f"answer/{number}", centre=centre, asked=(way,),
            said={"lt": "Taip."}, is_approved=True,
        )
        for number, (centre, way) in enumerate(ways)
    ]  # fmt: skip
    page = Known(key="d/child", kind="child", centre="d", asked=(asked,), said={"lt": "Ne."})
    answers = Answers([*approved, page, FOUNDED])
    assert [hit.key for hit in answers.find(asked).hits] == ["answer/0", "answer/2", "answer/3"]
    assert [hit.key for hit in answers.find(asked, centres={"b"}).hits] == ["answer/2", "answer/3"]


def test_when_is_not_how_much() -> None:
    """Who asks for a number is not told a date."""
    assert ALL.find("kiek įkurtas centras").likeness < ALL.find("kada įkurtas centras").likeness
    assert ALL.find("kada įkurtas centras").is_sure


def test_a_change_is_found_at_once() -> None:
    """Put, put again in other words, and taken out."""
    answers = Answers([LEND])
    answers.put(Known(key="x", kind="x", asked=("ar yra baseinas",), said={"lt": "Ne."}))
    assert [hit.key for hit in answers.find("ar turite baseiną").hits] == ["x"]
    answers.put(Known(key="x", kind="x", asked=("ar yra pirtis",), said={"lt": "Ne."}))
    assert answers.find("ar turite baseiną").hits == ()
    assert [hit.key for hit in answers.find("ar yra pirtis").hits] == ["x"]
    answers.remove("x")
    answers.remove("x")
    assert answers.find("ar yra pirtis").hits == ()
    assert len(answers) == 1
