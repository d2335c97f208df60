"""A survey that is being answered, kept between two presses."""

from dataclasses import replace

from catalogue.needs.rules import Given
from catalogue.needs.tables import Kind, Survey
from handlers import forms
from handlers.needs_draft import Draft, forget_later, keep, later, picked, present
from handlers.talk import Talk
from tests.catalogue.needs.made_up import THEMES, a_question

WISH = Given(words="Apie autizmą")


def a_survey() -> Survey:
    return Survey(id=7, centre_id=1, year=2026, questions=[a_question(0, id=3)])


def a_draft(*, named: bool, at: int = 0) -> Draft:
    (asked,) = a_survey().questions
    return Draft(survey=7, named=named, at=at, message=5).with_given(asked, WISH)


async def test_it_comes_back_as_it_was(talk: Talk) -> None:
    """With what was answered, and where it is shown; nothing before it was begun."""
    assert await present(talk.state) is None
    await keep(talk.state, a_draft(named=False))
    assert await present(talk.state) == a_draft(named=False)
    assert a_draft(named=False).answers() == {3: WISH}


async def test_only_with_a_name_it_waits(talk: Talk) -> None:
    """Once the form is left; at a question that there still is, until it is forgotten."""
    survey = a_survey()
    for named in (False, True):
        await keep(talk.state, a_draft(named=named, at=4))
        await forms.leave(talk.state)
        assert await present(talk.state) is None
        found = await later(talk.state, survey)
        assert (found is not None) is named
    assert found is not None
    assert (found.at, found.message, found.of(survey.questions[0])) == (1, None, WISH)
    assert await later(talk.state, Survey(id=8, questions=[])) is None
    await forget_later(talk.state)
    assert await later(talk.state, survey) is None


def test_one_of_one_choice_goes_on() -> None:
    """Taking it back stays; so does a place that has no option, or no question."""
    survey = Survey(id=7, questions=[a_question(0, id=3, kind=Kind.ONE)])
    first = picked(survey, Draft(survey=7, named=False), 0)
    assert (first.at, first.answers()) == (1, {3: Given((THEMES[0],))})
    back = picked(survey, replace(first, at=0), 0)
    assert (back.at, back.answers()) == (0, {3: Given()})
    assert picked(survey, back, 9) is back
    assert picked(survey, first, 0) is first
