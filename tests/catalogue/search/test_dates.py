"""Expressions of days put together: from, until, after, or, not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.dates import When, take_dates
from catalogue.search.sentence import Sentence
from tests.catalogue.search.days import SUNDAY, days, read


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("nuo gruodžio 5 iki 12 d.", "2026-12-05..2026-12-12"),
        ("nuo gruodžio 5 d. iki sausio 10 d.", "2026-12-05..2027-01-10"),
        ("nuo 2026-12-05 iki 2026-12-12", "2026-12-05..2026-12-12"),
        ("nuo pirmadienio iki trečiadienio", "2026-11-23..2026-11-25"),
        ("nuo gruodžio", "2026-12-01.."),
        ("nuo rytoj", "2026-11-23.."),
        ("iki gruodžio 15 d.", "2026-11-22..2026-12-15"),
        ("iki penktadienio", "2026-11-22..2026-11-27"),
        ("po gruodžio 10 d.", "2026-12-11.."),
        ("pirmadienį arba antradienį", "2026-11-23..2026-11-24"),
        ("gruodį ir sausį", "2026-12-01..2027-01-31"),
        ("from Monday to Wednesday", "2026-11-23..2026-11-25"),
        ("until Friday", "2026-11-22..2026-11-27"),
    ],
)
def test_expressions_together_are_one_range(phrase: str, expected: str) -> None:
    """The words between expressions open, close and join them."""
    assert days(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "weekdays"),
    [
        ("tik ne pirmadienį", (1,)),
        ("ne penktadienį", (5,)),
        ("not on Monday", (1,)),
        ("ne savaitgaliais", (6, 7)),
        ("be savaitgalių", (6, 7)),
        ("išskyrus pirmadienius", (1,)),
        ("be pirmadienių", (1,)),
    ],
)
def test_an_excluded_day_is_excluded_every_week(phrase: str, weekdays: tuple[int, ...]) -> None:
    """Who cannot on a Monday cannot on any."""
    assert read(phrase) == When(not_weekdays=weekdays)


def test_what_is_read_is_taken_out() -> None:
    """Neither the days nor the words that join them stay to be looked for as a theme."""
    sentence = Sentence("etika nuo gruodžio 5 d. iki sausio 10 d. pradinukams")
    take_dates(sentence, SUNDAY)
    assert [folded for folded, _ in sentence.left()] == ["etika", "pradinukams"]


WORDS = (
    "nuo iki po per ne be arba ir , rytoj gruodžio sausį 5 12 d. 2 savaites kitą pirmadienį "
    "savaitgaliais 2026-12-05 Velykų atostogas metais 31 vasario 29 next week until"
)
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=9).map(" ".join), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_range_never_ends_before_it_begins(text: str, today: date) -> None:
    """Whatever is said and on whatever day, a range can have events in it."""
    when = read(text, today)
    for span in filter(None, (when.span, when.not_span)):
        assert span.first or span.last
        assert (span.first or date.min) <= (span.last or date.max)
        assert (span.first or today) - today < timedelta(days=366 * 9)
