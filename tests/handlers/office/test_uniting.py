"""Two rows of one person, as staff make them one."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person, Role
from catalogue.programme.tables import Event
from catalogue.registrations.refusals import RegistrationGone
from catalogue.registrations.tables import Registration, State
from handlers.office import participant, uniting
from handlers.office.callbacks.participants import Participant, UnitePeople
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, W, queued, states_of
from tests.factories import NOW, a_centre, an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, texts


async def given(session: AsyncSession) -> tuple[Talk, Event, list[Person]]:
    """Ona was added by hand, and then came by herself."""
    event, people = await queued(session, [C, W, C], seats=2, title_lt="Vertinimas")
    for person, name in zip(people, ("Ona Žalytė", "Ona Zalyte", "Rita Ritaitė"), strict=True):
        person.name = name
    people[0].telegram_id = None
    await session.flush()
    return await employed(session, Role.COORDINATOR, event.centre), event, people


async def press(talk: Talk, person: int = 0, *, sure: bool = False) -> Any:
    data = UnitePeople(registration=1, person=person, sure=sure)
    return await (uniting.unite if person else uniting.choose)(pressed(data), data, talk)


async def test_chosen_asked_and_united(session: AsyncSession) -> None:
    """From the card of the one added by hand; the card of the other is shown in the end."""
    talk, event, people = await given(session)
    data = Participant(registration=1)
    card = await participant.look(pressed(data), data, talk)
    assert "Tas pats žmogus?" in buttons(card)
    said = await press(talk)
    assert "1. Ona Zalyte · naudojasi „Telegram“" in texts(said)[0]
    assert buttons(said) == ["1. Ona Zalyte", "Atgal"]
    asked = await press(talk, people[1].id)
    assert "Ar tai vienas žmogus?" in texts(asked)[0]
    assert await states_of(session, event) == [C, W, C]
    done = await press(talk, people[1].id, sure=True)
    assert texts(done)[0].startswith("✓ Įrašai sujungti į vieną žmogų.\n\n<b>Ona Zalyte</b>")
    assert "Registracija patvirtinta" in texts(done)[0]
    assert await states_of(session, event) == [C, C]
    with pytest.raises(RegistrationGone):
        await press(talk)


async def test_nobody_else_is_taken(session: AsyncSession) -> None:
    """Another name and no common contact, or events of a centre of which one is no staff."""
    talk, event, people = await given(session)
    said = await press(talk, people[2].id, sure=True)
    assert texts(said)[0].startswith("<b>Ona Žalytė</b>")
    other = an_event(centre=a_centre())
    await kept(session, other)
    facts = {"ticket": 1, "state": State.CONFIRMED, "joined_at": NOW, "changed_at": NOW}
    await kept(session, Registration(event_id=other.id, person_id=people[0].id, **facts))
    assert "nėra kito žmogaus" in texts(await press(talk))[0]
    data = Participant(registration=1)
    card = await participant.look(pressed(data), data, talk)
    assert "Tas pats žmogus?" not in buttons(card), "a button for nobody"
    await press(talk, people[1].id, sure=True)
    assert await states_of(session, event) == [C, W, C]
