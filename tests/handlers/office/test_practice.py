"""What was made use of, as staff see it: of one event, of all, and what is drawn."""

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.numbers.periods import Period
from catalogue.people.tables import Role
from catalogue.practice.tables import Standing, Use
from handlers.office import managing, practice
from handlers.office.callbacks.practice import EventUse, UseNumbers, UseShow
from handlers.office.callbacks.staff import Manage
from handlers.replies import Errand
from tests.catalogue.practice.made_up import an_example, used
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, pressed, texts

ANSWERS = [Use.REGULARLY] * 4 + [Use.NOT_YET]


async def test_of_one_event(session: AsyncSession) -> None:
    """How many have answered always, what they said from five on; with doors to what is near."""
    event, _ = await used(session, ANSWERS, title_lt="Vertinimas")
    few, _ = await used(session, ANSWERS[:4])
    await session.flush()
    session.add_all([an_example(event, None), an_example(event, None, standing=Standing.APPROVED)])
    await session.flush()
    rasa = await an_owner_of_the_house(session)
    said = await practice.show(pressed(), EventUse(event=event.id), rasa)
    assert (
        "<b>Po šešių savaičių</b>\nAtsakė: 5 iš 5 klaustų\nTaikau nuolat: <b>4</b>"
        in texts(said)[0]
    )
    assert buttons(said) == [
        "Kaip pritaikė kiti", "Laukia sprendimo (1)", "Visų renginių", "Renginys",
    ]  # fmt: skip
    said = await practice.show(pressed(), EventUse(event=few.id), rasa)
    assert "Atsakė: 4 iš 4" in texts(said)[0]
    assert "Taikau nuolat" not in texts(said)[0]
    assert "Atsakymai rodomi, kai jų bent 5" in texts(said)[0]


async def test_a_lecturer_sees_their_own(session: AsyncSession) -> None:
    """And goes back to where they may."""
    event, _ = await used(session, ANSWERS)
    rita = await employed(session, Role.LECTURER, event.centre, event=event)
    said = await practice.show(pressed(), EventUse(event=event.id), rita)
    assert buttons(said) == ["Renginys"]


async def test_nobody_was_asked(session: AsyncSession) -> None:
    """It says when they are."""
    event, _ = await used(session, [])
    rasa = await an_owner_of_the_house(session)
    said = await practice.show(pressed(), EventUse(event=event.id), rasa)
    assert "praėjus šešioms savaitėms" in texts(said)[0]


async def test_of_all_events(session: AsyncSession) -> None:
    """In all, and event by event, the newest first; an observer cannot open them."""
    first, _ = await used(session, ANSWERS, title_lt="Vertinimas")
    rasa = await an_owner_of_the_house(session)
    said = await practice.numbers(pressed(), UseNumbers(), rasa)
    assert "2026–2027 m. m. · Visi centrai" in texts(said)[0]
    assert "1. Vertinimas · 6 sav. · <b>80\N{NO-BREAK SPACE}%</b>" in texts(said)[0]
    doors = ["Paveikslėlis", "Pagal renginius", "Kitas laikotarpis", "Kiti skaičiai"]
    assert buttons(said) == ["1", *doors]
    observer = await employed(session, Role.OBSERVER, first.centre)
    said = await practice.numbers(pressed(), UseNumbers(), observer)
    assert buttons(said) == doors
    last = await practice.numbers(pressed(), UseNumbers(period=Period.LAST_YEAR), rasa)
    assert buttons(last) == doors[2:]


async def test_another_time_and_a_picture(session: AsyncSession) -> None:
    """Drawn of those centres where one has the right."""
    event, _ = await used(session, ANSWERS)
    observer = await employed(session, Role.OBSERVER, event.centre)
    said = await practice.choose_period(pressed(), UseNumbers(show=UseShow.PERIODS), observer)
    assert buttons(said)[-1] == "Visas laikas"
    errand = await practice.picture(pressed(), UseNumbers(show=UseShow.PICTURE), observer)
    assert isinstance(errand, Errand)
    assert errand.facts["centres"] == [event.centre_id]


async def test_the_door_stands_where_it_is_over(session: AsyncSession) -> None:
    """On the staff's page of the event."""
    event, _ = await used(session, [])
    rasa = await an_owner_of_the_house(session)
    said = await managing.manage(pressed(), Manage(event=event.id), rasa)
    assert "Kas pritaikyta" in buttons(said)
