import pytest

from catalogue.announcements.tables import Announcement


def test_the_outbox_knows_them_by_the_batch() -> None:
    """One name for everything that goes out for one announcement."""
    assert Announcement(id=7).batch == "announcement:7"


@pytest.mark.parametrize(
    ("photo", "document", "has_file"), [("", "", False), ("p", "", True), ("", "d", True)]
)
def test_words_may_stand_under_a_file(photo: str, document: str, has_file: object) -> None:
    """A picture or a document."""
    assert Announcement(photo=photo, document=document).has_file == has_file
