from sqlalchemy.ext.asyncio import AsyncSession

from handlers.answering import Step
from tests.handlers.answering.programme import Ask, found, registered


async def test_a_named_event_comes_before_the_shown_one(ask: Ask, session: AsyncSession) -> None:
    """The words of the question decide where they say something."""
    told = await ask("Kada matematikos olimpiada?", shown=await found(session, "DI"))
    assert told.codes == ("OL",)


async def test_the_one_pointed_at_is_meant(ask: Ask, session: AsyncSession) -> None:
    """Whatever else the sentence has; without one in hand there is nothing to point at."""
    shown = await found(session, "DI")
    assert (await ask("Kas čia per skaitymo žmogus veda?", shown=shown)).codes == ("DI",)
    assert (await ask("who teaches reading at this event?", shown=shown)).codes == ("DI",)
    assert (await ask("Kas čia veda skaitymą?")).codes == ("PRAD",)


async def test_a_question_of_the_whole_is_answered_by_the_card(
    ask: Ask, session: AsyncSession
) -> None:
    """For whom it is and what about stands there; without one in hand nothing is opened."""
    shown = await found(session, "DI")
    for question in ("Kam jis skirtas?", "O apie ką?", "What is it about?", "Ar man tai tinka?"):
        told = await ask(question, shown=shown)
        assert (told.step, told.codes) == (Step.CARD, ("DI",))
        assert (await ask(question)).step is not Step.CARD


async def test_a_fact_is_told_of_each_event_last_listed(ask: Ask, session: AsyncSession) -> None:
    """After a list, “who is the lecturer” means all of it."""
    listed = [await found(session, code) for code in ("DI", "OL")]
    told = await ask("Kas lektorius?", listed=listed)
    assert told.codes == ("DI", "OL")
    assert "Jonas Pavyzdys" in told.plain
    assert "nenurodytas" in told.plain


async def test_a_fact_is_told_of_my_only_event(ask: Ask, session: AsyncSession) -> None:
    """Whoever is registered for one event need not name it."""
    person = await registered(session, "OL")
    told = await ask("Kur vyks?", person=person)
    assert "Kaunas, Pavyzdžio g. 1" in told.plain
