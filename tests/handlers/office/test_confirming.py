"""Staff confirm hours of learning elsewhere with a press."""

from typing import Any

import pytest

from catalogue.learning import own_entries
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Role
from handlers.confirming import shown_mark
from handlers.office import confirming
from handlers.office.callbacks.participants import DecideEntry
from handlers.replies import Letter
from handlers.talk import Talk
from tests.factories import a_centre, kept
from tests.handlers.office.people import employed, membership
from tests.handlers.talking import each, labels, pressed, texts
from tests.handlers.test_confirming import ask, given, look


async def press(who: Talk, data: DecideEntry) -> list[Any]:
    return each(await confirming.decide(pressed(data), data, who))


@pytest.mark.parametrize(
    ("confirmed", "told", "heard", "stands"),
    [
        (True, "✓ Patvirtinta", "Centras patvirtino Jūsų įrašą", "✓ Centras patvirtino"),
        (False, "Nepatvirtinta", "Jūsų įrašo nepatvirtino", "centras jo nepatvirtino"),
    ],
)
async def test_one_press_decides(
    talk: Talk, *, confirmed: bool, told: str, heard: str, stands: str
) -> None:
    """The teacher hears of it; who comes later sees that it is decided."""
    entry, event = await given(talk)
    await ask(talk, entry, event.centre_id)
    rita = await employed(talk.session, Role.COORDINATOR, event.centre)
    data = DecideEntry(entry=entry.id, confirmed=confirmed, mark=shown_mark(entry))
    said, letter = await press(rita, data)
    assert texts(said)[0].startswith(told)
    assert isinstance(letter, Letter)
    assert (letter.chat_id, labels(letter.keyboard)) == (
        talk.person.telegram_id,
        ["Į valandų knygelę"],
    )
    assert heard in letter.text
    assert stands in texts(await look(talk, entry))[0]
    (said,) = await press(rita, data)
    assert "Tvirtinti čia nebereikia" in texts(said)[0]


async def test_nobody_confirms_their_own(talk: Talk) -> None:
    """Also where they have come by the button."""
    entry, event = await given(talk)
    await ask(talk, entry, event.centre_id)
    await kept(talk.session, membership(talk.person, Role.COORDINATOR, event.centre))
    (said,) = await press(talk, DecideEntry(entry=entry.id, confirmed=True, mark=shown_mark(entry)))
    assert "kolega" in texts(said)[0]
    assert entry.confirmed_at is None


async def test_only_what_was_shown_at_the_centre_that_was_asked(talk: Talk) -> None:
    """Neither other words, nor by others."""
    entry, event = await given(talk)
    await ask(talk, entry, event.centre_id)
    elsewhere = a_centre()
    await kept(talk.session, elsewhere)
    data = DecideEntry(entry=entry.id, confirmed=True, mark=shown_mark(entry))
    for centre, role in ((elsewhere, Role.COORDINATOR), (event.centre, Role.DOOR)):
        with pytest.raises(RightNeeded):
            await press(await employed(talk.session, role, centre), data)
    own_entries.change(entry, "hours", 40.0)
    await ask(talk, entry, event.centre_id)
    rita = await employed(talk.session, Role.COORDINATOR, event.centre)
    (said,) = await press(rita, data)
    assert "Tvirtinti čia nebereikia" in texts(said)[0]
    assert entry.confirmed_at is None
