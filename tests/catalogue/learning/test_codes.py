"""Codes of a meeting: made from a secret and the time, good for a moment."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from catalogue.learning.codes import LASTS, LETTERS, Way, code, holds, typed_in, window
from tests.factories import NOW

SECRET, OTHER = "0a" * 32, "0b" * 32
MEETINGS = st.integers(1, 2**63 - 1)
WAYS = st.sampled_from(Way)
SECONDS = st.integers(0, 10**8)


@given(WAYS, MEETINGS, SECONDS, st.integers(0, 10**4))
def test_it_holds_for_its_stretch_of_time_and_the_next(
    way: Way, meeting: int, start: int, later: int
) -> None:
    """A code is taken while it is the newest and while the one after it is, and never else."""
    made_at = NOW + timedelta(seconds=start)
    now = made_at + timedelta(seconds=later)
    made = code(SECRET, way, meeting=meeting, at=made_at)
    assume(code(SECRET, way, meeting=meeting, at=now) != made or later < 300)
    is_fresh = window(way, now) - window(way, made_at) <= 1
    older = {code(SECRET, way, meeting=meeting, at=now - LASTS[way] * n) for n in (0, 1)}
    assert holds(made, SECRET, way, meeting=meeting, now=now) is (is_fresh or made in older)


@given(MEETINGS, MEETINGS, SECONDS, SECONDS)
def test_no_other_meeting_or_minute(one: int, other: int, then: int, now: int) -> None:
    """What was scanned at another meeting, or at another time, is not taken."""
    moments = NOW + timedelta(seconds=then), NOW + timedelta(seconds=now)
    assume(
        one != other or abs(window(Way.SCANNED, moments[0]) - window(Way.SCANNED, moments[1])) > 1
    )
    made = code(SECRET, Way.SCANNED, meeting=one, at=moments[0])
    assert not holds(made, SECRET, Way.SCANNED, meeting=other, now=moments[1])


@given(WAYS, MEETINGS, SECONDS)
def test_another_house_or_another_way(way: Way, meeting: int, seconds: int) -> None:
    """Codes of another secret differ, and one that is typed is none to be scanned."""
    now = NOW + timedelta(seconds=seconds)
    scanned = code(SECRET, Way.SCANNED, meeting=meeting, at=now)
    assert not holds(scanned, OTHER, Way.SCANNED, meeting=meeting, now=now)
    made = code(SECRET, way, meeting=meeting, at=now)
    other = Way.TYPED if way is Way.SCANNED else Way.SCANNED
    assert not holds(made, SECRET, other, meeting=meeting, now=now)


@given(st.text(max_size=80))
def test_whatever_is_brought(said: str) -> None:
    """Any text is looked at without harm, and none is a code by accident."""
    assert not holds(said, SECRET, Way.SCANNED, meeting=1, now=NOW)


def test_a_link_has_room_for_it() -> None:
    """Telegram's deep links hold 64 letters, digits, _ and -."""
    made = f"at_{2**63 - 1}_{code(SECRET, Way.SCANNED, meeting=2**63 - 1, at=NOW)}"
    assert len(made) <= 64
    assert all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in made)


def test_each_letter_is_as_likely() -> None:
    """Of many codes no letter is met much oftener than another, so none is easier to guess."""
    made = [code(SECRET, Way.TYPED, meeting=number, at=NOW) for number in range(1, 2001)]
    met = Counter("".join(made))
    assert set(met) == set(LETTERS)
    assert max(met.values()) < 1.3 * min(met.values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BKTR", "BKTR"),
        (" bktr ", "BKTR"),
        ("b k t r", "BKTR"),
        ("kada", ""),
        ("BKT", ""),
        ("BKTRX", ""),
        ("BK7R", ""),
        ("", ""),
        ("bk tr seminaras", ""),
    ],
)
def test_what_is_typed(text: str, found: str) -> None:
    """Case and gaps do not matter; a word of the language is no code."""
    assert typed_in(text) == found
