"""The card of one who takes part, and what is pressed on it."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person, Role
from catalogue.registrations.refusals import RegistrationGone
from catalogue.registrations.tables import Registration, State
from handlers.office import participant
from handlers.office.callbacks.participants import About, NeedsApproval, Participant
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, F, P, W, X, queued
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, rewritten, texts

BACK, WRITE, OFF = "Į sąrašą", "Parašyti", "Atšaukti registraciją"
GIVE = "Duoti vietą be eilės"


async def press(talk: Talk, deed: About, *, sure: bool = False, number: int = 2) -> Any:
    data = Participant(registration=number, deed=deed, sure=sure)
    if deed is About.LOOK:
        return await participant.look(pressed(data), data, talk)
    if deed is About.DELETE:
        return await participant.delete(pressed(data), data, talk)
    return await participant.decide(pressed(data), data, talk)


async def given(session: AsyncSession, state: State, **facts: Any) -> Talk:
    """A coordinator, and the second of two people in that state."""
    event, people = await queued(session, [C, state], **{"seats": 2} | facts)
    people[1].name = "Rita Ritaitė"
    return await employed(session, Role.COORDINATOR, event.centre, name="Rasa Rasaitė")


@pytest.mark.parametrize(
    ("state", "choices"),
    [
        (C, [OFF, WRITE, BACK]),
        (P, ["Patvirtinti", "Atmesti", OFF, WRITE, BACK]),
        (W, [GIVE, "Perkelti į eilės pradžią", OFF, WRITE, BACK]),
        (F, [GIVE, OFF, WRITE, BACK]),
        (X, [WRITE, BACK]),
    ],
)
async def test_the_choices_are_of_the_state(
    session: AsyncSession, state: State, choices: list[str]
) -> None:
    """With what is known of the person above."""
    talk = await given(session, state)
    said = await press(talk, About.LOOK)
    assert rewritten(said) == [77]
    assert texts(said)[0].startswith("<b>Rita Ritaitė</b>\n")
    assert buttons(said) == choices


async def test_what_takes_away_is_asked_about(session: AsyncSession) -> None:
    """Rejecting, taking off and going over the seats; the other presses decide at once."""
    talk = await given(session, W, seats=1)
    asked = await press(talk, About.GIVE)
    assert "Laisvų vietų nėra (iš viso 1)" in texts(asked)[0]
    assert buttons(asked) == ["Taip, duoti dar vieną vietą", "Atgal"]
    done = await press(talk, About.GIVE, sure=True)
    assert texts(done)[0].startswith("✓ Vieta skirta. Žmogui pranešame.\n\n<b>Rita Ritaitė</b>")
    assert "Registracija patvirtinta" in texts(done)[0]
    again = await press(talk, About.GIVE, sure=True)
    assert texts(again)[0].startswith("<b>Rita Ritaitė</b>")
    asked = await press(talk, About.TAKE_OFF)
    assert "Vieta atiteks pirmajam eilėje." in texts(asked)[0]
    done = await press(talk, About.TAKE_OFF, sure=True)
    assert buttons(done) == [WRITE, BACK]


async def test_a_rejection_is_asked_about(session: AsyncSession) -> None:
    """An approval is not; one decided meanwhile shows the card."""
    talk = await given(session, P)
    asked = await press(talk, About.REJECT)
    assert buttons(asked) == ["Taip, atmesti", "Atgal"]
    done = await press(talk, About.APPROVE)
    assert texts(done)[0].startswith("✓ Registracija patvirtinta. Žmogui pranešame.")
    assert texts(await press(talk, About.REJECT))[0].startswith("<b>Rita Ritaitė</b>")


async def test_first_in_the_queue_is_told_to_nobody(session: AsyncSession) -> None:
    """It may pass by itself; what comes of it will be told."""
    event, _ = await queued(session, [C, W, W])
    talk = await employed(session, Role.COORDINATOR, event.centre)
    done = await press(talk, About.FIRST, number=3)
    assert texts(done)[0].startswith("✓ Perkelta į eilės pradžią.\n\n")
    assert "Eilėje (1-a vieta)" in texts(done)[0]


async def test_one_added_by_hand_can_be_deleted(session: AsyncSession) -> None:
    """With one question; all others only by themselves."""
    talk = await given(session, C)
    assert "<b>Rita Ritaitė</b>" in texts(await press(talk, About.DELETE, sure=True))[0]
    own = await session.get_one(Registration, 2)
    person = await session.get_one(Person, own.person_id)
    person.telegram_id, person.vouched_by = None, talk.person.id
    await session.flush()
    card = await press(talk, About.LOOK)
    assert "<b>Pridėta ranka:</b> Rasa Rasaitė" in texts(card)[0]
    assert "be „Telegram“ – skambinkite arba rašykite" in texts(card)[0]
    assert buttons(card) == [OFF, "Ištrinti žmogaus duomenis", BACK]
    assert "Ištrinti visus duomenis: Rita Ritaitė?" in texts(await press(talk, About.DELETE))[0]
    assert texts(await press(talk, About.DELETE, sure=True)) == ["Duomenys ištrinti."]
    with pytest.raises(RegistrationGone):
        await press(talk, About.LOOK)


async def test_the_switch_shows_itself_on_the_page(session: AsyncSession) -> None:
    """On and off again."""
    talk = await given(session, C)
    event = (await participant.at_hand(talk, 1)).event
    for wanted, mark in ((True, "✓ "), (False, "")):
        data = NeedsApproval(event=event.id, wanted=wanted)
        said = await participant.approval(pressed(data), data, talk)
        assert f"{mark}Registracijas tvirtina organizatorius" in buttons(said)
        assert event.needs_approval is wanted
