"""What staff did with surveys, told in the journal."""

from catalogue.journal.tables import Deed
from handlers.words.office.needs_journal import SENTENCES


def test_every_deed_of_surveys_is_told_here() -> None:
    """How each is worded stands in the table of the journal's own test."""
    assert set(SENTENCES) == {deed for deed in Deed if deed.value.startswith("survey_")}
