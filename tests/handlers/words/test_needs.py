"""The survey of needs in words, to one who answers it."""

import pytest

from catalogue.needs.refusals import TooLong
from catalogue.needs.rules import Given, Stands
from catalogue.needs.tables import Kind, Mark, Survey, SurveyQuestion
from handlers.words import needs as words
from handlers.words.speech import Speech
from tests.factories import VILNIUS, a_centre

LT, EN = Speech("lt", VILNIUS), Speech("en", VILNIUS)


def a_survey() -> Survey:
    """One question of each kind; the first is whole in English."""
    texts = [
        (Kind.SEVERAL, "Ko <reikia>?", "What?", [["Taip", "Yes"], ["Ne", ""]]),
        (Kind.ONE, "Kam?", "", [["Taip", "Yes"], ["Ne", ""]]),
        (Kind.WORDS, "Kas dar?", "", []),
    ]
    questions = [
        SurveyQuestion(
            id=place, place=place, kind=kind, mark=Mark.NOTHING, lithuanian=lithuanian,
            english=english, options=options,
        )
        for place, (kind, lithuanian, english, options) in enumerate(texts)
    ]  # fmt: skip
    return Survey(id=1, centre_id=1, year=2026, questions=questions)


def test_what_each_way_means_is_said_first() -> None:
    """In both languages, with whose survey it is."""
    survey, centre = a_survey(), a_centre(name="Kauno <centras>")
    told = words.begin(LT, survey, centre)
    assert "2026–2027 m. m." in told
    assert "Klausia Kauno &lt;centras&gt;. 3 klausimai." in told
    assert told.index("Be vardo") < told.index("Su vardu") < told.index("vardų nemato")
    assert "kept apart from you" in words.begin(EN, survey, centre)
    all_of_it = words.difference(LT)
    assert all_of_it.index("Be vardo.") < all_of_it.index("Su vardu.")
    assert all_of_it.index("jei be vardo atsakytumėte tik Jūs") < all_of_it.index(
        "ne mažiau kaip 5"
    )
    assert words.label(LT, survey, centre) == "Kauno <centras>, 2026–2027 m. m."


def test_nothing_of_a_nameless_answer_is_said_again() -> None:
    """For the message would be kept; with a name one sees what one wrote."""
    survey, given = a_survey(), Given(("Kartais",), "mano <žodžiai>")
    nameless = words.question(LT, survey, 0, given, named=False)
    assert "mano" not in nameless
    assert "Jūsų žodžiai užrašyti." in nameless
    named = words.question(LT, survey, 0, given, named=True)
    assert "<b>Ko &lt;reikia&gt;?</b>" in named
    assert "mano &lt;žodžiai&gt;" in named
    assert "Pasirinkta: Kartais" in named


def test_a_question_is_said_in_the_language_it_has() -> None:
    """Where staff gave no English, in Lithuanian; so it is with options."""
    first, second, last = a_survey().questions
    assert [words.wording(EN, one) for one in (first, second)] == ["What?", "Kam?"]
    assert [words.option(EN, first, one) for one in ("Taip", "Ne", "Kita")] == ["Yes", "Ne", "Kita"]
    assert words.option(LT, first, "Taip") == "Taip"
    assert words.option_label(EN, first, "Taip", is_on=True) == "✓ Yes"
    assert words.wording(LT, last) == "Kas dar?"


def test_own_answers_are_shown_question_by_question() -> None:
    """Those that were answered."""
    survey = a_survey()
    own = {0: Given(("Taip",), "dar"), 1: Given(), 2: Given(words="viskas")}
    told = words.own(LT, Stands(survey, has_answered=True, own=own))
    assert told.split("\n\n")[1:] == [
        "Ko &lt;reikia&gt;?\n• Taip\n<i>dar</i>",
        "Kas dar?\n<i>viskas</i>",
    ]


@pytest.mark.parametrize("say", [LT, EN])
def test_all_else_is_said_in_both_languages(say: Speech) -> None:
    """No sentence is empty, and the two ways are told apart."""
    survey = a_survey()
    lines = [
        words.none_open(say),
        words.several(say),
        words.answered_nameless(say, survey),
        words.kept_for_later(say),
        words.dropped(say),
        words.withdraw_question(say),
        words.withdrawn(say),
        words.over(say, survey),
        words.gone(say),
        words.nothing_said(say),
        words.too_long(say, TooLong(500)),
        *(words.ready(say, survey, [Given(words="a")], named=named) for named in (True, False)),
        words.ready(say, survey, [], named=False),
        *(words.sent(say, named=named) for named in (True, False)),
    ]
    assert all(lines)
    assert len(set(lines)) == len(lines)


def test_where_nothing_was_answered_nothing_is_promised() -> None:
    """There is no button to send it with either."""
    told = words.ready(LT, Survey(questions=[]), [], named=False)
    assert told == "Tai viskas. Neatsakėte nė į vieną klausimą, todėl siųsti nėra ko."
