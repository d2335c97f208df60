"""How many people a second join one event, straight at the catalogue and with the whole turn."""

import asyncio
from time import perf_counter
from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, Chat, Message, Update, User

from bot.polling import Polling
from bot.turn import Turn
from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.people.tables import Person
from catalogue.registrations import rules
from catalogue.search.index import Index
from handlers.callbacks.seats import Join
from handlers.router import dispatcher
from handlers.talk import House
from scheduler.clock import Clock
from tests.benchmarks.kinds import databases
from tests.factories import NOW, VILNIUS, a_person, an_event, kept

PEOPLE = 200


async def crowd(database: Database) -> tuple[int, list[tuple[int, int]]]:
    """An event of 30 seats, and people who have introduced themselves: row and Telegram ids."""

    async def work(session: Any) -> tuple[int, list[tuple[int, int]]]:
        event, people = an_event(seats=30), [a_person() for _ in range(PEOPLE)]
        await kept(session, event, *people)
        return event.id, [(person.id, int(person.telegram_id or 0)) for person in people]

    return await database.write(work)


async def straight(database: Database) -> float:
    event_id, people = await crowd(database)

    async def one(person_id: int) -> None:
        async def work(session: Any) -> None:
            person = await session.get_one(Person, person_id)
            await rules.join(session, event_id=event_id, person=person, now=NOW)

        await database.write(work)

    start = perf_counter()
    await asyncio.gather(*(one(person_id) for person_id, _ in people))
    return PEOPLE / (perf_counter() - start)


async def through_turns(database: Database) -> float:
    event_id, people = await crowd(database)
    house = House(
        finder=Finder(Index()), bot_username="b", owner_ids=frozenset(), default_language="lt"
    )
    turn = Turn(
        database=database, house=house, clock=Clock(lambda: NOW), timezone=VILNIUS,
        said=lambda: None,
    )  # fmt: skip
    polling = Polling(Bot("1:abc"), dispatcher(), turn)
    updates = [press(number, who, event_id) for number, (_, who) in enumerate(people, start=1)]
    start = perf_counter()
    await polling.take(updates)
    return PEOPLE / (perf_counter() - start)


def press(number: int, who: int, event_id: int) -> Update:
    user = User(id=who, is_bot=False, first_name="A", language_code="lt")
    card = Message(message_id=1, date=NOW, chat=Chat(id=who, type="private"), text="x")
    data = Join(event=event_id).pack()
    pressed = CallbackQuery(
        id=str(number), from_user=user, chat_instance="1", message=card, data=data
    )
    return Update(update_id=number, callback_query=pressed)


async def main() -> None:
    print(f"\n{PEOPLE} people join one event   straight /s   as turns /s   ratio")
    async with databases() as kinds:
        for name, source in kinds:
            rates = []
            for measure in (straight, through_turns):
                database = Database(await source.fresh())
                rates.append(await measure(database))
                await database.close()
            print(f"{name:26} {rates[0]:13.0f} {rates[1]:13.0f} {rates[0] / rates[1]:7.1f}")


if __name__ == "__main__":
    asyncio.run(main())
