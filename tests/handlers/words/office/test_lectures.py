from catalogue.registrations.tables import State
from handlers.words.office import lectures
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event


def test_an_event_stands_with_its_numbers() -> None:
    """Of how many, where that is known; who waits, where anybody does."""
    limited, open_to_all = event(id=1, seats=20), event(id=2, title_lt="A & B")
    counts = {(1, State.CONFIRMED): 12, (1, State.WAITING): 3}
    said = lectures.page(LT, LT("My lectures"), [limited, open_to_all], counts, first=4, now=NOW)
    assert said.split("\n") == [
        "<b>Mano paskaitos</b>",
        "",
        "4. <b>Vertinimas</b>",
        "gruodžio 2 d., tr 10:00 · Kaunas",
        "Patvirtinta: 12 iš 20 · Laukia eilėje: 3",
        "",
        "5. <b>A &amp; B</b>",
        "gruodžio 2 d., tr 10:00 · Kaunas",
        "Patvirtinta: 0",
    ]


def test_an_empty_list_says_so() -> None:
    """In a sentence."""
    said = lectures.page(EN, EN("My lectures"), [], {}, first=1, now=NOW)
    assert said == "<b>My lectures</b>\nThere are no coming events here."
