"""What Telegram finds by itself in a text, and how it is cut."""

import pytest

from bot.playground import entities

FOUND = [
    ("/start ev_1", [("bot_command", 0, 6)]),
    ("ir /mano@kvieslys_bot", [("bot_command", 3, 18)]),
    ("a/b 1/2", []),
    ("žr. https://pedagogas.lt/x?y=1.", [("url", 4, 26)]),
    ("pedagogas.lt", [("url", 0, 12)]),
    ("rašykite a.b@vilnius.lt", [("email", 9, 14)]),
    ("@ona_p ir #skaitmeninis", [("mention", 0, 6), ("hashtag", 10, 13)]),
    ("😀 /help", [("bot_command", 3, 5)]),
    ("kaina 5.50 Eur", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found_by_itself(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Commands, links, addresses, names and hashtags are found, nothing else."""
    found = [(one["type"], one["offset"], one["length"]) for one in entities.found_in(text)]
    assert found == expected


def test_trimming_moves_entities() -> None:
    """Spaces around a text go, and its entities stay on their words."""
    bold = {"type": "bold", "offset": 1, "length": 4}
    assert entities.trimmed("  ab \n", [bold]) == ("ab", [{**bold, "offset": 0, "length": 2}])


def test_a_long_text_goes_in_pieces() -> None:
    """Nothing of a long text is lost and no piece is longer than a message."""
    text = "žodis " * 2000
    parts = entities.pieces(text)
    assert all(len(part) <= 4096 for part in parts)
    assert " ".join(parts) == text.strip()
