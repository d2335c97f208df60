"""Messages made at the moment they are sent."""

import json
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.compose import composer
from catalogue.database import Database
from catalogue.learning.issuing import portion
from catalogue.learning.tables import Presence
from catalogue.people.languages import LANGUAGES
from catalogue.people.tables import Person
from catalogue.programme.tables import Mode, Session
from catalogue.registrations import rules
from handlers.words.speech import Speech
from scheduler.outbox import Recipe
from scheduler.sender import Compose
from tests.catalogue.learning.papers import given
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


async def test_a_paper_is_drawn_in_a_process_of_its_own(
    sqlite_database: Database,
) -> None:
    """After the look at the database, so that neither it nor the bot waits for the pencil."""
    event = await given(sqlite_database, (Presence.PRESENT, Presence.ABSENT))
    issue = partial(portion, event_id=event, after=0, now=NOW, zone=VILNIUS)
    await sqlite_database.write(issue)
    compose = composer(sqlite_database, {"en": Speech("en", VILNIUS)}, a_house())
    made = await compose(Recipe("certificate", "1", "en"), NOW)
    assert made is not None
    assert (made.method, made.files["document"].name) == ("sendDocument", "pazyma_2026-0001.pdf")
    assert made.files["document"].content.startswith(b"%PDF")
    assert "Certificate No. 2026-0001" in made.payload["caption"]


async def test_an_unknown_kind_is_an_error(compose: Compose) -> None:
    """A recipe nobody can make is a bug, and is told as one."""
    with pytest.raises(KeyError):
        await compose(Recipe("soup", "1", "lt"), NOW)
