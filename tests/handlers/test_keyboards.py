from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.tables import Status
from catalogue.registrations.queries import Standing
from catalogue.registrations.tables import State
from handlers import keyboards
from handlers.callbacks.seats import Keep
from handlers.office.callbacks import staff as staff_callbacks
from tests.factories import NOW, a_centre
from tests.handlers.talking import a_talk, labels
from tests.handlers.words.made_up import EN, LT, event, person, registration

HOUR = timedelta(hours=1)
AT_ONCE = "Priimsiu vietą iš karto"
PASS_ON = "Siunčiu kolegę"
ANSWERS = ["Priimu vietą", "Atsisakau vietos"]
#: Nothing here asks the database.
A_TALK = a_talk(AsyncSession(), person())
WAYS: list[tuple[str, dict[str, Any], dict[str, Any], list[str]]] = [
    ("free seats", {"seats": 5}, {"free": 2}, ["Registruotis"]),
    ("no limit", {}, {}, ["Registruotis"]),
    ("full", {"seats": 5}, {"free": 0}, ["Stoti į eilę"]),
    ("a queue before me", {"seats": 5}, {"free": 1, "waiting": 2}, ["Stoti į eilę"]),
    ("full without a queue", {"seats": 5, "waiting_list": False}, {"free": 0}, []),
    ("in", {"seats": 5}, {"free": 0, "own": State.CONFIRMED}, ["Atsisakyti", PASS_ON]),
    ("in, by approval", {"needs_approval": True}, {"own": State.CONFIRMED}, ["Atsisakyti"]),
    ("awaiting approval", {}, {"own": State.PENDING}, ["Atsisakyti"]),
    ("waiting", {"seats": 5}, {"free": 0, "own": State.WAITING}, [AT_ONCE, "Atsisakyti"]),
    ("offered", {"seats": 5}, {"free": 0, "own": State.OFFERED}, [*ANSWERS, "Atsisakyti"]),
    ("too late to move up", {"starts": NOW + 9 * HOUR}, {"own": State.WAITING}, ["Atsisakyti"]),
    ("offered, and off", {"status": Status.CANCELLED}, {"own": State.OFFERED}, []),
    ("left again", {}, {"own": State.CANCELLED}, ["Registruotis"]),
    ("closed", {"registration_closes": NOW}, {}, []),
    ("in, and closed", {"registration_closes": NOW}, {"own": State.CONFIRMED}, ["Atsisakyti"]),
    ("started", {"starts": NOW}, {}, []),
    ("in, and started", {"starts": NOW - HOUR}, {"own": State.CONFIRMED}, ["Aš čia"]),
    ("cancelled", {"status": Status.CANCELLED}, {}, []),
    ("in, and cancelled", {"status": Status.CANCELLED}, {"own": State.CONFIRMED}, []),
]


@pytest.mark.parametrize(("case", "facts", "stands", "way"), WAYS, ids=[row[0] for row in WAYS])
def test_card(case: str, facts: dict[str, Any], stands: dict[str, Any], way: list[str]) -> None:
    """One way in or out as things stand, or none; the calendar, sharing and asking always."""
    made = event(id=1, **facts)
    own = registration(stands["own"], event_id=1, ticket=2) if "own" in stands else None
    standing = Standing(**{"free": None, "waiting": 0} | stands | {"own": own})
    shown = labels(keyboards.card(A_TALK, made, standing))
    assert shown == [*way, "Kalendorius", "Dalintis", "Klausti metodininko"]


def test_of_what_is_over_the_card_offers_what_remains() -> None:
    """The paper, and neither an entry in the calendar nor a link for colleagues."""
    made = event(id=1, starts=NOW - 9 * HOUR)
    shown = labels(keyboards.card(A_TALK, made, Standing(free=None, waiting=0), paper=3))
    assert shown == ["Mano pažyma", "Klausti metodininko"]


def test_staff_manage_from_the_card() -> None:
    """One more button, for those who may."""
    shown = keyboards.card(A_TALK, event(id=1), Standing(free=None, waiting=0), manages=True)
    assert labels(shown)[-1] == "Tvarkyti"


def test_who_asked_for_it_sees_so() -> None:
    """The button shows what holds now, and a press turns it round."""
    own = registration(State.WAITING, at_once=True)
    (((button,),),) = [keyboards.waiting(LT, own, event(id=1), now=NOW)]
    assert (button.text, button.callback_data) == (f"✓ {AT_ONCE}", "oa:1:0")


def test_rows_leave_out_what_is_empty() -> None:
    """Telegram refuses a row without buttons."""
    one = keyboards.press("Taip", Keep(event=1))
    assert keyboards.rows([[], [one], []]).inline_keyboard == [[one]]


def test_doors_and_examples() -> None:
    """Three doors, and a press for each example question."""
    assert labels(keyboards.doors(EN)) == ["Events", "My events", "Ask"]
    assert len(labels(keyboards.example_questions(LT))) == 3
    assert labels(keyboards.stop(LT)) == ["Nereikia"]
    assert labels(keyboards.language_choice()) == ["Lietuvių", "English"]


def test_an_offer_is_known_by_its_ticket() -> None:
    """So that the buttons of an offer that is over do nothing."""
    accept, decline = keyboards.offer(LT, registration(State.OFFERED, event_id=4, ticket=7))
    assert (accept.callback_data, decline.callback_data) == ("o:4:7:1", "o:4:7:0")


def test_registered_offers_what_comes_next() -> None:
    """Below the answer to a registration."""
    assert labels(keyboards.registered(EN, event(id=1))) == [
        "Calendar",
        "Share",
        "I need an adjustment",
        "Cancel",
    ]


def test_open_events_are_numbered_as_the_list() -> None:
    """From the number at which the page begins."""
    rows = keyboards.open_events(LT, [event(id=4), event(id=5)], first=7)
    assert [(row[0].text, row[0].callback_data) for row in rows] == [
        ("7. Vertinimas", "e:4"),
        ("8. Vertinimas", "e:5"),
    ]


def test_share_opens_inline_mode() -> None:
    """With the code already written, in people's chats, groups and channels."""
    ((button,),) = keyboards.share(A_TALK, event(id=1)).inline_keyboard
    chats = button.switch_inline_query_chosen_chat
    assert chats is not None
    assert (chats.query, chats.allow_bot_chats) == ("V-1", None)


def test_centres_in_the_persons_language() -> None:
    """As far as a button holds the name, and not more rows than one can look through."""
    long = a_centre(id=1, name="Centras " * 20, name_en="")
    both = a_centre(id=2, name="Kauno centras", name_en="Kaunas Centre")
    assert labels(keyboards.centres(EN, [both])) == ["Kaunas Centre"]
    assert labels(keyboards.centres(LT, [both])) == ["Kauno centras"]
    assert len(labels(keyboards.centres(LT, [long]))[0]) <= 60
    assert len(labels(keyboards.centres(LT, [both] * 30))) == 20


@pytest.mark.parametrize(
    ("page", "has_more", "ways"),
    [(0, False, []), (0, True, ["More"]), (2, True, ["Back", "More"]), (3, False, ["Back"])],
)
def test_turns_of_pages(page: int, has_more: bool, ways: list[str]) -> None:  # noqa: FBT001
    """Only where there is a page to turn to."""
    shown = staff_callbacks.TaughtWords(page=page)
    row = keyboards.turns(EN, shown, page=page, has_more=has_more)
    assert [one.text for one in row] == ways
    assert [staff_callbacks.TaughtWords.unpack(one.callback_data or "").page for one in row] == [
        page + {"Back": -1, "More": 1}[way] for way in ways
    ]
