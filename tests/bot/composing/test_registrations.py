from datetime import timedelta
from typing import Any

from icalendar import Calendar

from bot.composing.making import Making
from bot.composing.registrations import event_calendar
from catalogue.database import Database
from catalogue.programme.tables import Mode, Session, Status
from catalogue.registrations import rules
from catalogue.registrations.tables import State
from handlers.words.speech import Speech
from tests.factories import NOW, VILNIUS, a_person, an_event, kept
from tests.handlers.talking import a_house

LINK = "https://example.org/kambarys"


async def test_the_link_to_join_is_for_those_who_take_part(database: Database) -> None:
    """A stranger's calendar file has no link, nor has one who is offered a seat; a participant's
    has it in LOCATION. A draft has no file.
    """

    async def work(session: Any) -> list[bool]:
        start = NOW + timedelta(days=3)
        meeting = Session(starts_at=start, ends_at=start + timedelta(hours=2), join_url=LINK)
        event = an_event(starts=start, mode=Mode.ONLINE, join_url=LINK, sessions=[meeting])
        person = a_person()
        await kept(session, event, person)
        joined = await rules.join(session, event_id=event.id, person=person, now=NOW)
        say = Speech("lt", VILNIUS)
        making = Making(session=session, say=say, now=NOW, house=a_house())

        async def has_link(person_id: int) -> bool:
            made = await event_calendar(f"{event.id}:{person_id}", making)
            assert made is not None
            (entry,) = Calendar.from_ical(made.files["document"].content).walk("VEVENT")
            return LINK in str(entry.get("LOCATION", ""))

        seen = [await has_link(person.id), await has_link(person.id + 99)]
        joined.registration.state = State.OFFERED
        seen.append(await has_link(person.id))
        event.status = Status.DRAFT
        assert await event_calendar(f"{event.id}:{person.id}", making) is None
        return seen

    assert await database.write(work) == [True, False, False]
