"""Surveys of needs in words for their staff."""

from datetime import datetime, timedelta

import pytest

from catalogue.needs.refusals import NotAQuestion, NotReady, OpenAlready, Unfinished, Wrong
from catalogue.needs.tables import Kind, Mark
from handlers.words.office import needs as words
from handlers.words.speech import Speech
from tests.factories import NOW, VILNIUS, a_centre
from tests.handlers.words.test_needs import a_survey

LT, EN = Speech("lt", VILNIUS), Speech("en", VILNIUS)


@pytest.mark.parametrize(
    ("opened", "closed", "state", "told"),
    [
        (None, None, "dar neatverta", "Mokytojai jos dar nemato. 3 klausimai."),
        (NOW, None, "atvira", "Atvira nuo 2026 m. lapkričio 22 d. 3 klausimai."),
        (
            NOW,
            NOW,
            "baigta lapkričio 22 d.",
            "Buvo atvira 2026 m. lapkričio 22 d. 3",
        ),
        (
            NOW - timedelta(days=2),
            NOW,
            "baigta lapkričio 22 d.",
            "Buvo atvira nuo 2026 m. lapkričio 20 d. iki 2026 m. lapkričio 22 d.",
        ),
    ],
)
def test_how_a_survey_stands(
    opened: datetime | None, closed: datetime | None, state: str, told: str
) -> None:
    """How many have answered, once anybody could."""
    survey = a_survey()
    survey.opened_at, survey.closed_at = opened, closed
    card = words.card(LT, survey, a_centre(), answered=12)
    assert told in card
    assert ("Atsakė: <b>12</b>." in card) is (opened is not None)
    assert words.label(LT, survey, now=NOW) == f"2026–2027 m. m.: {state}"


def test_a_question_shows_its_options_and_its_english() -> None:
    """And where there are none."""
    first, second, last = a_survey().questions
    assert "EN: What?" in words.question(LT, first, 1)
    assert "• Taip | Yes\n• Ne" in words.question(LT, second, 2)
    assert "Angliško teksto nėra" in words.question(LT, last, 3)
    assert "<code>Taip | Yes\nNe</code>" in words.ask_options(LT, second)
    second.options = []
    assert "Pasirinkimų dar nėra" in words.question(LT, second, 2)
    assert "<code>" not in words.ask_options(LT, second)
    assert words.question_label(LT, last, 3) == "3. Kas dar?"


def test_an_announcement_leads_to_the_survey() -> None:
    """By a link, in whatever centre's name."""
    link = "https://t.me/kvieslys_bot?start=nd_1"
    told = words.announcement(LT, a_survey(), a_centre(name="A & B"), link)
    assert f'<a href="{link}">Atsakyti į apklausą</a>' in told
    assert "A &amp; B planuoja renginius" in told


@pytest.mark.parametrize("say", [LT, EN])
def test_all_else_is_said_in_both_languages(say: Speech) -> None:
    """Each kind, each mark and each refusal in its own words."""
    survey = a_survey()
    lines = [
        words.choose_centre(say),
        *(words.page(say, a_centre(), has_any=has_any) for has_any in (True, False)),
        words.begin_label(say, 2026),
        words.close_question(say, 12),
        words.discard_question(say, survey),
        words.announcement_ready(say),
        *(words.questions(say, survey, can_change=can) for can in (True, False)),
        words.ask_wording(say),
        words.remove_question(say, survey.questions[0]),
        words.answered(say),
        words.open_already(say, OpenAlready(survey)),
        *(words.not_ready(say, NotReady(lacks)) for lacks in Unfinished),
        *(words.not_a_question(say, NotAQuestion(wrong)) for wrong in Wrong),
        words.too_few(say),
        *(say(words.KINDS[kind]) for kind in Kind),
        *(say(words.MARKS[mark]) for mark in Mark),
    ]
    assert all(lines)
    assert len(set(lines)) == len(lines)
