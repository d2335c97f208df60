"""The stages of an event's life in words."""

import pytest

from catalogue.editing.stages import Stage, Turn
from handlers.words.office import life
from tests.factories import an_event
from tests.handlers.words.made_up import EN, LT


def test_every_stage_and_every_turn_has_words() -> None:
    """So that nothing staff see is without a name."""
    assert set(life.STAGES) == set(Stage)
    assert set(life.LABELS) == set(Turn)


@pytest.mark.parametrize(
    ("told", "expected"),
    [(0, "pranešti nebus kam"), (1, "pranešta 1 žmogui"), (12, "pranešta 12 žmonių")],
)
def test_how_many_hear_is_said_before(told: int, expected: str) -> None:
    """Whoever cancels knows whom it reaches; the reason is escaped."""
    event = an_event(title_lt="Vertinimas", title_en="Assessment")
    assert expected in life.ask_reason(LT, event, told)
    assert expected in life.sure_to_publish(LT, event, told)
    sure = life.sure_to_cancel(EN, event, "<b>ill</b>", told)
    assert "&lt;b&gt;ill" in sure
    assert "Assessment" in life.stage_over(EN, event)


def test_what_is_off_is_published_again() -> None:
    """The same press has two names."""
    assert life.label(LT, Turn.PUBLISH, Stage.DRAFT) == "Paskelbti"
    assert life.label(LT, Turn.PUBLISH, Stage.CANCELLED) == "Paskelbti vėl"
    assert life.stage_line(LT, Stage.FULL).endswith("visos vietos užimtos")
