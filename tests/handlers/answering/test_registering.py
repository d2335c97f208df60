from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.registrations.tables import State
from handlers.answering import Step
from tests.factories import a_person, kept
from tests.handlers.answering.programme import Ask, found, registered


async def test_registering_shows_the_one_card(ask: Ask, session: AsyncSession) -> None:
    """The card is where one registers; several are a choice, none a question."""
    person = a_person()
    await kept(session, person)
    assert (await ask("užsirašyti į matematikos olimpiadą", person=person)).step is Step.CARD
    assert (await ask("registruokit mane", person=person)).step is Step.DOORS
    shown = await found(session, "ITR")
    assert (await ask("registruokit mane", person=person, shown=shown)).codes == ("ITR",)
    many = await ask("noriu registruotis gruodį", person=person)
    assert (many.step, many.codes) == (Step.EVENTS, ("OL", "ITR", "LOGO"))


async def test_registering_where_no_seat_is_left_offers_the_queue(
    ask: Ask, session: AsyncSession
) -> None:
    """The words are those of the button on the card."""
    for _ in range(2):
        await registered(session, "DI")
    told = await ask("užrašykit į dirbtinio intelekto dirbtuves")
    assert "„Stoti į eilę“" in told.plain


async def test_registering_twice_tells_the_state(ask: Ask, session: AsyncSession) -> None:
    """In the fixed words."""
    person = await registered(session, "OL", State.PENDING)
    told = await ask("užsirašyti į matematikos olimpiadą", person=person)
    assert "Laukia patvirtinimo" in told.plain
