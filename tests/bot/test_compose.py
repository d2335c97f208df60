"""Messages made at the moment they are sent."""

import json
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bot.compose import composer
from catalogue.database import Database
from catalogue.people.languages import LANGUAGES
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.registrations import rules
from catalogue.registrations.tables import Registration, State
from handlers.words.speech import Speech
from scheduler.outbox import Recipe
from scheduler.sender import Compose
from tests.factories import NOW, VILNIUS, a_person, an_event, kept
from tests.handlers.talking import a_house

LINK = "https://example.org/kambarys"


@pytest.fixture
def compose(database: Database) -> Compose:
    voices = {language: Speech(language, VILNIUS) for language in LANGUAGES}
    return composer(database, voices, a_house())


async def registered(database: Database) -> tuple[int, int, int]:
    """An online event and one who takes part: event, person, registration."""

    async def work(session: Any) -> tuple[int, int, int]:
        start = NOW + timedelta(days=3)
        meeting = Session(starts_at=start, ends_at=start + timedelta(hours=2), join_url=LINK)
        event = an_event(title_lt="Vertinimas", title_en="Assessment", starts=start,
                         mode=Mode.ONLINE, join_url=LINK, sessions=[meeting])  # fmt: skip
        person = a_person(name="Ona Petraitienė")
        await kept(session, event, person)
        joined = await rules.join(session, event_id=event.id, person=person, now=NOW)
        return event.id, person.id, joined.registration.id

    return await database.write(work)


async def test_moved_up_says_what_when_and_where(database: Database, compose: Compose) -> None:
    """In the language of the one who is told."""
    _, _, registration = await registered(database)
    made = await compose(Recipe("moved_up", str(registration), "en"), NOW)
    assert made is not None
    assert made.method == "sendMessage"
    for words in ("Assessment", "25 November", "online", "Registration confirmed"):
        assert words in made.payload["text"]


@pytest.mark.parametrize("change", ["left", "cancelled", "started"])
async def test_moved_up_is_not_said_when_it_is_no_longer_so(
    database: Database, compose: Compose, change: str
) -> None:
    """Who has left meanwhile, or whose event is off or has begun, hears nothing."""
    event_id, _, registration = await registered(database)

    async def work(session: Any) -> None:
        if change == "left":
            (await session.get_one(Registration, registration)).state = State.CANCELLED
        if change == "cancelled":
            (await session.get_one(Event, event_id)).status = Status.CANCELLED

    await database.write(work)
    now = NOW + timedelta(days=3 if change == "started" else 0)
    assert await compose(Recipe("moved_up", str(registration), "lt"), now) is None


async def test_the_link_to_join_is_for_those_who_take_part(
    database: Database, compose: Compose
) -> None:
    """A stranger's calendar file has no link, a participant's has it in LOCATION."""
    event_id, person_id, _ = await registered(database)
    made = await compose(Recipe("calendar", f"{event_id}:{person_id}", "lt"), NOW)
    other = await compose(Recipe("calendar", f"{event_id}:{person_id + 99}", "lt"), NOW)
    assert made is not None
    assert other is not None
    (entry,) = Calendar.from_ical(made.files["document"].content).walk("VEVENT")
    assert LINK in str(entry["LOCATION"])
    assert LINK.encode() not in other.files["document"].content


async def test_my_data_is_a_file_of_everything(database: Database, compose: Compose) -> None:
    """And of nothing for one who was forgotten before it was made."""
    _, person_id, _ = await registered(database)
    made = await compose(Recipe("my_data", str(person_id), "lt"), NOW)
    assert made is not None
    told = json.loads(made.files["document"].content)
    assert told["Vardas ir pavardė"] == "Ona Petraitienė"
    assert told["Registracijos"][0]["Būsena"] == "Registracija patvirtinta"

    async def forget(session: Any) -> None:
        (await session.get_one(Person, person_id)).telegram_id = None

    await database.write(forget)
    assert await compose(Recipe("my_data", str(person_id), "lt"), NOW) is None


async def test_an_unknown_kind_is_an_error(compose: Compose) -> None:
    """A recipe nobody can make is a bug, and is told as one."""
    with pytest.raises(KeyError):
        await compose(Recipe("soup", "1", "lt"), NOW)
