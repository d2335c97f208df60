"""Feedback compared: who counts what, and a lecturer's way to their own."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.tables import Deed, JournalEntry
from catalogue.numbers.periods import Period
from catalogue.people.tables import Role
from handlers.office import lectures, ratings
from handlers.office.callbacks.quality import FeedbackEvents, Ratings, RatingsShow
from handlers.replies import Errand
from handlers.words.speech import Speech
from tests.catalogue.quality.made_up import GOOD, answered
from tests.factories import VILNIUS
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, labels, pressed, texts, written


async def test_a_lecturer_finds_their_own(session: AsyncSession) -> None:
    """From the list of their lectures to the events that are over, and on to the comparison, which
    is of these alone.
    """
    event = await answered(session, [GOOD] * 5)
    await answered(session, [GOOD] * 5)
    rita = await employed(session, Role.LECTURER, event.centre, event=event)
    said = await lectures.show(written(), rita)
    assert "Atsiliepimai" in buttons(said)
    said = await ratings.events(pressed(), FeedbackEvents(), rita)
    assert "„Vertinimas“" not in texts(said)[0]
    assert buttons(said)[1:] == ["Palyginti", "Mano paskaitos"]
    errand = await ratings.show(pressed(), Ratings(own=True), rita)
    assert isinstance(errand, Errand)
    assert (errand.facts["centres"], errand.facts["events"]) == ([], [event.id])
    assert errand.facts["under"].endswith("· Jūsų renginiai")


async def test_nothing_is_over_yet(session: AsyncSession) -> None:
    """It says so, and there is nothing to compare."""
    rasa = await an_owner_of_the_house(session)
    said = await ratings.events(pressed(), FeedbackEvents(), rasa)
    assert "Dar nė vienas" in texts(said)[0]
    assert "Palyginti" not in buttons(said)


async def test_what_goes_out_as_a_workbook_is_noted(session: AsyncSession) -> None:
    """Of an observer's own centre."""
    event = await answered(session, [GOOD] * 5)
    observer = await employed(session, Role.OBSERVER, event.centre)
    errand = await ratings.show(pressed(), Ratings(show=RatingsShow.WORKBOOK), observer)
    assert isinstance(errand, Errand)
    assert errand.facts["centres"] == [event.centre_id]
    noted = (await session.scalars(select(JournalEntry))).one()
    assert (noted.deed, noted.centre_id) == (Deed.NUMBERS_TAKEN, event.centre_id)


async def test_another_time(session: AsyncSession) -> None:
    """It stays one's own, where it was."""
    rasa = await an_owner_of_the_house(session)
    view = Ratings(show=RatingsShow.PERIODS, own=True, period=Period.MONTH)
    said = await ratings.choose_period(pressed(), view, rasa)
    assert buttons(said)[-1] == "Visas laikas"


def test_doors_to_each_comparison() -> None:
    """And back to where one came from."""
    say = Speech("lt", VILNIUS)
    every = ["Pagal formą", "Pagal temą", "Pagal prioritetines sritis", "Pagal mėnesį",
             "Pagal pusmetį", "Visa lentelė (xlsx)", "Kitas laikotarpis"]  # fmt: skip
    for own, back in ((False, "Kiti skaičiai"), (True, "Atsiliepimai pagal renginius")):
        assert labels(ratings.doors(say, Ratings(own=own))) == [*every, back]
    assert labels(ratings.way_back(say, Ratings())) == ["Kiti palyginimai"]
