"""Waiting together, in words."""

from datetime import timedelta
from typing import Any

import pytest

from catalogue.demand.gatherings import Progress
from catalogue.demand.tables import Gathering, GatheringDay, GatheringVoice
from catalogue.programme.tables import Mode
from catalogue.subscriptions.tables import Subscription
from handlers.words import gathering as words
from handlers.words.speech import Speech
from tests.factories import NOW, VILNIUS

LT = Speech("lt", VILNIUS)
ONE = Gathering(words="DI < 5")


@pytest.mark.parametrize(
    ("people", "is_draft", "told"),
    [
        (9, False, "Norinčių jau 9 iš 12"),
        (12, False, "Tokio renginio nori 12 žmonių: centras jau derina datą."),
        (9, True, "Tokio renginio nori 9 žmonės: centras jau derina datą."),
    ],
)
def test_how_many_want_the_same(people: int, told: str, *, is_draft: bool) -> None:
    """Of how many it takes; from then on that the day is being looked for."""
    assert told in words.together(LT, Progress(people, 12), is_draft=is_draft)


@pytest.mark.parametrize(
    ("days", "told"),
    [(None, "pakeisti"), ([], "nė viena diena netinka"), ([3], "tinka 1 diena")],
)
def test_the_question_tells_the_answer(days: Any, told: str) -> None:
    """As it is so far; what people wrote is escaped."""
    text = words.question(LT, ONE, GatheringVoice(days=days), people=12, now=NOW)
    assert "DI &lt; 5" in text
    assert "Laukia 12 žmonių." in text
    assert (told in text) is (days is not None)


def test_the_question_tells_the_time() -> None:
    """As long as there is any."""
    one = Gathering(words="joga", answers_until=NOW + timedelta(days=1))
    for moment, told in ((NOW, True), (NOW + timedelta(days=1), False)):
        text = words.question(LT, one, None, people=12, now=moment)
        assert ("iki lapkričio 23 d. 10:00." in text) is told
    assert "netrukus" in words.reminder(LT)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"place": "Kaunas", "mode": Mode.ONSITE}, "lapkričio 23 d., pr 10:00 · Kaunas"),
        ({"place": "", "mode": Mode.ONLINE}, "lapkričio 23 d., pr 10:00 · nuotoliu"),
        (
            {"place": "", "ends_at": NOW + timedelta(hours=26)},
            "lapkričio 23 d., pr 10:00–12:00",
        ),
    ],
)
def test_a_day_fits_on_a_button(facts: dict[str, Any], told: str) -> None:
    """Its hours, and where."""
    one = GatheringDay(starts_at=NOW + timedelta(days=1), **facts)
    assert words.day(LT, one, now=NOW) == told
    assert words.ticked(told, chosen=True) == f"✓ {told}"


def test_the_year_is_over() -> None:
    """What ends is named, on the buttons too."""
    wishes = [Subscription(words=one) for one in ("joga", "tango <b>")]
    assert "„joga“, „tango &lt;b&gt;“" in words.year_over(LT, wishes)
    assert "„joga“" in words.kept(LT, wishes[:1])
    assert words.keep_label(LT, wishes[1], alone=False) == "Laukti toliau: tango <b>"
    assert words.keep_label(LT, wishes[0], alone=True) == "Laukti toliau"


def test_why_and_how_it_ends() -> None:
    """Every sentence is there in Lithuanian."""
    assert "DI &lt; 5" in words.why(LT, ONE)
    assert "mokslo metų" in words.why_over(LT)
    assert "nebederiname" in words.over(LT)
    assert "nebelaukiate" in words.left(LT)
