"""Whom a question is passed on to."""

from datetime import timedelta
from typing import Any

from catalogue.database import Database
from catalogue.enquiries.tables import EnquiryRecipient
from catalogue.enquiries.whom import next_to_ask, own_centre
from catalogue.registrations import rules as registrations
from tests.catalogue.enquiries.made_up import an_enquiry, staff
from tests.factories import NOW, a_centre, a_person, an_event, kept

OWNER = 5


async def test_the_nearest_first(database: Database) -> None:
    """Who knows the topic, then all of the centre, then those of all centres and the owners; nobody
    twice, and nobody who cannot be reached, nor the one who asks.
    """

    async def work(session: Any) -> None:
        centre, other = a_centre(), a_centre()
        ona, owner = a_person(), a_person(telegram_id=OWNER)
        await kept(session, centre, other, ona, owner)
        rasa = await staff(session, centre, "logopedai")
        rita = await staff(session, centre, "projektai")
        await staff(session, centre, "projektai", unreachable_since=NOW)
        await staff(session, other, "projektai")
        everywhere = await staff(session, None)
        enquiry = await an_enquiry(session, ona, centre_id=centre.id, words="Kaip rašyti projektą?")

        async def asked() -> list[int]:
            people = await next_to_ask(session, enquiry, owner_ids={OWNER})
            rows = [EnquiryRecipient(enquiry_id=enquiry.id, person_id=one.id) for one in people]
            await kept(session, *rows)
            return sorted(one.id for one in people)

        circles = [await asked() for _ in range(4)]
        assert circles == [[rita.id], [rasa.id], sorted([everywhere.id, owner.id]), []]
        enquiry.closed_by = rasa.id
        more = await an_enquiry(session, ona, centre_id=centre.id, follows=enquiry.id)
        assert await next_to_ask(session, more, owner_ids={OWNER}) == [rasa]
        replied = await an_enquiry(
            session, ona, centre_id=centre.id, words="projektą", addressed_to=rasa.id
        )
        assert await next_to_ask(session, replied, owner_ids={OWNER}) == [rasa]
        await kept(session, EnquiryRecipient(enquiry_id=replied.id, person_id=rasa.id))
        assert await next_to_ask(session, replied, owner_ids={OWNER}) == [rita]
        stranger = await an_enquiry(
            session, ona, centre_id=centre.id, words="projektą", addressed_to=ona.id
        )
        assert await next_to_ask(session, stranger, owner_ids={OWNER}) == [rita]
        own = await an_enquiry(session, rasa, centre_id=centre.id)
        assert await next_to_ask(session, own, owner_ids=()) == [rita]

    await database.write(work)


async def test_an_events_audience_is_a_topic(sqlite_database: Database) -> None:
    """Though the question itself does not name it."""

    async def work(session: Any) -> None:
        event, ona = an_event(audience=["logopedai"]), a_person()
        await kept(session, event, ona)
        await staff(session, event.centre)
        rita = await staff(session, event.centre, "logopedai")
        enquiry = await an_enquiry(session, ona, centre_id=event.centre_id, event_id=event.id)
        assert await next_to_ask(session, enquiry, owner_ids=()) == [rita]

    await sqlite_database.write(work)


async def test_ones_own_centre_is_where_one_goes_next(sqlite_database: Database) -> None:
    """Else where one was last; a stranger has none."""

    async def work(session: Any) -> None:
        soon, later, ona = an_event(), an_event(starts=NOW + timedelta(days=20)), a_person()
        await kept(session, soon, later, ona)
        assert await own_centre(session, ona, now=NOW) is None
        for event in (later, soon):
            await registrations.join(session, event_id=event.id, person=ona, now=NOW)
        moments = (NOW, NOW + timedelta(days=12), NOW + timedelta(days=60))
        found = [await own_centre(session, ona, now=moment) for moment in moments]
        assert found == [soon.centre_id, later.centre_id, later.centre_id]

    await sqlite_database.write(work)
