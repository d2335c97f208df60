"""A freed seat finds its person: asked, in order, in time, or not at all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.playground import deeds
from bot.playground.people import Person as Account
from bot.playground.server import Server
from catalogue.database import Database
from catalogue.registrations.tables import Registration, State
from scheduler.clock import Clock
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone, calm, comes_true
from tests.journeys.test_holding import introduced

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TITLE = "Vertinimas pamokoje"


async def in_order(people: list[Someone]) -> None:
    """One after another: the first is in, the others wait in this order."""
    for place, one in enumerate(people):
        one.say("/start ev_V-1")
        await one.press("Stoti į eilę" if place else "Registruotis")
        state = f"Esate eilėje ({place}-" if place else "Registracija patvirtinta"
        await one.see(state, "iškart parašysime" if place else "Įsidėkite")


async def leaves(one: Someone) -> None:
    one.say("/start ev_V-1")
    await one.press("Atsisakyti")
    await one.press("Taip, atsisakyti")
    await one.see("Atšaukta")


async def states(database: Database) -> list[str]:
    async def look(session: Any) -> list[str]:
        rows = await session.scalars(select(Registration).order_by(Registration.ticket))
        return [row.state.value for row in rows]

    return await database.read(look)


async def offers_run(database: Database, count: int = 1) -> None:
    """Until the time of so many offers has begun: the clock has heard of their delivery."""

    async def look(session: AsyncSession) -> bool:
        query = select(Registration.offer_until).where(Registration.state == State.OFFERED)
        until = (await session.scalars(query)).all()
        return len(until) == count and all(until)

    await comes_true(database, look)


async def test_a_seat_is_offered_in_order_until_somebody_takes_it(
    bot: Server,
    database: Database,
    programme: Any,
    clock: Clock,
    somebody: Callable[[int], Someone],
) -> None:
    """The first lets it go, the second does not answer, the third takes it; the old buttons of the
    first two change nothing, and who comes back stands at the end.
    """
    start = clock.now() + 3 * DAY
    await programme(title_lt=TITLE, code="V-1", seats=1, starts=start)
    ona, jonas, rasa, rita = people = [somebody(number) for number in range(4)]
    await introduced(database, people)
    await in_order(people)
    await leaves(ona)
    offer = await jonas.see("Atsilaisvino vieta", TITLE, "Kaunas", "Atsakykite iki")
    assert jonas.buttons() == ["Priimu vietą", "Atsisakau vietos"]
    jonas.say("/mano")
    await jonas.see("Mano eilės", "Esate eilėje (1-a vieta)", "Jums siūloma vieta")
    rasa.say("/start ev_V-1")
    await rasa.see("Esate eilėje (2-a vieta)")
    await jonas.press("Atsisakau vietos")
    await jonas.see("Ačiū, kad pranešėte", TITLE)
    late = await rasa.see("Atsilaisvino vieta")
    await offers_run(database)
    clock.push(22 * HOUR)  # past the quiet hours, in which nobody is written to
    await rasa.see("Laikas atsakyti baigėsi", TITLE)
    await rita.see("Atsilaisvino vieta")
    await rita.press("Priimu vietą")
    await rita.see("Registracija patvirtinta", TITLE, "Kaunas")
    for one, message in ((jonas, offer), (rasa, late)):
        for button in message["keyboard"][0]:
            deeds.press(bot.world, one.account, message["message_id"], button["callback_data"])
    await calm()
    assert await states(database) == ["cancelled", "cancelled", "cancelled", "confirmed"]
    await rasa.press("Vėl stoti į eilę")
    await rasa.see("Esate eilėje (1-a vieta)")


@ON_SQLITE
async def test_who_wants_it_at_once_is_not_asked(
    bot: Server, database: Database, programme: Any, clock: Clock,
    somebody: Callable[[int], Someone],
) -> None:  # fmt: skip
    """One press while waiting, and the freed seat is theirs; a far event gives it to everybody."""
    await programme(title_lt=TITLE, code="V-1", seats=1, starts=clock.now() + 3 * DAY)
    ona, jonas = people = [somebody(number) for number in range(2)]
    await introduced(database, people)
    await in_order(people)
    await jonas.press("Priimsiu vietą iš karto")
    await jonas.see("Esate eilėje (1-a vieta)")
    assert "✓ Priimsiu vietą iš karto" in jonas.buttons()
    await leaves(ona)
    await jonas.see("ji – Jūsų", "Registracija patvirtinta", TITLE)


@ON_SQLITE
async def test_whoever_cannot_be_heard_does_not_hold_up_the_queue(
    bot: Server, database: Database, programme: Any, clock: Clock,
    somebody: Callable[[int], Someone],
) -> None:  # fmt: skip
    """An offer that does not get through goes to the next; who comes back is first again."""
    await programme(title_lt=TITLE, code="V-1", seats=1, starts=clock.now() + 3 * DAY)
    ona, jonas, rasa = people = [somebody(number) for number in range(3)]
    await introduced(database, people)
    await in_order(people)
    deeds.block(bot.world, jonas.account, blocked=True)
    await leaves(ona)
    await rasa.see("Atsilaisvino vieta")
    deeds.block(bot.world, jonas.account, blocked=False)
    jonas.say("/mano")
    await jonas.see("Esate eilėje (1-a vieta)")
    await rasa.press("Atsisakau vietos")
    await jonas.see("Atsilaisvino vieta", TITLE)


@ON_SQLITE
async def test_staff_hear_that_seats_stay_empty_and_may_let_the_queue_move(
    bot: Server, database: Database, programme: Any, clock: Clock, rasa: Someone
) -> None:
    """After the cut-off nobody is asked; the owner is told once, sees why, and opens it again."""
    await programme(title_lt=TITLE, code="V-1", seats=1, starts=clock.now() + 8 * HOUR)
    ona, jonas = people = [
        Someone(bot, bot.world.add(Account(number, "Mokytoja", language_code="lt")))
        for number in (600_000_001, 600_000_002)
    ]
    await introduced(database, people)
    rasa.say("/start")
    await rasa.see("Laba diena")
    await in_order(people)
    await leaves(ona)
    await rasa.see("1 vieta lieka tuščia", "Eilėje laukia 1 žmogus", TITLE)
    await calm(1.2)
    assert sum("lieka tuščia" in one["text"] for one in rasa.chat) == 1
    assert await states(database) == ["cancelled", "waiting"]
    await rasa.press("Tvarkyti")
    await rasa.see("Eilė nejuda nuo", "per mažai laiko", "Laukia eilėje: 1")
    await rasa.press("prieš 6 val.")
    await jonas.see("Atsilaisvino vieta", "Atsakykite iki")
    await rasa.see("Pasiūlyta vieta: 1")
    await jonas.press("Priimu vietą")
    await jonas.see("Registracija patvirtinta")
    ona.say("/start ev_V-1")
    card = await ona.see(TITLE, "laisvų nebėra")
    assert "Tvarkyti" not in ona.buttons()
    deeds.press(bot.world, ona.account, card["message_id"], "se:1")
    await ona.see("darbuotojams")
