"""What nobody has told us, and whom to ask."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers.finder import KnownAnswers
from handlers.answering import Step
from tests.factories import a_centre, kept
from tests.handlers.answering.programme import Ask


async def test_a_centre_whose_page_we_have_not_is_not_said_to_be_silent(
    ask: Ask, session: AsyncSession
) -> None:
    """Nobody read what it says."""
    await kept(session, a_centre(name="Pavyzdžių centras"))
    book = await KnownAnswers().book(session)
    told = await ask("kas Pavyzdžių centro direktorius?", book=book)
    assert told.plain.startswith("Pavyzdžių centras: apie tai nieko nežinau.")
    assert (await ask("ar Nežinomų centras akredituotas?")).plain.startswith("Šito nežinau")
    assert "savo puslapyje apie tai nerašo" in (await ask("kas Akmenės centro direktorius?")).plain


@pytest.mark.parametrize(
    ("question", "says", "silent"),
    [
        ("koks Kauno švietimo inovacijų centro telefonas?", "+370 600 00000", "www."),
        ("koks Vilniaus švietimo pažangos centro telefonas?", "www.svietimopazanga.lt", "+370"),
        ("koks jūsų telefonas?", "Prašome klausti renginio organizatoriaus", "+370"),
    ],
)
async def test_only_contacts_that_are_there(
    ask: Ask, question: str, says: str, silent: str
) -> None:
    """A site where the page names one, whom an event of the centre names, or nobody."""
    told = await ask(question)
    assert says in told.plain
    assert silent not in told.plain
    assert told.step in {Step.CENTRES, Step.DOORS}
