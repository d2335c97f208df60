"""The questions of a new event in words."""

from catalogue.editing.creating import Step
from handlers.words.office import creating as words
from tests.handlers.words.made_up import EN, LT


def test_every_step_is_asked_in_words() -> None:
    """With where one stands, and what is escaped."""
    for step in Step:
        assert words.question(LT, step, 2, 10)
    assert "2 of 10" in words.question(EN, Step.FORM, 2, 10)
    assert words.door(LT, "<b>", 2).count("&lt;b&gt;") == 1
    assert "be pavadinimo" in words.resume_label(LT, "")
    assert words.drafts(LT, 0) == "Juodraščių nėra."
