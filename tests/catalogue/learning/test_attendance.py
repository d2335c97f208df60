"""Who came, and how many of how many."""

from typing import Any

from catalogue.database import Database
from catalogue.learning.attendance import came, noted, presence_of, tally
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.programme.tables import Session
from catalogue.registrations.tables import State
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW, kept


async def test_who_came(database: Database) -> None:
    """Absent, cancelled and unmarked people did not come; a forgotten one counts without a name."""

    async def work(session: Any) -> dict[str, Any]:
        meetings = [Session(starts_at=NOW.replace(hour=9 + n), ends_at=NOW.replace(hour=10 + n))
                    for n in (0, 1)]  # fmt: skip
        event = await an_open_event(session, sessions=meetings)
        first, second = (one.id for one in event.sessions)
        said = {
            "both": {first: Presence.PRESENT, second: Presence.LATE},
            "one": {first: Presence.ABSENT, second: Presence.LEFT_EARLY},
            "absent": {first: Presence.ABSENT},
            "nothing": {},
            "left": {first: Presence.PRESENT},
            "forgotten": {second: Presence.PRESENT},
        }
        names = {}
        for name, marks in said.items():
            state = State.CANCELLED if name == "left" else State.CONFIRMED
            own, person = await registered(session, event, state)
            person.forgotten_at = NOW if name == "forgotten" else None
            names[own.id] = name
            for number, presence in marks.items():
                row = Attendance(registration_id=own.id, session_id=number, presence=presence,
                                 source=Source.LIST, marked_at=NOW)  # fmt: skip
                await kept(session, row)
        found = await tally(session, event)
        return {
            "noted": {names[k]: was for k, was in (await noted(session, list(names))).items()},
            "came": [names[one.id] for one in await came(session, event)],
            "marks": {names[k]: len(v) for k, v in (await presence_of(session, event)).items()},
            "tally": (found.came, found.expected, found.at[first], found.at[second]),
        }

    found = await database.write(work)
    there = ("both", "one", "left", "forgotten")
    assert found["noted"] == dict.fromkeys(there, True) | {"absent": False}
    assert found["came"] == ["both", "one"]
    assert found["marks"] == {"both": 2, "one": 2, "absent": 1, "forgotten": 1}
    assert found["tally"] == (3, 5, 1, 3)
