"""Materials of events in the outbox."""

from datetime import timedelta
from typing import Any

from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.materials.tables import ForWhom
from catalogue.programme.tables import Event
from catalogue.registrations.tables import State
from scheduler.materials import materials
from scheduler.outbox import Priority
from tests.catalogue.learning.past import marked
from tests.catalogue.materials.made_up import a_material
from tests.factories import NOW, a_person, an_event, kept
from tests.scheduler.test_notices import rows
from tests.scheduler.watching import a_watch

MINUTE = timedelta(minutes=1)
EVENING = NOW.replace(hour=21, minute=30)
MORNING = (NOW + timedelta(days=1)).replace(hour=7, minute=30)


async def test_those_who_came_hear_once_of_all_that_came_together(database: Database) -> None:
    """However often the clock looks; what comes later is another message, after quiet hours."""

    async def over(session: Any) -> tuple[int, list[int]]:
        event = an_event(starts=NOW - timedelta(days=1))
        people = [a_person(telegram_id=one) for one in (None, *range(71, 75))]
        await kept(session, event, *people)
        for person, presence in zip(
            people, (Presence.PRESENT, Presence.PRESENT, Presence.ABSENT, Presence.LATE, None),
            strict=True,
        ):  # fmt: skip
            state = State.CANCELLED if presence is None else State.CONFIRMED
            await marked(session, event, person, presence=presence, state=state)
        slides, film = a_material(event), a_material(event, position=2, added_at=NOW + MINUTE)
        await kept(session, slides, film)
        return event.id, [one.id for one in people]

    event, (_, ona, absent, late, _) = await database.write(over)
    tick = materials(a_watch(database))
    for now in (NOW + 5 * MINUTE, NOW + 11 * MINUTE, NOW + 12 * MINUTE):
        await tick.work(now)
    told_at = NOW + 11 * MINUTE
    key = f"{int(told_at.timestamp())}"
    first = await rows(database)
    assert [one.key for one in first] == [f"materials:{event}:{who}:{key}" for who in (ona, late)]
    assert {(one.recipe_kind, one.priority) for one in first} == {("materials", Priority.REMINDER)}
    assert {one.not_before for one in first} == {None}

    async def more(session: Any) -> None:
        of_event = await session.get_one(Event, event)
        added_at = EVENING - 10 * MINUTE
        await kept(session, a_material(of_event, for_whom=ForWhom.REGISTERED, added_at=added_at))

    await database.write(more)
    await tick.work(EVENING)
    second = (await rows(database))[2:]
    key = f"{int(EVENING.timestamp())}"
    assert [one.key for one in second] == [
        f"materials:{event}:{who}:{key}" for who in (ona, absent, late)
    ]
    assert {one.not_before for one in second} == {MORNING}
