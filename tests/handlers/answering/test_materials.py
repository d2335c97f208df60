"""„Ar bus medžiaga? Ar yra įrašas?“"""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.materials.tables import ForWhom
from handlers.answering import Step
from tests.catalogue.learning.past import attended
from tests.catalogue.materials.made_up import a_material
from tests.factories import NOW, a_person, kept
from tests.handlers.answering.programme import Ask, found, registered

QUESTION = "Ar yra įrašas?"


async def test_of_what_is_over_and_has_something_for_me(ask: Ask, session: AsyncSession) -> None:
    """Named or not; nobody else hears of it."""
    ona = a_person()
    await kept(session, ona)
    week = NOW - timedelta(days=7)
    held = await attended(session, ona, title_lt="Keramikos pamokos", starts=week)
    assert (await ask(QUESTION, person=ona)).codes == ()
    await kept(session, a_material(held, title="Filmas", is_recording=True))
    for text in (QUESTION, "Ar yra keramikos seminaro įrašas?"):
        told = await ask(text, person=ona)
        assert (told.verdict, told.codes, told.step) == ("found", (held.code,), Step.MATERIALS)
        assert "Jums skirta medžiaga (1):\n1. Filmas (įrašas, centras.lt)" in told.plain
    assert (await ask("Ar yra matematikos seminaro įrašas?", person=ona)).codes != (held.code,)
    stranger = a_person()
    await kept(session, stranger)
    assert "Filmas" not in (await ask(QUESTION, person=stranger, shown=held)).plain


async def test_of_the_event_in_hand(ask: Ask, session: AsyncSession) -> None:
    """What is there is told as it is, and for whom."""
    ona = await registered(session, "OL")
    event = await found(session, "OL")
    for whom, told in (
        (ForWhom.CAME, "Medžiaga yra; ji skirta renginyje dalyvavusiems."),
        (ForWhom.REGISTERED, "Medžiaga yra; ji skirta registruotiems dalyviams."),
        (ForWhom.EVERYBODY, "Jums skirta"),
    ):
        await kept(session, a_material(event, for_whom=whom))
        assert told in (await ask(QUESTION, shown=event)).plain
    assert "Jums skirta medžiaga (3):" in (await ask(QUESTION, person=ona, shown=event)).plain
