from datetime import timedelta

from handlers.words import offers as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event

HOUR = timedelta(hours=1)
ESSENTIALS = ("<b>Vertinimas</b>", "gruodžio 2 d., trečiadienis, 10:00", "Kaunas")


def test_offered_says_what_and_until_when() -> None:
    """Title, day with weekday, place, and the hour by which to answer."""
    said = words.offered(LT, event(), NOW + 12 * HOUR, now=NOW)
    for part in (*ESSENTIALS, "Atsakykite iki <b>lapkričio 22 d. 22:00</b>"):
        assert part in said
    assert "Please answer by" in words.offered(EN, event(), NOW + 12 * HOUR, now=NOW)


def test_what_is_over_says_of_which_event_and_what_next() -> None:
    """The time has run out; or there is no seat any more, and the place is kept."""
    over = words.over(LT, event(), now=NOW)
    back = words.taken_back(LT, event(), 2, now=NOW)
    for part in ESSENTIALS:
        assert part in over
        assert part in back
    assert over.endswith("galite vėl stoti į eilę.")
    assert "<b>Esate eilėje (2-a vieta)</b>" in back


def test_short_notes_are_plain() -> None:
    """No markup stands in the note above a chat."""
    assert words.will_take_at_once(LT) == "Užsirašiau: atsilaisvinusi vieta iškart bus Jūsų."
    assert "<" not in words.will_be_asked(LT) + words.will_be_asked(EN)
    assert "„Vertinimas“" in words.declined(LT, event())
