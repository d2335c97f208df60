"""What a press in the picture of demand costs with 20,000 wishes, what the clock's look at who
gathers costs, and what one more answer costs a survey that 10,000 have answered.
"""

import asyncio
import random
import string
from collections.abc import Awaitable, Callable
from datetime import timedelta
from importlib.resources import files
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import func, insert, select

from bot.process import settle
from catalogue.database import Database
from catalogue.demand import gatherings, queries
from catalogue.demand.wishes import told
from catalogue.glossary.tables import Miss
from catalogue.needs import editing
from catalogue.needs.rules import Given, send
from catalogue.needs.tables import Survey, SurveyAnswer, SurveyTaker, SurveyWords
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.subscriptions.tables import Rhythm, Subscription
from catalogue.subscriptions.themes import theme_of
from tests.benchmarks.kinds import databases, is_quick
from tests.benchmarks.stalls import Stalls
from tests.factories import NOW, VILNIUS, a_centre, a_person, kept

WISHES = 2_000 if is_quick() else 20_000
PEOPLE = 10_000
MISSES = 5_000
#: Two words each, and every twentieth said with a slip.
THEMES = 2_000
ANSWERS = 1_000 if is_quick() else 10_000
TIMES = 5
GROUPS = ("pradinių klasių mokytojai", "logopedai", "mokyklų vadovai", "psichologai")
TOWNS = ("Kaunas", "Vilnius", "Klaipėda", "Šiauliai")

Work = Callable[[Any], Awaitable[Any]]


def topics() -> list[tuple[str, ...]]:
    """The same at each run."""
    chance = random.Random(1)
    known = files("catalogue.search").joinpath("known_stems.txt").read_text().split()
    stems = [one for one in known if len(one) > 4]
    found: list[tuple[str, ...]] = []
    for n in range(THEMES):
        first, second = chance.sample(stems, 2)
        at = chance.randrange(1, len(first))
        slip = first[:at] + chance.choice(string.ascii_lowercase) + first[at:]
        found.append((slip if n % 20 == 0 else first, second))
    return found


async def fill(database: Database) -> None:
    """Few themes are wanted by many, and many by few; everybody tells of a group and a town."""
    said, chance = topics(), random.Random(2)
    wanted = [said[int(THEMES * chance.random() ** 3)] for _ in range(WISHES)]

    async def work(session: Any) -> None:
        await session.execute(insert(Person), [
            {"telegram_id": n, "name": "Ona", "met_at": NOW} for n in range(1, PEOPLE + 1)
        ])  # fmt: skip
        await session.execute(insert(PersonTrait), [
            {"person_id": n, "kind": kind, "key": value, "value": value}
            for n in range(1, PEOPLE + 1)
            for kind, value in ((Trait.GROUP, GROUPS[n % 4]), (Trait.CITY, TOWNS[n % 4]))
        ])  # fmt: skip
        await session.execute(insert(Subscription), [
            {"person_id": 1 + n % PEOPLE, "words": " ".join(topic), "wanted": {"topic": topic},
             "rhythm": Rhythm.ONCE, "since": NOW - timedelta(days=n % 300),
             "theme": theme_of(topic)}
            for n, topic in enumerate(wanted)
        ])  # fmt: skip
        await session.execute(insert(Miss), [
            {"key": " ".join(topic), "filters": "", "day": (NOW - timedelta(days=n // 200)).date(),
             "words": " ".join(topic), "is_known": False, "count": 3}
            for n, topic in enumerate(said[n % 200] for n in range(MISSES))
        ])  # fmt: skip
        await kept(session, a_centre())

    await database.write(work)


async def pressed(session: Any) -> int:
    """What every press in /paklausa works out."""
    span = queries.fresh(NOW.date())
    return len(told(await queries.demand(session, span=span, zone=VILNIUS)))


async def looked(session: Any) -> int:
    """What the clock asks every few seconds."""
    return len(await gatherings.reached(session, year=2026))


async def survey_of(database: Database) -> int:
    """Answered by all but one, in rows made at once: in turn it would be their square."""

    async def work(session: Any) -> int:
        centre = a_centre()
        await kept(session, centre)
        survey = await editing.begin(session, centre_id=centre.id, year=2026)
        await editing.open_one(session, survey, now=NOW)
        asked = survey.questions
        await session.execute(insert(SurveyAnswer), [
            {"key": f"{n:032x}", "survey_id": survey.id, "person_id": None,
             "chosen": {str(one.id): [one.options[n % len(one.options)][0]]
                        for one in asked if one.options}}
            for n in range(ANSWERS)
        ])  # fmt: skip
        await session.execute(insert(SurveyWords), [
            {"key": f"{n:032x}", "question_id": asked[-1].id, "person_id": None, "words": "Noriu"}
            for n in range(ANSWERS // 3)
        ])  # fmt: skip
        await session.execute(insert(SurveyTaker), [
            {"survey_id": survey.id, "person_id": n} for n in range(1, ANSWERS + 1)
        ])  # fmt: skip
        return survey.id

    return await database.write(work)


def answering(survey_id: int) -> Work:
    async def work(session: Any) -> int:
        """One more person each time."""
        survey = await session.get_one(Survey, survey_id)
        person = a_person(telegram_id=None)
        await kept(session, person)
        said = {one.id: Given(words="Noriu") for one in survey.questions}
        await send(session, survey_id, said, person=person, named=False)
        return await session.scalar(select(func.count()).select_from(SurveyAnswer)) or 0

    return work


async def measured(do: Callable[[Work], Awaitable[Any]], work: Work) -> str:
    """After a first time: the median, the CPU's part, the longest that nobody else was answered."""
    await do(work)
    stalls, seconds, worked = Stalls(), [], process_time()
    async with stalls.measured():
        for _ in range(TIMES):
            began = perf_counter()
            found = await do(work)
            seconds.append(perf_counter() - began)
    middle, cpu = sorted(seconds)[TIMES // 2], (process_time() - worked) / TIMES
    return f"{middle * 1000:9.1f} ms{cpu * 1000:9.1f} ms{stalls.longest * 1000:9.1f} ms{found:8}"


async def main() -> None:
    print(f"\n{WISHES} wishes, {ANSWERS} answers           median      CPU      stall   found")
    async with databases() as kinds:
        for name, source in kinds:
            database = Database(await source.fresh())
            await fill(database)
            settle()
            print(f"{name}: a press         {await measured(database.read, pressed)}")
            print(f"{name}: a look at who gathers {await measured(database.read, looked)}")
            answer = answering(await survey_of(database))
            print(f"{name}: an answer       {await measured(database.write, answer)}")
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
