"""What a teacher agrees to when the head may see their name."""

from handlers.words import naming as words
from tests.handlers.words.made_up import EN, LT


def test_the_question_and_its_answers() -> None:
    """Names the school and where to choose otherwise; what was seen cannot be taken back."""
    asked = words.naming_question(LT, "Saulės <gimnazija>, Kaunas")
    assert "Saulės &lt;gimnazija&gt;, Kaunas" in asked
    assert words.consent(LT) in asked
    assert "/profile" in words.naming_question(EN, "")
    assert "From today on" in words.now_named(EN)
    assert "cannot be taken back" in words.not_named(EN)
