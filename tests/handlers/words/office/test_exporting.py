"""Words of the plan as a file."""

from handlers.words.office import exporting as words
from tests.handlers.words.made_up import EN, LT


def test_the_file_is_told_by_its_time_and_count() -> None:
    """„renginys“ takes the form that goes with the number."""
    assert words.made(LT, "Šis mėnuo", 21) == "Šis mėnuo: 21 renginys"
    assert words.made(EN, "This month", 2) == "This month: 2 events"
    assert words.nothing(LT, "Šis mėnuo") == "Šis mėnuo: tuo laiku renginių nėra."


def test_files_have_names_in_the_persons_language() -> None:
    """Without letters that some systems lose."""
    assert all(name.isascii() for say in (LT, EN) for name in words.file_names(say).values())
