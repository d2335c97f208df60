"""A centre with a plan, for the tests of plans."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.people.tables import Person
from catalogue.plans import rules
from catalogue.plans.entries import Entry, Meeting
from catalogue.plans.stretches import Stretch
from catalogue.plans.tables import PublishedPlan
from catalogue.programme.tables import Event
from tests.factories import NOW, VILNIUS, a_centre, a_person, an_event, kept

DAY = timedelta(days=1)
DECEMBER = Stretch(date(2026, 12, 1))
#: The next working morning after `NOW`, a Sunday.
MORNING = datetime(2026, 11, 23, 8, tzinfo=VILNIUS)


def an_entry(**facts: Any) -> Entry:
    """On 2 December from 10 to 13 in Kaunas."""
    starts = facts.pop("starts", NOW + 10 * DAY)
    meeting = Meeting(starts, starts + timedelta(hours=3), "Kaunas", "")
    plain: dict[str, Any] = {"code": "V-1", "title_lt": "Vertinimas", "title_en": "",
                             "meetings": (meeting,)}  # fmt: skip
    return Entry(**plain | facts)


async def a_plan(
    session: AsyncSession, *titles: str, now: datetime = NOW
) -> tuple[Centre, Person, list[Event]]:
    """Of December, published by Rasa: events of these titles on the days from the 2nd on."""
    centre, rasa = a_centre(name="Švietimo centras"), a_person(name="Rasa Rasaitė")
    events = [
        an_event(title_lt=title, code=f"V-{number}", centre=centre, starts=NOW + number * DAY)
        for number, title in enumerate(titles, start=10)
    ]
    await kept(session, centre, rasa, *events)
    await publish(session, centre, rasa, now=now)
    return centre, rasa, events


async def publish(
    session: AsyncSession, centre: Centre, by: Person, *, now: datetime = NOW
) -> PublishedPlan:
    return await rules.publish(session, DECEMBER, centre.id, by=by, zone=VILNIUS, now=now)
