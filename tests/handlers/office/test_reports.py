"""/ataskaita: which one is offered, and what is asked for by one press."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Role
from catalogue.reports.periods import Kind, Period
from handlers.office import reports
from handlers.office.callbacks.reports import Report, Show
from handlers.replies import Errand
from handlers.talk import Talk
from tests.factories import a_centre, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed, membership
from tests.handlers.talking import buttons, pressed, texts, written

#: It is 22 November 2026.
OCTOBER = 2026 * 12 + 9


@pytest.fixture
async def kaunas(session: AsyncSession) -> Centre:
    centre = a_centre(name="Kauno centras")
    await kept(session, centre, a_centre(name="Vilniaus centras"))
    return centre


@pytest.fixture
async def jonas(session: AsyncSession, kaunas: Centre) -> Talk:
    """An observer of one centre."""
    return await employed(session, Role.OBSERVER, kaunas)


async def test_the_newest_month_that_is_over_is_offered(jonas: Talk) -> None:
    """Made by one press; the months beside it, longer times and the numbers are one press away."""
    said = await reports.begin(written("/ataskaita"), jonas)
    assert texts(said)[0].startswith("<b>Ataskaita</b> · 2026 m. spalis\nKauno centras\n")
    assert list(buttons(said)) == [
        "Parengti ataskaitą",
        "◀ 2026 m. rugsėjis",
        "2026 m. lapkritis ▶",
        "Ketvirtis",
        "Mokslo metai",
        "Kalendoriniai metai",
        "Kiti skaičiai",
    ]


async def test_a_period_that_is_not_over_says_so(jonas: Talk) -> None:
    """There is none after it."""
    view = Report(kind=Kind.SCHOOL_YEAR, number=2026)
    said = await reports.choose(pressed(view), view, jonas)
    assert "nesibaigė: skaičiuojama iki 2026 m. lapkričio 22 d." in texts(said)[0]
    assert "◀ 2025–2026 m. m." in buttons(said)
    assert not [one for one in buttons(said) if one.endswith("▶")]


@pytest.mark.parametrize(
    ("number", "found"),
    [(0, OCTOBER), (OCTOBER, OCTOBER), (OCTOBER + 1, OCTOBER + 1), (OCTOBER + 2, OCTOBER),
     (1999 * 12, OCTOBER), (2**20 - 1, OCTOBER), (2000 * 12 + 8, 2000 * 12 + 8)],
)  # fmt: skip
def test_no_report_of_what_has_not_begun(number: int, found: int) -> None:
    """Nor of a time before there was such a house, whatever a button says."""
    period = reports.period_of(Report(number=number), date(2026, 11, 22))
    assert period == Period(Kind.MONTH, found)


async def test_it_is_made_beside_the_turn_and_noted(jonas: Talk, kaunas: Centre) -> None:
    """Of the period that was shown, at the centres where one may look at numbers now."""
    view = Report(show=Show.MADE, kind=Kind.QUARTER)
    said = await reports.make(pressed(view), view, jonas)
    assert isinstance(said, Errand)
    shown = view.model_copy(update={"number": 2026 * 4 + 2})
    assert said.facts == {"view": shown.pack(), "centres": [kaunas.id], "several": False}
    noted = (await jonas.session.scalars(select(JournalEntry))).all()
    assert [(one.deed, one.centre_id, one.facts) for one in noted] == [
        (Deed.REPORT_TAKEN, kaunas.id, {"period": "q", "number": 2026 * 4 + 2})
    ]


async def test_another_centre_may_be_chosen(
    session: AsyncSession, jonas: Talk, kaunas: Centre
) -> None:
    """Where one has several; of all of them each is named."""
    other = await session.scalar(select(Centre).where(Centre.name == "Vilniaus centras"))
    assert other is not None
    await kept(session, membership(jonas.person, Role.OBSERVER, other))
    assert "Kauno centras; Vilniaus centras" in texts(await reports.begin(written("x"), jonas))[0]
    view = Report(show=Show.CENTRES, kind=Kind.YEAR, number=2025)
    said = await reports.choose_centre(pressed(view), view, jonas)
    assert list(buttons(said)) == ["Visi centrai", "Kauno centras", "Vilniaus centras"]
    owner = await an_owner_of_the_house(session)
    assert "Visi centrai" in texts(await reports.begin(written("/report"), owner))[0]


async def test_only_for_those_who_may_see_numbers(session: AsyncSession, jonas: Talk) -> None:
    """A lecturer may not, and an observer nowhere but at their own centre."""
    other = await session.scalar(select(Centre).where(Centre.name == "Vilniaus centras"))
    assert other is not None
    for show in Show:
        view = Report(show=show, centre=other.id)
        door = {Show.PERIOD: reports.choose, Show.CENTRES: reports.choose_centre}
        with pytest.raises(RightNeeded):
            await door.get(show, reports.make)(pressed(view), view, jonas)
    event = an_event()
    await kept(session, event)
    lecturer = await employed(session, Role.LECTURER, event.centre, event=event)
    with pytest.raises(RightNeeded):
        await reports.begin(written("/ataskaita"), lecturer)
