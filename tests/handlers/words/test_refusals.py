from collections.abc import Iterator

import pytest

from catalogue.refusals import NotAsAsked, Refusal
from handlers.words.refusals import WORDS, worded
from tests.factories import NOW
from tests.handlers.words import (
    refused_learning,
    refused_needs,
    refused_registrations,
    refused_staff,
)
from tests.handlers.words.made_up import EN, LT

SAID = [
    *refused_learning.SAID,
    *refused_needs.SAID,
    *refused_registrations.SAID,
    *refused_staff.SAID,
]


@pytest.mark.parametrize(
    ("refusal", "lithuanian", "english"), SAID, ids=[type(row[0]).__name__ for row in SAID]
)
def test_worded(refusal: Refusal, lithuanian: str, english: str) -> None:
    """What is so, and what one can do, in both languages."""
    assert worded(LT, refusal, now=NOW) == lithuanian
    assert worded(EN, refusal, now=NOW) == english


def every(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in kind.__subclasses__():
        yield from (one, *every(one))


def test_every_refusal_has_words() -> None:
    """Whatever the rules refuse, now or later, the person is told in words that are tested."""
    defined = set(every(Refusal)) - {NotAsAsked}
    assert set(WORDS) == defined == {type(refusal) for refusal, _, _ in SAID}
