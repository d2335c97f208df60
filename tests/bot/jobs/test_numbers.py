"""Numbers are counted and drawn beside the conversation."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.numbers import numbers
from catalogue.database import Database
from catalogue.numbers.periods import Period
from catalogue.registrations.tables import Registration, State
from handlers.office.callbacks.numbers import Numbers, Show
from scheduler.jobs import Run, key_of
from tests.bot.jobs.running import done, files, words
from tests.factories import NOW, a_centre, a_person, an_event, kept


@pytest.fixture
async def centre(sqlite_database: Database) -> int:
    """Eight people in Kaunas this November, six in Vilnius last November."""

    async def work(session: AsyncSession) -> int:
        centre = a_centre(name="Kauno centras")
        for city, days, number in (("Kaunas", 3, 8), ("Vilnius", -362, 6)):
            starts = NOW + timedelta(days=days)
            event = an_event(centre=centre, city=city, starts=starts, seats=16)
            people = [a_person() for _ in range(number)]
            await kept(session, event, *people)
            joined = starts - timedelta(days=30)
            session.add_all(
                Registration(
                    event_id=event.id,
                    person_id=one.id,
                    state=State.CONFIRMED,
                    ticket=1,
                    joined_at=joined,
                    changed_at=joined,
                )
                for one in people
            )
        return centre.id

    return await sqlite_database.write(work)


def facts(centre: int, show: Show, period: Period = Period.SCHOOL_YEAR) -> dict[str, Any]:
    view = Numbers(show=show, period=period)
    return {"view": view.pack(), "centres": [centre], "several": False}


async def test_figures_stand_where_they_were_promised(
    sqlite_database: Database, centre: int
) -> None:
    """Beside those of a year ago; with doors to all the rest."""
    messages = await done(sqlite_database, numbers, facts(centre, Show.SUMMARY))
    assert [one.edits for one in messages] == [key_of(1)]
    told = words(messages)
    assert "2026–2027 m. m. · Kauno centras" in told
    assert "Registracijos: <b>8</b> (prieš metus: 6)" in told
    payload = messages[0].payload or {}
    assert len(payload["reply_markup"]["inline_keyboard"]) == 9


async def test_a_year_ago_one_knew_less(sqlite_database: Database, centre: int) -> None:
    """What was not registered by the same day is not compared; where nothing was, nothing is."""
    told = words(
        await done(sqlite_database, numbers, facts(centre, Show.SUMMARY, Period.LAST_YEAR))
    )
    assert "Registracijos: <b>6</b>\n" in told


async def test_a_picture_drawn_in_a_process_of_its_own(
    sqlite_database: Database, centre: int
) -> None:
    """As a photograph with one sentence and a way back."""
    messages = await done(sqlite_database, numbers, facts(centre, Show.TOWNS), kind=Run)
    ((name, content),) = (await files(sqlite_database, messages)).items()
    assert name == "skaiciai.png"
    assert content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "show", sorted(set(Show) - {Show.PERIODS, Show.CENTRES, Show.SUMMARY, Show.WISHES})
)
async def test_everything_can_be_shown(sqlite_database: Database, centre: int, show: Show) -> None:
    """A picture or a workbook; what is wanted is shown elsewhere."""
    messages = await done(sqlite_database, numbers, facts(centre, show))
    made = await files(sqlite_database, messages)
    if show is Show.WORKBOOK:
        assert list(made) == ["skaiciai-2026-11-22.xlsx"]
    else:
        assert list(made) == ["skaiciai.png"]
