"""„Atsiliepimai“ at an event, as its staff and its lecturer see them."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Role
from catalogue.quality import rules
from handlers.office import feedback, managing
from handlers.office.callbacks.feedback import EventFeedback
from handlers.office.callbacks.staff import Manage
from tests.catalogue.quality.made_up import GOOD, answered
from tests.factories import NOW, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, pressed, texts


async def test_of_few_only_their_number(session: AsyncSession) -> None:
    """Nothing of what was given or written is on the screen."""
    event = await answered(session, [GOOD] * 4)
    await rules.comment(session, event, "Ačiū lektorei", now=NOW)
    rasa = await an_owner_of_the_house(session)
    said = await feedback.show(pressed(), EventFeedback(event=event.id), rasa)
    (text,) = texts(said)
    assert text.splitlines() == [
        "<b>Atsiliepimai</b>: Vertinimas",
        "Atsakė: 4 iš 4 klaustų",
        "",
        "Kol atsakymų mažiau nei 5, rodomas tik jų skaičius: jie anonimiški.",
    ]


async def test_means_spread_and_comments_by_pages(session: AsyncSession) -> None:
    """A lecturer sees the same of their own event; the way back is where they may go."""
    event = await answered(session, [GOOD] * 4 + [(1, 1, 1, 1, 1)])
    for number in range(4):
        await rules.comment(session, event, f"<{number}>", now=NOW)
    rasa = await an_owner_of_the_house(session)
    rita = await employed(session, Role.LECTURER, event.centre, event=event)
    first = await feedback.show(pressed(), EventFeedback(event=event.id), rita)
    assert "Visas renginys: <b>4,2</b>  <code>▂   █</code>  1 0 0 0 4" in texts(first)[0]
    assert "4 komentarai:" in texts(first)[0]
    assert texts(first)[0].count("• &lt;") == 3
    near = ["Palyginti", "Kas pritaikyta"]
    assert buttons(first) == ["Daugiau", *near, "Atsiliepimai pagal renginius", "Renginys"]
    last = await feedback.show(pressed(), EventFeedback(event=event.id, page=9), rasa)
    assert texts(last)[0].count("• &lt;") == 1
    assert buttons(last) == ["Atgal", *near, "Renginys"]


async def test_the_door_stands_where_it_is_over(session: AsyncSession) -> None:
    """On the staff's page of the event."""
    over, coming = await answered(session, []), an_event(starts=NOW + timedelta(days=1))
    await kept(session, coming)
    rasa = await an_owner_of_the_house(session)
    for event, has_door in ((over, True), (coming, False)):
        said = await managing.manage(pressed(), Manage(event=event.id), rasa)
        assert ("Atsiliepimai" in buttons(said)) is has_door
