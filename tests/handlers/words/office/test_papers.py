"""The files, in words."""

from handlers.words.office import papers as words
from tests.handlers.words.made_up import EN, LT, event


def test_each_file_has_a_name_and_a_caption() -> None:
    """Plain text, in the language of the one who asked."""
    made = event(title_lt="A & B")
    assert words.coming(LT, made) == "Minutėlę, rengiu failą: „A &amp; B“"
    assert words.workbook_name(LT, made) == "dalyviai_V-1.xlsx"
    assert words.workbook_caption(LT, made, 2) == "A & B: sąraše 2 žmonės"
    assert words.sheet_name(EN, made) == "sign_in_V-1.pdf"
    assert words.sheet_caption(LT, made, 10) == "Pasirašymo lapas: A & B, 10 žmonių"


def test_the_sheet_has_its_words() -> None:
    """The page is counted by whoever draws it."""
    said = words.sheet_words(LT)
    assert said["page"].format(page=1, pages=5) == "1 puslapis iš 5"
    assert words.from_afar(LT) == "nuotoliu"
