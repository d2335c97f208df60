"""/skaiciai: what is asked for, of which centres, and who is told nothing."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.numbers.periods import Period
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Role
from handlers.office import numbers
from handlers.office.callbacks.numbers import Numbers, Show
from handlers.replies import Errand
from handlers.talk import Talk
from handlers.words.speech import Speech
from tests.factories import VILNIUS, a_centre, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed, membership
from tests.handlers.talking import buttons, pressed, texts, written


@pytest.fixture
async def kaunas(session: AsyncSession) -> Centre:
    centre = a_centre(name="Kauno centras")
    await kept(session, centre, a_centre(name="Vilniaus centras"))
    return centre


@pytest.fixture
async def jonas(session: AsyncSession, kaunas: Centre) -> Talk:
    """An observer of one centre."""
    return await employed(session, Role.OBSERVER, kaunas)


async def asked(talk: Talk, view: Numbers) -> Errand:
    said = await numbers.show(pressed(view), view, talk)
    assert isinstance(said, Errand)
    return said


async def test_numbers_are_of_ones_own_centres(
    session: AsyncSession, jonas: Talk, kaunas: Centre
) -> None:
    """An observer's own, an owner's of the house all of them; the work is done beside the turn."""
    said = await numbers.begin(written("/skaiciai"), jonas)
    assert isinstance(said, Errand)
    assert said.facts == {"view": Numbers().pack(), "centres": [kaunas.id], "several": False}
    everywhere = await asked(await an_owner_of_the_house(session), Numbers(show=Show.TOWNS))
    assert (everywhere.facts["centres"], everywhere.facts["several"]) == (None, True)


async def test_another_centre_is_not_counted(jonas: Talk, session: AsyncSession) -> None:
    """Whatever an old or a made-up button says; a lecturer has no numbers at all."""
    other = await session.scalar(select(Centre).where(Centre.name == "Vilniaus centras"))
    assert other is not None
    with pytest.raises(RightNeeded):
        await asked(jonas, Numbers(centre=other.id))
    event = an_event()
    await kept(session, event)
    lecturer = await employed(session, Role.LECTURER, event.centre, event=event)
    with pytest.raises(RightNeeded):
        await numbers.begin(written("/skaiciai"), lecturer)


async def test_a_workbook_is_noted(jonas: Talk, kaunas: Centre) -> None:
    """Looking is no deed."""
    for show in (Show.SUMMARY, Show.WEEKS, Show.WORKBOOK):
        await asked(jonas, Numbers(show=show))
    noted = (await jonas.session.scalars(select(JournalEntry))).all()
    assert [(one.deed, one.centre_id) for one in noted] == [(Deed.NUMBERS_TAKEN, kaunas.id)]


async def test_the_time_is_chosen(jonas: Talk) -> None:
    """Each leads back to the figures, of the same centre."""
    view = Numbers(show=Show.PERIODS)
    said = await numbers.choose_period(pressed(view), view, jonas)
    assert texts(said) == ["Kurio laikotarpio?"]
    assert list(buttons(said)) == [
        "2026 m. lapkritis",
        "2026–2027 m. m. I pusmetis",
        "2026–2027 m. m.",
        "2025–2026 m. m.",
        "Visas laikas",
    ]


async def test_the_centre_is_chosen_where_there_are_several(
    jonas: Talk, session: AsyncSession, kaunas: Centre
) -> None:
    """One's own ones, and all of them together."""
    other = await session.scalar(select(Centre).where(Centre.name == "Vilniaus centras"))
    await kept(session, a_centre(name="Alytaus centras"))
    await kept(session, membership(jonas.person, Role.OBSERVER, other))
    view = Numbers(show=Show.CENTRES, period=Period.ALL)
    said = await numbers.choose_centre(pressed(view), view, jonas)
    assert list(buttons(said)) == ["Visi centrai", "Kauno centras", "Vilniaus centras"]


@pytest.mark.parametrize("several", [False, True])
def test_the_doors_lead_everywhere(*, several: bool) -> None:
    """To every picture and table, of the same time; another centre where there is one."""
    view = Numbers(period=Period.TERM, centre=4)
    keyboard = numbers.doors(Speech("lt", VILNIUS), view, several=several)
    found = [
        Numbers.unpack(str(button.callback_data))
        for row in keyboard.inline_keyboard
        for button in row
        if str(button.callback_data).startswith("nu:")
    ]
    assert {one.show for one in found} == set(Show) - {Show.SUMMARY} - (
        set() if several else {Show.CENTRES}
    )
    assert {(one.period, one.centre) for one in found} == {(Period.TERM, 4)}
    back = numbers.way_back(Speech("lt", VILNIUS), found[0]).inline_keyboard[0][0]
    assert back.callback_data == view.pack()
