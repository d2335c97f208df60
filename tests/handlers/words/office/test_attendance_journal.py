"""Deeds about attendance, beside the sentences that the journal's own test shows."""

from catalogue.journal.tables import Deed
from handlers.words.office import attendance_journal as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN
from tests.handlers.words.office.test_journal import MEETING, noted


def test_a_change_without_a_reason() -> None:
    """Nothing stands in brackets where nobody was asked why."""
    deed = noted(
        Deed.ATTENDANCE_CHANGED,
        meeting=MEETING,
        changed=[None, {"presence": "present", "hours": None}],
        reason="",
    )
    told = words.changed(EN, deed, NOW)
    assert told.endswith("nothing → present")
