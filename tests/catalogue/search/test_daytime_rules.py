"""The parts of a day, in words and by the clock."""

import pytest

from catalogue.search.daytime_rules import part_at
from tests.catalogue.search.days import read


@pytest.mark.parametrize(
    ("hour", "part"),
    [(8, "morning"), (11, "morning"), (12, "afternoon"), (15, "afternoon"), (16, "evening")],
)
def test_the_part_of_an_hour(hour: int, part: str) -> None:
    """From four on it is evening for who has lessons."""
    assert part_at(hour) == part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("rytoj 25 val.", None),
        ("15 val. kursai", None),
        ("rytoj 15 val. kursai", "afternoon"),
        ("po 16 val. kursai", "evening"),
        ("vakar", None),
        ("vakaras", None),
        ("penktadienio vakaras", "evening"),
        ("evening classes", "evening"),
        ("Alytus, rytas, emocijos", "morning"),
        ("stresas, vakaras", "evening"),
        ("antradienio popietės kursai", "afternoon"),
        ("evening primrose", None),
    ],
)
def test_hours_and_times(text: str, part: str | None) -> None:
    """A length is no time, and a noun is a time only beside a day or an event."""
    assert read(text).part_of_day == part
