from datetime import timedelta
from typing import Any

import pytest

from catalogue.participants.overview import Overview, Standstill
from catalogue.registrations.tables import State
from handlers.words.office import managing as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event, person, registration

HOUR = timedelta(hours=1)


def seen(**facts: Any) -> Overview:
    plain: dict[str, Any] = {
        "counts": {State.CONFIRMED: 3, State.WAITING: 2},
        "offers": [],
        "offers_close": NOW + HOUR,
        "standstill": None,
        "changed_at": None,
        "unanswered": [],
    }
    return Overview(**plain | facts)


@pytest.mark.parametrize("standstill", [None, *Standstill])
def test_every_reason_has_its_words(standstill: Standstill | None) -> None:
    """In both languages, and no two alike."""
    assert words.QUEUE[standstill] in words.QUEUE.values()
    assert len(set(words.QUEUE.values())) == len(Standstill) + 1
    for say in (LT, EN):
        assert words.page(say, event(), seen(standstill=standstill), now=NOW)


@pytest.mark.parametrize("standstill", [Standstill.STARTED, Standstill.NOT_PUBLISHED])
def test_a_queue_of_nobody_that_cannot_move_is_worth_no_word(standstill: Standstill) -> None:
    """Who waits is told of; where nobody does, nothing is."""
    for counts, says in (({State.WAITING: 1}, True), ({State.CONFIRMED: 3}, False)):
        still = seen(standstill=standstill, counts=counts)
        assert ("Eilė nejuda" in words.page(LT, event(), still, now=NOW)) is says


def test_counts_and_offers() -> None:
    """How many in each state, and until when each offer runs; a blocked person is marked."""
    told = words.page(
        LT,
        event(seats=5),
        seen(
            offers=[
                (registration(State.OFFERED), person(name="Ona")),
                (registration(State.OFFERED, offer_until=NOW + HOUR),
                 person(name="<Jonas>", unreachable_since=NOW)),
            ]
        ),
        now=NOW,
    )  # fmt: skip
    for part in (
        "<b>Vietų:</b> 5", "Patvirtinta: 3", "Laukia eilėje: 2",
        "• Ona: pasiūlymas dar keliauja",
        "• &lt;Jonas&gt; (nepasiekiamas žmogus): pasiūlyta iki lapkričio 22 d.",
    ):  # fmt: skip
        assert part in told
    assert "pakeitimą" not in told


def test_who_has_not_answered() -> None:
    """By name, as far as a message holds them; or that everybody has."""
    crowd = [person(name=f"Ona {number}") for number in range(words.NAMES_SHOWN + 2)]
    told = words.page(LT, event(), seen(changed_at=NOW, unanswered=crowd), now=NOW)
    assert "neatsakė 22 žmonės:" in told
    assert told.endswith("• Ona 19\nir dar 2")
    assert "• without a name" in words.page(
        EN, event(), seen(changed_at=NOW, unanswered=[person(name="")]), now=NOW
    )
    assert "atsakė visi" in words.page(LT, event(), seen(changed_at=NOW), now=NOW)


def test_seats_that_stay_empty() -> None:
    """How many, how many wait, and of which event."""
    told = words.seats_empty(LT, event(), 2, 11, now=NOW)
    assert told.startswith("<b>2 vietos lieka tuščios</b>\nEilėje laukia 11 žmonių\n\n")
    assert "<b>Vertinimas</b>" in told
    assert words.hours_label(LT, 24) == "prieš 24 val."
