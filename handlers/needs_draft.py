"""A survey of needs that is being answered, as it stands in the conversation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from aiogram.fsm.context import FSMContext

from catalogue.needs.rules import Given, pressed, written
from catalogue.needs.tables import Kind, Survey, SurveyQuestion
from handlers import forms
from handlers.forms import Form

#: Where a half-done survey with a name stands in the conversation; one without stands in the form
#: alone, and goes with it.
_LATER = "survey_later"


@dataclass(frozen=True, slots=True)
class Draft:
    """`at` is the place of the question asked now, and `message` the one that shows it, where it
    is known.
    """

    survey: int
    named: bool
    at: int = 0
    given: Mapping[str, Any] = field(default_factory=dict)
    message: int | None = None

    def of(self, asked: SurveyQuestion) -> Given:
        return Given.of(self.given.get(str(asked.id), {}))

    def with_given(self, asked: SurveyQuestion, given: Given) -> Self:
        return replace(self, given={**self.given, str(asked.id): given.as_json()})

    def answers(self) -> dict[int, Given]:
        return {int(number): Given.of(kept) for number, kept in self.given.items()}

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def picked(survey: Survey, draft: Draft, value: int) -> Draft:
    """One of one choice goes on to the next question by itself."""
    if draft.at >= len(survey.questions):
        return draft
    asked = survey.questions[draft.at]
    if value >= len(asked.options):
        return draft
    given = pressed(asked, draft.of(asked), asked.options[value][0])
    goes_on = asked.kind is Kind.ONE and bool(given)
    return replace(draft.with_given(asked, given), at=draft.at + goes_on)


def moved(survey: Survey, draft: Draft, by: int) -> Draft:
    """To the question beside it; behind the last stands the sending."""
    return replace(draft, at=max(0, min(draft.at + by, len(survey.questions))))


def with_words(survey: Survey, draft: Draft, text: str) -> Draft:
    """Own words to the question asked now; where only one answer is wanted they are all of it."""
    asked = survey.questions[draft.at]
    draft = draft.with_given(asked, written(asked, draft.of(asked), text))
    return draft if asked.kind is Kind.SEVERAL else moved(survey, draft, 1)


async def present(state: FSMContext) -> Draft | None:
    """The one that is being answered just now."""
    form = await forms.gathered(state)
    return Draft(**form["survey"]) if "survey" in form else None


async def keep(state: FSMContext, draft: Draft) -> None:
    """In the form; with a name also for later."""
    await forms.enter(state, Form.survey, survey=draft.as_json())
    if draft.named:
        await state.update_data({_LATER: draft.as_json()})


async def later(state: FSMContext, survey: Survey) -> Draft | None:
    """What was left of this survey, at a question that it still has."""
    kept = (await state.get_data()).get(_LATER)
    if kept is None or kept["survey"] != survey.id:
        return None
    draft = Draft(**kept)
    return replace(draft, at=min(draft.at, len(survey.questions)), message=None)


async def forget_later(state: FSMContext) -> None:
    data = await state.get_data()
    await state.set_data({name: one for name, one in data.items() if name != _LATER})
