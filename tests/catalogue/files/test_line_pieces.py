"""What a line of a plan says after its day."""

import pytest

from catalogue.files.line_pieces import cells_of


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (["DI pamokoje"], {"title_lt": "DI pamokoje"}),
        (["„Balsas, kalba“"], {"title_lt": "Balsas, kalba"}),
        (["Seminaras „DI, STEAM“, 25 €"], {"title_lt": "DI, STEAM", "form": "seminaras",
                                          "price_eur": "25 €"}),
        (["Tema: DI"], {"title_lt": "Tema: DI"}),
        (["Apie „Kahoot“ pamokoje"], {"title_lt": "Apie „Kahoot“ pamokoje"}),
        (["DI, 1,5 ak. val., iki 20 dalyvių"], {"title_lt": "DI", "hours": "1,5", "seats": "20"}),
        (["DI", "vietų: 30", "Alytus, 12 kabinetas"], {"title_lt": "DI", "seats": "30",
                                                       "city": "Alytus", "place": "12 kabinetas"}),
        ([], {}),
    ],
)  # fmt: skip
def test_pieces_find_their_columns(lines: list[str], cells: dict[str, str]) -> None:
    """In any order after the title, on one line or on several."""
    assert cells_of(lines) == (cells, [])


def test_what_is_said_twice_is_left_over() -> None:
    """The first stands, the second is shown to the one who pasted it."""
    found, left = cells_of(["DI, 25 Eur, 30 Eur, taip"])
    assert (found["price_eur"], left) == ("25 eur", ["30 Eur", "taip"])
