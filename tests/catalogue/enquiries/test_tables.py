"""Whether a question was taken back."""

from catalogue.enquiries.tables import Enquiry
from tests.factories import NOW


def test_what_nobody_closed_was_taken_back() -> None:
    """An open one was not, nor one that staff closed."""
    closed = [Enquiry(), Enquiry(closed_at=NOW, closed_by=3), Enquiry(closed_at=NOW)]
    assert [one.is_withdrawn for one in closed] == [False, False, True]
