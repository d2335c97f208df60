"""Whose list it is to be, in words."""

from catalogue.participants.seeking import Sought
from catalogue.registrations.tables import State
from handlers.words.office import whose_list as words
from tests.factories import NOW
from tests.handlers.words.made_up import LT, event


def test_a_person_is_told_with_the_event_and_the_state() -> None:
    """Numbered on through the pages; a strange name is kept from being markup."""
    one = Sought(
        registration_id=1, event_id=1, name="Ona <b>", school="", state=State.OFFERED, is_whole=True
    )
    told = words.found_people(
        LT, [(one, event(title_lt="Vertinimas"))], first=9, number=9, words="ona", now=NOW
    )
    assert "<b>Rasta sąrašuose: 9</b>\n\n9. <b>Ona &lt;b&gt;</b>\nVertinimas · " in told
    assert told.endswith("Siūloma vieta")
    assert words.person_label(LT, one, 9) == "9. Ona <b>"


def test_events_are_numbered_with_how_full_they_are() -> None:
    """And where there are none it is said."""
    assert "9. <b>Vertinimas</b>\ngruodžio 2 d., tr 10:00 · Kaunas\n0/9" in words.events(
        LT, [event(seats=9)], {}, first=9, now=NOW
    )
    assert words.events(LT, [], {}, first=1, now=NOW).endswith("Būsimų renginių čia nėra.")
