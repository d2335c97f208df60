"""What a match of a pattern can begin with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.audiences import groups
from catalogue.search.beginnings import Beginnings, beginnings


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("logoped~", {"logop"}),
        ("pug", {"pug"}),
        ("it (mokytoj|pedagog)*", {"it"}),
        ("(school )?nurses?", {"schoo", "nurse"}),
        ("sok(io|iu) mokytoj*", {"sokio", "sokiu"}),
        ("(a|bc?)d", {"ad", "bd", "bcd"}),
        ("(?<!del )etik(ams|ems)", {"etika", "etike"}),
        ("[5-9][a-h] klase", {""}),
        (r"\w+ (mokytoj|pedagog)*", {""}),
    ],
)
def test_a_pattern_is_known_by_its_beginnings(pattern: str, expected: set[str]) -> None:
    """Five letters at most, fewer where the pattern says no more, none where it says nothing."""
    assert beginnings(pattern) == expected


PEOPLE = ["5a", "klases", "logopedams", "psychologists", "vadovams", "mokau", "for", "it", "("]
NAMES = sorted({word for group in groups() for word in group.name.split()})
KNOWN = Beginnings(group.ways for group in groups())
PARTS = st.sampled_from(PEOPLE + NAMES)


@given(st.lists(PARTS, max_size=6), st.sampled_from([" ", "-", ". "]))
def test_no_pattern_that_matches_is_left_out(said: list[str], gap: str) -> None:
    """Whatever group a text names is among those that it may name."""
    text = gap.join(said)
    possible = KNOWN.possible(text)
    for number, group in enumerate(groups()):
        assert number in possible or not group.pattern.search(text)
