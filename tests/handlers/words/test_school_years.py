"""How a school year is called."""

from handlers.words.school_years import in_a_sentence, school_year
from tests.handlers.words.made_up import EN, LT


def test_a_school_year_has_two_years() -> None:
    """As schools write it, alone and in a sentence."""
    assert school_year(LT, 2026) == in_a_sentence(LT, 2026) == "2026–2027 m. m."
    assert school_year(EN, 2026) == "School year 2026–2027"
    assert in_a_sentence(EN, 2026) == "the school year 2026–2027"
