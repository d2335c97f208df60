"""Scores of several people, and what is told of them."""

from collections.abc import Sequence
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.quality.scores import LEAST, QUESTIONS, SCALE, Scores, read, summary

ANSWERS = st.lists(st.tuples(*[st.sampled_from(SCALE)] * len(QUESTIONS)), max_size=3 * LEAST)


@given(ANSWERS)
def test_a_summary_is_of_all_and_of_nobody(answers: Sequence[Scores]) -> None:
    """Every answer counts once in every question, in whatever order they came; of few, nothing."""
    told = summary(answers)
    assert told == summary(sorted(answers))
    if len(answers) < LEAST:
        assert told is None
        return
    assert told is not None
    for place, name in enumerate(QUESTIONS):
        counts = told.spread[name]
        assert sum(counts) == told.answers == len(answers)
        assert told.means[name] == pytest.approx(fmean(one[place] for one in answers))
        weighed = sum(score * count for score, count in zip(SCALE, counts, strict=True))
        assert weighed / len(answers) == pytest.approx(told.means[name])


@pytest.mark.parametrize(
    ("overall", "is_low"),
    [((3, 3, 3, 3, 3), False), ((3, 3, 3, 3, 2), True), ((1, 1, 5, 5, 5), False)],
)
def test_low_is_below_the_middle(overall: Sequence[int], *, is_low: bool) -> None:
    """Only what was said of the whole decides, however good or bad the rest was."""
    told = summary([(5, 1, 5, 1, score) for score in overall])
    assert told is not None
    assert told.is_low is is_low


@pytest.mark.parametrize("digits", ["", "1234", "123456", "12340", "12346", "1234x", "1 234"])
def test_what_is_no_answer(digits: str) -> None:
    """Too few, too many, or none of the scale."""
    with pytest.raises(ValueError, match="Not 5 scores"):
        read(digits)


def test_what_a_button_carries() -> None:
    """In the order of the questions."""
    assert read("51423") == (5, 1, 4, 2, 3)
