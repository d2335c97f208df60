"""All that is kept of a person, as they get it."""

import json
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.schema import METADATA
from catalogue.database import Database
from catalogue.demand.tables import Gathering, GatheringDay, GatheringVoice
from catalogue.heads.tables import Head, HeadMonth, HeadTeacher, NamingConsent, NamingQuestion
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.plans.tables import PlanFollower
from catalogue.privacy.kept import kept as everything_kept
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from tests.factories import NOW, a_person, an_event, kept

DAY = "2026-11-22T08:00:00+00:00"


async def _asked_for_a_day(session: AsyncSession, person: Person) -> None:
    facts: dict[str, Any] = {"year": 2026, "number": 1, "needed": 12, "drafted_at": NOW}
    gathering = Gathering(theme="x", words="joga", asked_at=NOW, **facts)
    await kept(session, gathering)
    day = GatheringDay(gathering_id=gathering.id, starts_at=NOW)
    await kept(session, day, GatheringDay(gathering_id=gathering.id, starts_at=NOW))
    voice = {"gathering_id": gathering.id, "person_id": person.id}
    await kept(session, GatheringVoice(**voice, asked_at=NOW, days=[day.id]))


async def test_kept_tells_everything_in_plain_facts(database: Database) -> None:
    """Ready to be a file."""

    async def make(session: AsyncSession) -> int:
        ona = a_person(
            telegram_id=7,
            name="Ona Petraitienė",
            language="en",
            client_language="lt",
            telephone="+37061234567",
            unwanted_reminders=[120],
            weekly_ceiling=2,
        )
        event = an_event(title_lt="Vertinimas")
        await kept(session, ona, event)
        wish = Subscription(
            person_id=ona.id, words="keramika", rhythm=Rhythm.WEEKLY, since=NOW, wanted={}
        )
        await kept(session, wish)
        school = {"person_id": ona.id, "school": "Akmenės gimnazija", "city": "Akmenė"}
        await kept(
            session,
            SubscriptionHit(
                subscription_id=wish.id, event_id=event.id, found_at=NOW, planned_at=NOW
            ),
            PersonTrait(person_id=ona.id, kind=Trait.SUBJECT, value="matematika", key="matematika"),
            PlanFollower(person_id=ona.id, since=NOW),
            head := Head(**school, said_at=NOW, confirmed_at=NOW, groups=["logopedai"]),
            HeadMonth(
                **school,
                month=NOW.date().replace(month=10, day=1),
                people=5,
                hours=9,
                themes=[],
                counted_at=NOW,
            ),
            NamingConsent(**school, given_at=NOW),
            NamingQuestion(person_id=ona.id, asked_at=NOW),
        )
        said = {"school": "Akmenės gimn.", "city": "", "is_own": True, "decided_by": ona.id}
        await kept(session, HeadTeacher(head_id=head.id, person_id=ona.id, **said))
        await _asked_for_a_day(session, ona)
        return ona.id

    async def look(session: AsyncSession) -> dict[str, Any]:
        return await everything_kept(session, person=await session.get_one(Person, number))

    number = await database.write(make)
    assert json.loads(json.dumps(await database.read(look))) == {
        "telegram_id": 7,
        "name": "Ona Petraitienė",
        "telephone": "+37061234567",
        "email": "",
        "language": "en",
        "client_language": "lt",
        "met_at": DAY,
        "consented_at": DAY,
        "unreachable_since": None,
        "quiet_from": "21:00",
        "quiet_until": "07:30",
        "wants_reminders": True,
        "unwanted_reminders": [120],
        "wants_announcements": True,
        "wants_feedback": True,
        "wants_use": True,
        "weekly_ceiling": 2,
        "work": {"subject": ["matematika"]},
        "staff": [],
        "lectures": [],
        "invitations": [],
        "deeds": [],
        "registrations": [],
        "certificates": [],
        "subscriptions": [
            {
                "words": "keramika",
                "rhythm": "weekly",
                "since": DAY,
                "ended_at": None,
                "told": ["Vertinimas"],
            }
        ],
        "gatherings": [{"words": "joga", "asked_at": DAY, "days": [DAY]}],
        "plans": [{"centre": None, "since": DAY}],
        "announcements": [],
        "taught_words": [],
        "answers": [],
        "enquiries": [],
        "replies": [],
        "own_entries": [],
        "examples": [],
        "surveys": [],
        "head_of_school": {
            "school": "Akmenės gimnazija",
            "city": "Akmenė",
            "said_at": DAY,
            "confirmed_at": DAY,
            "wants_letters": True,
            "groups": ["logopedai"],
        },
        "naming_consents": [
            {
                "school": "Akmenės gimnazija",
                "city": "Akmenė",
                "given_at": DAY,
                "withdrawn_at": None,
            }
        ],
        "naming_asked_at": DAY,
        "schools_said": [
            {
                "school": "Akmenės gimn.",
                "city": "",
                "head_school": "Akmenės gimnazija",
                "is_own": True,
            }
        ],
        "head_months": [{"month": "2026-10-01", "school": "Akmenės gimnazija", "city": "Akmenė"}],
    }


#: Under which heading a person gets what names them; what staff do is told as their deeds.
TOLD = {
    "announcements.author_id": "announcements",
    "enquiries.person_id": "enquiries",
    "enquiries.closed_by": "replies",
    "gathering_voices.person_id": "gatherings",
    "head_months.person_id": "head_months",
    "head_teachers.person_id": "schools_said",
    "heads.person_id": "head_of_school",
    "invitations.invited_by": "invitations",
    "invitations.used_by": "staff",
    "journal.about_id": "deeds",
    "journal.person_id": "deeds",
    "known_answers.added_by": "answers",
    "lecturing.person_id": "lectures",
    "naming_consents.person_id": "naming_consents",
    "naming_questions.person_id": "naming_asked_at",
    "own_entries.person_id": "own_entries",
    "person_traits.person_id": "work",
    "plan_followers.person_id": "plans",
    "practice_examples.person_id": "examples",
    "registrations.person_id": "registrations",
    "staff.person_id": "staff",
    "subscriptions.person_id": "subscriptions",
    "survey_answers.person_id": "surveys",
    "survey_takers.person_id": "surveys",
    "survey_words.person_id": "surveys",
    "taught_words.taught_by": "taught_words",
    **dict.fromkeys(
        ("attendance.marked_by", "certificate_issues.issued_by", "doors.opened_by",
         "head_teachers.decided_by", "heads.confirmed_by", "intakes.person_id",
         "leave_requests.decided_by", "own_entries.confirmed_by", "payments.ticked_by",
         "people.vouched_by", "published_plans.published_by"),
        "deeds",
    ),
}  # fmt: skip
#: A question of somebody else's, or an event: nothing about whoever has it in hand.
OF_OTHERS = {"enquiries.addressed_to", "enquiry_recipients.person_id", "new_events.person_id"}


async def test_whatever_names_a_person_is_thought_of(sqlite_database: Database) -> None:
    """A table that is new is told under one of the headings, or is none of theirs."""

    async def headings(session: AsyncSession) -> set[str]:
        ona = a_person()
        await kept(session, ona)
        return set(await everything_kept(session, person=ona))

    naming = {
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.columns
        if any(key.column.table.name == "people" for key in column.foreign_keys)
    }
    assert naming == set(TOLD) | OF_OTHERS
    assert set(TOLD.values()) <= await sqlite_database.write(headings)


async def test_kept_of_a_stranger(database: Database) -> None:
    """One who only looked has a number and the day we met, and that is said plainly."""

    async def look(session: AsyncSession) -> dict[str, Any]:
        stranger = a_person(introduced=False)
        await kept(session, stranger)
        return await everything_kept(session, person=stranger)

    found = await database.write(look)
    assert (found["name"], found["consented_at"]) == ("", None)
    assert (found["staff"], found["registrations"]) == ([], [])
