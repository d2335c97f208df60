import pytest

from catalogue.database import wakes_clock
from catalogue.registrations import rules
from catalogue.registrations.tables import State
from handlers import joining
from handlers.callbacks.seats import Join, Keep
from handlers.talk import Talk
from tests.factories import a_person, kept
from tests.handlers.talking import (
    a_talk,
    buttons,
    data,
    join,
    leave,
    pressed,
    put,
    rewritten,
    state_of,
    texts,
)

CARD_OF_A_STRANGER = ["Registruotis", "Kalendorius", "Dalintis", "Klausti metodininko"]


async def test_one_press_joins_and_refreshes_the_card(talk: Talk) -> None:
    """The pressed card shows at once that one is in; a message of its own tells the outcome."""
    event = await put(talk, seats=1)
    card, answer = await join(talk, event)
    assert rewritten(card) == [77]
    assert buttons(card) == ["Atsisakyti", "Siunčiu kolegę", *CARD_OF_A_STRANGER[1:]]
    assert texts(answer)[0].startswith("<b>Registracija patvirtinta</b>\n\n<b>Vertinimas</b>")
    assert buttons(answer) == ["Kalendorius", "Dalintis", "Reikia pritaikymo", "Atsisakyti"]


async def test_a_second_press_only_refreshes(talk: Talk) -> None:
    """The old card is brought up to date, and nothing is said twice."""
    event = await put(talk)
    await join(talk, event)
    again = await join(talk, event)
    assert rewritten(again) == [77]
    assert "Atsisakyti" in buttons(again)


async def test_a_clash_is_a_question(talk: Talk) -> None:
    """Named first, joined when the person means it, and without a card below the question."""
    await join(talk, await put(talk, title_lt="Robotika"))
    event = await put(talk, code="V-2")
    asked = await join(talk, event)
    assert "„Robotika“" in texts(asked)[0]
    assert buttons(asked) == ["Vis tiek registruotis", "Nereikia"]
    assert data(asked, "Vis tiek") == Join(event=event.id, anyway=True).pack()
    (answer,) = await join(talk, event, anyway=True)
    assert texts(answer)[0].startswith("<b>Registracija patvirtinta</b>")


async def test_leaving_asks_once_and_then_the_queue_moves(talk: Talk) -> None:
    """The freed seat goes up the queue, and the clock is left a note for whoever got it."""
    event = await put(talk, seats=1)
    await join(talk, event)
    james = a_person(language="en")
    await kept(talk.session, james)
    await join(a_talk(talk.session, james, language="en"), event)
    asked = await leave(talk, event, sure=False)
    assert buttons(asked) == ["Taip, atsisakyti", "Palikti", "Siunčiu kolegę"]
    assert await state_of(talk, event) is State.CONFIRMED
    farewell = await leave(talk, event, sure=True)
    assert rewritten(farewell) == [77]
    assert texts(farewell)[0].startswith("<b>Atšaukta</b>")
    own = await rules.registration_of(talk.session, event_id=event.id, person_id=james.id)
    assert own is not None
    assert own.state is State.CONFIRMED
    assert wakes_clock(talk.session)


@pytest.mark.parametrize("was_in", [True, False])
async def test_buttons_of_one_who_is_not_in_show_the_card(talk: Talk, was_in: bool) -> None:  # noqa: FBT001 -- a table
    """Leave, leave for sure, keep: pressed late, each becomes the card as things stand now."""
    event = await put(talk)
    if was_in:
        await join(talk, event)
        await leave(talk, event, sure=True)
    for said in (
        await leave(talk, event, sure=False),
        await leave(talk, event, sure=True),
        await joining.keep(pressed(), Keep(event=event.id), talk),
    ):
        assert rewritten(said) == [77]
        assert buttons(said) == CARD_OF_A_STRANGER


async def test_keeping_says_how_things_stand(talk: Talk) -> None:
    """In the place of the question, with the state."""
    event = await put(talk)
    await join(talk, event)
    said = await joining.keep(pressed(), Keep(event=event.id), talk)
    assert texts(said) == ["Niekas nepasikeitė: „Vertinimas“.\n<b>Registracija patvirtinta</b>"]
