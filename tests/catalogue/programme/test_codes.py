"""Codes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.programme.codes import code_of, derived, is_valid

NOON = datetime(2026, 12, 5, 10, tzinfo=UTC)


@pytest.mark.parametrize("code", ["7", "KSIC-001", "a_b-C", "x" * 40])
def test_code_that_a_link_can_carry_stays(code: str) -> None:
    """What people printed on paper goes on working."""
    assert code_of(code) == code


@pytest.mark.parametrize("code", ["2026/15", "KŠIC 7", "x" * 41, "„a“", "ąčę", "!"])
def test_other_spelling_becomes_a_slug(code: str) -> None:
    """Any spelling has a code that a link can carry."""
    assert is_valid(code_of(code))
    assert code_of(code) != code


def test_look_alike_spellings_stay_apart() -> None:
    """Two events of one centre never melt into one because of punctuation."""
    assert len({code_of(code) for code in ("A/1", "A 1", "A-1", "A.1")}) == 4


def test_slug_is_the_same_for_ever() -> None:
    """Links in old messages keep opening the event: this value must not change."""
    assert code_of("2026/15 KŠIC") == "2026-15-KSIC-92a4abea"


@given(st.text(min_size=1, max_size=300))
def test_any_text_has_a_valid_and_stable_code(text: str) -> None:
    """No text can make a code that breaks a link."""
    assert is_valid(code_of(text))
    assert code_of(text) == code_of(text)


@given(st.text(max_size=300), st.text(max_size=300))
def test_derived_code_is_valid(organiser: str, title: str) -> None:
    """An event without a code gets one too."""
    assert is_valid(derived(organiser=organiser, title=title, starts_at=NOON))


def test_derived_code_tells_events_apart() -> None:
    """Another organiser, title or start is another event; letter case is not."""
    codes = {
        derived(organiser=organiser, title=title, starts_at=start)
        for organiser in ("A", "B")
        for title in ("Muzika", "Dailė")
        for start in (NOON, NOON.replace(hour=11))
    }
    assert len(codes) == 8
    assert derived(organiser="a", title="DAILĖ", starts_at=NOON) in codes
