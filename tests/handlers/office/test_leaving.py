"""Those who ask to be let go, one press for each."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Role
from catalogue.registrations.leaving import ask
from catalogue.registrations.tables import Registration, State
from handlers.office import leaving, participant, participants
from handlers.office.callbacks.participants import (
    AnswerLeave,
    LeaveRequests,
    Participant,
    Participants,
)
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, queued
from tests.factories import NOW
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, rewritten, texts

LATE = "Prašo leisti atsisakyti (1)"


async def given(session: AsyncSession, number: int) -> tuple[Talk, Any]:
    """A coordinator, and so many who ask."""
    event, people = await queued(session, [C] * number, seats=number, cancel_until=NOW)
    for place, person in enumerate(people, start=1):
        person.name = f"Ona Onaitė {'I' * place}"
        await ask(session, event_id=event.id, person=person, reason=f"{place}-a", now=NOW)
    return await employed(session, Role.COORDINATOR, event.centre), event


async def answer(talk: Talk, number: int, *, granted: bool) -> Any:
    data = AnswerLeave(registration=number, ticket=number, granted=granted)
    return await leaving.answer(pressed(data), data, talk)


async def test_one_press_answers_and_the_others_move_up(session: AsyncSession) -> None:
    """Numbered where there are several; the answer to one answered says so."""
    talk, event = await given(session, 2)
    data = LeaveRequests(event=event.id)
    said = await leaving.show(pressed(data), data, talk)
    assert rewritten(said) == [77]
    assert "2 žmonės prašo" in texts(said)[0]
    assert buttons(said) == ["1. Leisti", "1. Neleisti", "2. Leisti", "2. Neleisti", "Į sąrašą"]
    said = await answer(talk, 1, granted=True)
    assert texts(said)[0].startswith("✓ Ona Onaitė I: leista atsisakyti. Žmogui pranešame.\n\n")
    assert buttons(said) == ["Leisti", "Neleisti", "Į sąrašą"]
    assert (await session.get_one(Registration, 1)).state is State.CANCELLED
    again = await answer(talk, 1, granted=False)
    assert texts(again)[0].startswith("Į šį prašymą jau atsakyta arba jis atsiimtas.\n\n")
    said = await answer(talk, 2, granted=False)
    assert "Prašymų leisti atsisakyti nėra" in texts(said)[0]
    assert (await session.get_one(Registration, 2)).state is State.CONFIRMED


async def test_many_stand_on_pages(session: AsyncSession) -> None:
    """Eight at a time."""
    talk, event = await given(session, 9)
    data = LeaveRequests(event=event.id, page=1)
    said = await leaving.show(pressed(data), data, talk)
    assert buttons(said)[:2] == ["9. Leisti", "9. Neleisti"]


async def test_the_list_and_the_card_show_who_asks(session: AsyncSession) -> None:
    """Each leads to the answers, as long as there is none."""
    talk, event = await given(session, 1)
    data = Participants(event=event.id)
    listed = await participants.turn_page(pressed(data), data, talk)
    assert "Ona Onaitė I · prašo leisti atsisakyti" in texts(listed)[0]
    assert LATE in buttons(listed)
    look = Participant(registration=1)
    card = await participant.look(pressed(look), look, talk)
    assert "<b>Prašo leisti atsisakyti.</b> „1-a“" in texts(card)[0]
    assert "Atsakyti į prašymą" in buttons(card)
    await answer(talk, 1, granted=False)
    card = await participant.look(pressed(look), look, talk)
    assert "<b>Prašė leisti atsisakyti:</b> neleista. „1-a“" in texts(card)[0]
    assert "Atsakyti į prašymą" not in buttons(card)
    assert LATE not in buttons(await participants.turn_page(pressed(data), data, talk))
