from datetime import datetime

import pytest

from catalogue.people.quiet import in_peace, on_the_clock, quiet_around
from tests.factories import VILNIUS, a_person


def vilnius(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=VILNIUS)


@pytest.mark.parametrize(
    ("hours", "moment", "goes_at"),
    [
        ((21 * 60, 450), "2026-11-20 20:59", "2026-11-20 20:59"),
        ((21 * 60, 450), "2026-11-20 21:00", "2026-11-21 07:30"),
        ((21 * 60, 450), "2026-11-21 00:00", "2026-11-21 07:30"),
        ((21 * 60, 450), "2026-11-21 07:29", "2026-11-21 07:30"),
        ((21 * 60, 450), "2026-11-21 07:30", "2026-11-21 07:30"),
        ((13 * 60, 15 * 60), "2026-11-21 14:00", "2026-11-21 15:00"),
        ((13 * 60, 15 * 60), "2026-11-21 12:59", "2026-11-21 12:59"),
        ((0, 6 * 60), "2026-11-21 00:00", "2026-11-21 06:00"),
        ((600, 600), "2026-11-21 10:00", "2026-11-21 10:00"),
        ((21 * 60, 450), "2026-10-25 03:30", "2026-10-25 07:30"),
        ((21 * 60, 450), "2027-03-28 02:59", "2027-03-28 07:30"),
    ],
)
def test_in_peace(hours: tuple[int, int], moment: str, goes_at: str) -> None:
    """What falls into the quiet hours goes at their end, on the wall clock of every night."""
    person = a_person(quiet_from=hours[0], quiet_until=hours[1])
    assert in_peace(person, vilnius(moment), VILNIUS) == vilnius(goes_at)


def test_the_night_the_clocks_go_back_is_an_hour_longer() -> None:
    """From 21:00 to 07:30 are eleven hours and a half on 25 October 2026."""
    person = a_person(quiet_from=21 * 60, quiet_until=450)
    around = quiet_around(person, vilnius("2026-10-25 03:30"), VILNIUS)
    assert around is not None
    assert (around[1] - around[0]).total_seconds() == 11.5 * 3600


@pytest.mark.parametrize(
    ("minutes", "read"), [(0, "00:00"), (450, "07:30"), (21 * 60, "21:00"), (24 * 60 - 1, "23:59")]
)
def test_on_the_clock(minutes: int, read: str) -> None:
    """As on a clock's face, with its noughts."""
    assert on_the_clock(minutes) == read
