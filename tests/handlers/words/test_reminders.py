from datetime import timedelta

import pytest

from catalogue.programme.tables import Mode
from handlers.words import reminders as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event, person

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@pytest.mark.parametrize(
    ("ahead", "lt", "en"),
    [
        (14 * MINUTE + timedelta(seconds=55), "Prasideda po 15 min.", "It starts in 15 min."),
        (2 * HOUR - timedelta(seconds=5), "Prasideda po 2 val.", "It starts in 2 h."),
        (93 * MINUTE, "Prasideda po 1 val. 35 min.", "It starts in 1 h 35 min."),
        (9 * HOUR, "Prasideda po 9 val.", "It starts in 9 h."),
        (15 * HOUR, "Prasideda rytoj.", "It starts tomorrow."),
        (DAY, "Prasideda rytoj.", "It starts tomorrow."),
        (2 * DAY, "Prasideda po 2 dienų.", "It starts in 2 days."),
        (7 * DAY, "Prasideda po 7 dienų.", "It starts in 7 days."),
        (21 * DAY, "Prasideda po 21 dienos.", "It starts in 21 days."),
    ],
)
def test_how_soon(ahead: timedelta, lt: str, en: str) -> None:
    """As one would say it, and never “in 1 h 59 min” of what was meant to come two hours before."""
    assert [words.how_soon(say, NOW + ahead, now=NOW) for say in (LT, EN)] == [lt, en]


def test_shortly_after_midnight_is_not_tomorrow() -> None:
    """At eleven in the evening one says “in 2 h” of one o'clock."""
    late = NOW + 13 * HOUR
    assert words.how_soon(EN, late + 2 * HOUR, now=late) == "It starts in 2 h."


@pytest.mark.parametrize(
    ("lead", "lt", "en"),
    [(10080, "7 d.", "7 d"), (120, "2 val.", "2 h"), (90, "90 min.", "90 min")],
)
def test_length(lead: int, lt: str, en: str) -> None:
    """The largest unit that comes out even."""
    assert (words.length(LT, lead), words.length(EN, lead)) == (lt, en)


def test_where_a_meeting_states_nothing_the_event_does() -> None:
    """A plan with one place for all its meetings says it once."""
    made = event(place="Mokyklos g. 1", join_url="https://a.example", mode=Mode.HYBRID)
    assert words.place_of(made, made.sessions[0]) == "Kaunas, Mokyklos g. 1"
    assert words.link_to(made, made.sessions[0]) == "https://a.example"
    made.mode = Mode.ONSITE
    assert words.link_to(made, made.sessions[0]) == ""


def test_names_are_escaped() -> None:
    """A title with an angle bracket breaks no message."""
    made = event(title_lt="A < B & C", place="„<b>“ salė")
    said = words.reminder(LT, made, made.sessions[0], 120, now=NOW)
    assert "A &lt; B &amp; C" in said
    assert "„&lt;b&gt;“ salė" in said


def test_the_page_says_what_quiet_hours_do() -> None:
    """And that there are none, where there are none."""
    assert "21:00–07:30" in words.own(LT, person(quiet_from=1260, quiet_until=450))
    assert "bet kada" in words.quiet(LT, person(quiet_from=0, quiet_until=0))
