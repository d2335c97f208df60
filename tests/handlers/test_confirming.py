"""A teacher asks a centre to confirm what they have learnt elsewhere."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning import own_entries
from catalogue.learning.refusals import EntryGone
from catalogue.learning.tables import OwnEntry
from catalogue.people.tables import Role
from catalogue.programme.tables import Event
from handlers import confirming
from handlers import own_entries as screens
from handlers.callbacks.learning import AskToConfirm, OneEntry
from handlers.replies import Letter
from handlers.talk import Talk
from tests.catalogue.learning.test_confirming import BOOK
from tests.factories import an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import OWNER, buttons, each, labels, pressed, texts


async def given(talk: Talk) -> tuple[OwnEntry, Event]:
    event = an_event()
    await kept(talk.session, event)
    return await own_entries.add(talk.session, talk.person, BOOK, now=talk.now), event


async def ask(talk: Talk, entry: OwnEntry, centre: int = 0) -> Any:
    data = AskToConfirm(entry=entry.id, centre=centre)
    return await confirming.ask(pressed(data), data, talk)


async def look(talk: Talk, entry: OwnEntry) -> Any:
    data = OneEntry(entry=entry.id)
    return await screens.look(pressed(data), data, talk)


async def test_a_centre_is_chosen_and_its_staff_are_written_to(talk: Talk) -> None:
    """With two answers; the entry says that it waits, and is not asked for twice."""
    entry, event = await given(talk)
    rita = await employed(talk.session, Role.COORDINATOR, event.centre)
    assert "Prašyti centro patvirtinti" in buttons(await look(talk, entry))
    said = await ask(talk, entry)
    assert "darbuotojai matys Jūsų vardą (Ona Petraitienė)" in texts(said)[0]
    assert buttons(said) == [event.centre.name, "Atgal"]
    told, letter = each(await ask(talk, entry, event.centre_id))
    assert "Prašymas perduotas" in texts(told)[0]
    assert isinstance(letter, Letter)
    assert (letter.chat_id, labels(letter.keyboard)) == (
        rita.person.telegram_id, ["Patvirtinti valandas", "Netvirtinti"],
    )  # fmt: skip
    assert "<b>Ona Petraitienė</b> prašo patvirtinti" in letter.text
    assert "4 akad. val.: Knyga (savišvieta)" in letter.text
    shown = await look(talk, entry)
    assert "Prašyti centro patvirtinti" not in buttons(shown)
    assert "Centro paprašyta patvirtinti" in texts(shown)[0]
    assert texts(await ask(talk, entry, event.centre_id)) == ["Dėl šio įrašo jau prašyta."]


async def test_a_centre_without_staff_is_the_owners(talk: Talk) -> None:
    """Somebody hears of it in any case."""
    entry, event = await given(talk)
    _, letter = each(await ask(talk, entry, event.centre_id))
    assert isinstance(letter, Letter)
    assert letter.chat_id == OWNER


async def test_nobody_is_asked_for_an_entry_of_their_own(talk: Talk) -> None:
    """The only one of a centre hears that somebody else would have to."""
    _, event = await given(talk)
    owner = await an_owner_of_the_house(talk.session)
    own = await own_entries.add(talk.session, owner.person, BOOK, now=talk.now)
    said = each(await ask(owner, own, event.centre_id))
    assert [texts(one)[0][:17] for one in said] == ["Šiame centre dar "]
    assert own.asked_of is None


async def test_of_others_entries_nothing_is_asked(talk: Talk, session: AsyncSession) -> None:
    """Each asks for their own."""
    entry, event = await given(talk)
    other = await employed(session, Role.COORDINATOR, event.centre)
    with pytest.raises(EntryGone):
        await ask(other, entry, event.centre_id)
