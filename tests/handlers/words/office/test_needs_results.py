"""What a survey has said, in words."""

import pytest

from catalogue.needs.gathered import Gathered
from catalogue.needs.results import Hidden, Line, Told
from catalogue.needs.tables import Kind
from catalogue.numbers.groups import Other
from handlers.words.office import needs_results as words
from handlers.words.speech import Speech
from tests.factories import VILNIUS
from tests.handlers.words.test_needs import a_survey

LT, EN = Speech("lt", VILNIUS), Speech("en", VILNIUS)
TOLD = Told(
    20,
    [
        Line(Other.OTHERS, 6),
        Line("Ne", Hidden.FEW),
        Line("Taip", 8),
        Line("Kita", Hidden.NEARLY_ALL),
        Line("Gal", Hidden.BEHIND),
    ],
)


def test_the_largest_stand_first() -> None:
    """Nearly all is larger than any number; what is told together is the last."""
    order = [one.label for one in words.ordered(TOLD)]
    assert order == ["Kita", "Taip", "Ne", "Gal", Other.OTHERS]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (TOLD.lines[0], "6 (30 %)"),
        (TOLD.lines[1], "mažiau nei 5"),
        (TOLD.lines[3], "beveik visi"),
        (TOLD.lines[4], "nerodoma"),
    ],
)
def test_how_many_is_said_where_it_may_be(line: Line, told: str) -> None:
    """With the part of all who answered."""
    assert words.size(LT, line, TOLD) == told


def test_everything_has_a_name() -> None:
    """Options in the language of the reader, what is told together, those who chose none."""
    asked = a_survey().questions[0]
    labels = ("Taip", Other.OTHERS, Other.UNSAID)
    named = [words.line_name(EN, asked, label) for label in labels]
    assert named == ["Yes", "The other answers", "Chose none of these"]
    groups = [words.group_name(LT, asked, label) for label in labels]
    assert groups == ["Taip", "Visi kiti", "Nenurodė"]
    with pytest.raises(ValueError, match="ONLINE"):
        words.line_name(LT, asked, Other.ONLINE)


def test_last_year_stands_beside_the_name() -> None:
    """Where it is known."""
    assert words.with_last_year(LT, "A & B", 0.5) == "A & B (pernai 50 %)"
    assert words.with_last_year(LT, "A & B", None) == "A & B"


def test_the_page_has_what_was_said_most() -> None:
    """Of fewer than five answers nothing but how many there are."""
    survey = a_survey()
    few = Gathered(survey, [{"0": ["Taip"]}] * 4, {2: ["a"] * 4})
    assert "Atsakė: <b>4</b>." in words.page(LT, few)
    assert "Taip" not in words.page(LT, few)
    enough = Gathered(survey, [{"0": ["Taip"]}] * 6, {2: ["a"] * 5})
    told = words.page(LT, enough)
    assert "Kam?</b>\nNieko, ką būtų pasakę bent 5 žmonės." in told
    assert "<b>1. Ko &lt;reikia&gt;?</b>\nTaip: 6 (100 %)" in told
    assert "<b>3. Kas dar?</b>\nParašė: 5." in told


def test_own_words_are_quoted() -> None:
    """Escaped, or that there are none."""
    asked = a_survey().questions[2]
    assert words.own_words(LT, asked, ["<b>"], has_any=True).endswith("— &lt;b&gt;")
    assert words.own_words(LT, asked, [], has_any=False).endswith("Nieko neparašyta.")


def test_a_picture_says_what_its_reader_needs_to_know() -> None:
    """That several could be chosen, that something is hidden, that there is more."""
    note = words.note(LT, TOLD.lines, is_cut=True, kind=Kind.SEVERAL)
    assert note.count(".") == 3
    assert words.note(LT, [Line("Taip", 8)], is_cut=False, kind=Kind.ONE) == ""
    found = Gathered(a_survey(), [], {})
    assert words.under(LT, found, TOLD, "logopedai") == "2026–2027 m. m. · logopedai · atsakė 20"
