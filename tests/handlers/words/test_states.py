import pytest

from catalogue.registrations.tables import State
from handlers.words.states import offer_line, state_after, state_line
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT


@pytest.mark.parametrize(
    ("state", "place", "lithuanian", "english"),
    [
        (State.CONFIRMED, None, "Registracija patvirtinta", "Registration confirmed"),
        (State.PENDING, None, "Laukia patvirtinimo", "Awaiting approval"),
        (State.WAITING, 1, "Esate eilėje (1-a vieta)", "On the waiting list (place 1)"),
        (State.WAITING, 3, "Esate eilėje (3-ia vieta)", "On the waiting list (place 3)"),
        (State.WAITING, 13, "Esate eilėje (13-a vieta)", "On the waiting list (place 13)"),
        (State.OFFERED, 1, "Esate eilėje (1-a vieta)", "On the waiting list (place 1)"),
        (State.CANCELLED, None, "Atšaukta", "Cancelled"),
    ],
)
def test_the_four_states_in_their_fixed_words(
    state: State, place: int | None, lithuanian: str, english: str
) -> None:
    """People and scripts rely on exactly these words."""
    assert state_line(LT, state, place) == lithuanian
    assert state_line(EN, state, place) == english


def test_an_offer_tells_its_time_once_it_runs() -> None:
    """Until it was delivered nobody can say until when."""
    assert offer_line(LT, None, now=NOW) == "Jums siūloma vieta."
    assert offer_line(LT, NOW, now=NOW) == (
        "Jums siūloma vieta, atsakykite iki lapkričio 22 d. 10:00."
    )


@pytest.mark.parametrize(
    ("state", "was_there", "lt", "en"),
    [
        (State.CONFIRMED, True, "dalyvavote", "you took part"),
        (State.CONFIRMED, False, "pažymėta, kad nedalyvavote", "you are noted as absent"),
        (State.CONFIRMED, None, "buvote užsiregistravę", "you were registered"),
        (
            State.PENDING,
            None,
            "registracija liko nepatvirtinta",
            "your registration was never approved",
        ),
        (State.OFFERED, None, "vieta Jums neatsilaisvino", "no seat came free for you"),
        (State.CANCELLED, None, "Atšaukta", "Cancelled"),
    ],
)
def test_what_became_of_it(state: State, lt: str, en: str, *, was_there: bool | None) -> None:
    """Once the event is over; nobody's word is no absence."""
    told = [str(state_after(say, state, was_there=was_there)) for say in (LT, EN)]
    assert told == [lt, en]
