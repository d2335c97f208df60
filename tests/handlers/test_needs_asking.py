"""The moves around a question of a survey, written instead of pressed."""

import pytest

from handlers.callbacks.needs import SurveyMove
from handlers.needs_asking import said
from handlers.talk import Talk


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("atgal", SurveyMove.BACK),
        ("Praleisti.", SurveyMove.NEXT),
        ("toliau", SurveyMove.NEXT),
        ("baigsiu veliau", SurveyMove.LEAVE),
        ("STOP", SurveyMove.LEAVE),
        ("Kaip eiti atgal prie lentos", None),
        ("", None),
    ],
)
async def test_a_move_that_is_written(talk: Talk, text: str, move: SurveyMove | None) -> None:
    """As its button calls it; a wish that only has such a word in it is a wish."""
    assert said(talk, text) is move
