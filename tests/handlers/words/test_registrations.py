from datetime import timedelta
from typing import Any

import pytest

from catalogue.programme.tables import Mode, Status
from catalogue.registrations.tables import State
from handlers.words import registrations as words
from handlers.words.reminders import how_soon
from handlers.words.speech import Speech
from handlers.words.states import state_line
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event, registration

LINK = "https://zoom.example/j/1"
DAY = timedelta(days=1)
USUAL = (7 * DAY, DAY, timedelta(hours=2))
WHEN_AND_WHERE = """

<b>Vertinimas</b>
<b>Kada:</b> gruodžio 2 d., trečiadienis, 10:00–13:00
<b>Kur:</b> Kaunas

"""

JOINED: list[tuple[State, int | None, str, str]] = [
    (
        State.CONFIRMED,
        None,
        "<b>Registracija patvirtinta</b>",
        "Įsidėkite į kalendorių apačioje esančiu mygtuku.",
    ),
    (
        State.PENDING,
        None,
        "<b>Laukia patvirtinimo</b>",
        "Organizatorius peržiūri kiekvieną registraciją; parašysime, kai tik bus nuspręsta.",
    ),
    (
        State.WAITING,
        3,
        "<b>Esate eilėje (3-ia vieta)</b>",
        "Kai atsilaisvins vieta, ji atiteks pirmam eilėje, ir iškart parašysime.",
    ),
]


@pytest.mark.parametrize(("state", "place", "first", "last"), JOINED)
def test_joined(state: State, place: int | None, first: str, last: str) -> None:
    """The state first, then title, when and where, then what comes next."""
    said = words.joined(LT, event(), state, place, usual=USUAL, now=NOW)
    assert said == f"{first}{WHEN_AND_WHERE}{last}"


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        ({"mode": Mode.ONLINE, "join_url": LINK}, f"Link to join: {LINK}"),
        ({"mode": Mode.HYBRID, "join_url": LINK}, f"Link to join: {LINK}"),
        ({"mode": Mode.ONLINE}, "The organiser will send the link to join."),
        ({"mode": Mode.HYBRID}, "Put it into your calendar with the button below."),
        ({"starts": NOW + timedelta(days=6, hours=23)}, "It starts in 7 days."),
        ({"starts": NOW + timedelta(minutes=50)}, "It starts in 50 min."),
        (
            {"starts": NOW + timedelta(days=7)},
            "Put it into your calendar with the button below.",
        ),
    ],
)
def test_joined_tells_how_to_get_in_and_how_soon(facts: dict[str, Any], last: str) -> None:
    """A confirmed person gets the link at once, and is told when it is soon."""
    said = words.joined(EN, event(**facts), State.CONFIRMED, None, usual=USUAL, now=NOW)
    assert said.split("\n")[-1] == last


@pytest.mark.parametrize("state", [State.PENDING, State.WAITING])
def test_joined_keeps_the_link_from_those_without_a_seat(state: State) -> None:
    """Neither who waits nor who is not approved yet may come in."""
    made = event(mode=Mode.ONLINE, join_url=LINK, starts=NOW + DAY)
    for say in (LT, EN):
        said = words.joined(say, made, state, 1, usual=USUAL, now=NOW)
        assert LINK not in said
        assert how_soon(say, made.starts_at, now=NOW) not in said


@pytest.mark.parametrize(
    ("say", "state", "first"),
    [
        (LT, State.CONFIRMED, "Gera žinia: atsilaisvino vieta, ir ji – Jūsų."),
        (LT, State.PENDING, "Gera žinia: atsilaisvino vieta, ir ji palikta Jums."),
        (EN, State.CONFIRMED, "Good news: a seat has come free, and it is yours."),
        (EN, State.PENDING, "Good news: a seat has come free, and it is kept for you."),
    ],
)
def test_moved_up(say: Speech, state: State, first: str) -> None:
    """Where the organiser still approves, the seat is not promised as theirs."""
    said = words.moved_up(say, event(), state, now=NOW)
    assert said.split("\n")[0] == first
    assert said.split("\n")[1] == f"<b>{state_line(say, state, None)}</b>"


def test_moved_up_brings_the_link() -> None:
    """Who has just got a seat online learns how to come in."""
    made = event(mode=Mode.ONLINE, join_url=LINK)
    assert LINK in words.moved_up(LT, made, State.CONFIRMED, now=NOW)
    assert LINK not in words.moved_up(LT, made, State.PENDING, now=NOW)


def test_leaving() -> None:
    """What one gives up differs between a seat and a place in the queue."""
    made = event()
    assert words.leave_question(LT, made, State.CONFIRMED) == (
        "Atsisakyti vietos renginyje „Vertinimas“? Ji atiteks kitam eilėje."
    )
    assert words.leave_question(LT, made, State.WAITING) == (
        "Išeiti iš renginio „Vertinimas“ eilės? Savo vietą joje prarasite."
    )
    assert words.left(LT, made) == (
        "<b>Atšaukta</b>\n\nRenginyje „Vertinimas“ nebedalyvaujate. Ačiū, kad pranešėte."
    )
    assert words.kept(LT, made, State.WAITING, 13) == (
        "Niekas nepasikeitė: „Vertinimas“.\n<b>Esate eilėje (13-a vieta)</b>"
    )


OWN: list[tuple[State, int | None, dict[str, Any], str]] = [
    (State.CONFIRMED, None, {}, "Registracija patvirtinta"),
    (State.PENDING, None, {}, "Laukia patvirtinimo"),
    (State.WAITING, 2, {}, "Esate eilėje (2-a vieta)"),
    (State.OFFERED, 1, {}, "Esate eilėje (1-a vieta)\nJums siūloma vieta."),
    (State.OFFERED, 1, {"status": Status.CANCELLED}, "renginį organizatorius atšaukė"),
    (State.CONFIRMED, None, {"starts": NOW - timedelta(hours=1)}, "Registracija patvirtinta"),
    (State.CONFIRMED, None, {"starts": NOW - DAY}, "buvote užsiregistravę"),
    (State.CONFIRMED, None, {"starts": NOW - DAY, "ends_at": None}, "buvote užsiregistravę"),
    (State.PENDING, None, {"starts": NOW - DAY}, "registracija liko nepatvirtinta"),
    (State.WAITING, 2, {"starts": NOW - DAY}, "vieta Jums neatsilaisvino"),
    (State.OFFERED, 1, {"starts": NOW - DAY}, "vieta Jums neatsilaisvino"),
    (State.CONFIRMED, None, {"status": Status.CANCELLED}, "renginį organizatorius atšaukė"),
    (
        State.CONFIRMED,
        None,
        {"status": Status.CANCELLED, "starts": NOW - DAY},
        "renginį organizatorius atšaukė",
    ),
]


@pytest.mark.parametrize(("state", "place", "facts", "ending"), OWN)
def test_own_line(state: State, place: int | None, facts: dict[str, Any], ending: str) -> None:
    """How things stand; what is over or was called off is said so, also long afterwards."""
    own = registration(state, event=event(**facts))
    said = words.own_line(LT, 4, own, place, now=NOW)
    assert said.startswith("4. <b>Vertinimas</b>\n")
    assert said.endswith(f" · {ending}")


@pytest.mark.parametrize(
    ("was_there", "told"), [(True, "dalyvavote"), (False, "pažymėta, kad nedalyvavote")]
)
def test_of_what_is_over_it_is_said_whether_one_was_there(*, was_there: bool, told: str) -> None:
    """As far as anybody noted it."""
    own = registration(State.CONFIRMED, event=event(starts=NOW - DAY))
    said = words.own_line(LT, 1, own, None, was_there=was_there, now=NOW)
    assert said.endswith(f" · {told}")


@pytest.mark.parametrize(
    ("say", "headings", "nothing"),
    [
        (
            LT,
            ["Mano būsimi renginiai", "Mano eilės", "Mano buvę renginiai"],
            [
                (
                    "Būsimų renginių dar neturite. Atverkite „Renginiai“ arba tiesiog parašykite, "
                    "ko reikia."
                ),
                "Nė vienoje eilėje nelaukiate.",
                "Buvusių renginių čia dar neturite.",
            ],
        ),
        (
            EN,
            ["My coming events", "My waiting lists", "My past events"],
            [
                (
                    "You have no coming events yet. Find one under “Events”, or just write what "
                    "you need."
                ),
                "You are on no waiting list.",
                "You have no past events here yet.",
            ],
        ),
    ],
)
def test_own_lists(say: Speech, headings: list[str], nothing: list[str]) -> None:
    """Each of the three has a heading, and something kind to say when it is empty."""
    assert headings == [
        words.coming_heading(say), words.waiting_heading(say), words.past_heading(say)
    ]  # fmt: skip
    assert nothing == [words.no_coming(say), words.no_waiting(say), words.no_past(say)]


def test_own_events_stand_apart() -> None:
    """A heading, and an empty line between events."""
    assert words.own_events(LT("My events"), [LT("Events"), LT("Ask")]) == (
        "<b>Mano renginiai</b>\n\nRenginiai\n\nKlausti"
    )


def test_an_adjustment_is_repeated_as_written() -> None:
    """The person sees what the organisers will see, and no markup comes of it."""
    assert words.access_need_kept(LT, "stambus <b>šriftas</b>") == (
        "Užrašiau, organizatoriai tai matys:\n„stambus &lt;b&gt;šriftas&lt;/b&gt;“"
    )
    assert "„Vertinimas“" in words.ask_access_need(LT, event())


def test_shared_and_calendar() -> None:
    """What is passed on tells enough to decide, and its link opens the card."""
    said = words.shared(LT, event(), "https://t.me/kvieslys_bot?start=ev_V-1", now=NOW)
    assert said == WHEN_AND_WHERE.strip() + "\n\nhttps://t.me/kvieslys_bot?start=ev_V-1"
    assert words.calendar_caption(LT, event(title_lt='"Aš & tu"')) == (
        'Atidarykite failą – ir „"Aš & tu"“ bus Jūsų kalendoriuje.'
    )
