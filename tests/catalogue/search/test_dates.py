"""What people say of days, put together and taken out of the sentence."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.dates import When, take_dates
from catalogue.search.doubts import Doubt
from catalogue.search.normalise import fold
from catalogue.search.questions import understand
from catalogue.search.sentence import Sentence
from catalogue.search.spans import Span
from tests.catalogue.search.days import SUNDAY, days, meaning, phrases, read

TABLE = phrases()
SAID_ON_SUNDAY = [phrase for asked, phrase, _ in TABLE if asked.date() == SUNDAY]


@pytest.mark.parametrize("moment", sorted({asked for asked, _, _ in TABLE}), ids=str)
def test_a_phrase_means_what_people_mean(moment: datetime) -> None:
    """Each line of the table, also on awkward days, with the other reading where there is one."""
    meant = {phrase: meant for asked, phrase, meant in TABLE if asked == moment}
    assert {phrase: meaning(read(phrase, moment.date())) for phrase in meant} == meant


def test_the_table_is_large_and_has_awkward_days() -> None:
    """Hundreds of phrases, each once a day, on days when calendars break."""
    assert len({(asked, phrase) for asked, phrase, _ in TABLE}) == len(TABLE) >= 600
    assert {(2026, 12, 31), (2027, 1, 1), (2028, 2, 29), (2026, 3, 29), (2026, 10, 25)} <= {
        (asked.year, asked.month, asked.day) for asked, _, _ in TABLE
    }


@pytest.mark.parametrize(
    ("utc", "today"),
    [
        (datetime(2026, 3, 28, 21, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 22, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 20, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 21, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 21, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 0, tzinfo=UTC), date(2026, 10, 26)),
        (datetime(2026, 12, 31, 22, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_today_is_the_day_in_vilnius(utc: datetime, today: date) -> None:
    """Midnight in Vilnius is at another hour of the world before and after the clocks change."""
    filters = understand("šiandien", asked_at=utc).filters
    assert (filters.first, filters.last) == (today, today)


@pytest.mark.parametrize(
    ("phrase", "doubt"),
    [
        (
            "ar bus kas kitą savaitę, penktadienį",
            Doubt(
                "week",
                "kitą savaitę",
                Span(date(2026, 11, 27), date(2026, 11, 27)),
                Span(date(2026, 12, 4), date(2026, 12, 4)),
            ),
        ),
        (
            "seminarai iki kito penktadienio",
            Doubt(
                "next",
                "iki kito penktadienio",
                Span(date(2026, 11, 22), date(2026, 11, 27)),
                Span(date(2026, 11, 22), date(2026, 12, 4)),
            ),
        ),
    ],
)
def test_a_doubt_says_the_whole_other_range(phrase: str, doubt: Doubt) -> None:
    """The other reading of one expression is that of all that was said of days."""
    assert read(phrase).doubts == (doubt,)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("už rugsėjo seminarą", "2026-09-01..2026-09-30"),
        ("gruodžio", "2025-12-01..2025-12-31"),
        ("spalio 12 d.", "2026-10-12"),
        ("from September", "2026-09-01..2026-09-30"),
        ("penktadienio", "2026-11-20"),
        ("pavasarį", "2026-03-01..2026-05-31"),
    ],
)
def test_looking_back_what_is_bare_is_the_last_one(phrase: str, expected: str) -> None:
    """A certificate for September is for the September that was."""
    assert days(phrase, past=True) == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("etika nuo gruodžio 5 d. iki sausio 10 d. pradinukams", ["etika", "pradinukams"]),
        ("etika po Velykų", ["etika"]),
        ("etika, tik ne pirmadieniais ir antradieniais", ["etika"]),
        ("etika kitos savaitės pradžioje po 16 val.", ["etika"]),
        ("pavasario paroda", ["pavasario", "paroda"]),
    ],
)
def test_what_is_read_is_taken_out(text: str, left: list[str]) -> None:
    """Neither the days nor the words that join them stay to be looked for as a theme."""
    sentence = Sentence(text)
    take_dates(sentence, SUNDAY)
    assert [folded for folded, _ in sentence.left()] == left


PAST_WORDS = (
    "vakar",
    "yesterday",
    "praei",
    "praej",
    "pries savaite",
    "pries tris",
    "pernai",
    "202",
    "203",
)
NOT_PAST = [one for one in SAID_ON_SUNDAY if not any(word in fold(one) for word in PAST_WORDS)]
ANY_DAY = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@given(st.sampled_from(NOT_PAST), ANY_DAY)
def test_no_phrase_is_ever_in_the_past(phrase: str, today: date) -> None:
    """On any day a range begins before it ends, is not over, and is not years away."""
    when = read(phrase, today)
    for span in filter(None, (when.span, *(one.other for one in when.doubts))):
        assert (span.first or date.min) <= (span.last or date.max)
        assert (span.last or date.max) >= today
        assert (span.first or today) - today < timedelta(days=366 * 9)


def _bare(text: str) -> str:
    """Without diacritics, and as people who hurry write it."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(one for one in letters if not unicodedata.combining(one))


@given(st.sampled_from(SAID_ON_SUNDAY), ANY_DAY, st.booleans())
def test_diacritics_and_capitals_change_nothing(phrase: str, today: date, loud: bool) -> None:  # noqa: FBT001 -- drawn
    """Folded, decomposed or in capitals, a phrase means the same."""
    written = _bare(phrase).upper() if loud else _bare(phrase)
    assert meaning(read(written, today)) == meaning(read(phrase, today))


WORDS = (
    "nuo iki po per ne be arba ir , – tarp rytoj gruodžio sausį kovo 5 12 31 d. val. 2 savaites "
    "kitą šį pirmadienį savaitę savaitgaliais 2026-12-05 12.05 2027 m. Velykų Naujųjų atostogas "
    "metais pabaigoje antrą pusmetį pavasarį mėnesį vasario 29 next last week Friday until May the"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join), ANY_DAY)
def test_a_range_never_ends_before_it_begins(text: str, today: date) -> None:
    """Whatever is said and on whatever day, a range can have events in it; a doubt is another."""
    when = read(text, today)
    for span in filter(None, (when.span, when.not_span, *(one.other for one in when.doubts))):
        assert span.first or span.last
        assert (span.first or date.min) <= (span.last or date.max)
    assert all(one.meant == when.span != one.other for one in when.doubts)


@given(st.text(max_size=80))
def test_anything_can_be_read(text: str) -> None:
    """Nothing that is written makes it fail."""
    assert isinstance(read(text), When)
