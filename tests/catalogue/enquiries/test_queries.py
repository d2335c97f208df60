"""What is asked, and how soon it is answered."""

from datetime import timedelta
from typing import Any

from catalogue.database import Database
from catalogue.enquiries import queries
from catalogue.enquiries.queries import Numbers
from catalogue.enquiries.tables import EnquiryRecipient
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.people.tables import PersonTrait, Trait
from catalogue.programme.holidays import SchoolYear
from tests.catalogue.enquiries.made_up import an_enquiry, staff
from tests.factories import NOW, VILNIUS, a_centre, a_person, kept

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def test_a_realm_sees_its_own(database: Database) -> None:
    """Open ones by age, those answered lately, and numbers; what is of no centre is for those of
    all centres.
    """

    async def work(session: Any) -> None:
        mine, other, ona = a_centre(), a_centre(), a_person()
        await kept(session, mine, other, ona)
        rasa = await staff(session, mine)
        realm = Realm(frozenset({mine.id}))
        newer = await an_enquiry(session, ona, centre_id=mine.id)
        older = await an_enquiry(session, ona, centre_id=mine.id, now=NOW - DAY)
        stray = await an_enquiry(session, ona, now=NOW - HOUR)
        await an_enquiry(session, ona, centre_id=other.id)
        assert await queries.open_ones(session, realm) == [older, newer]
        assert stray in await queries.open_ones(session, EVERYWHERE)
        assert await queries.open_ones(session, Realm()) == []
        for one, hours in ((older, 3), (newer, 1)):
            one.answered_at = one.closed_at = one.asked_at + hours * HOUR
            one.closed_by = rasa.id
        await session.flush()
        lately = await queries.answered_lately(session, realm, since=NOW)
        assert lately == [newer]
        counted = await queries.numbers(session, realm, since=NOW - 2 * DAY, until=NOW + DAY)
        assert counted == Numbers(asked=2, answered=2, median_hours=2.0)
        nothing = await queries.numbers(session, realm, since=NOW + DAY, until=NOW + 2 * DAY)
        assert nothing == Numbers(asked=0, answered=0, median_hours=None)
        assert await queries.closed_by(session, person=rasa) == [newer, older]

    await database.write(work)


async def test_a_name_is_told_only_of_one_who_wants_it(sqlite_database: Database) -> None:
    """With the school, where they told of it."""

    async def work(session: Any) -> None:
        ona = a_person()
        await kept(session, ona)
        school = PersonTrait(person_id=ona.id, kind=Trait.SCHOOL, value="Lyra", key="lyra")
        await kept(session, school)
        told = await queries.told(session, await an_enquiry(session, ona))
        assert (told.person, told.school, told.centre) == (ona, "Lyra", None)
        told = await queries.told(session, await an_enquiry(session, ona, is_nameless=True))
        assert (told.person, told.school) == (None, "")

    await sqlite_database.write(work)


async def test_what_has_waited_for_more_than_two_working_days(sqlite_database: Database) -> None:
    """By those who were asked and did not leave it to others."""

    async def work(session: Any) -> dict[int, int]:
        ona, rasa, rita = a_person(), a_person(), a_person()
        await kept(session, ona, rasa, rita)
        monday = NOW + DAY
        for asked_at in (monday - 4 * DAY, monday - 5 * DAY, monday - 3 * DAY):
            enquiry = await an_enquiry(session, ona, now=asked_at)
            await kept(
                session,
                EnquiryRecipient(enquiry_id=enquiry.id, person_id=rasa.id),
                EnquiryRecipient(enquiry_id=enquiry.id, person_id=rita.id, declined_at=NOW),
            )
        counts = await queries.waiting_too_long(session, SchoolYear(), now=monday, zone=VILNIUS)
        return {rasa.id: counts.get(rasa.id, 0), rita.id: counts.get(rita.id, 0)}

    assert list((await sqlite_database.write(work)).values()) == [1, 0]
