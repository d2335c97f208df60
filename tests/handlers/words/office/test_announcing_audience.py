"""For whom an announcement is, in words."""

from datetime import timedelta

import pytest

from catalogue.announcements.events import Choice
from catalogue.announcements.segments import OF_AN_EVENT, Block, Kind, Segment
from handlers.words.office import announcing_audience as words
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT

EVENTS = {7: Choice(7, "V-1", "Vertinimas", "Assessment", NOW + timedelta(days=10))}


@pytest.mark.parametrize("say", [LT, EN])
@pytest.mark.parametrize("negated", [False, True])
@pytest.mark.parametrize("kind", Kind)
def test_every_block_says_itself_and_its_opposite(say: Speech, kind: Kind, negated: object) -> None:
    """In both languages, and never alike."""
    value = "7" if kind in OF_AN_EVENT else "lt" if kind is Kind.LANGUAGE else "<Kaunas>"
    line = words.block_line(say, Block(kind, value, negated=bool(negated)), EVENTS)
    other = words.block_line(say, Block(kind, value, negated=not negated), EVENTS)
    assert line != other
    assert "<" not in line


def test_the_audience_in_words() -> None:
    """A numbered line for each block, in grammatical Lithuanian and English."""
    segment = Segment((Block(Kind.CITY, "Kaunas"), Block(Kind.REGISTERED, "7", negated=True)))
    assert words.whom(LT, segment, EVENTS).splitlines() == [
        "Gavėjai – kiekvienas, kuriam tinka visa tai:",
        "1. darbo vieta – Kaunas",
        "2. neužsiregistravo į „Vertinimas“",
    ]
    assert words.whom(EN, segment, EVENTS).splitlines() == [
        "Recipients: whoever meets all of this:",
        "1. town of work: Kaunas",
        "2. is not registered for “Assessment”",
    ]
    gone = Segment((Block(Kind.WAITING, "8"),))
    assert "laukia eilėje į „?“" in words.whom(LT, gone, EVENTS)


@pytest.mark.parametrize("asked", ["topic", "event", "group", "subject", "city", "school",
                                   "language", "link"])  # fmt: skip
def test_every_choice_has_its_question(asked: str) -> None:
    """With a word more where there is nothing to choose from."""
    assert len(words.ask_choice(LT, asked, is_empty=True)) > len(
        words.ask_choice(LT, asked, is_empty=False)
    )


def test_an_event_on_a_button_has_its_day() -> None:
    """And its title in the reader's language."""
    assert words.choice_label(LT, EVENTS[7]) == "12-02 Vertinimas"
    assert words.choice_label(EN, EVENTS[7]) == "2 Dec Assessment"
